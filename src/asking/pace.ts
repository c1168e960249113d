import type { Answer } from '../wire/answer.ts'

const MAX_CONCURRENT_REQUESTS = 8

/** Decides how many requests are under way at once, and when the next one may go. */
export interface Pace {
  /**
   * Waits for a free place, first come, first served.
   * @param isRetry goes before those that ask for the first time
   */
  enter(isRetry: boolean): Promise<void>
  /** Gives the place back. */
  leave(): void
  /** Learns from `X-RateLimit-Remaining` how many requests Jira would still take. */
  learn(answer: Answer): void
  /** After a 429: one request at a time from now on, and none before that time. */
  holdUntil(timeMs: number): void
  /** Before this time (milliseconds since the epoch) whoever has a place has to wait with it. */
  readonly resumesAtMs: number
}

export function createPace(): Pace {
  const waiting: (() => void)[] = []
  let limit = MAX_CONCURRENT_REQUESTS
  let underWay = 0
  let resumesAtMs = 0
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
    learn({ headers }) {
      const remaining = headers.get('x-ratelimit-remaining') ?? ''
      if (/^\d+$/.test(remaining)) limit = Math.min(limit, Math.max(1, Number(remaining)))
    },
    holdUntil(timeMs) {
      limit = 1
      resumesAtMs = Math.max(resumesAtMs, timeMs)
    },
    get resumesAtMs() {
      return resumesAtMs
    },
  }
}
