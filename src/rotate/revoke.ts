import { type Finding, finding, isFinding } from '../catalogue/finding.ts'
import { isLive } from '../verdict/expiry.ts'
import { familyOf, findOwnEntry } from '../verdict/family.ts'
import type { ListedToken } from '../verdict/listed-token.ts'
import { createBound } from './bound.ts'
import type { NewToken } from './create.ts'
import { decide } from './decide.ts'
import { lookAgain, standingOf } from './look.ts'
import { WRITING_MS } from './periods.ts'
import type { Head } from './place.ts'
import { untilKnown } from './prove.ts'
import { type Ended, endWith, isEnded, type Known, type Task } from './task.ts'

/**
 * Revokes one token of the account, by the list as it is now: where the same step is still the next one.
 * @returns what is known afterwards; undefined where it is not for this run to do any more
 */
export async function revokeElder(task: Task, known: Known, token: ListedToken): Promise<Known | Ended> {
  const { inputs, deeds, clock } = task
  const bound = createBound(clock, WRITING_MS / 10)
  const now = await lookAgain(task, known, bound)
  if (isEnded(now)) return now
  const done = { healed: isHealed(task) }
  const step = decide(standingOf(task, now), inputs, done, clock.now())
  if ((step.kind !== 'revoke' && step.kind !== 'drop') || step.token.id !== token.id) return now
  const failed = await revokeListed(task, task.token, token)
  if (failed !== undefined) return endWith(step.kind === 'drop' ? describeLeftover(task, token) : failed)
  deeds.revoked.push(token)
  return lookAgain(task, now, bound)
}

function describeLeftover({ product }: Task, { name }: ListedToken): Finding {
  const problem = `An earlier run has made “${name}” and stored it nowhere, and ${product.words.product} did not revoke it`
  return finding('successor-lost', { problem, newToken: name })
}

/** Whether this run has itself written every other place. */
export function isHealed({ deeds, store }: Task): boolean {
  return deeds.healed.size === store.places.length - 1
}

/**
 * After a leak: revokes the token that this run was given, once the new one is proven and stands in every place.
 * @param head as it was before: which entry the token is has to be certain
 */
export async function revokeNow(task: Task, known: Known, head: Head, made: NewToken): Promise<Ended> {
  const { jira, clock, deeds, token } = task
  const bound = createBound(clock, WRITING_MS / 10)
  const [own] = head.entry.candidates
  if (head.entry.candidates.length !== 1 || own?.id === undefined) {
    return endWith(notRevoked(task, 'which entry of the list it is, cannot be told for certain'))
  }
  const listed = await jira.list(made.value, known.identity, bound)
  if (isFinding(listed)) return endWith(listed)
  const entry = listed.find(({ id, name }) => id === own.id && name === own.name)
  if (entry === undefined || !listed.some(({ name }) => name === made.name)) {
    return endWith(notRevoked(task, 'the list of tokens does not show it and the new one'))
  }
  const failed = await revokeListed(task, made.value, entry)
  if (failed !== undefined) return endWith(failed)
  deeds.revoked.push(own)
  const identity = await jira.identify(made.value, bound)
  if (isFinding(identity)) return endWith(identity)
  const old = await untilKnown(
    task,
    bound,
    () => jira.identify(token, bound),
    (answer) => !isFinding(answer),
  )
  if (!isFinding(old) || old.statusCode !== 401) {
    return endWith(
      notRevoked(
        task,
        `“${own.name}” was revoked, but that ${task.product.words.product} refuses the token now could not be shown`,
        [own.name],
      ),
    )
  }
  deeds.isOwnRevoked = true
  return endWith(undefined)
}

/** A run that was to revoke its token and did not is red, whatever the reason. @param alive that may live though gone */
export function notRevoked(task: Task, why: string, alive: readonly string[] = []): Finding {
  return finding('secret-shadowed', {
    problem: `The token that was given was not revoked: ${why}`,
    tokenNames: [...alive, ...leakedOf(task)],
  })
}

/**
 * Names of the tokens that may be the one that has leaked: all that live of the family, and what this token may be; not the
 * one just made.
 */
export function leakedOf({ evidence, inputs, deeds, clock, fingerprint }: Task): readonly string[] {
  const { prefix, jira } = inputs
  const { tokenName } = jira
  const live = evidence.tokens.filter((token) => isLive(token, clock.now()))
  const suspects = new Set([
    ...familyOf(live, prefix),
    ...findOwnEntry(live, { prefix, fingerprint, tokenName }).candidates,
  ])
  return live
    .filter((token) => suspects.has(token) || (tokenName !== '' && token.name === tokenName))
    .filter(({ id, name }) => !deeds.gone.has(id ?? -1) && name !== deeds.made?.name)
    .map(({ name }) => name)
}

async function revokeListed(task: Task, withToken: string, token: ListedToken): Promise<Finding | undefined> {
  const { jira, deeds, clock } = task
  if (token.id === undefined) return undefined
  deeds.toRevoke = token
  const failed = await jira.revoke(withToken, token.id, createBound(clock, WRITING_MS / 10))
  if (failed !== undefined) return failed
  deeds.gone.add(token.id)
  delete deeds.toRevoke
  return undefined
}
