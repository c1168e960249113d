import type { Clock } from '../base/clock.ts'

/** A time that is measured by both clocks, of which each may stand still: a machine that was suspended has lost it. */
export interface Bound {
  /** Milliseconds that are left; zero or negative once it is over. */
  leftMs(): number
}

/** @param ms from now on */
export function createBound(clock: Clock, ms: number): Bound {
  const [wallMs, monotonicMs] = [clock.now(), clock.monotonicMs()]
  return { leftMs: () => ms - Math.max(clock.now() - wallMs, clock.monotonicMs() - monotonicMs) }
}
