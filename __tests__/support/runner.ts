import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inputsOf } from '../../src/inputs/program.ts'
import type { Program } from '../../src/inputs/row.ts'
import { defaultText } from '../../src/inputs/words.ts'
import { type ReadLog, readLog } from './commands.ts'
import { parseOutputs } from './outputs.ts'
import { type ProcessResult, type Start, startPackaged } from './packaged.ts'

/** The inputs in an `action.yml` with their defaults: that it has those of the table is a test of its own. */
const declaredBy = (action: Program) =>
  new Map(Array.from(inputsOf(action), ([name, row]) => [name as string, defaultText(row)]))

export interface ActionRun {
  /** As under `with:`; what `action.yml` has as a default is filled in. */
  inputs?: Record<string, string> | undefined
  /** Added to the runner's own environment, or instead of a part of it. */
  env?: Record<string, string> | undefined
  /** The payload of the event that started the workflow. */
  event?: object | undefined
  /** The action that runs: the check unless told otherwise. */
  action?: Program | undefined
  /** Files of the workspace, which is the working directory too: their paths in it, and their text. */
  files?: Record<string, string> | undefined
  nodeArgs?: string[] | undefined
  timeoutMs?: number | undefined
}

/** The output `report`, in JSON. */
export interface ReportJson {
  schemaVersion: number
  result: string
  category: string
  reason: string
  stage: string
  message: string
  remedy: string
  baseUrl: string
  statusCode: number | null
  identity: Record<string, unknown> | null
  expiry: { status: string; tokenName: string | null; expiresAt: string | null; daysLeft: number | null }
  gates: { gate: string; holds: boolean | null }[]
  missingPermissions: string[]
  advice: unknown[]
  requests: number
  durationMs: number
}

export interface ActionResult extends ProcessResult, ReadLog {
  outputs: Record<string, string>
  /** Undefined where it was not written. */
  report: ReportJson | undefined
  /** The Markdown of the job summary. */
  summary: string
}

/**
 * Runs the packaged action as GitHub's runner does, with no environment but the runner's, and reads what it printed
 * and wrote as the runner would. Throws when it does not end within `timeoutMs`, or wrote what is no output.
 */
export async function runAction(
  run: ActionRun = {},
  start: (start: Start) => Promise<ProcessResult> = startPackaged,
): Promise<ActionResult> {
  const directory = await mkdtemp(join(tmpdir(), 'jira-pat-check-'))
  try {
    const files = {
      GITHUB_OUTPUT: join(directory, 'output'),
      GITHUB_STEP_SUMMARY: join(directory, 'summary.md'),
      GITHUB_STATE: join(directory, 'state'),
      GITHUB_ENV: join(directory, 'env'),
      GITHUB_PATH: join(directory, 'path'),
      GITHUB_EVENT_PATH: join(directory, 'event.json'),
    }
    for (const path of Object.values(files)) await writeFile(path, '')
    await writeFile(files.GITHUB_EVENT_PATH, JSON.stringify(run.event ?? {}))

    for (const [path, text] of Object.entries(run.files ?? {})) {
      await mkdir(dirname(join(directory, path)), { recursive: true })
      await writeFile(join(directory, path), text)
    }

    const { action = 'check' } = run
    const result = await start({
      action,
      nodeArgs: run.nodeArgs,
      timeoutMs: run.timeoutMs,
      cwd: directory,
      env: { ...runnerEnvironment(directory), ...files, ...inputVariables(action, run.inputs), ...run.env },
    })
    const outputs = parseOutputs(await readFile(files.GITHUB_OUTPUT, 'utf8'))
    return {
      ...result,
      ...readLog(`${result.stdout}\n${result.stderr}`),
      outputs,
      report: outputs['report'] ? JSON.parse(outputs['report']) : undefined,
      summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

export interface CommandLineRun {
  args?: string[] | undefined
  env?: Record<string, string> | undefined
  stdin?: string | undefined
  cwd?: string | undefined
  timeoutMs?: number | undefined
}

/** Runs the packaged program outside GitHub, in an environment that names no CI system. */
export const runCommandLine = (run: CommandLineRun = {}): Promise<ProcessResult> => startPackaged(run)

export function runnerEnvironment(directory: string): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_JOB: 'check',
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_RUN_ID: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKFLOW: 'CI',
    GITHUB_WORKSPACE: directory,
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: directory,
  }
}

/** `INPUT_*` as the runner names them: upper case, blanks to `_`, hyphens kept; empty where there is no default. */
export function inputVariables(action: Program, given: Record<string, string> = {}): Record<string, string> {
  const declared = declaredBy(action)
  const variables: Record<string, string> = {}
  for (const name of new Set([...declared.keys(), ...Object.keys(given)])) {
    // The runner itself only warns of these.
    if (!declared.has(name)) throw new Error(`the action.yml of ${action} has no input ${name}`)
    variables[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = given[name] ?? declared.get(name) ?? ''
  }
  return variables
}
