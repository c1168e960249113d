import type { Clock } from '../../base/clock.ts'

/** Whoever has heard nothing for so long holds up no other server. */
const LONG_WAIT_MS = 1_000

/** One that is under way, as far as it keeps others from it. */
export interface Wait {
  /** Something came back, so that it counts for another while. */
  prolong(this: void): void
  /** It is over. */
  end(): void
}

/**
 * Counts one that is under way from now on, but for the time in which it has been waiting too long.
 * @param count told of each change: one more, one less
 */
export function createWait(clock: Clock, count: (difference: 1 | -1) => void): Wait {
  let isCounted = false
  let hasEnded = false
  let cancelTimer: () => void = () => undefined
  const setCounted = (counts: boolean): void => {
    if (isCounted === counts) return
    isCounted = counts
    count(counts ? 1 : -1)
  }
  const prolong = (): void => {
    if (hasEnded) return
    cancelTimer()
    cancelTimer = clock.after(LONG_WAIT_MS, () => setCounted(false))
    setCounted(true)
  }
  prolong()
  return {
    prolong,
    end() {
      hasEnded = true
      cancelTimer()
      setCounted(false)
    },
  }
}
