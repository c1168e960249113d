import type { Reason } from '../catalogue/reasons.ts'
import type { ExpiryState, WatchedToken } from './watched-token.ts'

/** How a token stands: `well`, or what needs care. */
export type TokenState = 'well' | ExpiryState | Exclude<Reason, 'authenticated'>

/** @returns the reason of a token that is not usable; of a usable one what its expiry needs, or `well` */
export function stateOf({ reason, expiryState }: WatchedToken): TokenState {
  if (reason === 'authenticated') return expiryState ?? 'well'
  return reason
}

/** Whether somebody has to do something about it. */
export function needsCare(token: WatchedToken): boolean {
  return stateOf(token) !== 'well'
}
