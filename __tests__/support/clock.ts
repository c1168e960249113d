import { type Clock, systemClock } from '../../src/base/clock.ts'

/** A clock that stands still until a test moves it, so that no test waits. */
export interface HandMovedClock extends Clock {
  /** Sets the date, as NTP does, while no time passes. */
  setDate(timeMs: number): void
  /** How long each timer still has to wait, the shortest first. */
  readonly waitingMs: readonly number[]
  /** Moves the time on, and calls back what falls due on the way, in its order. */
  advance(byMs: number): Promise<void>
  /** Moves the time on from timer to timer until the promise settles. Throws where nothing is left to wait for. */
  runUntil<T>(promise: Promise<T>): Promise<T>
}

/** A clock that runs ten times as fast as the system's, for whole runs that wait on purpose. */
export function createFastClock(): Clock {
  const [startMs, startedMs] = [systemClock.now(), systemClock.monotonicMs()]
  const monotonicMs = (): number => 10 * (systemClock.monotonicMs() - startedMs)
  return {
    now: () => startMs + monotonicMs(),
    monotonicMs,
    after: (delayMs, callback) => systemClock.after(delayMs / 10, callback),
  }
}

interface Timer {
  dueMs: number
  callback: () => void
}

/** @param startMs milliseconds since the epoch: a Sunday, 2026-03-01T12:00:00Z, unless told otherwise */
export function createHandMovedClock(startMs: number = Date.UTC(2026, 2, 1, 12)): HandMovedClock {
  const timers = new Set<Timer>()
  // Far from the date, so that no test passes that takes the one for the other.
  let elapsedMs = 5_000
  let epochMs = startMs - elapsedMs
  const inOrder = (): Timer[] => [...timers].toSorted((a, b) => a.dueMs - b.dueMs)

  const moveTo = async (timeMs: number): Promise<void> => {
    await everythingElse()
    for (let [next] = inOrder(); next !== undefined && next.dueMs <= timeMs; [next] = inOrder()) {
      timers.delete(next)
      elapsedMs = Math.max(elapsedMs, next.dueMs)
      next.callback()
      await everythingElse()
    }
    elapsedMs = timeMs
  }

  return {
    now: () => epochMs + elapsedMs,
    monotonicMs: () => elapsedMs,
    setDate(timeMs) {
      epochMs = timeMs - elapsedMs
    },
    after(delayMs, callback) {
      const timer = { dueMs: elapsedMs + delayMs, callback }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    get waitingMs() {
      return inOrder().map(({ dueMs }) => dueMs - elapsedMs)
    },
    advance: (byMs) => moveTo(elapsedMs + byMs),
    async runUntil(promise) {
      let isSettled = false
      const settle = (): void => {
        isSettled = true
      }
      promise.then(settle, settle)
      await everythingElse()
      while (!isSettled) {
        const [next] = inOrder()
        if (next === undefined) throw new Error('Nothing is left to wait for, and the promise has not settled.')
        await moveTo(next.dueMs)
      }
      return promise
    },
  }
}

/** Lets all go on that needs no time. */
const everythingElse = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
