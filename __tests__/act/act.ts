import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { readSteps, type Step } from './log.ts'
import { endOrphans } from './orphans.ts'
import { actProgram } from './program.ts'

export interface ActRun {
  /** The folder that the workflow belongs to, with a git repository. */
  repository: string
  /** The workflow's path in there. */
  workflow: string
  /** The event that starts it: `push` unless told otherwise. */
  event?: string
  /** This job only, in this variant of its matrix. */
  job?: string
  matrix?: string
  secrets?: Record<string, string>
  variables?: Record<string, string>
  /** Instead of what `uses:` names, the action in a folder: `owner/name@ref` → its path. */
  actions?: Record<string, string>
  /** The folder of the `node` that is first on PATH, whatever `using:` says; that of this process by default. */
  node?: string
  /** Added to the environment, for what steps start. */
  env?: Record<string, string>
  /** The same, in the place of what the runner itself gives to steps. */
  stepEnv?: Record<string, string>
  /** The payload of the event. */
  payload?: object
}

export interface ActResult {
  exitCode: number
  /** All that act printed, as a person sees it: what is masked is masked. */
  output: string
  steps: Step[]
  /** The step of that name, in any job. Throws where it was left out. */
  step(name: string): Step
}

/** What a machine says of itself and of its network, without which nothing could be installed. */
const passedOn =
  /^(?:PATH|HOME|TMPDIR|LANG|(?:https?|no|all)_proxy|npm_config_.*|.*_CA_CERTS|SSL_CERT_.*|.*_CA_BUNDLE)$/i

const machine = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (passedOn.test(name) && value ? [[name, value]] : [])),
  )

/**
 * Runs a workflow with act, on this machine, without containers. What it leaves in the background is ended with it.
 *
 * @returns what it showed, whether or not the workflow failed
 */
export async function runAct(run: ActRun): Promise<ActResult> {
  const flags = [
    ...['--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server'],
    ...(run.job ? ['--job', run.job] : []),
    ...(run.matrix ? ['--matrix', run.matrix] : []),
    ...pairs('--secret', run.secrets),
    ...pairs('--var', run.variables),
    ...pairs('--local-repository', run.actions),
    ...pairs('--env', run.stepEnv),
  ]
  const { exitCode, output } = await startAct([run.event ?? 'push', '--workflows', run.workflow, ...flags], run)
  const steps = readSteps(output)
  return {
    exitCode,
    output,
    steps,
    step(name) {
      const step = steps.find((candidate) => candidate.name === name)
      if (!step) throw new Error(`There was no step ${name} in:\n${output}`)
      return step
    },
  }
}

/** What act has against a workflow, by the schema that it brings along; nothing where it has nothing. */
export async function findParseError(repository: string, workflow: string): Promise<string | undefined> {
  const { exitCode, output } = await startAct(['--validate', '--strict', '--workflows', workflow], { repository })
  return exitCode === 0 ? undefined : output
}

const pairs = (flag: string, values: Record<string, string> = {}): string[] =>
  Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`])

async function startAct(
  args: string[],
  { repository, node, env, payload }: Pick<ActRun, 'repository' | 'node' | 'env' | 'payload'>,
) {
  const home = mkdtempSync(join(tmpdir(), 'jira-pat-check-act-'))
  const cache = join(home, 'cache')
  const environment = machine()
  const path = [node ?? dirname(process.execPath), environment['PATH']].join(delimiter)
  const eventPath = join(home, 'event.json')
  if (payload !== undefined) writeFileSync(eventPath, JSON.stringify(payload))
  const child = spawn(actProgram(), [...args, ...(payload === undefined ? [] : ['--eventpath', eventPath])], {
    cwd: repository,
    env: { ...environment, XDG_CONFIG_HOME: join(home, 'config'), XDG_CACHE_HOME: cache, ...env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = once(child, 'close')
  // Apart, since a piece of one may come in the middle of a line of the other.
  const printed = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text) => {
      printed[stream] += text
    })
  }
  try {
    // `exit`, since what is left in the background may hold the pipes open.
    const [exitCode] = await once(child, 'exit')
    endOrphans('XDG_CACHE_HOME', cache)
    await closed
    return { exitCode: Number(exitCode), output: `${printed.stdout}\n${printed.stderr}` }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
