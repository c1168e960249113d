import { spawn } from 'node:child_process'
import { platform } from 'node:os'
import type { Clock } from '../base/clock.ts'
import { errorCodeOf } from '../base/error-code.ts'

/** How a command ended. */
export interface CommandEnd {
  /** Undefined where it did not end by itself, or could not be started. */
  readonly exitCode: number | undefined
  /** The same in words: `exit code 1`. */
  readonly problem: string
  /** What it printed on standard output: it may be a secret. */
  readonly output: string
}

/** What is longer is no token. */
const MAX_OUTPUT_BYTES = 64 * 1024

/**
 * Runs a command in the shell of the system, and never shows anything that it prints, since that may be a secret.
 * @param input goes to its standard input, to the byte
 */
export function runCommand(command: string, input: string, timeoutMs: number, clock: Clock): Promise<CommandEnd> {
  const { promise, resolve } = Promise.withResolvers<CommandEnd>()
  const chunks: Buffer[] = []
  let size = 0
  // In a group of its own: a Ctrl-C at the terminal is for us, and must not end it half way.
  const child = spawn(command, {
    shell: true,
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: !isWindows(),
    windowsHide: true,
  })
  const end = (exitCode: number | undefined, problem: string): void => {
    cancelTimer()
    resolve({ exitCode, problem, output: Buffer.concat(chunks).toString() })
    child.stdout.destroy()
    child.unref()
  }
  const cancelTimer = clock.after(Math.max(0, timeoutMs), () => {
    child.kill('SIGKILL')
    end(undefined, `no end within ${Math.round(timeoutMs / 1000)} s`)
  })
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= MAX_OUTPUT_BYTES) chunks.push(chunk)
  })
  child.on('error', (error) => end(undefined, `the error ${errorCodeOf(error) || 'of no code'}`))
  child.on('close', (code, signal) =>
    end(code ?? undefined, code === null ? `the signal ${signal}` : `exit code ${code}`),
  )
  // Whoever does not read it has closed it.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return promise
}

function isWindows(): boolean {
  return platform() === 'win32'
}
