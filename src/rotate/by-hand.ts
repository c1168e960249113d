import { familyOf, isStranger, type OwnEntry, predecessorOf } from '../verdict/family.ts'
import type { ListedToken } from '../verdict/listed-token.ts'
import { QUEUED_MS, TOLERANCE_MS } from './periods.ts'
import { isWrittenSince, type Sighting } from './sighting.ts'

/**
 * The first place is written by nobody but the run that makes a token, right after it has made it. Where the stamp of that
 * place says otherwise, somebody has put a token there by hand, or another secret shares the family: then this token may
 * be any older one of the family, or a stranger, too.
 * @param entry as the list tells it
 * @param live tokens that have not expired, with dates by our clock, like those of the sighting
 * @returns the entry, with all that it may be
 */
export function doubtByStamp(entry: OwnEntry, live: readonly ListedToken[], sighting: Sighting): OwnEntry {
  const { prefix, store, offsets } = sighting
  const isComparable = offsets.jira !== undefined && offsets.store !== undefined
  if (entry.by !== 'family' || store.kind === 'command' || !isComparable) return entry
  const family = familyOf(live, prefix)
  const newest = family.at(-1)
  const fingerprint = newest && predecessorOf(newest.name, prefix)
  const [stamp = 'missing'] = store.stamps
  const isWrittenWith = ({ name, createdAt }: ListedToken): boolean =>
    predecessorOf(name, prefix) === fingerprint &&
    (createdAt === undefined || (isWrittenSince(stamp, createdAt) && Number(stamp) <= createdAt + LATEST_MS))
  if (family.some(isWrittenWith)) return entry
  const others = live.filter(
    (token) => (family.includes(token) || isStranger(token)) && !entry.candidates.includes(token),
  )
  return { ...entry, candidates: [...entry.candidates, ...others] }
}

/** A run writes within minutes; the rest of the day is for whatever else makes a stamp late. */
const LATEST_MS = QUEUED_MS + TOLERANCE_MS
