import { dateTimeOf, dayOf } from '../../base/utc.ts'
import { wholeDaysLeft } from '../../verdict/expiry.ts'
import { describeDaysLeft } from '../../verdict/expiry-words.ts'
import { stateOf } from '../state.ts'
import type { WatchedToken } from '../watched-token.ts'

/** When a token expires, to be shown and to be put in order. */
export interface ShownExpiry {
  /** The day, `never` or `not known`. */
  readonly day: string
  /** How long it is until then; empty where there is no day. */
  readonly left: string
  /** Milliseconds since the epoch; what is not known comes before all, what never expires after. */
  readonly at: number
}

/** @returns the expiry of a token, or the earliest that it may have */
export function expiryOf({ expiry }: WatchedToken, nowMs: number): ShownExpiry {
  const at = expiry.expiresAt === null ? Number.NaN : Date.parse(expiry.expiresAt)
  if (Number.isFinite(at)) {
    const left = describeDaysLeft(wholeDaysLeft(at, nowMs))
    return { day: dayOf(at), left: expiry.status === 'ambiguous' ? `${left}, maybe more` : left, at }
  }
  if (expiry.status === 'never') return { day: 'never', left: '', at: Number.POSITIVE_INFINITY }
  return { day: 'not known', left: '', at: Number.NEGATIVE_INFINITY }
}

/** By when somebody has to act on a token that needs care: a day, or `now`. */
export function dueOf(token: WatchedToken, nowMs: number): Pick<ShownExpiry, 'day' | 'at'> {
  const { day, at } = expiryOf(token, nowMs)
  const state = stateOf(token)
  const hasTime = state === 'expiring' || state === 'ambiguous' || state === 'token-expiring'
  return hasTime && Number.isFinite(at) && at > nowMs ? { day, at } : { day: 'now', at: Number.NEGATIVE_INFINITY }
}

/** @returns the moment of an ISO 8601 text to the minute: `2026-12-03 04:30 UTC`; empty where it is no such text */
export function minuteOf(text: string): string {
  const at = Date.parse(text)
  return Number.isFinite(at) ? `${dateTimeOf(at).slice(0, 16).replace('T', ' ')} UTC` : ''
}
