#!/usr/bin/env node
import { systemClock } from './base/clock.ts'
import { takePart } from './base/part.ts'
import { createRun } from './check/run.ts'
import { programOf } from './runner/opening-process.ts'
import { startProgram } from './runner/start.ts'
import { startPart } from './runner/start-part.ts'

// Everything from here to the verdict on Node's version, and to the telling of it, has to run on Node 18.
const program = programOf(process.argv)

if (program === 'check') {
  const { env: environment, versions } = process
  startProgram(process, program, (runner) =>
    createRun({ runner, environment, nodeVersion: versions.node, clock: systemClock, random: Math.random }),
  )
} else {
  // A bundle of its own, which no check loads.
  startPart(
    process,
    takePart('scheduled.js', import(/* webpackIgnore: true */ './scheduled.ts')).then((scheduled) =>
      scheduled[program](),
    ),
  )
}
