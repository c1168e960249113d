import type { Clock } from '../base/clock.ts'
import type { Stage } from '../catalogue/entry.ts'
import { addCommonFacts, type Finding, isFinding } from '../catalogue/finding.ts'
import { authorizationOf } from '../inputs/credentials.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { readTokenTraits } from '../inputs/token-traits.ts'
import { failures } from '../verdict/load-failures.ts'
import type { Product } from '../verdict/product.ts'
import type { Question } from '../verdict/question.ts'
import { describeWait } from '../verdict/retry-at.ts'
import { askedPath } from '../verdict/sent-request.ts'
import type { Http } from '../wire/http.ts'
import { createCancellation } from './cancel.ts'
import { createDeadline } from './deadline.ts'
import { createDiagnosis } from './diagnosis.ts'
import { askFollowUp } from './follow-up.ts'
import { createPace, type Pace } from './pace.ts'
import { decideRetry, type Retries, retriesAfter } from './retry.ts'
import { pause, takeTurn } from './turn.ts'

/**
 * Asks the server, within the deadline.
 * @param retries how many times a transient failure is retried
 * @returns the value, or what was found instead. After such a failure nothing more is asked: whatever waits for its
 *   turn gets the same finding.
 */
export type Ask = <T extends object>(question: Question<T>, retries: Retries) => Promise<T | Finding>

/** What asking needs besides the inputs. */
export interface AskOptions {
  readonly product: Product
  readonly http: Http
  readonly clock: Clock
  /** One of its own, where it does not share one with others who ask the same server. */
  readonly pace?: Pace
  /** When the whole check has to be over, by the clock that nobody can set. */
  readonly deadlineMs: number
  /** From 0 up to, not including, 1. */
  readonly random: () => number
  /** Told after each failed attempt at what may pass by itself. */
  readonly onFailedAttempt: (found: Finding, progress: AttemptProgress) => void
}

/** Where a failed attempt stands. */
export interface AttemptProgress {
  /** What was found, in words of which none is the server's. */
  readonly title: string
  readonly what: string
  readonly attempt: number
  readonly attempts: number
  /** Milliseconds until the next attempt; undefined where there is none. */
  readonly waitMs: number | undefined
}

/**
 * Begins a conversation with one server: all questions of it share the credentials, the deadline, the pace, and the
 * first failure, which ends it, and which one more request without the token may make plainer.
 * @param inputs sound ones
 * @returns asks one question; it may be called again while others are under way. It rejects only with a `MissingPart`,
 *   where what explains failures is not there, or for a bug: whatever the network and the server do is a finding
 */
export function createAsk(inputs: Inputs, options: AskOptions): Ask {
  const { product, http, clock, pace = createPace(), random, onFailedAttempt } = options
  const authorization = authorizationOf(inputs.credentials)
  const deadline = createDeadline(clock, options.deadlineMs, inputs.timeoutMs, inputs.retries)
  const cancellation = createCancellation(clock)
  const sent = {
    scheme: inputs.credentials.scheme,
    traits: readTokenTraits(inputs.credentials.token, clock.now()),
  }
  const diagnosis = createDiagnosis(inputs, sent, product)
  const turns = { http, clock, pace, deadline, cancellation }
  let failure: Promise<Finding> | undefined
  /** The newest 429: where its pause outlasts the time, it is the reason of whatever still waits. */
  let limit: Finding | undefined
  /** Answers other than “not so fast”. */
  let answerCount = 0

  return async ({ path, what, stage, read }, retries) => {
    let last: Finding | undefined
    let attempt = 1
    while (true) {
      const answersBefore = answerCount
      const outcome = await takeTurn(path, authorization, last !== undefined, turns)
      if (outcome === undefined) {
        const told = last ?? limit ?? diagnosis.ofNoTime(inputs.timeoutMs, failures.loaded ?? (await failures.load()))
        return fail(told, stage)
      }
      if (outcome.kind === 'answer' && outcome.statusCode !== 429) answerCount += 1

      const nowMs = clock.now()
      const json = diagnosis.jsonOf(outcome, path)
      const value = json && read(json, outcome)
      if (value !== undefined && !isFinding(value)) return value
      const known = failures.loaded ?? (await failures.load())
      const found = value ?? read(diagnosis.of(outcome, path, nowMs, known), outcome)
      if (!isFinding(found)) return found
      const failed = { found, outcome, attempt, retries, leftMs: deadline.leftMs(), nowMs }
      const { isTransient, waitMs, tooLongMs, askedToWaitMs } = decideRetry(failed, random)
      const isLimited = found.reason === 'rate-limited'
      if (isTransient) {
        const title = known.titleOf(found, product.words)
        onFailedAttempt(found, { title, what, attempt, attempts: retriesAfter(found, retries) + 1, waitMs })
      }
      const other = stage === 'authentication' ? known.describeOther(found, outcome, product) : {}
      const asked = { askedPath: askedPath({ baseUrl: inputs.baseUrl, path }), ...other }
      last = withAttempts(addCommonFacts(found, asked), attempt, tooLongMs)
      if (isLimited) {
        limit = last
        pace.slowDown(clock.monotonicMs(), waitMs ?? 0, askedToWaitMs)
      }
      if (waitMs === undefined || cancellation.isCancelled) return fail(last, stage)

      // Where others got their answers meanwhile, the server is not out of order, but has its pace: no attempt is lost.
      if (!isLimited || answerCount === answersBefore) attempt += 1
      await pause(waitMs, clock, cancellation)
    }
  }

  /** The first failure is what everything that is asked beside it or after it ends with. */
  function fail(found: Finding, stage: Stage): Promise<Finding> {
    // After the identity is proven, a 401 is not for want of personal access tokens; an unknown expiry is no failure.
    const isWorthAsking = stage === 'authentication' || (stage === 'permissions' && found.statusCode !== 401)
    const followUp = isWorthAsking ? product.followUpTo(found, sent) : undefined
    failure ??= askFollowUp(found, followUp, http, deadline.leftMs())
    cancellation.cancel()
    return failure
  }
}

function withAttempts(found: Finding, attempt: number, tooLongMs: number | undefined): Finding {
  // A verdict on the token came at the first time of asking, whatever the network did before.
  const attempts = attempt > 1 && found.statusCode !== 401 && found.statusCode !== 403 ? String(attempt) : undefined
  const wait = tooLongMs ? describeWait(tooLongMs) : undefined
  return addCommonFacts(found, { attempts, wait })
}
