/** Whole runs in this process, from `src/`: what they print and write is what `dist/` would, without its start. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { EventEmitter } from 'node:events'
import { type Clock, systemClock } from '../../src/base/clock.ts'
import { createRun } from '../../src/check/run.ts'
import { createRun as createRotateRun } from '../../src/rotate/run.ts'
import { openRunner } from '../../src/runner/open.ts'
import { programOf } from '../../src/runner/opening-process.ts'
import { createSignals } from '../../src/runner/signals.ts'
import { createRun as createWatchRun } from '../../src/watch/run.ts'
import type { JiraOptions } from './jira.ts'
import type { ProcessResult, Start } from './packaged.ts'
import { type Played, play } from './play.ts'
import { type ActionResult, type ActionRun, type CommandLineRun, runAction } from './runner.ts'
import { type Setting, withJira } from './scenarios/scenario.ts'

/** As `runAction`, in this process. Throws where a run asks for what only a process of its own can have. */
export const runActionInProcess = (run: ActionRun = {}, clock?: Clock): Promise<ActionResult> =>
  runAction(run, (start) => startInProcess(start, clock))

/** As `playAgainst`, in this process, and with a clock of the test's own where one is given. */
export const playInProcess = (
  jira: JiraOptions,
  inputs?: Record<string, string>,
  { clock, ...more }: Omit<Setting, 'inputs'> & { clock?: Clock } = {},
): Promise<Played> => play({ setUp: withJira(jira, inputs, more) }, (run) => runActionInProcess(run, clock))

/** As `runCommandLine`, in this process. */
export const runCommandLineInProcess = (run: CommandLineRun): Promise<ProcessResult> => startInProcess(run)

/** Does what the entries in `src/` do, but for what is to do with the process itself: faults in it, and its end. */
export async function startInProcess(
  { action = 'check', nodeArgs = [], args = [], env = {}, stdin = '' }: Start,
  clock: Clock = systemClock,
): Promise<ProcessResult> {
  if (nodeArgs.length > 0 || stdin !== '') throw new Error('This run wants a process of its own.')
  const startedMs = performance.now()
  const surroundings: Surroundings = { env, stdout: '' }
  let stderr = ''
  const argv = ['node', 'index.js', ...args]
  const program = action === 'check' ? programOf(argv) : action
  const create = { check: createRun, watch: createWatchRun, rotate: createRotateRun }
  const exitCode = await storage.run(surroundings, async () => {
    const opened = await openRunner(
      {
        argv,
        env,
        get stdin(): never {
          throw new Error('This run wants a process of its own.')
        },
        stdout: { isTTY: false, write: (text) => (surroundings.stdout += text) },
        stderr: { write: (text) => (stderr += text) },
      },
      program,
    )
    if (typeof opened === 'number') return opened
    const signals = createSignals(new EventEmitter())
    const world = { environment: env, nodeVersion: process.versions.node, clock, random: Math.random, signals }
    const run = create[program]({ runner: opened, ...world })
    try {
      return await run.start()
    } catch (error) {
      return run.tellCrash(error)
    }
  })
  return { exitCode, stdout: surroundings.stdout, stderr, durationMs: performance.now() - startedMs }
}

/** What the runner's toolkit takes from its process. Each run has its own, so that several can be under way. */
interface Surroundings {
  env: Record<string, string>
  stdout: string
}

const storage = new AsyncLocalStorage<Surroundings>()

const { env } = process
Object.defineProperty(process, 'env', { configurable: true, get: () => storage.getStore()?.env ?? env })

const { write } = process.stdout
process.stdout.write = ((text: string, ...rest: []) => {
  const surroundings = storage.getStore()
  if (surroundings === undefined) return write.call(process.stdout, text, ...rest)
  surroundings.stdout += text
  return true
}) as typeof write
