import { writeSync } from 'node:fs'
import { systemClock } from './clock.ts'
import { run, tellCrash, type World } from './run.ts'
import { createGitHubRunner } from './runner/github-actions.ts'

// Red until a verdict that passes has been told, however the process ends.
process.exitCode = 1

const world: World = {
  runner: createGitHubRunner(process.env),
  environment: process.env,
  clock: systemClock,
  random: Math.random,
}

let isEnding = false

/** Ends the process once everything is written, whatever is still open. */
function end(exitCode: number): void {
  isEnding = true
  process.exitCode = exitCode
  process.stdout.write('', () => {
    // A look-up that hangs in the operating system would hold up even exit(), for many seconds; a new program image
    // does not wait for it. Not to be had on Windows.
    const isLookingUp = process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap')
    if (isLookingUp && process.platform !== 'win32') process.execve?.('/bin/sh', ['sh', '-c', `exit ${exitCode}`], {})
    process.exit(exitCode)
  })
}

function crash(error: unknown): void {
  if (isEnding) process.exit(1)
  isEnding = true
  try {
    tellCrash(world, error)
  } catch {
    writeSync(
      1,
      '::error title=The check itself failed::jira-pat-check ran into a fault of its own and proved nothing.\n',
    )
  }
  end(1)
}

process.on('uncaughtException', crash)
process.on('unhandledRejection', crash)
// Nothing is left to wait for and no verdict was told: some promise never settled.
process.on('beforeExit', () => {
  if (!isEnding) crash(new Error('the check ended without a verdict'))
})

run(world).then(end, crash)
