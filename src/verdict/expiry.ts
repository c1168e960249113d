import { DAY_MS } from '../base/clock.ts'
import { familyPrefixOf, findOwnEntry } from './family.ts'
import type { ListedToken } from './listed-token.ts'

/** What is known about the expiry of the token. */
export type Expiry = DatedExpiry | UndatedExpiry | UnknownExpiry

export type ExpiryStatus = Expiry['status']

/** The token has a day on which it expires, or several tokens have. */
export interface DatedExpiry {
  readonly status: 'ok' | 'expiring' | 'expired' | 'ambiguous'
  /** Name of the token that the expiry belongs to; for `ambiguous` the one that expires first. */
  readonly tokenName: string
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
  /** Whole days, rounded down. */
  readonly daysLeft: number
  /** Whether it falls within `expiry-warn-days`. */
  readonly warns: boolean
  /** Whether it falls within `expiry-fail-days`. */
  readonly fails: boolean
  /** The entry that was sent, where it can be told. */
  readonly token: ListedToken | undefined
  /** The list tells which number each token has, and none has that of the one that was sent. */
  readonly isUnlisted?: true
}

/** There is no such day. */
interface UndatedExpiry {
  readonly status: 'never' | 'not-checked'
  readonly tokenName: string
  readonly expiresAt: undefined
  readonly daysLeft: undefined
  readonly warns: false
  readonly fails: false
  readonly token: ListedToken | undefined
}

interface UnknownExpiry extends Omit<UndatedExpiry, 'status'> {
  readonly status: 'unknown'
  /** Why it is not known. */
  readonly problem: string
  /** What keeps the list of tokens back, where it is something in front of the server. */
  readonly blocker: Blocker | undefined
}

/** Something in front of the server that does not let a request through. */
export interface Blocker {
  /** Whom to ask about it: words that follow “Ask”. */
  readonly operator: string
  /** The path that it has to let through. */
  readonly path: string
}

/** When to warn and when to refuse, in days of 24 hours before the expiry. */
export interface ExpiryThresholds {
  readonly tokenName: string
  /** By which the name of a rotated token names the one before it. Asked for where it is wanted: a hash takes time. */
  readonly fingerprint: () => string
  readonly expiryWarnDays: number
  /** In place of `expiryWarnDays`, where it depends on the token. */
  readonly warnDaysOf?: WarnDaysOf | undefined
  readonly expiryFailDays: number | undefined
}

/**
 * @returns how many days of 24 hours before its expiry the warning of this token begins, which need not be whole;
 *   undefined where it has none of its own
 */
export type WarnDaysOf = (token: ListedToken) => number | undefined

const NOTHING_KNOWN = {
  tokenName: '',
  expiresAt: undefined,
  daysLeft: undefined,
  warns: false,
  fails: false,
  token: undefined,
} as const

export const EXPIRY_NOT_CHECKED: Expiry = { status: 'not-checked', ...NOTHING_KNOWN }

/** @param problem why it is not known: words that follow “It is not known when this token expires:” */
export function unknownExpiry(problem: string, blocker?: Blocker): Expiry {
  return { ...NOTHING_KNOWN, status: 'unknown', problem, blocker }
}

/** Whether a token has not expired yet; one with an unreadable date counts as live. */
export function isLive({ expiresAt }: ListedToken, nowMs: number): boolean {
  return typeof expiresAt === 'string' || expiresAt > nowMs
}

/** Whether it expires within so many days of 24 hours; never where no number is given. */
export function isWithinDays(expiresAt: number, days: number | undefined, nowMs: number): boolean {
  return days !== undefined && expiresAt - nowMs <= days * DAY_MS
}

/** Whole days of 24 hours until then, rounded down; negative once it is past. */
export function wholeDaysLeft(expiresAt: number, nowMs: number): number {
  return Math.floor((expiresAt - nowMs) / DAY_MS)
}

/**
 * Tells the expiry from the account's tokens. Where the list does not say which one was sent, `tokenName` decides, else
 * an only live token is the one, else the earliest expiry is the risk (`ambiguous`). `PREFIX-*` is a family of rotated ones.
 */
export function judgeExpiry(tokens: readonly ListedToken[], thresholds: ExpiryThresholds, nowMs: number): Expiry {
  const candidates = candidatesOf(tokens, thresholds, nowMs)
  if (typeof candidates === 'string') return unknownExpiry(candidates)
  const [only, ...others] = candidates
  if (candidates.some(({ expiresAt }) => expiresAt === 'unreadable'))
    return unknownExpiry('a date in the list of tokens cannot be read')

  const dated = candidates.flatMap((token) =>
    typeof token.expiresAt === 'number' ? [{ token, at: token.expiresAt }] : [],
  )
  const earliest = dated.toSorted((a, b) => a.at - b.at)[0]
  const isUnlisted = thresholds.tokenName === '' && candidates.every(({ isOwn }) => isOwn === false)
  const isCertain = others.length === 0 && !isUnlisted
  if (earliest === undefined) {
    const known = isCertain && only !== undefined ? { tokenName: only.name, token: only } : {}
    return { ...NOTHING_KNOWN, status: 'never', ...known }
  }
  const warnDaysOf = (token: ListedToken): number => thresholds.warnDaysOf?.(token) ?? thresholds.expiryWarnDays
  const warns = dated.some(({ token, at }) => isWithinDays(at, warnDaysOf(token), nowMs))
  const fails = isWithinDays(earliest.at, thresholds.expiryFailDays, nowMs)
  const status = earliest.at <= nowMs ? 'expired' : warns || fails ? 'expiring' : 'ok'
  return {
    status: isCertain ? status : 'ambiguous',
    tokenName: earliest.token.name,
    expiresAt: earliest.at,
    daysLeft: wholeDaysLeft(earliest.at, nowMs),
    warns,
    fails,
    token: isCertain ? earliest.token : undefined,
    ...(isUnlisted && { isUnlisted }),
  }
}

/** The entries of the list that the token can be, or why there is none: words that follow “it is not known:”. */
function candidatesOf(
  tokens: readonly ListedToken[],
  { tokenName, fingerprint }: ExpiryThresholds,
  nowMs: number,
): readonly ListedToken[] | string {
  const live = tokens.filter((token) => isLive(token, nowMs))
  if (live.some(({ isOwn }) => isOwn)) return live.filter(({ isOwn }) => isOwn)
  if (tokenName === '') return live.length === 0 ? 'the account lists no live token' : live
  // One that is called just so wins, be it named like a family; the token was accepted a moment ago, so it is none of
  // those that have expired, where another has their name.
  const isNamed = ({ name }: ListedToken): boolean => name === tokenName
  const named = live.some(isNamed) ? live.filter(isNamed) : tokens.filter(isNamed)
  if (named.length > 0) return named
  const prefix = familyPrefixOf(tokenName)
  if (prefix === undefined) return `the account has no token named “${tokenName}” (correct <token-name>)`
  const { candidates } = findOwnEntry(live, { prefix, fingerprint: fingerprint() })
  if (candidates.length > 0) return candidates
  return `no token of the account can be told to be the one of “${tokenName}” that was sent`
}
