import { systemClock } from './base/clock.ts'
import { createRun } from './rotate/run.ts'
import { createSignals } from './runner/signals.ts'
import { startProgram } from './runner/start.ts'

// Run by GitHub's runner itself, or loaded by index.ts for the word `rotate`.
const { env: environment, versions } = process
startProgram(process, 'rotate', (runner) =>
  createRun({
    runner,
    environment,
    nodeVersion: versions.node,
    clock: systemClock,
    random: Math.random,
    signals: createSignals(process),
  }),
)
