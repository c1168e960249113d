import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Interfere } from './store-server.ts'
import { createWorld, DAY_MS, HOUR_MS, type World } from './world.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'world-clock-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

/** Runs code in a process that takes part in a world's time, and gives what it printed as JSON. */
async function runInWorld(code: string, prepare: (world: World) => void = () => {}) {
  const program = join(directory, `${Math.random()}.mjs`)
  await writeFile(
    program,
    `import { get } from 'node:http'
     const url = process.env['INPUT_JIRA-URL'] + '/status'
     const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
     const ask = (ms) => new Promise((resolve) => {
       const request = get(url, { agent: false }, (answer) => resolve(answer.resume().statusCode)).on('error', () => resolve('failed'))
       const timer = setTimeout(() => { request.destroy(); resolve('late') }, ms)
       request.on('close', () => clearTimeout(timer))
     })
     const startedMs = performance.now()
     const tell = (said) => console.log(JSON.stringify(said))
     ${code}`,
  )
  const world = await createWorld({ places: ['JIRA_PAT'], program: [program] })
  try {
    prepare(world)
    const startedMs = performance.now()
    const { stdout, stderr, exitCode } = await world.run()
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    return { world, said: JSON.parse(stdout), tookMs: performance.now() - startedMs }
  } finally {
    await world.close()
  }
}

describe('the time of a world', () => {
  it('is that of the process, however often it is told', async () => {
    const { said, world } = await runInWorld(
      `tell([Date.now(), +new Date(), new Date(0).getTime(), new Date() instanceof Date])`,
    )
    for (const ms of said.slice(0, 2)) expect(Math.abs(ms - world.startMs)).toBeLessThan(60_000)
    expect(said.slice(2)).toEqual([0, true])
  })

  it('is not waited for: timers, dates and the clock of durations move on together, and the servers’ too', async () => {
    const { said, world } = await runInWorld(`
      const wall = Date.now()
      await sleep(2 * 3600_000)
      await Promise.all([sleep(1000), sleep(3600_000)])
      tell([performance.now() - startedMs, Date.now() - wall])`)
    for (const ms of [...said, world.clock.now() - world.startMs]) {
      expect(ms).toBeGreaterThanOrEqual(3 * HOUR_MS)
      expect(ms).toBeLessThan(3 * HOUR_MS + 60_000)
    }
  })

  it('passes for timers in their order, without those that were called off', async () => {
    const { said } = await runInWorld(`
      const seen = []
      setTimeout(() => seen.push('second'), 9_000)
      setTimeout((word) => seen.push(word), 5_000, 'first')
      clearTimeout(setTimeout(() => seen.push('never'), 7_000))
      const every = setInterval(() => seen.push('every') > 4 && clearInterval(every), 4_000)
      setTimeout(() => seen.push('unreferenced'), 50_000).unref()
      await sleep(20_000)
      tell(seen)`)
    expect(said).toEqual(['every', 'first', 'every', 'second', 'every'])
  })

  it('lets no request time out that is being answered', async () => {
    // The answer takes a tenth of a second, and nothing else happens in that time.
    const slowly: Interfere = async (_, moment) => {
      if (moment === 'before') await new Promise((resolve) => setTimeout(resolve, 100))
      return undefined
    }
    const { said } = await runInWorld('tell([await ask(10_000), await ask(10_000)])', (world) => {
      world.interfere = slowly
    })
    expect(said).toEqual([200, 200])
  })

  it('moves on to the time-out of a request that is never answered', async () => {
    const { said, world } = await runInWorld(`tell([await ask(${DAY_MS}), performance.now() - startedMs])`, (world) => {
      world.interfere = () => ({ hang: true })
    })
    expect(said).toEqual(['late', expect.closeTo(DAY_MS, -5)])
    expect(world.clock.now() - world.startMs).toBeGreaterThanOrEqual(DAY_MS)
  })

  it('stands still for who is frozen, who finds that it has passed when it wakes', async () => {
    const { said } = await runInWorld(
      'const wall = Date.now(); tell([await ask(10_000), performance.now() - startedMs, Date.now() - wall])',
      (world) => {
        const started = world.start
        let child: Awaited<ReturnType<World['start']>>['child'] | undefined
        world.run = async () => {
          const run = await started()
          child = run.child
          return run.ended
        }
        world.interfere = async (_, moment) => {
          if (moment === 'before' || !child) return undefined
          world.clock.freeze(child)
          world.clock.travelTo(world.clock.now() + DAY_MS)
          await world.clock.wake(child, { wallMs: DAY_MS, monotonicMs: HOUR_MS })
          return undefined
        }
      },
    )
    expect(said).toEqual(['late', expect.closeTo(HOUR_MS, -5), expect.closeTo(DAY_MS, -5)])
  })
})
