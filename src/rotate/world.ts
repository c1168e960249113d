import type { World as CheckWorld } from '../check/run.ts'
import type { Signals } from '../runner/signals.ts'

/** What a rotation takes from the world. */
export interface World extends CheckWorld {
  readonly signals: Signals
}
