import { dayOf } from '../../base/utc.ts'
import type { Reason } from '../../catalogue/reasons.ts'
import { needsCare } from '../state.ts'
import type { UnaskedBecause, WatchedToken } from '../watched-token.ts'
import type { PageContext } from './context.ts'
import { dueOf } from './expiry.ts'
import { compare } from './order.ts'
import { KINDS, type Kind, signOf } from './sign.ts'
import { countTokens } from './words.ts'

/** Tokens of which there is one thing to say, such as that their server is down: what happened, and what to do. */
export interface Care {
  readonly kind: Kind
  readonly title: string
  /** What happened; empty where the title and the tokens' dates say all. */
  readonly message: string
  readonly steps: readonly string[]
  readonly reason: Reason
  /** Base URL of them all; empty where it is not known. */
  readonly server: string
  readonly tokens: readonly WatchedToken[]
}

/** @returns what needs care, the most urgent first; what is said of several tokens alike is said once */
export function listCare(tokens: readonly WatchedToken[], nowMs: number): readonly Care[] {
  const alike = Map.groupBy(tokens.filter(needsCare), (token) =>
    JSON.stringify([signOf(token).kind, token.title, messageOf(token), token.steps, token.baseUrl, token.reason]),
  )
  return [...alike.values()]
    .map((group) => {
      const dues = group.map((token) => ({ token, at: dueOf(token, nowMs).at })).toSorted((a, b) => compare(a.at, b.at))
      return { care: careOf(dues.map(({ token }) => token)), at: dues[0]?.at ?? Number.NEGATIVE_INFINITY }
    })
    .toSorted((a, b) => compare(a.at, b.at) || KINDS.indexOf(a.care.kind) - KINDS.indexOf(b.care.kind))
    .map(({ care }) => care)
}

function careOf(tokens: readonly WatchedToken[]): Care {
  const [first] = tokens
  if (first === undefined) throw new Error('a group of no tokens')
  return {
    kind: signOf(first).kind,
    title: first.title,
    message: messageOf(first),
    steps: first.steps,
    reason: first.reason,
    server: first.baseUrl ?? '',
    tokens,
  }
}

/** @returns what happened; empty where the title and the date say all, as of a token that is usable and expires soon */
export function messageOf(token: WatchedToken): string {
  if (token.result === 'usable' && token.hasRotationStopped) return rotationWords(token)
  return token.result === 'usable' && token.expiryState === 'expiring' ? '' : token.message
}

function rotationWords({ rotatedAt }: WatchedToken): string {
  const at = rotatedAt === null ? Number.NaN : Date.parse(rotatedAt)
  const made = Number.isFinite(at) ? `, which was made on ${dayOf(at)},` : ''
  return `Its rotation has stopped: this token${made} should have been replaced by now.`
}

const UNASKED: Readonly<Record<UnaskedBecause, string>> = {
  server: 'others at the same server had failed',
  time: 'time was up',
  'no-report': 'the job that had to left no report',
}

/** @returns a sentence for each cause for which tokens were not asked about: nobody knows whether they are well */
export function listUnasked(tokens: readonly WatchedToken[]): readonly string[] {
  const unasked = tokens.filter(({ asked, unaskedBecause }) => !asked && unaskedBecause !== null)
  return Array.from(
    Map.groupBy(unasked, ({ unaskedBecause }) => unaskedBecause),
    ([because, group]) =>
      `${countTokens(group.length)} ${group.length === 1 ? 'was' : 'were'} not asked about, since ${UNASKED[because ?? 'time']}: nobody knows whether ${group.length === 1 ? 'it is' : 'they are'} well.`,
  )
}

/** Whether a problem stands for all tokens, so that no token has to say it again: for that alone none was asked about. */
export function standsForAll({ problem }: PageContext, tokens: readonly WatchedToken[]): boolean {
  const [first] = tokens
  if (problem === null || first === undefined) return false
  return tokens.every(({ asked, unaskedBecause, title }) => {
    return !asked && (unaskedBecause === null || unaskedBecause === 'no-report') && title === first.title
  })
}
