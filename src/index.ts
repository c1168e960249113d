#!/usr/bin/env node
import { systemClock } from './base/clock.ts'
import { createRun } from './check/run.ts'
import { createEnding } from './runner/ending.ts'
import { isGitHub, openRunner } from './runner/open.ts'

// First of all, so that nothing can go wrong before it.
const { end, follow } = createEnding(process, isGitHub(process))

const opened = openRunner(process)
if (typeof opened === 'number') end(opened)
else follow(createRun({ runner: opened, environment: process.env, clock: systemClock, random: Math.random }))
