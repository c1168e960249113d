import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { ProcessResult, Start } from './packaged.ts'
import { machineEnvironment, program } from './program.ts'

/**
 * Runs `dist/index.js` with a terminal for its output, which `script` of util-linux makes: what is printed on standard
 * error is in `stdout` too, as a person sees it.
 */
export async function startOnTerminal({ args = [], env, cwd, timeoutMs = 60_000 }: Start): Promise<ProcessResult> {
  const startedMs = performance.now()
  const command = [process.execPath, program, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`)
  const child = spawn('script', ['--quiet', '--return', '--command', command.join(' '), '/dev/null'], {
    // Unlike others, bash passes on what has a hyphen in its name, as inputs have.
    env: { ...machineEnvironment(), SHELL: '/bin/bash', TERM: 'xterm-256color', ...env },
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text
  })
  const [exitCode] = await once(child, 'close')
  if (exitCode === null) throw new Error(`Did not end within ${timeoutMs} ms. It had printed:\n${stdout}`)
  return { exitCode, stdout, stderr: '', durationMs: performance.now() - startedMs }
}
