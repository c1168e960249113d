import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Program } from './programs.ts'

const peakMemoryScript = fileURLToPath(new URL('scripts/peak-memory.cjs', import.meta.url))

/** @returns how long the process took, from its start to its end, and how it ended */
export function timeProgram({ command, args, env }: Program): { durationMs: number; exitCode: number | null } {
  const startMs = performance.now()
  // Blocking, so that this process takes no time from the other.
  const { status, error } = spawnSync(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const durationMs = performance.now() - startMs
  if (error !== undefined) throw error
  return { durationMs, exitCode: status }
}

/** @returns the peak memory of one more run, which is not timed; undefined where the program is not Node */
export function measurePeakMemory({ command, args, env }: Program): number | undefined {
  if (command !== process.execPath) return undefined
  const stdio: ('ignore' | 'pipe')[] = ['ignore', 'pipe', 'pipe', 'pipe']
  const { output } = spawnSync(command, ['--require', peakMemoryScript, ...args], { env, stdio, encoding: 'utf8' })
  return Number(output[3])
}

/** Whether there is a curl to compare with. */
export function hasCurl(): boolean {
  return spawnSync('curl', ['--version']).status === 0
}
