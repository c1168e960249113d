import type { Answer } from '../wire/answer.ts'

const MAX_CONCURRENT_REQUESTS = 8

/** After a first 429, so much lies between one request and the next at least. */
const SPACING_MS = 1_000

/** With each further 429 it grows: a server that lets one request a second through counts by its own clock. */
const SPACING_GROWTH = 1.5

/** A longer `Retry-After` is the time in which a bucket is filled again, not a pace. */
const MAX_SPACING_MS = 10_000

/** Decides how many requests are under way at once, and when the next one may go. Times are of the monotonic clock. */
export interface Pace {
  /**
   * Waits for a free place, first come, first served.
   * @param isRetry goes before those that ask for the first time
   */
  enter(isRetry: boolean): Promise<void>
  /** Gives the place back. */
  leave(): void
  /**
   * How long whoever has a place still has to wait with it, in milliseconds.
   * @param leftMs until the deadline: where all who wait would not get their turn by then, they follow more closely
   */
  waitMs(nowMs: number, leftMs: number): number
  /** A request begins now. */
  start(nowMs: number): void
  /** Learns from `X-RateLimit-Remaining` how many requests the server would still take. */
  learn(answer: Answer): void
  /**
   * After a 429: one request at a time from now on, none before the wait is over, and each at a distance from the one
   * before.
   * @param askedToWaitMs what `Retry-After` says, where it says something
   */
  slowDown(nowMs: number, waitMs: number, askedToWaitMs: number | undefined): void
}

/**
 * The pace for one server: eight requests at once and no distance between them, until the server says that this is too
 * much. From then on it never gets faster again, unless the time would run out. Several who ask the same server share one.
 */
export function createPace(): Pace {
  const waiting: (() => void)[] = []
  let limit = MAX_CONCURRENT_REQUESTS
  let underWay = 0
  let resumesAtMs = Number.NEGATIVE_INFINITY
  let startedAtMs = Number.NEGATIVE_INFINITY
  let slowedAtMs = Number.NEGATIVE_INFINITY
  let spacingMs = 0
  const admit = (): void => {
    while (underWay < limit && waiting.length > 0) {
      underWay += 1
      waiting.shift()?.()
    }
  }
  return {
    enter(isRetry) {
      return new Promise((resolve) => {
        if (isRetry) waiting.unshift(resolve)
        else waiting.push(resolve)
        admit()
      })
    },
    leave() {
      underWay -= 1
      admit()
    },
    waitMs(nowMs, leftMs) {
      const distanceMs = Math.min(spacingMs, leftMs / (waiting.length + 2))
      return Math.max(0, resumesAtMs - nowMs, startedAtMs + distanceMs - nowMs)
    },
    start(nowMs) {
      startedAtMs = nowMs
    },
    learn({ headers }) {
      const remaining = headers.get('x-ratelimit-remaining') ?? ''
      if (/^\d+$/.test(remaining)) limit = Math.min(limit, Math.max(1, Number(remaining)))
    },
    slowDown(nowMs, waitMs, askedToWaitMs = 0) {
      const asked = askedToWaitMs > MAX_SPACING_MS ? 0 : askedToWaitMs
      // Those that were under way together are turned away together.
      const wasAtThisDistance = nowMs - slowedAtMs >= spacingMs
      const grown = wasAtThisDistance ? Math.min(spacingMs * SPACING_GROWTH, MAX_SPACING_MS) : spacingMs
      spacingMs = Math.max(SPACING_MS, asked, grown)
      limit = 1
      slowedAtMs = nowMs
      resumesAtMs = Math.max(resumesAtMs, nowMs + waitMs)
    },
  }
}
