import { type Finding, finding, isFinding } from '../catalogue/finding.ts'
import { titleOf } from '../catalogue/title.ts'
import type { Creation } from '../verdict/product.ts'
import type { Bound } from './bound.ts'
import { discard, revokeExpired } from './discard.ts'
import type { Made } from './jira-side.ts'
import { nameNewToken } from './names.ts'
import type { Known, Task } from './task.ts'

/** A new token that nobody but this run knows yet. */
export interface NewToken {
  readonly kind: 'new'
  readonly name: string
  readonly value: string
  readonly id: number | undefined
}

/** There is none that could be stored. */
export interface NoToken {
  readonly kind: 'none'
  readonly found: Finding
  /** Whether no token of this run lives, for certain: then the present one may be written again. */
  readonly isCertain: boolean
}

/**
 * Asks for a new token. No request is ever sent again: where nothing, or nothing readable, comes of one, the list tells
 * whether a token was made whose value is lost; that one is revoked, and another name is tried once.
 */
export async function create(task: Task, known: Known, bound: Bound): Promise<NewToken | NoToken> {
  const { inputs, token, fingerprint, product, jira, clock, random, deeds } = task
  let mayClearExpired = true
  let wasLost = false
  while (true) {
    const name = nameNewToken(inputs.prefix, fingerprint, clock.now(), random)
    const made = await jira.make(token, name, inputs.lifeDays)
    const { creation } = made
    switch (creation.kind) {
      case 'made':
        deeds.made = { name, id: creation.id, fate: 'alive' }
        return { kind: 'new', name, value: creation.value, id: creation.id }
      case 'not-sent':
        return none(
          describeNothing(task, made, `the request for a new token did not reach ${product.words.product}`),
          true,
        )
      case 'refused':
        // Those of the family that have expired count, and nobody can need them.
        if (creation.why === 'limit' && mayClearExpired && (await revokeExpired(task, known, bound))) {
          mayClearExpired = false
          continue
        }
        return none(describeRefusal(task, made, creation), true)
      case 'in-doubt': {
        const lost = await dropLost(task, known, bound, name, made)
        if (lost !== undefined) return lost
        if (wasLost) {
          const problem = `${product.words.product} has made a new token twice, and the answer with its value was lost on the way`
          return none(finding('successor-lost', { problem: `${problem}; both were revoked` }), true)
        }
        wasLost = true
      }
    }
  }
}

/** @returns undefined where a token was made, its value is lost, and it is revoked: then another one may be asked for */
async function dropLost(
  task: Task,
  known: Known,
  bound: Bound,
  name: string,
  made: Made,
): Promise<NoToken | undefined> {
  const { jira, token, deeds } = task
  const { product } = task.product.words
  const tokens = await jira.list(token, known.identity, bound)
  const entry = isFinding(tokens) ? undefined : tokens.find((listed) => listed.name === name)
  if (entry === undefined) {
    deeds.made = { name, fate: 'unknown' }
    const seen = isFinding(tokens) ? 'the list of tokens cannot be read now' : 'the list of tokens does not show it yet'
    return none(
      describeNothing(task, made, `it is not known whether ${product} has made “${name}”, and ${seen}`, name),
      false,
    )
  }
  deeds.made = { name, id: entry.id, fate: 'lost' }
  if (await discard(task, name, entry.id, bound)) return undefined
  const problem = `the answer with its value was lost on the way, and ${product} did not revoke it`
  return none(
    finding('successor-lost', { problem: `${product} has made “${name}”, but ${problem}`, newToken: name }),
    false,
  )
}

function none(found: Finding, isCertain: boolean): NoToken {
  return { kind: 'none', found, isCertain }
}

function describeNothing({ product }: Task, { found }: Made, problem: string, newToken?: string): Finding {
  const title = found && titleOf(found, product.words)
  const why = title === undefined ? '' : ` (${title})`
  return finding('new-token-not-proven', { problem: `${capital(problem)}${why}`, newToken }, found?.statusCode ?? null)
}

function describeRefusal(
  { inputs, store, product }: Task,
  { found }: Made,
  { why, statusCode }: Creation & { readonly kind: 'refused' },
): Finding {
  switch (why) {
    case 'limit':
      return finding('too-many-tokens', { tokenName: inputs.jira.tokenName || undefined }, statusCode)
    case 'life': {
      const life = inputs.lifeDays === 'never' ? 'never expires' : `lives ${inputs.lifeDays} days`
      return finding(
        'token-life-refused',
        { problem: `${product.words.product} refuses to make a token that ${life} (HTTP 400)` },
        statusCode,
      )
    }
    case 'not-allowed': {
      const { path } = product.tokenMaking?.creation('', 1) ?? {}
      const problem = `${product.words.product} answers the request for a new token with HTTP ${statusCode}, though it accepts the token itself`
      const blocker = found !== undefined && 'operator' in found.facts ? found.facts.operator : undefined
      const operator = blocker ?? `the operators of ${new URL(inputs.jira.baseUrl).host}`
      return finding('rotation-not-allowed', { problem, places: store.places, operator, path }, statusCode)
    }
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
