import type { Note } from '../catalogue/notes.ts'
import { overdueElders } from './decide.ts'
import { isShortLived } from './due.ts'
import type { Rotated } from './rotate.ts'
import type { Task } from './task.ts'

/** What is worth a warning, however a run ended. */
export function noteRotation(
  { inputs, deeds, evidence, product }: Task,
  { standing, step, rotation }: Rotated,
): readonly Note[] {
  const tokenPage = product.tokenPageOf(inputs.jira.baseUrl)
  const notes: Note[] = []
  const warn = (note: Note): void => {
    notes.push(note)
  }
  if (inputs.attempt > 1) warn({ code: 'rotation-rerun', isWarning: true, facts: {} })
  if (step?.kind === 'wait' && step.end === 'near') {
    warn({ code: 'rotation-ends-soon', isWarning: true, facts: { newToken: step.successor.name } })
  }
  const isMaking = rotation === 'created' || rotation === 'would-create'
  if (isMaking && inputs.lifeDays === 'never') warn({ code: 'rotation-never-expires', isWarning: true, facts: {} })
  if (standing?.kind !== 'head') return notes
  const { entry } = standing
  if (isShortLived(standing)) warn({ code: 'rotation-short-life', isWarning: true, facts: {} })
  if (entry.candidates.length > 1) {
    const tokenNames = entry.candidates.map(({ name }) => name)
    warn({ code: 'rotation-doubt', isWarning: true, facts: { tokenNames } })
  }
  const overdue = overdueElders(standing, inputs).filter(
    ({ id }) => id === undefined || !(deeds.gone.has(id) || id === deeds.toRevoke?.id),
  )
  if (overdue.length > 0) {
    const tokenNames = overdue.map(({ name }) => name)
    warn({ code: 'rotation-elder', isWarning: true, facts: { tokenNames, tokenPage } })
  }
  const [only] = entry.candidates
  if (rotation === 'created' && entry.by === 'only' && !deeds.isOwnRevoked && only !== undefined) {
    warn({ code: 'rotation-by-hand', isWarning: true, facts: { tokenName: only.name, tokenPage } })
  }
  return evidence.identity === null ? [] : notes
}
