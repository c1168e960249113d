import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { parseOutputs } from '../outputs.ts'
import { machineEnvironment } from '../program.ts'
import { runnerEnvironment } from '../runner.ts'
import { printInProcess } from './rotation-in-process.ts'
import type { WorldClock } from './world-clock.ts'

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** What is run: options for Node, and the path of a script. */
export type Program = readonly [...string[], string]

const packagedRotate: Program = [fileOf('../../../dist/rotate.js')]

/** Loaded before the program, so that it takes part in the time of the world. */
export const preload = new URL('clock-preload.mjs', import.meta.url).href

/** Under the mutation tests `src/` runs in this process. */
export const isInProcess = process.env['SCENARIOS'] === 'in-process'

/** Nothing can be done to such a run as to a process. */
const withoutChild = (ended: Promise<RotationResult>): StartedRotation => ({
  get child(): never {
    throw new Error('This run wants a process of its own.')
  },
  ended,
})

export interface RotationRun {
  /** As under `with:`. */
  readonly inputs: Record<string, string>
  readonly env?: Record<string, string> | undefined
  readonly program?: Program | undefined
}

export interface RotationResult {
  /** Null where it was killed. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Record<string, string>
  readonly summary: string
}

export interface StartedRotation {
  readonly child: ChildProcess
  readonly ended: Promise<RotationResult>
}

/** Starts `dist/rotate.js` as GitHub's runner does, in the time of the world. It is killed after a real minute. */
export async function startRotation(clock: WorldClock, run: RotationRun): Promise<StartedRotation> {
  const step = await prepareStep(run)
  if (isInProcess)
    return withoutChild(printInProcess(clock, { action: 'rotate', env: step.environment }).then(step.end))
  const started = startProcess(clock, run.program ?? packagedRotate, step.environment, step.directory)
  return { child: started.child, ended: started.printed.then(step.end) }
}

export interface CommandLineRotation {
  readonly flags: Record<string, string>
  readonly token: string
  readonly program?: Program | undefined
}

/** Starts `dist/index.js rotate` where nothing tells of GitHub. */
export async function startCommandLine(clock: WorldClock, run: CommandLineRotation): Promise<StartedRotation> {
  const flags = Object.entries(run.flags).flatMap(([name, value]) => [`--${name}`, value])
  if (isInProcess) {
    const printed = printInProcess(clock, { args: ['rotate', ...flags], env: { JIRA_PAT: run.token } })
    return withoutChild(printed.then((result) => ({ ...result, outputs: {}, summary: '' })))
  }
  const args = [...(run.program ?? [fileOf('../../../dist/index.js')]), 'rotate', ...flags]
  const { child, printed } = startProcess(clock, args, { JIRA_PAT: run.token }, tmpdir())
  return { child, ended: printed.then((result) => ({ ...result, outputs: {}, summary: '' })) }
}

function startProcess(
  clock: WorldClock,
  args: readonly string[],
  environment: Record<string, string>,
  cwd: string,
): { child: ChildProcess; printed: Promise<Printed> } {
  const child = spawn(process.execPath, [`--import=${preload}`, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...machineEnvironment(), ...environment, ...clock.environment() },
  })
  clock.join(child)
  const printed = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text) => {
      printed[stream] += text
    })
  }
  const end = async (): Promise<Printed> => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000)
    const [exitCode] = await once(child, 'close')
    clearTimeout(timer)
    return { exitCode, ...printed }
  }
  return { child, printed: end() }
}

/** A step of a job, as the runner sets it up. */
export interface Step {
  readonly directory: string
  readonly environment: Record<string, string>
  /** Reads what was written, and tidies up. */
  end(printed: Printed): Promise<RotationResult>
}

export type Printed = Pick<RotationResult, 'exitCode' | 'stdout' | 'stderr'>

export async function prepareStep(run: RotationRun): Promise<Step> {
  const directory = await mkdtemp(join(tmpdir(), 'jira-pat-rotate-'))
  const files = {
    GITHUB_OUTPUT: join(directory, 'output'),
    GITHUB_STEP_SUMMARY: join(directory, 'summary.md'),
    GITHUB_STATE: join(directory, 'state'),
    GITHUB_ENV: join(directory, 'env'),
    GITHUB_PATH: join(directory, 'path'),
    GITHUB_EVENT_PATH: join(directory, 'event.json'),
  }
  await Promise.all(Object.values(files).map((path) => writeFile(path, '')))
  await writeFile(files.GITHUB_EVENT_PATH, '{}')
  return {
    directory,
    environment: {
      ...runnerEnvironment(directory),
      GITHUB_RUN_ATTEMPT: '1',
      ...files,
      ...inputVariables(run.inputs),
      ...run.env,
    },
    async end(printed) {
      const outputs = await readFile(files.GITHUB_OUTPUT, 'utf8')
      const summary = await readFile(files.GITHUB_STEP_SUMMARY, 'utf8')
      await rm(directory, { recursive: true, force: true })
      // What was killed while it wrote may have left half an output.
      return { ...printed, outputs: printed.exitCode === null ? {} : parseOutputs(outputs), summary }
    },
  }
}

/** The defaults of `rotate/action.yml`, which the runner fills in. */
const defaults = ((): Record<string, string> => {
  const path = fileOf('../../../rotate/action.yml')
  if (!existsSync(path)) return {}
  const declared: Record<string, { default?: string }> = parse(readFileSync(path, 'utf8')).inputs
  return Object.fromEntries(Object.entries(declared).map(([name, input]) => [name, input.default ?? '']))
})()

const inputVariables = (given: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...defaults, ...given }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  )
