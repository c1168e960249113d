import { isObject, parseJson, textOf } from '../base/json.ts'
import { mayHaveArrived } from '../verdict/arrival.ts'
import { askedToWaitMs } from '../verdict/retry-at.ts'
import type { Answer, NoAnswer, Outcome } from '../wire/answer.ts'

/** What came of one request to GitHub. */
export type GitHubOutcome = GitHubAnswer | GitHubNoAnswer

/** GitHub's answer, or that of somebody on the way. Everything in it is untrusted text. */
export interface GitHubAnswer {
  readonly kind: 'answer'
  readonly statusCode: number
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  /** The body; undefined where it is no JSON, or not complete. */
  readonly json: unknown
  /** How the body ended; only one that is `complete` was read as JSON. */
  readonly bodyState: Answer['bodyState']
  /** What GitHub's clock says, by its header `Date`: milliseconds since the epoch, to the second. */
  readonly serverMs: number | undefined
  /** Milliseconds to wait until GitHub may be asked again, where it refuses this request for a limit of its own. */
  readonly limitedMs: number | undefined
  /** Milliseconds to wait by `Retry-After`, whatever the status. */
  readonly retryAfterMs: number | undefined
}

export interface GitHubNoAnswer extends Pick<NoAnswer, 'kind' | 'code' | 'phase'> {
  /** Whether GitHub can have got the request, and acted on it. */
  readonly mayHaveActed: boolean
  /** What the proxy answered in place of opening the way. */
  readonly proxyStatusCode: number | undefined
}

/**
 * How long to wait where GitHub does not say for how long its limit lasts.
 * Source: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
const UNSAID_LIMIT_MS = 60_000

/** @param nowMs milliseconds since the epoch, for an answer without a `Date` */
export function toGitHubOutcome(outcome: Outcome, nowMs: number): GitHubOutcome {
  if (outcome.kind === 'no-answer') {
    const { kind, code, phase, proxyAnswer } = outcome
    return { kind, code, phase, mayHaveActed: mayHaveArrived(outcome), proxyStatusCode: proxyAnswer?.statusCode }
  }
  const { kind, statusCode, headers, bodyState, body } = outcome
  const serverMs = parseDate(headers.get('date'))
  const json = bodyState === 'complete' ? parseJson(body) : undefined
  const atMs = serverMs ?? nowMs
  const retryAfterMs = askedToWaitMs(outcome, atMs)
  const limitedMs = limitOf(outcome, json, atMs, retryAfterMs)
  return { kind, statusCode, headers, json, bodyState, serverMs, limitedMs, retryAfterMs }
}

/** Of the primary limit `X-RateLimit-Reset` tells the end, in seconds since the epoch; of a secondary one perhaps `Retry-After`. */
function limitOf(
  { statusCode, headers }: Answer,
  json: unknown,
  atMs: number,
  retryAfterMs: number | undefined,
): number | undefined {
  if (statusCode !== 403 && statusCode !== 429) return undefined
  if (retryAfterMs !== undefined) return retryAfterMs
  const reset = headers.get('x-ratelimit-reset') ?? ''
  if (headers.get('x-ratelimit-remaining') === '0' && /^\d+$/.test(reset)) {
    return Math.max(0, Number(reset) * 1000 - atMs)
  }
  const message = isObject(json) ? textOf(json, 'message') : ''
  // GitHub's messages are English for everybody.
  return statusCode === 429 || /\brate limit\b/i.test(message) ? UNSAID_LIMIT_MS : undefined
}

function parseDate(header: string | undefined): number | undefined {
  const ms = Date.parse(header ?? '')
  return Number.isNaN(ms) ? undefined : ms
}
