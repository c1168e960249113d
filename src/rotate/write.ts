import { sleep } from '../base/clock.ts'
import { type Finding, finding } from '../catalogue/finding.ts'
import type { Bound } from './bound.ts'
import type { NewToken } from './create.ts'
import { isWrittenSince, type Stamp } from './sighting.ts'
import { isTrouble, type StoreTrouble } from './store.ts'
import type { Known, Task } from './task.ts'
import { describeTrouble, speakerOf } from './trouble-words.ts'

/** What came of writing the first place. */
export type OwnWriting =
  | { readonly kind: 'written' }
  /** For certain: it holds the present token. */
  | { readonly kind: 'refused'; readonly found: Finding }
  /** Both tokens are needed. */
  | { readonly kind: 'in-doubt'; readonly found: Finding }

/** Writes the new token to the first place, which this workflow reads. It has been prepared and proven right before. */
export async function writeOwn(task: Task, known: Known, made: NewToken, bound: Bound): Promise<OwnWriting> {
  const { store, deeds } = task
  const [own] = store.places
  const written = await store.write(0, made.value, bound)
  if (isTrouble(written) && written.why === 'refused') return { kind: 'refused', found: describeTrouble(written, task) }
  if (isTrouble(written) && !(await hasMoved(task, known, bound))) {
    deeds.own = 'either'
    const problem = `Whether ${own} holds the new token or the old one is not known: ${speakerOf(store)} ${written.detail}`
    return { kind: 'in-doubt', found: finding('secret-write-in-doubt', { problem, places: store.places }) }
  }
  deeds.own = 'new'
  deeds.written.add(0)
  return { kind: 'written' }
}

/** Whether the first place was written since the beginning of this run: both times are of one clock. */
async function hasMoved({ store }: Task, { seen }: Known, bound: Bound): Promise<boolean> {
  const before: Stamp | undefined = seen.kind === 'places' ? seen.stamps[0] : undefined
  const after = await store.stampOf(0, bound)
  return typeof before === 'number' && typeof after === 'number' && after > before
}

/** Writes the new token to the other places. @returns what went wrong; what is written stays, and the next run heals */
export async function writeOthers(task: Task, made: NewToken, bound: Bound): Promise<Finding | undefined> {
  const { store, deeds } = task
  const troubles: StoreTrouble[] = []
  for (const at of [...store.places.keys()].slice(1)) {
    const trouble = (await store.prepare(at, bound)) ?? (await store.write(at, made.value, bound))
    if (isTrouble(trouble)) troubles.push(trouble)
    else deeds.written.add(at)
  }
  return describeTroubles(troubles, task)
}

/** A place may be read before what was written to it can be seen. */
const LOOKS = 3
const LOOK_PAUSE_MS = 1_000

/**
 * Looks once more whether every place was written since the token was made. Where GitHub does not say, its word at the
 * writing counts.
 * @returns a finding where a place is seen to hold something older
 */
export async function lookAtPlaces(task: Task, { offsets }: Known, bound: Bound): Promise<Finding | undefined> {
  const { store, clock, deeds } = task
  const createdMs = deeds.made?.createdMs
  if (store.kind === 'command' || createdMs === undefined || offsets.store === undefined) return undefined
  for (const at of deeds.written) {
    let stamp: Stamp | undefined
    for (let look = 1; look <= LOOKS; look += 1) {
      if (look > 1) await sleep(clock, LOOK_PAUSE_MS)
      stamp = await store.stampOf(at, bound)
      if (stamp === undefined || isWrittenSince(stamp, createdMs + offsets.store)) break
    }
    if (stamp !== undefined && !isWrittenSince(stamp, createdMs + offsets.store)) {
      const place = store.places[at] ?? store.places[0]
      const problem = `GitHub has taken the new token for ${place}, but shows there something that was written before it`
      return finding('secret-write-in-doubt', { problem, places: store.places })
    }
  }
  return undefined
}

/** The first that was refused, since somebody has to mend that; else the first of the others. */
export function describeTroubles(troubles: readonly StoreTrouble[], task: Task): Finding | undefined {
  const trouble = troubles.find(({ why }) => why === 'refused') ?? troubles[0]
  return trouble && describeTrouble(trouble, task)
}
