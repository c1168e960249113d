import type { Clock } from '../../base/clock.ts'
import type { Category } from '../../catalogue/entry.ts'
import type { Finding } from '../../catalogue/finding.ts'
import { reasonTable } from '../../catalogue/reasons.ts'
import { askServer } from '../../check/ask-server.ts'
import { withDebugLog } from '../../check/debug-log.ts'
import { describeAttempt } from '../../check/describe-attempt.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import type { Runner } from '../../runner/runner.ts'
import type { Verdict } from '../../verdict/judge.ts'
import type { Product } from '../../verdict/product.ts'
import type { TracedOutcome } from '../../wire/answer.ts'
import type { Http } from '../../wire/http.ts'
import type { Entry } from '../entry.ts'
import type { WatchedToken } from '../watched-token.ts'
import type { Connection } from './connections.ts'
import { describeToken, warnsByRotation } from './describe-token.ts'
import { rotationWarnDays } from './rotation.ts'
import type { SweepSecrecy } from './secrecy.ts'

/** An entry whose inputs are sound. */
export interface Sound {
  readonly entry: Entry
  readonly product: Product
  readonly inputs: Inputs
}

/** What asking takes from the sweep. */
export interface AskEntryOptions {
  readonly clock: Clock
  readonly random: () => number
  readonly secrecy: SweepSecrecy
  readonly runner: Pick<Runner, 'debug'>
  /** When the whole sweep has to be over, by the clock that nobody can set. */
  readonly deadlineMs: number
}

/** What came of one entry. */
export interface Asked {
  readonly token: WatchedToken
  /** What the server itself failed with, before it said anything of the token. */
  readonly failure: Finding | undefined
}

/**
 * Asks about one entry; rejects only for a bug of ours.
 * @param onAnswer is called whenever an answer comes
 */
export async function askEntry(
  { entry, product, inputs }: Sound,
  { http: shared, pace }: Connection,
  onAnswer: () => void,
  { clock, random, secrecy, runner, deadlineMs }: AskEntryOptions,
): Promise<Asked> {
  const { redactor } = secrecy
  const startMs = clock.monotonicMs()
  const { debug } = runner
  const http = withDebugLog(
    countRequests(shared, onAnswer),
    { debug: debug && ((line) => debug(`${entry.secret}: ${line}`)) },
    redactor.redact,
  )
  const verdict = await askServer(inputs, {
    product,
    http,
    pace,
    clock,
    random,
    deadlineMs: Math.min(deadlineMs, startMs + inputs.timeoutMs),
    isToken: secrecy.isTokenOf(entry),
    ...(warnsByRotation(entry, inputs.tokenName) && { warnDaysOf: rotationWarnDays }),
    onFailedAttempt: (_, attempt) => debug?.(`${entry.secret}: ${redactor.redactLong(describeAttempt(attempt))}`),
  })
  const endMs = clock.monotonicMs()
  const token = describeToken(entry, verdict, redactor, {
    asked: true,
    unaskedBecause: null,
    tokenName: inputs.tokenName,
    requests: http.requestCount,
    durationMs: Math.round(endMs - startMs),
    nowMs: clock.now(),
  })
  // Whom the sweep itself has cut short says nothing of the server.
  const isCutShort = verdict.finding.reason === 'timeout' && endMs >= deadlineMs
  return { token, failure: isCutShort ? undefined : failureIn(verdict) }
}

/** Where no answer came, or none of Jira, it says nothing of the token. */
const OF_THE_SERVER: ReadonlySet<Category> = new Set(['connection', 'unavailable', 'not-jira'])

function failureIn({ finding: found, identity }: Verdict): Finding | undefined {
  // A server that has a pace answers when it is asked at that.
  if (identity !== null || found.reason === 'rate-limited') return undefined
  return OF_THE_SERVER.has(reasonTable[found.reason].category) ? found : undefined
}

/** The same requests, counted for one entry of several that share the way. */
function countRequests(http: Http, onAnswer: () => void): Http {
  let requestCount = 0
  const count = async (sending: Promise<TracedOutcome>): Promise<TracedOutcome> => {
    requestCount += 1
    const outcome = await sending
    requestCount += outcome.trace.requestCount - 1
    onAnswer()
    return outcome
  }
  return {
    get requestCount() {
      return requestCount
    },
    get: (path, authorization, timeoutMs) => count(http.get(path, authorization, timeoutMs)),
    send: (request, timeoutMs) => count(http.send(request, timeoutMs)),
  }
}
