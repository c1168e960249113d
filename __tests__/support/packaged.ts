import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { bundleOf, machineEnvironment, program } from './program.ts'

export interface Start {
  /** Options for Node, before the script. */
  nodeArgs?: string[] | undefined
  /** The action whose bundle it is: the check unless told otherwise. */
  action?: 'check' | 'watch' | 'rotate' | undefined
  /** Arguments for the program, after the script. */
  args?: string[] | undefined
  /** Added to the little that every process needs from the machine. */
  env?: Record<string, string> | undefined
  cwd?: string | undefined
  stdin?: string | undefined
  /** How long the process may take before it is killed: 60 s unless told otherwise. */
  timeoutMs?: number | undefined
}

export interface ProcessResult {
  exitCode: number
  stdout: string
  stderr: string
  durationMs: number
}

/** Runs `dist/index.js`, or the bundle of another action, on this process's Node. Throws when it does not end by itself within `timeoutMs`. */
export async function startPackaged(start: Start): Promise<ProcessResult> {
  const { nodeArgs = [], action = 'check', args = [], env, cwd, stdin = '', timeoutMs = 60_000 } = start
  const startedMs = performance.now()
  const child = spawn(process.execPath, [...nodeArgs, action === 'check' ? program : bundleOf(action), ...args], {
    env: { ...machineEnvironment(), ...env },
    cwd,
  })
  const printed = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text) => {
      printed[stream] += text
    })
  }
  child.stdin.on('error', () => {}) // The program may end without reading its input.
  child.stdin.end(stdin)

  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
  const [exitCode] = await once(child, 'close')
  clearTimeout(timer)
  if (exitCode === null) {
    throw new Error(`Did not end within ${timeoutMs} ms. It had printed:\n${printed.stdout}${printed.stderr}`)
  }
  return { exitCode, ...printed, durationMs: performance.now() - startedMs }
}
