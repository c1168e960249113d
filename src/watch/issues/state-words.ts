import { dayOf } from '../../base/utc.ts'
import type { WatchedToken } from '../watched-token.ts'
import { code } from './code.ts'
import type { Subject, SubjectState } from './subject.ts'

/** What is the matter, in one sentence that stays true from night to night: no days that are left, only dates. */
export function describeState(subject: Subject, state: SubjectState): string {
  const [token] = subject.tokens
  switch (state) {
    case 'unsound':
      return `The list ${code(subject.name)} cannot be used, so that none of its tokens is checked.`
    case 'no-secrets':
      return `Every secret of the list ${code(subject.name)} is empty or missing, so that none of its tokens is checked.`
    case 'incomplete':
      return `Not every token of the list ${code(subject.name)} could be checked.`
    case 'down':
      return `Tokens at ${code(subject.name)} cannot be checked.`
    case 'expiring':
      return `The token in ${code(subject.name)} expires soon${onDay(token)}${token?.hasRotationStopped ? ', and its rotation has stopped' : ''}.`
    case 'expired':
      return `The token that the list names for ${code(subject.name)} has expired${onDay(token)}; what is in the secret still works.`
    case 'ambiguous':
      return `A token of the account in ${code(subject.name)} expires soon${onDay(token)}, and it is not known whether it is this one.`
    case 'expiry-unknown':
      return `It is not known when the token in ${code(subject.name)} expires.`
    default:
      return `The token in ${code(subject.name)} needs care: ${code(token?.title ?? state)}.`
  }
}

function onDay(token: WatchedToken | undefined): string {
  const expiresAt = token?.expiry.expiresAt ?? null
  return expiresAt === null || Number.isNaN(Date.parse(expiresAt)) ? '' : `, on ${dayOf(Date.parse(expiresAt))}`
}
