import type { Clock } from '../base/clock.ts'

/** The shortest time that one attempt is given, where the deadline leaves it. */
const MIN_ATTEMPT_MS = 10_000

/** The time that all questions share. */
export interface Deadline {
  /** Milliseconds that are left; zero or negative once it is past. */
  leftMs(): number
  /** Milliseconds that an attempt may take which begins now. */
  attemptMs(): number
}

/**
 * @param endMs when all has to be over, by the clock that nobody can set
 * @param timeoutMs what the whole was given: each of the attempts is due its part of it
 */
export function createDeadline(clock: Clock, endMs: number, timeoutMs: number, retries: number): Deadline {
  const longestAttemptMs = Math.max(MIN_ATTEMPT_MS, timeoutMs / (retries + 1))
  const leftMs = (): number => endMs - clock.monotonicMs()
  return { leftMs, attemptMs: () => Math.min(longestAttemptMs, leftMs()) }
}
