#!/usr/bin/env node
import { systemClock } from './base/clock.ts'
import { errorCodeOf } from './base/error-code.ts'
import { createRun } from './check/run.ts'
import { createEnding } from './runner/ending.ts'
import { isGitHub, openRunner, programOf } from './runner/open.ts'

// First of all, so that nothing can go wrong before it. Everything from here to the verdict on Node's version, and to
// the telling of it, has to run on Node 18.
const { end, follow } = createEnding(process, isGitHub(process))
const program = programOf(process.argv)

if (program === 'check') {
  const opened = openRunner(process, program)
  if (typeof opened === 'number') end(opened)
  else {
    const { env: environment, versions } = process
    follow(
      createRun({ runner: opened, environment, nodeVersion: versions.node, clock: systemClock, random: Math.random }),
    )
  }
} else {
  // A bundle of its own, which no check loads and which sees to its own ending.
  const bundle =
    program === 'watch'
      ? import(/* webpackIgnore: true */ './watch.ts')
      : import(/* webpackIgnore: true */ './rotate.ts')
  bundle.catch((error: unknown) => {
    process.stderr.write(`jira-pat-check: ${program}.js is not beside index.js (${errorCodeOf(error)})\n`)
    end(3)
  })
}
