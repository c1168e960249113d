#!/usr/bin/env node
import { writeSync } from 'node:fs'
import { systemClock } from './base/clock.ts'
import { VERSION } from './base/version.ts'
import { createRun, type Run } from './check/run.ts'
import { createCommandLineRunner } from './runner/command-line.ts'
import { type CommandLine, describeUsage, parseCommandLine } from './runner/flags.ts'
import { createGitHubRunner } from './runner/github-actions.ts'
import type { Runner } from './runner/runner.ts'

// The runner starts an action without arguments; with some, this is a command line in one of its steps.
const isGitHub = process.env['GITHUB_ACTIONS'] === 'true' && process.argv.length === 2

/** Of a bug of ours. On the command line, 1 would mean that the token is refused. */
const INTERNAL_ERROR_EXIT_CODE = isGitHub ? 1 : 3

// Red until a verdict that passes has been told, however the process ends.
process.exitCode = INTERNAL_ERROR_EXIT_CODE

const MIN_NODE_VERSION = 24

let isEnding = false

function main(): void {
  const runner = isGitHub ? createGitHubRunner(process.env) : openCommandLine()
  if (runner === undefined) return
  const run = createRun({ runner, environment: process.env, clock: systemClock, random: Math.random })
  const crash = (error: unknown): void => {
    if (isEnding) process.exit(INTERNAL_ERROR_EXIT_CODE)
    isEnding = true
    end(tellCrashOrLastWord(run, error))
  }
  process.on('uncaughtException', crash)
  process.on('unhandledRejection', crash)
  // Nothing is left to wait for and no verdict was told: some promise never settled.
  process.on('beforeExit', () => crash(new Error('the check ended without a verdict')))
  run.start().then(end, crash)
}

/** @returns undefined where the command line asks for no check, and has been answered */
function openCommandLine(): Runner | undefined {
  const commandLine = checkNodeVersion(process.versions.node) ?? parseCommandLine(process.argv.slice(2))
  const write = (text: string): void => {
    process.stdout.write(text)
  }
  switch (commandLine.kind) {
    case 'help':
    case 'version':
      write(`${commandLine.kind === 'help' ? describeUsage() : VERSION}\n`)
      end(0)
      return undefined
    case 'problem':
      process.stderr.write(`jira-pat-check: ${commandLine.problem}\n`)
      end(2)
      return undefined
    default: {
      const { TERM, NO_COLOR } = process.env
      const isColoured = process.stdout.isTTY && TERM !== 'dumb' && !NO_COLOR
      return createCommandLineRunner({ ...commandLine, environment: process.env, write, isColoured })
    }
  }
}

/** The runner brings the right Node; whoever else starts this may have an older one. */
function checkNodeVersion(version: string): CommandLine | undefined {
  if (Number.parseInt(version, 10) >= MIN_NODE_VERSION) return undefined
  return { kind: 'problem', problem: `Node.js ${MIN_NODE_VERSION} or later is needed, and this is ${version}` }
}

/** @returns the exit code, which is not 0 */
function tellCrashOrLastWord(run: Run, error: unknown): number {
  try {
    return run.tellCrash(error)
  } catch {
    const command = isGitHub ? '::error title=The check itself failed::' : ''
    writeSync(1, `${command}jira-pat-check ran into a fault of its own and proved nothing.\n`)
    return INTERNAL_ERROR_EXIT_CODE
  }
}

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

main()
