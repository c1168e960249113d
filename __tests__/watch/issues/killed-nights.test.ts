import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { machineEnvironment } from '../../support/program.ts'
import { never } from '../../support/reply.ts'
import { dayMs, type Nights, night, startNights, token } from './nights.ts'

const driver = fileURLToPath(new URL('night-process.ts', import.meta.url))

/** A new one, a change and an end: every kind of request, in as few as there can be. */
const before = ['open RELEASE expiring 1: expiring 1', 'open WELL expiring 1: expiring 1']
const seen = night([token('CI', 'token-rejected'), token('RELEASE', 'token-rejected'), token('WELL', 'well')])
const after = [
  'open RELEASE token-rejected 2: expiring 1, token-rejected 2 [octocat] → octocat',
  'completed WELL well 2: expiring 1, well 2',
  'open CI token-rejected 1: token-rejected 1 [octocat] → octocat',
]

const startNight = ({ github, nowMs }: Nights): ChildProcess => {
  const args = [driver, github.url, github.token, JSON.stringify(seen), String(nowMs)]
  return spawn(process.execPath, args, { env: machineEnvironment(), stdio: 'ignore' })
}

it('a process that is killed at any request to GitHub leaves what the next night makes whole', async () => {
  const whole = await startNights(before)
  await once(startNight(whole), 'close')
  expect(whole.show()).toEqual(after)

  // Killed before a request comes in is the same as killed after the one before it.
  const numbers = whole.github.requests.map(({ number }) => number)
  const play = async (number: number): Promise<void> => {
    const nights = await startNights(before)
    const child = startNight(nights)
    nights.github.options.after = (request) => {
      if (request.number !== number) return undefined
      child.kill('SIGKILL')
      return never
    }
    await once(child, 'close')
    expect(child.signalCode).toBe('SIGKILL')
    delete nights.github.options.after
    nights.nowMs += dayMs
    await nights.run(seen)
    expect(nights.show().toSorted(), `killed after request ${number}`).toEqual(after.toSorted())
  }
  const waiting = [...numbers]
  const playNext = async (): Promise<void> => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) await play(number)
  }
  await Promise.all([playNext(), playNext(), playNext()])
  expect(numbers.length).toBeGreaterThan(15)
}, 300_000)
