import type { World } from '../check/run.ts'
import type { Run } from '../runner/ending.ts'

/** One run of the rotation. */
export function createRun(_world: World): Run {
  throw new Error('not there yet')
}
