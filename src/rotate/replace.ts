import { finding } from '../catalogue/finding.ts'
import { createBound } from './bound.ts'
import { create, type NewToken, type NoToken } from './create.ts'
import { discard } from './discard.ts'
import { healAtTheEnd } from './heal.ts'
import { WRITING_MS } from './periods.ts'
import type { Head } from './place.ts'
import { outOfTime, proveListed, proveNew } from './prove.ts'
import { revokeNow } from './revoke.ts'
import { isTrouble } from './store.ts'
import { type Ended, endWith, type Known, type Task } from './task.ts'
import { describeTrouble } from './trouble-words.ts'
import { lookAtPlaces, writeOthers, writeOwn } from './write.ts'

/** The last look at what was written, which changes nothing more, has so long. */
const LOOKING_MS = 60_000

/**
 * Rehearses, makes a new token, proves it and writes it. Whatever breaks, the first place holds a token that works: the
 * present one until it is written, and both live from there on.
 */
export async function replace(task: Task, known: Known, head: Head): Promise<Ended> {
  const { signals } = task
  signals.hold()
  const result = await makeAndWrite(task, known, head)
  if (result.kind === 'ended') return result
  // The present token stays, and other places may wait for it; after a signal there is no time for that.
  if (result.isCertain && !signals.areReceived) await healAtTheEnd(task, known)
  return endWith(result.found)
}

async function makeAndWrite(task: Task, known: Known, head: Head): Promise<Ended | NoToken> {
  const { store, clock, signals, inputs } = task
  const unwritable = await store.rehearse(task.bound)
  if (unwritable !== undefined) return noToken(describeTrouble(unwritable, task), true)
  if (signals.areReceived) {
    const problem = 'This run was told to end before it asked for a new token'
    return noToken(finding('new-token-not-proven', { problem }), true)
  }

  const bound = createBound(clock, WRITING_MS)
  const made = await create(task, known, bound)
  if (made.kind === 'none') return made
  const unlisted = await proveListed(task, known, made, head, bound)
  if (unlisted !== undefined) return giveUp(task, made, unlisted)
  // Whatever has to be read for it is read before the proof, which comes last.
  const unready = await store.prepare(0, bound)
  if (isTrouble(unready)) return giveUp(task, made, describeTrouble(unready, task))
  const unproven = await proveNew(task, known, made, bound)
  if (unproven !== undefined) return giveUp(task, made, unproven)
  if (bound.leftMs() <= 0) return giveUp(task, made, outOfTime(task, made))

  const own = await writeOwn(task, known, made, bound)
  if (own.kind === 'refused') return giveUp(task, made, own.found)
  if (own.kind === 'in-doubt') return endWith(own.found)
  const found = await writeOthers(task, made, bound)
  if (found !== undefined || signals.areReceived) return endWith(found)
  const stale = await lookAtPlaces(task, known, createBound(clock, LOOKING_MS))
  if (stale !== undefined) return endWith(stale)
  if (inputs.revoke === 'now') return revokeNow(task, known, head, made)
  return endWith(undefined)
}

/** A new token that no place holds, for certain, is of no use: it is revoked. */
async function giveUp(task: Task, made: NewToken, found: NoToken['found']): Promise<NoToken> {
  const { deeds, clock } = task
  // A time of its own: the one for writing may be over.
  const isGone = await discard(task, made.name, deeds.made?.id ?? made.id, createBound(clock, WRITING_MS / 10))
  if (isGone) return noToken(found, true)
  const problem = `${task.product.words.product} has made “${made.name}”, which could not be stored, and did not revoke it`
  return noToken(finding('successor-lost', { problem, newToken: made.name }), false)
}

function noToken(found: NoToken['found'], isCertain: boolean): NoToken {
  return { kind: 'none', found, isCertain }
}
