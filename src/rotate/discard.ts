import { isLive } from '../verdict/expiry.ts'
import { familyOf } from '../verdict/family.ts'
import type { Bound } from './bound.ts'
import { TOLERANCE_MS } from './periods.ts'
import type { Known, Task } from './task.ts'

/**
 * Revokes a token of this run that no place holds.
 * @param id undefined where nobody knows it
 * @returns whether it is gone for certain
 */
export async function discard(task: Task, name: string, id: number | undefined, bound: Bound): Promise<boolean> {
  const { jira, token, deeds, evidence } = task
  // An answer that names one which was there before is not believed.
  if (id === undefined || evidence.tokens.some((listed) => listed.id === id && listed.name !== name)) return false
  if ((await jira.revoke(token, id, bound)) !== undefined) return false
  deeds.made = { ...deeds.made, name, id, fate: 'revoked' }
  deeds.gone.add(id)
  return true
}

/**
 * Revokes the expired tokens of the family, which count as well where an account has too many.
 * @returns whether one was revoked, so that asking again makes sense
 */
export async function revokeExpired(task: Task, known: Known, bound: Bound): Promise<boolean> {
  const { inputs, token, jira, clock, deeds } = task
  if (known.offsets.jira === undefined) return false
  // By its own clock, and some time ago by that.
  const jiraMs = clock.now() + known.offsets.jira - TOLERANCE_MS
  let isAny = false
  for (const listed of familyOf(known.tokens, inputs.prefix)) {
    if (isLive(listed, jiraMs) || listed.id === undefined) continue
    if ((await jira.revoke(token, listed.id, bound)) !== undefined) break
    deeds.gone.add(listed.id)
    deeds.revoked.push(listed)
    isAny = true
  }
  return isAny
}
