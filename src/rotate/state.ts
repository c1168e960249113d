import { DAY_MS } from '../base/clock.ts'
import { dayOf } from '../base/utc.ts'
import type { CommonFacts } from '../catalogue/facts.ts'
import type { ProductWords } from '../catalogue/product-words.ts'
import { reasonTable } from '../catalogue/reasons.ts'
import { dueMs } from './due.ts'
import type { End, Head } from './place.ts'
import { leakedOf } from './revoke.ts'
import type { Rotated } from './rotate.ts'
import type { Deeds, Task } from './task.ts'

type State = Pick<CommonFacts, 'secretState' | 'newTokenState' | 'placesState'>

/** What state things are in at the end of a run, in sentences that follow the message of any reason. */
export function describeState(task: Task, rotated: Rotated): State {
  if (task.evidence.identity === null) {
    return { newTokenState: 'Nothing was changed: no token was made or revoked, and no place was written.' }
  }
  return rotated.ended.found === undefined ? describeSuccess(task, rotated) : describeFailure(task, rotated)
}

function describeFailure(task: Task, { standing, ended }: Rotated): State {
  const { store, deeds } = task
  // Revoked by this run, or by another one meanwhile.
  const isRefused =
    deeds.isOwnRevoked || (ended.found !== undefined && reasonTable[ended.found.reason].category === 'unauthorized')
  const [ownPlace, ...others] = store.places
  const own = store.kind === 'places' ? ownPlace : 'The store of the command'
  const endsMs = standing?.kind === 'uncertain' ? undefined : standing?.endsMs
  const until = endsMs === undefined || endsMs === 'never' ? '' : ` until ${dayOf(endsMs)}`
  const secretState = {
    this: `The token that this run was given still works${until}, and ${own} was not written.`,
    new: `${own} holds the new token, which works${isOldGone(deeds, standing) ? '' : `; so does the old one${until}`}.`,
    either: `${own} holds the old token or the new one, and both work${until && `, the old one${until}`}.`,
  }[deeds.own]
  const missing = others.filter((_, index) => !deeds.written.has(index + 1))
  const healed = others.filter((_, index) => deeds.healed.has(index + 1))
  const states = [
    ...(deeds.own === 'new' && missing.length > 0
      ? [`Not written, so that the old one is in it: ${missing.join(', ')}.`]
      : []),
    ...(healed.length > 0 ? [`Written again with it: ${healed.join(', ')}.`] : []),
    ...describeRevoked(deeds),
    ...(deeds.toRevoke === undefined ? [] : [`Whether “${deeds.toRevoke.name}” was revoked is not known.`]),
    ...describeLeaked(task),
  ]
  return {
    ...(isRefused ? {} : { secretState }),
    newTokenState: describeMade(deeds),
    ...(states.length === 0 ? {} : { placesState: states.join(' ') }),
  }
}

/** Whether the token of this run was revoked, or may have been. */
function isOldGone({ gone, toRevoke }: Deeds, standing: Rotated['standing']): boolean {
  const ids = standing?.kind === 'head' ? standing.entry.candidates.map(({ id }) => id ?? -1) : []
  return ids.some((id) => gone.has(id) || id === toRevoke?.id)
}

function describeMade({ made, own }: Deeds): string {
  if (made === undefined) return 'No new token was made.'
  const name = `“${made.name}”`
  switch (made.fate) {
    case 'revoked':
      return `The new token, ${name}, was revoked again: no place holds it.`
    case 'lost':
      return `The new token, ${name}, lives, and nobody knows its value.`
    case 'unknown':
      return `Whether there is a new token, ${name}, is not known; no place holds it.`
    case 'alive':
      return own === 'this' ? `The new token, ${name}, lives, and no place holds it.` : `The new token is ${name}.`
  }
}

function describeSuccess(task: Task, { rotation, standing, step }: Rotated): State {
  const { store, deeds, inputs } = task
  const { product } = task.product.words
  const head = standing?.kind === 'head' ? standing : undefined
  const places = store.places.join(', ')
  switch (rotation) {
    case 'created':
      return {
        secretState: `A new token, “${deeds.made?.name ?? ''}”, was made with the old one, proven, and stored in ${places}.`,
        newTokenState: `It ${describeEnd(deeds.made?.endsMs, task.product.words)}.`,
        placesState: `${describeOld(task, head)} ${product} sends its owner a mail about it.`,
      }
    case 'would-create':
      return {
        secretState: `A new token would be made with this one, proven, and stored in ${places}.`,
        newTokenState: `It would ${inputs.lifeDays === 'never' ? 'never expire' : `live ${inputs.lifeDays} days`}.`,
        placesState: `Nothing was changed. Whether ${product} lets a token make one shows only when it is asked to.`,
      }
    case 'waiting':
      return {
        secretState: `It has a successor${step?.kind === 'wait' ? `, “${step.successor.name}”` : ''}: one that is just being stored, or that jobs which were queued before do not have yet.`,
        placesState: 'Nothing was changed.',
      }
    default: {
      const healed = store.places.filter((_, at) => deeds.healed.has(at))
      const did = [
        ...(healed.length > 0 ? [`It was written again to ${healed.join(', ')}.`] : []),
        ...describeRevoked(deeds),
        ...(rotation === 'would-heal' ? [`It would be written again to ${store.places.slice(1).join(', ')}.`] : []),
        ...(rotation === 'would-revoke' ? ['A token that nobody needs any more would be revoked.'] : []),
      ]
      return {
        secretState: did.length === 0 ? 'Nothing was changed.' : did.join(' '),
        newTokenState: describeDue(head, task),
      }
    }
  }
}

function describeRevoked({ revoked }: Deeds): readonly string[] {
  return revoked.length === 0 ? [] : [`Revoked: ${revoked.map(({ name }) => `“${name}”`).join(', ')}.`]
}

function describeDue(head: Head | undefined, { inputs, clock }: Task): string {
  if (head === undefined) return 'This run changes nothing.'
  const due = dueMs(head, inputs)
  if (due === undefined) return 'A token that never expires is never due to be replaced.'
  return due > clock.now() ? `The next one is made on ${dayOf(due)} or later.` : 'A new one is due.'
}

/** After a leak: the others of the family may be what has leaked. */
function describeLeaked(task: Task): readonly string[] {
  const leaked = task.inputs.revoke === 'now' ? leakedOf(task) : []
  const names = leaked.map((name) => `“${name}”`).join(', ')
  return leaked.length === 0
    ? []
    : [`Still live, and to be deleted by hand if it is one of these that has leaked: ${names}.`]
}

/** When the old token goes. */
function describeOld(task: Task, head: Head | undefined): string {
  const { deeds, inputs, product, clock } = task
  if (deeds.isOwnRevoked) {
    return ['The old one was revoked: whatever still uses it fails from now on.', ...describeLeaked(task)].join(' ')
  }
  const ends = describeEnd(head?.endsMs, product.words)
  const [candidate, ...others] = head?.entry.candidates ?? []
  const isCertain = candidate !== undefined && others.length === 0 && head?.entry.by !== 'only'
  if (inputs.revoke === 'never' || !isCertain) return `The old one ${ends}, and is not revoked before.`
  const revokedMs = clock.now() + inputs.overlapDays * DAY_MS
  if (typeof head?.endsMs === 'number' && head.endsMs <= revokedMs) return `The old one, “${candidate.name}”, ${ends}.`
  const day = dayOf(revokedMs)
  return `The old one, “${candidate.name}”, is revoked on ${day} or later, once it is seen that the new one is in use; else it ${ends}.`
}

function describeEnd(endsMs: End | undefined, { product }: Pick<ProductWords, 'product'>): string {
  if (endsMs === undefined) return `ends when ${product} says`
  return endsMs === 'never' ? 'never expires' : `lives until ${dayOf(endsMs)}`
}
