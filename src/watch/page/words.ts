import { describeUser } from '../../verdict/user.ts'
import type { WatchedToken, WatchReport } from '../watched-token.ts'
import type { PageContext } from './context.ts'
import { countCare } from './order.ts'

/** @returns the heading of a night: how many need care, and what is wrong with the whole */
export function headlineOf({ tokens }: WatchReport, { problem }: PageContext): string {
  const count = countWords(countCare(tokens), tokens.length)
  if (problem === null) return count
  return tokens.length === 0 ? problem.title : `${problem.title} · ${count}`
}

/** No words of ours say that all is well where nothing was looked at. */
function countWords(care: number, all: number): string {
  if (all === 0) return 'No token was checked'
  if (all === 1) return care === 0 ? 'The only token is well' : 'The only token needs care'
  if (care === 0) return `All ${all} tokens are well`
  return `${care} of ${all} tokens ${care === 1 ? 'needs' : 'need'} care`
}

/** Whether there is nothing to do for anybody. */
export function isWell({ tokens }: WatchReport, { problem }: PageContext): boolean {
  return problem === null && tokens.length > 0 && countCare(tokens) === 0
}

export function countTokens(count: number): string {
  return `${count} ${count === 1 ? 'token' : 'tokens'}`
}

export function countMoreTokens(count: number): string {
  return `${count} more ${count === 1 ? 'token' : 'tokens'}`
}

/** @returns a sentence on the issues that are still to come; empty where there are none */
export function describeIssuesToFollow(count: number): string {
  if (count === 0) return ''
  return `${count} more ${count === 1 ? 'issue follows' : 'issues follow'} with the next run.`
}

/** @returns the user in words, without an e-mail address; empty where it is not proven */
export function userOf({ identity }: WatchedToken): string {
  return identity === null ? '' : describeUser(identity)
}

/** @returns an address as people say it, without its scheme */
export function shortUrl(url: string | null): string {
  return (url ?? '').replace(/^https?:\/\//, '')
}

/** Who has to act, where the list says it. */
export function ownerOf({ owner }: WatchedToken): string {
  return owner === '' ? 'nobody named' : owner
}
