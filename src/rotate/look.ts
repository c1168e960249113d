import { addCommonFacts, type Finding, finding, isFinding } from '../catalogue/finding.ts'
import { judge, NO_EVIDENCE } from '../verdict/judge.ts'
import type { ListedToken } from '../verdict/listed-token.ts'
import type { Product } from '../verdict/product.ts'
import { blockerOf, describeUnreadableList, saysNothingOfTheList } from '../verdict/unreadable-list.ts'
import { type Bound, createBound } from './bound.ts'
import { PROOF_MS } from './periods.ts'
import { place, type Standing } from './place.ts'
import { isTrouble } from './store.ts'
import { type Ended, endWith, isEnded, type Known, type Task } from './task.ts'
import { describeTrouble } from './trouble-words.ts'

/** Looks at everything that there is to see, without changing any of it. */
export async function look(task: Task): Promise<Known | Ended> {
  const { jira, store, bound, clock } = task
  const seen = await lookAtJira(task, bound)
  if (isEnded(seen)) return seen
  const sight = await store.see(bound)
  if (isTrouble(sight)) return endWith(describeTrouble(sight, task))
  const offsets = { jira: jira.offsetMs, store: sight.offsetMs }
  const firstRequestMs = jira.firstRequestMs ?? clock.now()
  return { ...seen, firstTokens: seen.tokens, seen: sight.seen, offsets, firstRequestMs }
}

/** The same of Jira alone: what was seen of the store, and first of the list, stays as it was. */
export async function lookAgain(task: Task, known: Known, bound: Bound): Promise<Known | Ended> {
  const seen = await lookAtJira(task, bound)
  if (isEnded(seen)) return seen
  return { ...known, ...seen, offsets: { ...known.offsets, jira: task.jira.offsetMs } }
}

/** Where a run stands by what is known. What it has revoked itself is gone, whatever a list that lags behind says. */
export function standingOf({ inputs, fingerprint, clock, deeds }: Task, known: Known): Standing {
  const isGone = ({ id }: ListedToken): boolean => id !== undefined && deeds.gone.has(id)
  return place({
    ...known,
    store: known.seen,
    tokens: known.tokens.filter((token) => !isGone(token)),
    fingerprint,
    prefix: inputs.prefix,
    tokenName: inputs.jira.tokenName,
    nowMs: clock.now(),
  })
}

async function lookAtJira(
  { inputs, token, jira, product, clock, evidence }: Task,
  bound: Bound,
): Promise<Pick<Known, 'identity' | 'tokens' | 'proof'> | Ended> {
  const proof = createBound(clock, PROOF_MS)
  const identity = await jira.identify(token, bound)
  if (isFinding(identity)) return endWith(identity, 'authentication')
  evidence.identity = identity
  const gated = judge(inputs.jira, { ...NO_EVIDENCE, identity }, product, clock.now())
  if (gated.finding.reason !== 'authenticated') return endWith(gated.finding, gated.stage)
  const tokens = await jira.list(token, identity, bound)
  if (isFinding(tokens)) return endWith(describeList(tokens, product.tokensPathOf(identity), product), 'expiry')
  evidence.tokens = tokens
  return { identity, tokens, proof }
}

/** Nothing can be told without the list. */
function describeList(found: Finding, path: string, { words }: Pick<Product, 'words'>): Finding {
  if (saysNothingOfTheList(found)) return found
  const facts = { problem: describeUnreadableList(found, path, words), ...blockerOf(found) }
  return addCommonFacts(finding('expiry-unknown', facts, found.statusCode), found.common)
}
