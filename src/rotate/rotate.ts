import { finding } from '../catalogue/finding.ts'
import { createBound } from './bound.ts'
import { decide, type Step } from './decide.ts'
import { heal, healAtTheEnd } from './heal.ts'
import { look, standingOf } from './look.ts'
import { WRITING_MS } from './periods.ts'
import type { Standing } from './place.ts'
import { replace } from './replace.ts'
import { isHealed, notRevoked, revokeElder } from './revoke.ts'
import { describeOmission, describeShadow, describeTooShort, describeUncertainty } from './step-words.ts'
import { type Ended, endWith, isEnded, type Known, type Task } from './task.ts'
import { describeTroubles } from './write.ts'

/** How a run of the rotation ended. */
export interface Rotated {
  readonly ended: Ended
  readonly rotation: Rotation
  /** Where it stood when it ended, and at the last step that it took or would have taken; undefined where it never knew. */
  readonly standing: Standing | undefined
  readonly step: Step | undefined
}

/** What a rotation has done: the most that it did. */
export type Rotation =
  | ('not-due' | 'created' | 'healed' | 'revoked' | 'waiting' | 'none')
  | ('would-create' | 'would-heal' | 'would-revoke')

/** No account has so many tokens that a run could do more. */
const MAX_STEPS = 50

/** Looks, decides, does one thing and looks again, until nothing is left to do. */
export async function rotate(task: Task): Promise<Rotated> {
  const { inputs, clock } = task
  let known = await look(task)
  if (isEnded(known)) return { ended: known, rotation: 'none', standing: undefined, step: undefined }
  if (inputs.isDryRun || inputs.attempt > 1) return foresee(task, known)
  let standing = standingOf(task, known)
  let step: Step = { kind: 'rest' }
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    standing = standingOf(task, known)
    step = decide(standing, inputs, { healed: isHealed(task) }, clock.now())
    const next = await act(task, known, standing, step)
    if (isEnded(next)) {
      const ended = inputs.revoke === 'now' ? redUnlessRevoked(task, next, step) : next
      return { ended, rotation: rotationOf(task, step), standing, step }
    }
    known = next
  }
  const found = finding('internal-error', { detail: 'the rotation did not come to an end' })
  return { ended: endWith(found), rotation: rotationOf(task, step), standing, step }
}

async function act(task: Task, known: Known, standing: Standing, step: Step): Promise<Known | Ended> {
  switch (step.kind) {
    case 'drop':
    case 'revoke':
      return revokeElder(task, known, step.token)
    case 'heal':
      return healOthers(task, known)
    case 'create':
      return standing.kind === 'head' ? replace(task, known, standing) : endWith(undefined)
    case 'too-short': {
      const ended = endUnchanged(task, standing, step)
      await healAtTheEnd(task, known)
      return ended
    }
    default:
      return endUnchanged(task, standing, step)
  }
}

async function healOthers(task: Task, known: Known): Promise<Known | Ended> {
  task.signals.hold()
  const { troubles, isOvertaken } = await heal(task, known, createBound(task.clock, WRITING_MS))
  const found = describeTroubles(troubles, task)
  if (found !== undefined) return endWith(found)
  // Another run has made a successor meanwhile, and sees to the places itself.
  return isOvertaken || task.signals.areReceived ? endWith(undefined) : known
}

/** How a run ends that does nothing more. */
function endUnchanged(task: Task, standing: Standing, step: Step): Ended {
  switch (step.kind) {
    case 'uncertain':
      return endWith(describeUncertainty(task, step.problem), 'expiry')
    case 'shadowed':
      return endWith(describeShadow(task, step))
    case 'too-short':
      return endWith(describeTooShort(task, standing))
    default:
      return endWith(undefined)
  }
}

/** What a run would do that may change something: nothing is changed. Also a re-run, which has the secret of its first attempt. */
function foresee(task: Task, known: Known): Rotated {
  const { inputs, deeds, clock } = task
  const kinds = new Set<Step['kind']>()
  let healed = false
  while (true) {
    const standing = standingOf(task, known)
    const step = decide(standing, inputs, { healed }, clock.now())
    kinds.add(step.kind)
    // As if it were done: only so can be seen what comes after it.
    if (step.kind === 'heal') healed = true
    else if ((step.kind === 'drop' || step.kind === 'revoke') && step.token.id !== undefined)
      deeds.gone.add(step.token.id)
    else {
      const ended = endUnchanged(task, standing, step)
      const isRed = inputs.revoke === 'now' && !inputs.isDryRun
      const rotation = inputs.attempt > 1 ? 'none' : foreseen(kinds, step)
      return { ended: isRed ? redUnlessRevoked(task, ended, step) : ended, rotation, standing, step }
    }
  }
}

function foreseen(kinds: ReadonlySet<Step['kind']>, last: Step): Rotation {
  if (kinds.has('create')) return 'would-create'
  if (kinds.has('revoke') || kinds.has('drop')) return 'would-revoke'
  if (kinds.has('heal')) return 'would-heal'
  return last.kind === 'wait' ? 'waiting' : last.kind === 'rest' ? 'not-due' : 'none'
}

function rotationOf({ deeds }: Task, last: Step): Rotation {
  if (deeds.own !== 'this') return 'created'
  if (deeds.revoked.length > 0) return 'revoked'
  if (deeds.healed.size > 0) return 'healed'
  return last.kind === 'wait' ? 'waiting' : last.kind === 'rest' ? 'not-due' : 'none'
}

/** After a leak, a run that ends without its token revoked is red whatever the reason. */
function redUnlessRevoked(task: Task, ended: Ended, step: Step): Ended {
  if (ended.found !== undefined || task.deeds.isOwnRevoked) return ended
  return endWith(notRevoked(task, describeOmission(task, step)))
}
