import type { Clock } from '../base/clock.ts'

/** Tells those who wait that there is no sense in it any more. */
export interface Cancellation {
  cancel(): void
  readonly isCancelled: boolean
  /**
   * Waits, but not much longer than to the cancellation.
   * @param graceMs how long the promise still has after the cancellation, in milliseconds
   * @returns its value, or undefined where it took too long; rejects as the promise does
   */
  within<T>(promise: Promise<T>, graceMs: number): Promise<T | undefined>
}

export function createCancellation(clock: Clock): Cancellation {
  // Not one promise for all to race against: it would keep what came of every race, which is an answer each.
  const waiting = new Set<() => void>()
  let isCancelled = false
  return {
    cancel() {
      isCancelled = true
      for (const tell of waiting) tell()
    },
    get isCancelled() {
      return isCancelled
    },
    within(promise, graceMs) {
      const tooLong = Promise.withResolvers<undefined>()
      const tell = (): void => {
        if (graceMs > 0) clock.after(graceMs, () => tooLong.resolve(undefined))
        else tooLong.resolve(undefined)
      }
      if (isCancelled) tell()
      else waiting.add(tell)
      return Promise.race([promise, tooLong.promise]).finally(() => waiting.delete(tell))
    },
  }
}
