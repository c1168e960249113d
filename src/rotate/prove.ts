import { sleep } from '../base/clock.ts'
import { type Finding, finding, isFinding } from '../catalogue/finding.ts'
import { titleOf } from '../catalogue/title.ts'
import type { Identity } from '../verdict/identity.ts'
import type { ListedToken } from '../verdict/listed-token.ts'
import { type Bound, createBound } from './bound.ts'
import type { NewToken } from './create.ts'
import type { End, Head } from './place.ts'
import type { Known, Task } from './task.ts'

/** So long another node of a cluster may not know yet of a token that was just made. */
const CLUSTER_MS = 10_000
const PAUSE_MS = 1_000

/** Proves that the list shows the new token, and that it ends later than the present one. @returns undefined where it does */
export async function proveListed(
  task: Task,
  known: Known,
  made: NewToken,
  head: Head,
  bound: Bound,
): Promise<Finding | undefined> {
  const { product, jira, token, inputs, deeds } = task
  const tokens = await untilKnown(
    task,
    bound,
    () => jira.list(token, known.identity, bound),
    (listed) => !isFinding(listed) && !listed.some(({ name }) => name === made.name),
  )
  if (isFinding(tokens))
    return unproven(task, made, `the list of tokens cannot be read (${titleOf(tokens, product.words)})`)
  const entry = tokens.find(({ name }) => name === made.name)
  if (entry === undefined) return unproven(task, made, 'the list of tokens does not show it')
  const endsMs = inOurTime(entry.expiresAt, jira.offsetMs)
  deeds.made = {
    name: made.name,
    id: entry.id ?? made.id,
    createdMs: entry.createdAt === undefined ? undefined : entry.createdAt - (jira.offsetMs ?? 0),
    endsMs,
    fate: 'alive',
  }
  if (endsMs === undefined) return unproven(task, made, 'nobody can read when it ends')
  if (inputs.revoke !== 'now' && !isLater(endsMs, head.endsMs)) {
    const problem = `${product.words.product} has made a token that ends no later than the present one, though <days> asks for ${inputs.lifeDays} days`
    return finding('token-life-refused', { problem })
  }
  return undefined
}

/** Proves that the new token works, and is the same user's. @returns undefined where it does */
export async function proveNew(
  task: Task,
  { identity }: Known,
  made: NewToken,
  bound: Bound,
): Promise<Finding | undefined> {
  const found = await untilKnown(
    task,
    bound,
    () => task.jira.identify(made.value, bound),
    (answer) => isFinding(answer) && answer.statusCode === 401,
  )
  const { words } = task.product
  if (isFinding(found)) {
    return unproven(task, made, `${words.product} does not accept it (${titleOf(found, words)})`, found.statusCode)
  }
  return isSameUser(found, identity) ? undefined : unproven(task, made, 'it belongs to another user')
}

/** Past its time a run must not write what the next one may have revoked. */
export function outOfTime(task: Task, made: NewToken): Finding {
  return unproven(task, made, 'too much time has passed since it was asked for, or this machine was suspended')
}

function unproven({ product }: Task, { name }: NewToken, why: string, statusCode: number | null = null): Finding {
  return finding(
    'new-token-not-proven',
    { problem: `${product.words.product} has made “${name}”, but ${why}`, newToken: name },
    statusCode,
  )
}

/** Asks again for a while, as long as a cluster may not know yet. */
export async function untilKnown<T>(
  { clock }: Task,
  bound: Bound,
  ask: () => Promise<T>,
  isTooEarly: (answer: T) => boolean,
): Promise<T> {
  const patience = createBound(clock, CLUSTER_MS)
  while (true) {
    const answer = await ask()
    if (!isTooEarly(answer) || patience.leftMs() <= PAUSE_MS || bound.leftMs() <= PAUSE_MS) return answer
    await sleep(clock, PAUSE_MS)
  }
}

function inOurTime(expiresAt: ListedToken['expiresAt'], offsetMs = 0): End | undefined {
  if (expiresAt === 'unreadable') return undefined
  return expiresAt === 'never' ? 'never' : expiresAt - offsetMs
}

function isLater(a: End, b: End): boolean {
  if (b === 'never') return false
  return a === 'never' || a > b
}

function isSameUser(a: Identity, b: Identity): boolean {
  return a.key !== '' && b.key !== '' ? a.key === b.key : a.name === b.name && a.accountId === b.accountId
}
