import { systemClock } from './base/clock.ts'
import { createRun } from './rotate/run.ts'
import { createEnding } from './runner/ending.ts'
import { isGitHub, openRunner } from './runner/open.ts'
import { createSignals } from './runner/signals.ts'

// Run by GitHub's runner itself, or loaded by index.ts for the word `rotate`.
const { end, follow } = createEnding(process, isGitHub(process))

const opened = openRunner(process, 'rotate')
if (typeof opened === 'number') end(opened)
else {
  const { env: environment, versions } = process
  follow(
    createRun({
      runner: opened,
      environment,
      nodeVersion: versions.node,
      clock: systemClock,
      random: Math.random,
      signals: createSignals(process),
    }),
  )
}
