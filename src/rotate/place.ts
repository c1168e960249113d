import { isLive } from '../verdict/expiry.ts'
import { familyOf, findOwnEntry, type OwnEntry, predecessorOf } from '../verdict/family.ts'
import type { ListedToken } from '../verdict/listed-token.ts'
import { doubtByStamp } from './by-hand.ts'
import { type Elder, findElders } from './elders.ts'
import { WRITING_MS } from './periods.ts'
import { inOurTime, isWrittenSince, type Sighting, type Stamp } from './sighting.ts'

/** Where a run stands. All dates in it are by our clock. */
export type Standing = Uncertain | Superseded | Head

/** Which entry of the list this token is, or when it ends, cannot be told. */
export interface Uncertain {
  readonly kind: 'uncertain'
  readonly problem: 'entry' | 'date'
}

/** This token has a successor already: one that its store has not handed out to this run. */
export interface Superseded {
  readonly kind: 'superseded'
  /** The youngest first. */
  readonly successors: readonly [Successor, ...Successor[]]
  /** When this token ends; undefined where that is not known. */
  readonly endsMs: End | undefined
}

/** One that names this token as the one before it. */
export interface Successor {
  readonly token: ListedToken
  readonly ageMs: number
  /** Whether a place may hold it: one was written since it was made. */
  readonly mayBeStored: boolean
  /** Whether it was used after whoever made it could have proven it. */
  readonly wasUsed: boolean
}

/** This token is the newest of its family, or has none yet. */
export interface Head {
  readonly kind: 'head'
  readonly entry: OwnEntry
  /** The one of the candidates that ends first; there is only one where the entry is certain. */
  readonly token: ListedToken
  /** When that ends. */
  readonly endsMs: End
  /** When the youngest of the candidates was made: undefined where Jira does not say. */
  readonly appearedMs: number | undefined
  /** Whether a family token lives, this one included. */
  readonly hasFamily: boolean
  /** How many places there are besides the first. */
  readonly otherPlaces: number
  /** Whether one of those is missing, or was written before this token was made. */
  readonly hasStalePlace: boolean
  /** Older ones of the family that live, or the one that a person has named. */
  readonly elders: readonly Elder[]
}

export type End = number | 'never'

/**
 * Tells from what was seen where a run stands. Only live tokens count: one that has expired as a successor would block
 * for ever. There is no other state than the account's list and the stamps of the store.
 */
export function place(seen: Sighting): Standing {
  const sighting = inOurTime(seen)
  const { nowMs, prefix, fingerprint } = sighting
  const live = sighting.tokens.filter((token) => isLive(token, nowMs))
  const told = findOwnEntry(live, sighting)
  const first = endOf(told.candidates)
  const [youngest, ...others] = familyOf(live, prefix)
    .filter(({ name }) => predecessorOf(name, prefix) === fingerprint)
    .toReversed()
  if (youngest !== undefined) {
    const judge = (token: ListedToken): Successor => judgeSuccessor(token, sighting)
    return { kind: 'superseded', successors: [judge(youngest), ...others.map(judge)], endsMs: first?.endsMs }
  }
  if (told.candidates.length === 0) return { kind: 'uncertain', problem: 'entry' }
  const entry = doubtByStamp(told, live, sighting)
  const earliest = endOf(entry.candidates)
  if (earliest === undefined) return { kind: 'uncertain', problem: 'date' }
  const ages = entry.candidates.map(({ createdAt }) => createdAt)
  const appearedMs = ages.includes(undefined) ? undefined : Math.max(...ages.map(Number))
  const later = stampsOf(sighting).slice(1)
  return {
    kind: 'head',
    entry,
    ...earliest,
    appearedMs,
    hasFamily: familyOf(live, prefix).length > 0,
    otherPlaces: later.length,
    hasStalePlace: later.some((stamp) => !isWrittenSince(stamp, appearedMs)),
    elders: findElders(live, entry, sighting),
  }
}

/** The candidate that ends first. @returns undefined where there is none, or a date cannot be read */
function endOf(candidates: readonly ListedToken[]): { token: ListedToken; endsMs: End } | undefined {
  const ends = candidates.flatMap((token) =>
    token.expiresAt === 'unreadable' ? [] : [{ token, endsMs: token.expiresAt }],
  )
  if (ends.length < candidates.length) return undefined
  return ends.toSorted((a, b) => orderOf(a.endsMs) - orderOf(b.endsMs))[0]
}

function orderOf(endsMs: End): number {
  return endsMs === 'never' ? Number.MAX_VALUE : endsMs
}

function judgeSuccessor(token: ListedToken, { store, offsets, nowMs }: Sighting): Successor {
  const { createdAt, lastAccessedAt } = token
  const isComparable = offsets.jira !== undefined && (store.kind === 'command' || offsets.store !== undefined)
  return {
    token,
    ageMs: createdAt === undefined ? Number.POSITIVE_INFINITY : nowMs - createdAt,
    mayBeStored:
      !isComparable ||
      createdAt === undefined ||
      (store.kind === 'command'
        ? store.holds !== 'this'
        : store.stamps.some((stamp) => isWrittenSince(stamp, createdAt))),
    wasUsed: createdAt === undefined || (lastAccessedAt !== undefined && lastAccessedAt > createdAt + WRITING_MS),
  }
}

function stampsOf({ store }: Sighting): readonly Stamp[] {
  return store.kind === 'places' ? store.stamps : []
}
