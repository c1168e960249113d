import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Program } from './programs.ts'

/** What one run of a program took, from its start to its end, and how it ended. */
export interface Run {
  readonly exitCode: number
  readonly durationMs: number
  /** Of all its threads, in user mode and in the kernel. */
  readonly cpuMs: number
  readonly peakMemoryBytes: number
}

const usageScript = fileURLToPath(new URL('scripts/usage.py', import.meta.url))
const loadedScript = fileURLToPath(new URL('scripts/loaded.cjs', import.meta.url))

/** The program itself, since what stands in its place on the path may be a script that looks for it. */
let python: string | undefined

/** Runs a program. Blocking, so that this process takes no time from the other. */
export function runProgram(program: Program): Run {
  python ??= findPython()
  // Neither the settings of Python nor its packages: it starts sooner, and is smaller than what it measures.
  return JSON.parse(hear(python, ['-I', '-S', usageScript, program.command, ...program.args], program))
}

/** @returns the URLs of the files that a program of Node loads in one more run */
export function listLoaded(program: Program): readonly string[] {
  return JSON.parse(hear(program.command, ['--require', loadedScript, ...program.args], program))
}

/** Whether there is a curl to compare with. */
export function hasCurl(): boolean {
  return spawnSync('curl', ['--version']).status === 0
}

/** @returns what the program writes to file descriptor 3 */
function hear(command: string, args: readonly string[], { env }: Program): string {
  const { output, error, stderr } = spawnSync(command, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
  })
  if (error !== undefined) throw error
  const [, , , heard] = output
  if (!heard) throw new Error(`${command} ${args.join(' ')} says nothing: ${stderr}`)
  return heard
}

function findPython(): string {
  const { stdout, error } = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' })
  if (error !== undefined)
    throw new Error('The bench wants Python 3.9 or newer (python3): it is told what a process took.')
  return stdout.trim()
}
