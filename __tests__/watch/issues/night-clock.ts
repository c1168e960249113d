import type { Clock } from '../../../src/base/clock.ts'
import { createFastClock } from '../../support/clock.ts'

/** A date of the test's own; no pause takes any time, and what is meant to end a request that hangs still does. */
export function clockAt(nowMs: number): Clock {
  const { monotonicMs, after } = createFastClock()
  let pausedMs = 0
  return {
    now: () => nowMs,
    monotonicMs: () => monotonicMs() + pausedMs,
    after(delayMs, callback) {
      if (delayMs >= SHORTEST_TIMEOUT_MS) return after(delayMs, callback)
      pausedMs += delayMs
      return after(0, callback)
    },
  }
}

const SHORTEST_TIMEOUT_MS = 9_000
