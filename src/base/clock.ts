/** A day of 24 hours, in milliseconds. */
export const DAY_MS = 24 * 60 * 60 * 1000

/** Time as a parameter, so that no test has to wait for it. */
export interface Clock {
  /** Milliseconds since the epoch: for dates alone, since NTP or a suspended machine moves it to and fro. */
  now(): number
  /** Milliseconds since some moment: for durations and deadlines, since nobody can set it. */
  monotonicMs(): number
  /** Calls back once after so many milliseconds; the returned function calls it off. */
  after(delayMs: number, callback: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  // Not performance.now(): Node loads a part of itself for that, which takes longer than many a step of a check.
  monotonicMs: () => Number(process.hrtime.bigint()) / 1e6,
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}

/** Waits; never rejects. */
export function sleep(clock: Clock, delayMs: number): Promise<void> {
  return new Promise((resolve) => clock.after(delayMs, resolve))
}
