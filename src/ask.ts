import type { Stage } from './catalogue/entry.ts'
import { type Finding, isFinding } from './catalogue/finding.ts'
import { type Clock, sleep } from './clock.ts'
import type { Credentials, Inputs } from './inputs/inputs.ts'
import type { NoAnswer, Outcome } from './jira/answer.ts'
import type { Http } from './jira/http.ts'
import { parseServerState, parseVersionWithoutTokens, SERVER_INFO_PATH, STATUS_PATH } from './jira/server.ts'
import { createThrottle } from './jira/throttle.ts'
import { diagnoseAnswer, type JsonAnswer } from './verdict/diagnose-answer.ts'
import { diagnoseFault } from './verdict/diagnose-fault.ts'
import { isPassing } from './verdict/passing.ts'
import { parseRetryAfterMs } from './verdict/retry-after.ts'

/** One question to Jira. */
export interface Query<T> {
  readonly path: string
  /** What is asked, for the log: `the identity`. */
  readonly what: string
  readonly stage: Stage
  /** How often a passing fault is tried again. */
  readonly retries: number
  /** Makes sense of what came: the value that was asked for, or what was found instead. */
  readonly read: (diagnosis: JsonAnswer | Finding, outcome: Outcome) => T | Finding
}

/**
 * Asks Jira, within the deadline and with retries.
 * @returns the value, or what was found instead. After such a fault nothing more is asked: whatever waits for its turn
 *   gets the same finding.
 */
export type Ask = <T extends object>(query: Query<T>) => Promise<T | Finding>

/** What asking needs besides the inputs. */
export interface AskOptions {
  readonly http: Http
  readonly clock: Clock
  /** When the whole check has to be over. */
  readonly deadlineMs: number
  /** From 0 up to, not including, 1. */
  readonly random: () => number
  /** Told after each failed attempt. */
  readonly onFault: (fault: Finding, progress: AttemptProgress) => void
}

/** Where a failed attempt stands. */
export interface AttemptProgress {
  readonly what: string
  readonly attempt: number
  readonly attempts: number
  /** After which it is tried again; undefined where it is not. */
  readonly waitMs: number | undefined
}

const MIN_ATTEMPT_MS = 10_000
const FIRST_BACKOFF_MS = 500
const MAX_BACKOFF_MS = 8_000
const SECOND_LOOK_MS = 3_000

export function createAsk(inputs: Inputs, { http, clock, deadlineMs, random, onFault }: AskOptions): Ask {
  const throttle = createThrottle()
  const authorization = authorizationOf(inputs.credentials)
  const attemptMs = Math.max(MIN_ATTEMPT_MS, inputs.timeoutMs / (inputs.retries + 1))
  const stop = Promise.withResolvers<void>()
  let fault: Promise<Finding> | undefined

  return async (query) => {
    const { what, retries, read } = query
    let last: Finding | undefined
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await askOnce(query.path, attempt > 1)
      if (outcome === undefined) return fail(last ?? diagnoseNoAnswer(tooLate(inputs.timeoutMs)), query.stage)

      const value = read(diagnose(outcome, query.path), outcome)
      if (!isFinding(value)) return value
      const isRetryable = isPassing(value, outcome)
      const waitMs = isRetryable ? waitBefore(attempt, outcome) : 0
      const isTooLate = clock.now() + waitMs >= deadlineMs
      const isFinal = !isRetryable || attempt > retries || isTooLate
      if (isRetryable) onFault(value, { what, attempt, attempts: retries + 1, waitMs: isFinal ? undefined : waitMs })
      last = withAttempts(value, attempt, isTooLate && attempt <= retries ? askedToWait(outcome) : undefined)
      if (isFinal || fault !== undefined) return fail(last, query.stage)
      if (value.reason === 'rate-limited') throttle.holdUntil(clock.now() + waitMs)
      await pauseUntil(clock.now() + waitMs)
    }
  }

  /** @returns undefined where there was no time left, or no sense in asking after a fault */
  async function askOnce(path: string, isRetry: boolean): Promise<Outcome | undefined> {
    await throttle.enter(isRetry)
    try {
      await pauseUntil(throttle.resumesAtMs)
      const timeoutMs = Math.min(attemptMs, deadlineMs - clock.now())
      if (timeoutMs <= 0 || fault !== undefined) return undefined
      const outcome = await http.get(path, authorization, timeoutMs)
      if (outcome.kind === 'answer') throttle.learn(outcome)
      return outcome
    } finally {
      throttle.leave()
    }
  }

  /** The first fault is what everything that is asked beside it or after it ends with. */
  function fail(found: Finding, stage: Stage): Promise<Finding> {
    fault ??= lookAgain(found, stage)
    stop.resolve()
    return fault
  }

  /** Ends early when there is no sense in asking any more. */
  async function pauseUntil(timeMs: number): Promise<void> {
    const delayMs = timeMs - clock.now()
    if (delayMs > 0) await Promise.race([sleep(clock, delayMs), stop.promise])
  }

  function diagnose(outcome: Outcome, path: string): JsonAnswer | Finding {
    if (outcome.kind === 'no-answer') return diagnoseNoAnswer(outcome)
    return diagnoseAnswer(outcome, { jiraUrl: inputs.jiraUrl, path, scheme: inputs.credentials.scheme }, clock.now())
  }

  function diagnoseNoAnswer(fault: NoAnswer): Finding {
    const { jiraUrl, proxy, tls } = inputs
    return diagnoseFault(fault, new URL(jiraUrl).host, { proxy, hasClientCertificate: tls.client !== undefined })
  }

  /** Half of the backoff is jitter, so that many jobs that failed together do not come back together. */
  function waitBefore(attempt: number, outcome: Outcome): number {
    const backoffMs = Math.min(FIRST_BACKOFF_MS * 2 ** (attempt - 1), MAX_BACKOFF_MS)
    return Math.max(backoffMs / 2 + (random() * backoffMs) / 2, askedToWait(outcome) ?? 0)
  }

  function askedToWait(outcome: Outcome): number | undefined {
    return outcome.kind === 'answer' ? parseRetryAfterMs(outcome, clock.now()) : undefined
  }

  /** A second question, without the token, that makes a failure plainer and can do nothing else. */
  async function lookAgain(found: Finding, stage: Stage): Promise<Finding> {
    const timeoutMs = Math.min(SECOND_LOOK_MS, deadlineMs - clock.now())
    // An expiry that cannot be read is no failure, so there is nothing to make plainer.
    if (timeoutMs <= 0 || stage === 'expiry') return found
    if (found.statusCode === 401 && stage === 'authentication' && inputs.credentials.scheme === 'Bearer') {
      const answer = await http.get(SERVER_INFO_PATH, undefined, timeoutMs)
      const version =
        answer.kind === 'answer' && answer.statusCode === 200 ? parseVersionWithoutTokens(answer.body) : undefined
      return version === undefined ? found : { ...found, reason: 'pat-unsupported', facts: { ...found.facts, version } }
    }
    if (found.reason === 'gateway-error' || found.reason === 'server-error') {
      const answer = await http.get(STATUS_PATH, undefined, timeoutMs)
      const state = answer.kind === 'answer' ? parseServerState(answer.body) : undefined
      if (state === undefined) return found
      const reason = state === 'MAINTENANCE' ? 'jira-maintenance' : 'jira-starting'
      return { ...found, reason, facts: { ...found.facts, detail: state } }
    }
    return found
  }
}

function withAttempts(found: Finding, attempt: number, waitMs: number | undefined): Finding {
  const attempts = attempt > 1 ? String(attempt) : undefined
  const wait = waitMs ? `${Math.ceil(waitMs / 1000)} s` : undefined
  return { ...found, facts: { ...found.facts, attempts, wait } }
}

/** Value of the `Authorization` header. */
export function authorizationOf(credentials: Credentials): string {
  const { token } = credentials
  if (credentials.scheme === 'Bearer') return `Bearer ${token}`
  return `Basic ${Buffer.from(`${credentials.username}:${token}`).toString('base64')}`
}

function tooLate(timeoutMs: number): NoAnswer {
  return { kind: 'no-answer', code: 'TIMEOUT', message: '', phase: 'answer', timeoutMs }
}
