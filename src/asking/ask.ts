import { type Clock, sleep } from '../base/clock.ts'
import type { Stage } from '../catalogue/entry.ts'
import { type Finding, isFinding } from '../catalogue/finding.ts'
import { authorizationOf } from '../inputs/credentials.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { diagnoseAnswer, type JsonAnswer } from '../verdict/diagnose-answer.ts'
import { diagnoseNoAnswer } from '../verdict/diagnose-no-answer.ts'
import type { NoAnswer, Outcome } from '../wire/answer.ts'
import type { Http } from '../wire/http.ts'
import { describeWait, parseRetryAfterMs } from '../wire/retry-after.ts'
import { backoffMs } from './backoff.ts'
import { createCancellation } from './cancel.ts'
import { askFollowUp } from './follow-up.ts'
import { createPace } from './pace.ts'
import { isTransient } from './transient.ts'

/** One question to Jira. */
export interface Question<T> {
  readonly path: string
  /** What is asked, for the log: `the identity`. */
  readonly what: string
  readonly stage: Stage
  /** How many times a transient fault is retried. */
  readonly retries: number
  /** Makes sense of what came: the value that was asked for, or what was found instead. */
  readonly read: (diagnosis: JsonAnswer | Finding, outcome: Outcome) => T | Finding
}

/**
 * Asks Jira, within the deadline and with retries.
 * @returns the value, or what was found instead. After such a failure nothing more is asked: whatever waits for its turn
 *   gets the same finding.
 */
export type Ask = <T extends object>(question: Question<T>) => Promise<T | Finding>

/** What asking needs besides the inputs. */
export interface AskOptions {
  readonly http: Http
  readonly clock: Clock
  /** When the whole check has to be over. */
  readonly deadlineMs: number
  /** From 0 up to, not including, 1. */
  readonly random: () => number
  /** Told after each failed attempt. */
  readonly onFailedAttempt: (found: Finding, progress: AttemptProgress) => void
}

/** Where a failed attempt stands. */
export interface AttemptProgress {
  readonly what: string
  readonly attempt: number
  readonly attempts: number
  /** Milliseconds until the next attempt; undefined where there is none. */
  readonly waitMs: number | undefined
}

const MIN_ATTEMPT_MS = 10_000
/** How long what is under way may still answer after a failure: a refusal that it proves would be told instead. */
const GRACE_MS = 1_000

export function createAsk(inputs: Inputs, { http, clock, deadlineMs, random, onFailedAttempt }: AskOptions): Ask {
  const pace = createPace()
  const authorization = authorizationOf(inputs.credentials)
  const attemptMs = Math.max(MIN_ATTEMPT_MS, inputs.timeoutMs / (inputs.retries + 1))
  const cancellation = createCancellation(clock)
  let failure: Promise<Finding> | undefined
  let hasAnswered = false
  /** Answers other than “not so fast”. */
  let answerCount = 0

  return async (question) => {
    const { what, retries, read } = question
    let last: Finding | undefined
    let attempt = 1
    while (true) {
      const answersBefore = answerCount
      const outcome = await askOnce(question.path, last !== undefined)
      if (outcome === undefined) return fail(last ?? diagnoseTheNoAnswer(tooLate(inputs.timeoutMs)), question.stage)

      const value = read(diagnose(outcome, question.path), outcome)
      if (!isFinding(value)) return value
      const isRetryable = isTransient(value, outcome)
      const waitMs = isRetryable ? Math.max(backoffMs(attempt, random), askedToWait(outcome) ?? 0) : 0
      const isTooLate = clock.now() + waitMs >= deadlineMs
      const isFinal = !isRetryable || attempt > retries || isTooLate
      if (isRetryable)
        onFailedAttempt(value, { what, attempt, attempts: retries + 1, waitMs: isFinal ? undefined : waitMs })
      last = withAttempts(value, attempt, isTooLate && attempt <= retries ? askedToWait(outcome) : undefined)
      if (isFinal || failure !== undefined) return fail(last, question.stage)
      const isLimited = value.reason === 'rate-limited'
      if (isLimited) pace.holdUntil(clock.now() + waitMs)
      // Where others got their answers meanwhile, Jira is not out of order, but has its pace: that is no attempt lost.
      if (!isLimited || answerCount === answersBefore) attempt += 1
      await pauseUntil(clock.now() + waitMs)
    }
  }

  /** @returns undefined where there was no time left, or no sense in asking after a failure */
  async function askOnce(path: string, isRetry: boolean): Promise<Outcome | undefined> {
    await pace.enter(isRetry)
    try {
      await pauseUntil(pace.resumesAtMs)
      const timeoutMs = Math.min(attemptMs, deadlineMs - clock.now())
      if (timeoutMs <= 0 || failure !== undefined) return undefined
      const outcome = await cancellation.within(http.get(path, authorization, timeoutMs), GRACE_MS)
      if (outcome?.kind !== 'answer') return outcome
      pace.learn(outcome)
      hasAnswered = true
      if (outcome.statusCode !== 429) answerCount += 1
      return outcome
    } finally {
      pace.leave()
    }
  }

  /** The first failure is what everything that is asked beside it or after it ends with. */
  function fail(found: Finding, stage: Stage): Promise<Finding> {
    // After the identity is proven, a 401 is not for want of personal access tokens; an unknown expiry is no failure.
    const isWorthALook = stage === 'authentication' || (stage === 'permissions' && found.statusCode !== 401)
    const wasBearer = inputs.credentials.scheme === 'Bearer'
    failure ??= isWorthALook ? askFollowUp(found, http, deadlineMs - clock.now(), wasBearer) : Promise.resolve(found)
    cancellation.cancel()
    return failure
  }

  /** Ends early when there is no sense in asking any more. */
  async function pauseUntil(timeMs: number): Promise<void> {
    const delayMs = timeMs - clock.now()
    if (delayMs > 0) await cancellation.within(sleep(clock, delayMs), 0)
  }

  function diagnose(outcome: Outcome, path: string): JsonAnswer | Finding {
    if (outcome.kind === 'no-answer') return diagnoseTheNoAnswer(outcome)
    return diagnoseAnswer(outcome, { jiraUrl: inputs.jiraUrl, path, scheme: inputs.credentials.scheme }, clock.now())
  }

  function diagnoseTheNoAnswer(noAnswer: NoAnswer): Finding {
    const { jiraUrl, proxy, tls } = inputs
    const { protocol, host } = new URL(jiraUrl)
    const isGiven = tls.client !== undefined && protocol === 'https:'
    const clientCertificate = !isGiven ? 'none' : hasAnswered ? 'accepted' : 'untried'
    return diagnoseNoAnswer(noAnswer, host, { proxy, clientCertificate })
  }

  function askedToWait(outcome: Outcome): number | undefined {
    return outcome.kind === 'answer' ? parseRetryAfterMs(outcome, clock.now()) : undefined
  }
}

function withAttempts(found: Finding, attempt: number, waitMs: number | undefined): Finding {
  // A verdict on the token came at the first time of asking, whatever the network did before.
  const attempts = attempt > 1 && found.statusCode !== 401 && found.statusCode !== 403 ? String(attempt) : undefined
  const wait = waitMs ? describeWait(waitMs) : undefined
  return { ...found, facts: { ...found.facts, attempts, wait } }
}

function tooLate(timeoutMs: number): NoAnswer {
  return { kind: 'no-answer', code: 'TIMEOUT', message: '', phase: 'answer', timeoutMs }
}
