import { type Clock, sleep } from '../base/clock.ts'
import { RESET_CODES } from '../base/error-code.ts'
import type { GitHubOutcome } from './outcome.ts'

/** The shortest time that one attempt is given, where the deadline leaves it. */
const MIN_ATTEMPT_MS = 10_000

const FIRST_PAUSE_MS = 1_000
const MAX_PAUSE_MS = 30_000

/** What a network says that may be gone a moment later. */
const TRANSIENT_CODES: ReadonlySet<string> = new Set([
  ...RESET_CODES,
  ...['TIMEOUT', 'ETIMEDOUT', 'ECONNREFUSED', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL'],
])

const TRANSIENT_STATUSES: ReadonlySet<number> = new Set([408, 425, 500, 502, 503, 504])

/**
 * Makes a request that changes nothing until something comes of it that will not pass by itself, or until no time is
 * left for another attempt.
 * @param attempt makes it once; it is told how long it may take, in milliseconds
 * @param timeoutMs for all attempts and the pauses between them
 * @returns what came of the last one
 */
export async function retry(
  attempt: (timeoutMs: number) => Promise<GitHubOutcome>,
  clock: Clock,
  timeoutMs: number,
): Promise<GitHubOutcome> {
  const endMs = clock.monotonicMs() + timeoutMs
  const longestMs = Math.max(MIN_ATTEMPT_MS, timeoutMs / 3)
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, MAX_PAUSE_MS)) {
    const outcome = await attempt(Math.min(longestMs, endMs - clock.monotonicMs()))
    const waitMs = waitAfter(outcome, pauseMs)
    if (waitMs === undefined || clock.monotonicMs() + waitMs >= endMs) return outcome
    await sleep(clock, waitMs)
  }
}

/** @returns undefined where there is no sense in another attempt */
function waitAfter(outcome: GitHubOutcome, pauseMs: number): number | undefined {
  if (outcome.kind === 'no-answer') {
    const status = outcome.proxyStatusCode ?? 0
    return TRANSIENT_CODES.has(outcome.code) || TRANSIENT_STATUSES.has(status) ? pauseMs : undefined
  }
  const { statusCode, bodyState, limitedMs, retryAfterMs = 0 } = outcome
  if (limitedMs !== undefined) return Math.max(pauseMs, limitedMs)
  const isBroken = bodyState === 'cut' || bodyState === 'late'
  return isBroken || TRANSIENT_STATUSES.has(statusCode) ? Math.max(pauseMs, retryAfterMs) : undefined
}
