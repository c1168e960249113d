import { isObject, parseJson, textOf } from '../../base/json.ts'
import { mayHaveArrived } from '../../verdict/arrival.ts'
import type { Creation, TokenMaking } from '../../verdict/product.ts'
import type { Outcome } from '../../wire/answer.ts'
import { idOf, TOKENS_PATH } from './tokens.ts'

/**
 * How Jira makes and revokes personal access tokens, with one of them.
 * Source: https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html
 */
export const tokenMaking: TokenMaking = {
  creation: (name, lifeDays) => ({
    method: 'POST',
    path: TOKENS_PATH,
    body: { name, ...(lifeDays === 'never' ? {} : { expirationDuration: lifeDays }) },
    // Not needed for JSON from what is no browser; does no harm.
    headers: { 'x-atlassian-token': 'no-check' },
  }),
  readCreation,
  revocation: (id) => ({
    method: 'DELETE',
    path: `${TOKENS_PATH}/${id}`,
    headers: { 'x-atlassian-token': 'no-check' },
  }),
  // Also for an id that there is not, so that it may be asked for again.
  isRevoked: (outcome) => outcome.kind === 'answer' && outcome.statusCode === 204,
}

/** Somebody on the way may answer these after the request has gone on to Jira. */
const UNCERTAIN_STATUSES: ReadonlySet<number> = new Set([408, 425, 429, 499])

/** Jira's words are in the user's language; the class of its exception is not. */
const LIMIT = /(?:^|[.$])UserTokenLimitExceededException$/

/** @param present the token that asked: a server that sends it back has made none */
function readCreation(outcome: Outcome, present: string): Creation {
  if (outcome.kind === 'no-answer') return { kind: mayHaveArrived(outcome) ? 'in-doubt' : 'not-sent' }
  const { statusCode, body, bodyState } = outcome
  const json = bodyState === 'complete' ? parseJson(body) : undefined
  if (statusCode === 200 || statusCode === 201) {
    const value = isObject(json) ? textOf(json, 'rawToken') : ''
    // What is no token in one piece could not be sent as one.
    if (!isObject(json) || !/^[!-~]{8,1000}$/.test(value) || value === present) return { kind: 'in-doubt' }
    return { kind: 'made', value, ...idOf(json) }
  }
  // To a login, before anything was done; any other redirect may come from anywhere.
  if (statusCode === 302) return { kind: 'refused', why: 'not-allowed', statusCode }
  if (statusCode < 400 || statusCode > 499 || UNCERTAIN_STATUSES.has(statusCode)) return { kind: 'in-doubt' }
  if (statusCode === 400) return { kind: 'refused', why: 'life', statusCode }
  const isLimit = statusCode === 403 && isObject(json) && LIMIT.test(textOf(json, 'exception'))
  return { kind: 'refused', why: isLimit ? 'limit' : 'not-allowed', statusCode }
}
