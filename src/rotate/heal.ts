import { type Bound, createBound } from './bound.ts'
import { mayHeal, needsHealing } from './decide.ts'
import { lookAgain, standingOf } from './look.ts'
import type { StoreTrouble } from './store.ts'
import { isTrouble } from './store.ts'
import { isEnded, type Known, type Task } from './task.ts'

/** What came of it. */
export interface Healing {
  /** Places that could not be written. */
  readonly troubles: readonly StoreTrouble[]
  /** Whether this token turned out to be no head any more, so that it is not for this run to write it. */
  readonly isOvertaken: boolean
}

/**
 * Writes the token of this run to every other place again: it came out of the store, so it works. It is proven at most
 * a minute before each writing, so that a run that was suspended does not put back what has been replaced meanwhile.
 * After the last writing Jira is asked nothing with it: that would count as a use in the night after.
 */
export async function heal(task: Task, known: Known, bound: Bound): Promise<Healing> {
  const { store, token, deeds } = task
  const troubles: StoreTrouble[] = []
  let current = known
  for (const at of [...store.places.keys()].slice(1)) {
    const unready = await store.prepare(at, bound)
    if (isTrouble(unready)) {
      troubles.push(unready)
      continue
    }
    if (current.proof.leftMs() <= 0) {
      const again = await lookAgain(task, current, bound)
      if (isEnded(again) || standingOf(task, again).kind !== 'head') return { troubles, isOvertaken: true }
      current = again
    }
    const written = await store.write(at, token, within(bound, current.proof))
    if (isTrouble(written)) troubles.push(written)
    else deeds.healed.add(at)
  }
  return { troubles, isOvertaken: false }
}

/** Both bounds at once. */
function within(...bounds: readonly Bound[]): Bound {
  return { leftMs: () => Math.min(...bounds.map((bound) => bound.leftMs())) }
}

/** A healing at the end of a run that could not do more has so long. */
const LAST_HEALING_MS = 60_000

/**
 * Heals at the end of a run that was due and has made no new token, for certain: where this token, asked anew, is still
 * the newest.
 */
export async function healAtTheEnd(task: Task, known: Known): Promise<void> {
  const { inputs, clock, store, signals } = task
  if (store.places.length === 1) return
  signals.hold()
  const bound = createBound(clock, LAST_HEALING_MS)
  const again = await lookAgain(task, known, bound)
  if (isEnded(again)) return
  const standing = standingOf(task, again)
  if (standing.kind !== 'head' || !mayHeal(standing) || !needsHealing(standing, inputs, clock.now())) return
  await heal(task, again, bound)
}
