import { dateTimeOf } from '../../base/utc.ts'
import { catalogue } from '../../catalogue/catalogue.ts'
import { type Presentation, present, type RunFacts } from '../../report/presentation.ts'
import type { Redactor } from '../../report/redact.ts'
import { plainText } from '../../report/sanitize.ts'
import { familyPrefixOf, isOfFamily } from '../../verdict/family.ts'
import type { Verdict } from '../../verdict/judge.ts'
import type { ListedToken } from '../../verdict/listed-token.ts'
import type { Entry } from '../entry.ts'
import type { ExpiryState, UnaskedBecause, WatchedToken } from '../watched-token.ts'
import { hasRotationStopped } from './rotation.ts'

/** What there is to say of an entry besides its verdict. */
export interface Described extends Omit<RunFacts, 'nameOf'> {
  readonly asked: boolean
  readonly unaskedBecause: UnaskedBecause | null
  /** As the list and its defaults give it; empty where they do not. */
  readonly tokenName: string
}

/** Puts what came of one entry into words. Everything in it is sanitized, and without the secrets of any entry. */
export function describeToken(entry: Entry, verdict: Verdict, redactor: Redactor, described: Described): WatchedToken {
  const { tokenName, asked, unaskedBecause, nowMs } = described
  const plain = (text: string): string => plainText(text, redactor.redactLong)
  const presentation = present(verdict, catalogue[verdict.finding.reason], redactor, {
    ...described,
    nameOf: entry.nameOf,
  })
  const { expiry } = verdict
  const expiryState = expiryStateOf(verdict, tokenName)
  const risk = tokenAtRisk(verdict)
  const isStopped = expiryState !== null && risk !== undefined && hasRotationStopped(risk, tokenName, nowMs)
  const isRotated = expiry.token !== undefined && isOfFamily(expiry.token, tokenName)
  const createdAt = isRotated ? expiry.token.createdAt : undefined
  return {
    ...presentation.report,
    secret: plain(entry.secret),
    owner: plain(entry.owner),
    usedBy: plain(entry.usedBy),
    asked,
    unaskedBecause,
    ...wordsOf(presentation, isStopped),
    expiryState,
    rotatedAt: createdAt === undefined ? null : dateTimeOf(createdAt),
    hasRotationStopped: isStopped,
  }
}

/** What of the expiry needs care. Whoever gives a name wants to know when that token expires. */
function expiryStateOf({ expiry }: Verdict, tokenName: string): ExpiryState | null {
  switch (expiry.status) {
    case 'expiring':
    case 'expired':
      return expiry.status
    case 'ambiguous':
      return expiry.warns || expiry.fails ? 'ambiguous' : null
    case 'unknown':
      return tokenName === '' ? null : 'expiry-unknown'
    default:
      return null
  }
}

/** The token whose end is reported: the one that was sent or, where that is not certain, the first to expire. */
function tokenAtRisk({ expiry, tokens }: Verdict): ListedToken | undefined {
  const isIt = ({ name, expiresAt }: ListedToken) => name === expiry.tokenName && expiresAt === expiry.expiresAt
  return expiry.token ?? tokens.find(isIt)
}

/** Of a token that is good today, and not for long, what is to be done counts. */
function wordsOf(
  { report, title, remedySteps, warnings }: Presentation,
  isStopped: boolean,
): Pick<WatchedToken, 'title' | 'message' | 'steps'> {
  const [warning] = report.result === 'usable' ? warnings : []
  if (warning === undefined) return { title, message: report.message, steps: remedySteps }
  const message = `${report.message} ${warning.message}`
  if (!isStopped) return { title: warning.title, message, steps: warning.remedySteps }
  return {
    message,
    title: 'The rotation of this token has stopped',
    steps: [
      'Look at the last runs of the workflow that rotates it, and mend what it says: a new token should be there by now.',
      'Then start it by hand.',
      'If that does not help before the token expires, renew it by hand:',
      ...warning.remedySteps,
    ],
  }
}

/** Whether the warning of this entry begins by the life of its token, and not by a number of days. */
export function warnsByRotation({ hasOwnWarnDays }: Entry, tokenName: string): boolean {
  return !hasOwnWarnDays && familyPrefixOf(tokenName) !== undefined
}
