import type { Result } from '../catalogue/entry.ts'
import type { WatchFailOn } from '../inputs/fail-on.ts'
import type { WatchedToken } from './watched-token.ts'

/** A result that is not success. */
export type Failing = Exclude<Result, 'usable'>

/** From the worst to the best. */
const FROM_WORST = ['refused', 'misconfigured', 'unknown'] as const

/** @returns the worst of some results; null where there is none */
export function worstOf(results: readonly (Failing | null)[]): Failing | null {
  return FROM_WORST.find((result) => results.includes(result)) ?? null
}

/** @returns the result of a token that is not usable; null of one that is */
export function failureOf({ result }: WatchedToken): Failing | null {
  return result === 'usable' ? null : result
}

/**
 * What a token fails the watch with: its finding and its expiry are judged side by side.
 * @returns null where it does not
 */
export function failingOf(token: WatchedToken, failOn: WatchFailOn): Failing | null {
  const { reason, expiryState } = token
  const isExpiring = reason === 'token-expiring' || (expiryState !== null && expiryState !== 'expiry-unknown')
  // The reason of that name is a word of the check’s own.
  const isUnknown = expiryState === 'expiry-unknown'
  return worstOf([
    failOn.fails(reason) ? failureOf(token) : null,
    isExpiring && failOn.failsExpiry('expiring') ? 'refused' : null,
    isUnknown && failOn.failsExpiry('expiry-unknown') ? 'unknown' : null,
  ])
}
