#!/usr/bin/env node
import { systemClock } from './base/clock.ts'
import { createRun } from './check/run.ts'
import { createEnding } from './runner/ending.ts'
import { isGitHub, openRunner } from './runner/open.ts'

// First of all, so that nothing can go wrong before it. Everything from here to the verdict on Node's version, and to
// the telling of it, has to run on Node 18.
const { end, follow } = createEnding(process, isGitHub(process))

const opened = openRunner(process)
if (typeof opened === 'number') end(opened)
else {
  const { env: environment, versions } = process
  follow(
    createRun({ runner: opened, environment, nodeVersion: versions.node, clock: systemClock, random: Math.random }),
  )
}
