import { systemClock } from './base/clock.ts'
import { startProgram } from './runner/start.ts'
import { createRun } from './watch/run.ts'

// Run by GitHub's runner itself, or loaded by index.ts for the word `watch`.
const { env: environment, versions } = process
startProgram(process, 'watch', (runner) =>
  createRun({ runner, environment, nodeVersion: versions.node, clock: systemClock, random: Math.random }),
)
