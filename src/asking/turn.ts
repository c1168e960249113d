import { type Clock, sleep } from '../base/clock.ts'
import { failures } from '../verdict/load-failures.ts'
import type { Outcome } from '../wire/answer.ts'
import type { Http } from '../wire/http.ts'
import type { Cancellation } from './cancel.ts'
import type { Deadline } from './deadline.ts'
import type { Pace } from './pace.ts'

/** What decides when a request may go, and how long it may take. */
export interface TurnOptions {
  readonly http: Http
  readonly clock: Clock
  readonly pace: Pace
  readonly deadline: Deadline
  readonly cancellation: Cancellation
}

/** How long what is under way may still answer after the cancellation: it may prove a refusal, which is then told. */
const GRACE_MS = 1_000

/**
 * Makes one request when it is its turn.
 * @param isRetry goes before what is asked for the first time
 * @returns undefined where there was no time left, or no sense in asking any more
 */
export async function takeTurn(
  path: string,
  authorization: string,
  isRetry: boolean,
  { http, clock, pace, deadline, cancellation }: TurnOptions,
): Promise<Outcome | undefined> {
  await pace.enter(isRetry)
  try {
    while (true) {
      const waitMs = pace.waitMs(clock.monotonicMs(), deadline.leftMs())
      // What lies beyond the deadline is told at once.
      if (waitMs >= deadline.leftMs()) return undefined
      await pause(waitMs, clock, cancellation)
      const { loading } = failures
      if (loading === undefined) break
      // What has failed meanwhile may be a 429: how long to wait after it is known only once its meaning is loaded.
      await loading
    }
    const attemptMs = deadline.attemptMs()
    if (attemptMs <= 0 || cancellation.isCancelled) return undefined
    pace.start(clock.monotonicMs())
    const outcome = await cancellation.within(http.get(path, authorization, attemptMs), GRACE_MS)
    if (outcome?.kind === 'answer') pace.learn(outcome)
    return outcome
  } finally {
    pace.leave()
  }
}

/** Waits so many milliseconds, or until the cancellation. */
export async function pause(delayMs: number, clock: Clock, cancellation: Cancellation): Promise<void> {
  if (delayMs > 0) await cancellation.within(sleep(clock, delayMs), 0)
}
