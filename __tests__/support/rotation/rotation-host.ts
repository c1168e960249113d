/** A process in which one run follows the other, from `src/`: what it prints and asks is what `dist/rotate.js` would. */
import { systemClock } from '../../../src/base/clock.ts'
import { createRun } from '../../../src/rotate/run.ts'
import { openRunner } from '../../../src/runner/open.ts'
import { createSignals } from '../../../src/runner/signals.ts'

const printed = { stdout: '', stderr: '' }
for (const name of ['stdout', 'stderr'] as const) {
  process[name].write = (text: string | Uint8Array, ...rest: unknown[]): boolean => {
    printed[name] += String(text)
    const done = rest.find((one) => typeof one === 'function')
    done?.()
    return true
  }
}

process.on('message', async ({ run }: { run?: { environment: Record<string, string>; directory: string } }) => {
  if (run === undefined) return
  Object.assign(printed, { stdout: '', stderr: '' })
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, run.environment)
  process.chdir(run.directory)
  const exitCode = await play()
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM')
  process.send?.({ ended: { exitCode, ...printed } })
})
process.on('disconnect', () => process.exit())
process.channel?.ref()

/** What `src/rotate.ts` does, but for the end of the process. */
async function play(): Promise<number> {
  const { env: environment, versions, stdin, stdout, stderr } = process
  const opened = await openRunner({ argv: ['node', 'rotate.js'], env: environment, stdin, stdout, stderr }, 'rotate')
  if (typeof opened === 'number') return opened
  const signals = createSignals(process)
  const world = { environment, nodeVersion: versions.node, clock: systemClock, random: Math.random, signals }
  const run = createRun({ runner: opened, ...world })
  try {
    return await run.start()
  } catch (error) {
    return run.tellCrash(error)
  }
}
