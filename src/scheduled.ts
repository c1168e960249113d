import { systemClock } from './base/clock.ts'
import { createRun as createRotation } from './rotate/run.ts'
import { createSignals } from './runner/signals.ts'
import { startProgram } from './runner/start.ts'
import { createRun as createWatch } from './watch/run.ts'

export { VERSION } from './base/version.ts'

// What runs on a schedule is one bundle, since the two programs are made of the same things for the most part.

const { env: environment, versions } = process
const machine = { environment, nodeVersion: versions.node, clock: systemClock, random: Math.random }

/** Starts the watch: from here on the process ends as that says. */
export function watch(): void {
  startProgram(process, 'watch', (runner) => createWatch({ runner, ...machine }))
}

/** Starts the rotation, likewise. */
export function rotate(): void {
  const signals = createSignals(process)
  startProgram(process, 'rotate', (runner) => createRotation({ runner, ...machine, signals }))
}
