import { familyOf, type OwnEntry, predecessorOf } from '../verdict/family.ts'
import type { ListedToken } from '../verdict/listed-token.ts'
import { TOLERANCE_MS, WRITING_MS } from './periods.ts'
import type { Sighting } from './sighting.ts'

/** A live token that is older than the one of this run, and of its family or named by a person. */
export interface Elder {
  readonly token: ListedToken
  /** Whether it is older than all that name the newest fingerprint: then it is none of those that the store holds. */
  readonly isOlderThanNewest: boolean
  /** Whether the token of this run, or a twin of it, was used by somebody else after every place had been written. */
  readonly isStoreProven: boolean
  /** Whether the same was used after the last use of this elder. */
  readonly isSucceeded: boolean
  /** How long nobody has used it, in milliseconds; undefined where Jira does not say. */
  readonly idleMs: number | undefined
  /** How long its newest successor has been there, in milliseconds; undefined where Jira does not say. */
  readonly overlapMs: number | undefined
}

/**
 * Finds the elders of the token of this run, and what is known of whether anybody still needs them.
 * @param live tokens that have not expired, with dates by our clock, like those of the sighting
 */
export function findElders(live: readonly ListedToken[], entry: OwnEntry, sighting: Sighting): readonly Elder[] {
  const { prefix, tokenName, nowMs, offsets } = sighting
  const family = familyOf(live, prefix)
  const newest = family.at(-1)
  const newestFingerprint = newest && predecessorOf(newest.name, prefix)
  const newestOnes = family.filter(({ name }) => predecessorOf(name, prefix) === newestFingerprint)
  // Which of two twins the store holds, nobody can tell: both are this token.
  const own = entry.by === 'family' ? [...entry.candidates, ...newestOnes] : entry.candidates
  const appearedMs = latest([...newestOnes, ...entry.candidates].map(({ createdAt }) => createdAt))
  const usedMs = lastUseBefore(own, sighting)
  // Of two with one name, which a person may have meant, none is touched.
  const named = live.filter(({ name }) => tokenName !== '' && name === tokenName)
  const isNamed = (token: ListedToken): boolean => named.length === 1 && named.includes(token)
  return live
    .filter((token) => !own.includes(token) && (family.includes(token) || isNamed(token)))
    .filter((token) => entry.candidates.every((candidate) => isOlder(token, candidate)))
    .map((token) => {
      const idleSinceMs = lastUseOf(token, sighting)
      return {
        token,
        isOlderThanNewest: newestOnes.length > 0 && newestOnes.every((one) => isOlder(token, one)),
        isStoreProven: usedMs !== undefined && isAfterStore(usedMs, appearedMs, sighting),
        isSucceeded: usedMs !== undefined && idleSinceMs !== undefined && usedMs > idleSinceMs,
        idleMs: idleSinceMs === undefined || offsets.jira === undefined ? undefined : nowMs - idleSinceMs,
        overlapMs: appearedMs === undefined || offsets.jira === undefined ? undefined : nowMs - appearedMs,
      }
    })
}

/** @returns whether it is known that a token was made before another one */
function isOlder(token: ListedToken, other: ListedToken): boolean {
  return token.createdAt !== undefined && other.createdAt !== undefined && token.createdAt < other.createdAt
}

/** A place that was missing has been proven by nobody. */
function isAfterStore(usedMs: number, appearedMs: number | undefined, { store, offsets }: Sighting): boolean {
  if (store.kind === 'command') return appearedMs !== undefined && usedMs > appearedMs + WRITING_MS + TOLERANCE_MS
  if (offsets.jira === undefined || offsets.store === undefined) return false
  return store.stamps.every((stamp) => stamp !== 'missing' && usedMs > stamp + TOLERANCE_MS)
}

/** The last use by somebody else: those of this run itself prove nothing. */
function lastUseBefore(tokens: readonly ListedToken[], sighting: Sighting): number | undefined {
  const { firstRequestMs, firstTokens } = sighting
  const uses = [...tokens, ...firstTokens.filter((first) => tokens.some((token) => isSame(first, token)))]
    .flatMap(({ lastAccessedAt }) => lastAccessedAt ?? [])
    .filter((usedMs) => usedMs < firstRequestMs - TOLERANCE_MS)
  return uses.length === 0 ? undefined : Math.max(...uses)
}

function lastUseOf(token: ListedToken, { firstTokens }: Sighting): number | undefined {
  const uses = [token, ...firstTokens.filter((first) => isSame(first, token))].map(
    ({ lastAccessedAt }) => lastAccessedAt,
  )
  return token.lastAccessedAt === undefined ? undefined : latest(uses.filter((usedMs) => usedMs !== undefined))
}

function isSame(a: ListedToken, b: ListedToken): boolean {
  return a.id === b.id && a.name === b.name
}

/** @returns undefined where one of them is not known */
function latest(times: readonly (number | undefined)[]): number | undefined {
  return times.includes(undefined) || times.length === 0 ? undefined : Math.max(...times.map(Number))
}
