import type { ListedToken } from '../verdict/listed-token.ts'
import { TOLERANCE_MS } from './periods.ts'

/** When a place of the secret was last written, in milliseconds since the epoch; `missing` where there is no secret. */
export type Stamp = number | 'missing'

/** What is known of where the token is stored, without its value. */
export type SeenStore =
  /** Secrets on GitHub, in the order of the input: the first one is the one that this workflow reads. */
  | { readonly kind: 'places'; readonly stamps: readonly Stamp[] }
  /** A command stores it: what another one read back is this token, another one, or nothing that is known. */
  | { readonly kind: 'command'; readonly holds: 'this' | 'other' | 'unknown' }

/** How far the clock of each server is ahead of ours, in milliseconds; undefined where its answers do not say. */
export interface Offsets {
  readonly jira: number | undefined
  readonly store: number | undefined
}

/** All that a run has seen of the world. Dates are of the clock of whoever wrote them, times in `…Ms` are of ours. */
export interface Sighting {
  /** Of the token that this run was given. */
  readonly fingerprint: string
  /** Of the family of rotated tokens. */
  readonly prefix: string
  /** What a person has named; empty where nothing is. */
  readonly tokenName: string
  /** The account's tokens, as listed last. */
  readonly tokens: readonly ListedToken[]
  /** The same, as listed first in this run: before its own requests could count as uses. */
  readonly firstTokens: readonly ListedToken[]
  /** As it was at the beginning of this run. */
  readonly store: SeenStore
  readonly offsets: Offsets
  /** When this run asked Jira for the first time. */
  readonly firstRequestMs: number
  readonly nowMs: number
}

/** The same, with all dates by our clock: only then may one server's be compared with another's. */
export function inOurTime(sighting: Sighting): Sighting {
  const { offsets, tokens, firstTokens, store } = sighting
  const ofJira = (token: ListedToken): ListedToken => shift(token, -(offsets.jira ?? 0))
  return {
    ...sighting,
    tokens: tokens.map(ofJira),
    firstTokens: firstTokens.map(ofJira),
    store:
      store.kind === 'command'
        ? store
        : {
            kind: 'places',
            stamps: store.stamps.map((stamp) => (stamp === 'missing' ? stamp : stamp - (offsets.store ?? 0))),
          },
  }
}

/**
 * Whether a place was written since a token was made, which it is seconds later. Both times are of one clock.
 * @param createdMs undefined where nobody knows: then none was
 */
export function isWrittenSince(stamp: Stamp, createdMs: number | undefined): boolean {
  return stamp !== 'missing' && createdMs !== undefined && stamp >= createdMs - TOLERANCE_MS
}

function shift(token: ListedToken, byMs: number): ListedToken {
  const { expiresAt, createdAt, lastAccessedAt } = token
  return {
    ...token,
    expiresAt: typeof expiresAt === 'number' ? expiresAt + byMs : expiresAt,
    createdAt: createdAt === undefined ? undefined : createdAt + byMs,
    lastAccessedAt: lastAccessedAt === undefined ? undefined : lastAccessedAt + byMs,
  }
}
