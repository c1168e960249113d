import { describe, expect, it } from 'vitest'
import { createCancellation } from '../../src/asking/cancel.ts'
import { createDeadline } from '../../src/asking/deadline.ts'
import { createPace } from '../../src/asking/pace.ts'
import { takeTurn } from '../../src/asking/turn.ts'
import type { TracedOutcome } from '../../src/wire/answer.ts'
import { createHandMovedClock } from '../support/clock.ts'
import { trace } from '../support/trace.ts'
import { answered } from '../verdict/answered.ts'

/** Takes turns within ten seconds at a server that needs so long for its answer, by timers that are so late. */
function createTurns({ takesMs = 0, lateMs = 0 } = {}) {
  const exact = createHandMovedClock()
  const clock = { ...exact, after: (delayMs: number, callback: () => void) => exact.after(delayMs + lateMs, callback) }
  const asked: { path: string; timeoutMs: number }[] = []
  const http = {
    requestCount: 0,
    async get(path: string, _authorization: string | undefined, timeoutMs: number): Promise<TracedOutcome> {
      asked.push({ path, timeoutMs })
      await new Promise<void>((resolve) => clock.after(takesMs, resolve))
      return { ...answered({ body: path, headers: { 'X-RateLimit-Remaining': '1' } }), trace }
    },
    send: () => Promise.reject(new Error('asking changes nothing')),
  }
  const pace = createPace()
  const cancellation = createCancellation(clock)
  const deadline = createDeadline(clock, clock.monotonicMs() + 10_000, 10_000, 0)
  const take = (path: string, isRetry = false) =>
    takeTurn(path, 'Bearer x', isRetry, { http, clock, pace, deadline, cancellation })
  return { clock, asked, pace, cancellation, take }
}

describe('a turn', () => {
  it('gets the time that is left', async () => {
    const { clock, asked, take } = createTurns()
    await clock.advance(4_000)
    expect(await clock.runUntil(take('/a'))).toMatchObject({ kind: 'answer', body: '/a' })
    expect(asked).toEqual([{ path: '/a', timeoutMs: 6_000 }])
  })

  it('waits for the end of a hold', async () => {
    const { clock, asked, pace, take } = createTurns()
    pace.slowDown(clock.monotonicMs(), 3_000, undefined)
    await clock.runUntil(take('/a'))
    expect(asked).toEqual([{ path: '/a', timeoutMs: 7_000 }])
  })

  it('is not taken where no time is left', async () => {
    const { clock, asked, take } = createTurns()
    await clock.advance(10_000)
    expect(await clock.runUntil(take('/a'))).toBeUndefined()
    expect(asked).toEqual([])
  })

  it.each([10_000, 15_000])(
    'is given up at once where the hold is no shorter than the time left: %i ms',
    async (holdMs) => {
      const { clock, asked, pace, take } = createTurns()
      pace.slowDown(clock.monotonicMs(), holdMs, undefined)
      const before = clock.now()
      expect(await clock.runUntil(take('/a'))).toBeUndefined()
      expect(clock.now()).toBe(before)
      expect(asked).toEqual([])
    },
  )

  it.each([7_000, 8_000])(
    'is not taken where a hold of 3 s ends %i ms late, as on a machine that slept',
    async (lateMs) => {
      const { clock, asked, pace, take } = createTurns({ lateMs })
      pace.slowDown(clock.monotonicMs(), 3_000, undefined)
      expect(await clock.runUntil(take('/a'))).toBeUndefined()
      expect(asked).toEqual([])
    },
  )

  it('is not taken after the cancellation, and its place is free again', async () => {
    const { clock, asked, pace, cancellation, take } = createTurns()
    cancellation.cancel()
    for (let turn = 1; turn <= 20; turn++) expect(await clock.runUntil(take('/a'))).toBeUndefined()
    expect(asked).toEqual([])
    pace.slowDown(clock.monotonicMs(), 3_000, undefined)
    const before = clock.now()
    await clock.runUntil(take('/a'))
    expect(clock.now()).toBe(before)
  })

  it('that is under way at the cancellation has one second more', async () => {
    const { clock, cancellation, take } = createTurns({ takesMs: 5_000 })
    const turn = take('/a')
    await clock.advance(1_000)
    cancellation.cancel()
    const before = clock.now()
    expect(await clock.runUntil(turn)).toBeUndefined()
    expect(clock.now() - before).toBe(1_000)
  })

  it('tells the pace what the answer says of it', async () => {
    const { clock, asked, take } = createTurns({ takesMs: 100 })
    await clock.runUntil(take('/a'))
    const turns = Promise.all([take('/b'), take('/c')])
    await clock.advance(50)
    expect(asked.map(({ path }) => path)).toEqual(['/a', '/b'])
    await clock.runUntil(turns)
  })
})
