import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/wire/answer.ts'
import { identity } from '../support/answers.ts'
import { answered } from '../verdict/answered.ts'
import { createAsking, noAnswer, reasonOf } from './asking.ts'

describe('the pause before the next attempt', () => {
  const inputs = { retries: 7, timeoutMs: 600_000 }
  const pauses = async (wire: Outcome | Outcome[], random = 0): Promise<unknown[]> => {
    const { ask, log } = createAsking({ wire, inputs, random })
    await ask()
    return log.map(({ waitMs }) => waitMs)
  }

  it('doubles from half a second to eight, and half of it is chance', async () => {
    const refused = noAnswer('ECONNREFUSED')
    expect(await pauses(refused, 0)).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000, undefined])
    expect(await pauses(refused, 0.5)).toEqual([375, 750, 1500, 3000, 6000, 6000, 6000, undefined])
    const longest = await pauses(refused, 1 - 2 ** -53)
    expect(longest.map((ms) => ms && Math.round(Number(ms)))).toEqual([
      500,
      1000,
      2000,
      4000,
      8000,
      8000,
      8000,
      undefined,
    ])
  })

  it('is kept', async () => {
    const { ask, asked } = createAsking({ wire: noAnswer('ECONNREFUSED') })
    await ask()
    expect(asked.map(({ atMs }) => atMs)).toEqual([0, 250, 750])
  })

  const now = 'Sun, 01 Mar 2026 12:00:00 GMT'
  const asks: [what: string, retryAfter: string | undefined, waitMs: number, limitedMs?: number][] = [
    ['in seconds', '20', 20_000],
    ['as a date', 'Sun, 01 Mar 2026 12:00:20 GMT', 20_000],
    ['as a date of the older form', 'Sunday, 01-Mar-26 12:00:20 GMT', 20_000],
    ['not at all', undefined, 250, 1_000],
    ['for no time', '0', 250],
    ['for the present', now, 250],
    ['for the past', 'Sun, 01 Mar 2026 11:00:00 GMT', 250],
    ['for nonsense', 'soon', 250, 1_000],
    ['for a negative time', '-20', 250, 1_000],
  ]
  it.each(asks)(
    'is the longer of that and what the server asks for: %s',
    async (_what, retryAfter, waitMs, limitedMs = waitMs) => {
      const headers = retryAfter === undefined ? {} : { 'Retry-After': retryAfter }
      const limited = answered({ status: 429, headers })
      expect(await pauses([limited, answered(identity())])).toEqual([limitedMs])
      expect(await pauses([answered({ status: 503, headers }), answered(identity())])).toEqual([waitMs])
    },
  )
})

describe('the deadline', () => {
  const limited = (retryAfter: string): Outcome => answered({ status: 429, headers: { 'Retry-After': retryAfter } })
  const beyond: [what: string, retryAfter: string][] = [
    ['in seconds', '120'],
    ['as a date', 'Sun, 01 Mar 2026 12:02:00 GMT'],
    ['on the deadline itself', '30'],
    ['in the next age', '99999999999999999999'],
    ['beyond all numbers', '9'.repeat(400)],
  ]
  it.each(beyond)('is not waited for where the server asks for more: %s', async (_what, retryAfter) => {
    const { ask, asked, log, elapsedMs } = createAsking({ wire: limited(retryAfter) })
    expect(reasonOf(await ask())).toBe('rate-limited')
    expect(asked).toHaveLength(1)
    expect(log).toEqual([{ reason: 'rate-limited', attempt: '1 of 3', waitMs: undefined }])
    expect(elapsedMs()).toBe(0)
  })

  it('is not waited for where a gateway asks for more', async () => {
    const { ask, elapsedMs } = createAsking({ wire: answered({ status: 503, headers: { 'Retry-After': '60' } }) })
    expect(await ask()).toMatchObject({ reason: 'gateway-error', common: { wait: '60 s' } })
    expect(elapsedMs()).toBe(0)
  })

  it('ends the retries, and the last fault is the reason', async () => {
    const inputs = { retries: 10, timeoutMs: 5_000 }
    const asking = createAsking({
      wire: [noAnswer('ECONNRESET', { phase: 'answer' }), noAnswer('ECONNREFUSED')],
      inputs,
    })
    expect(reasonOf(await asking.ask())).toBe('connection-refused')
    expect(asking.asked.map(({ atMs }) => atMs)).toEqual([0, 250, 750, 1750, 3750])
    expect(asking.elapsedMs()).toBeLessThan(5_000)
  })

  it('leaves the last attempt what time there is', async () => {
    const { ask, asked } = createAsking({ wire: noAnswer('TIMEOUT'), inputs: { timeoutMs: 15_000 } })
    expect(reasonOf(await ask())).toBe('timeout')
    expect(asked.map(({ atMs, timeoutMs }) => [atMs, timeoutMs])).toEqual([
      [0, 10_000],
      [10_250, 4_750],
    ])
  })

  it('holds for the second of two questions', async () => {
    const asking = createAsking({ wire: answered(identity()), takesMs: 4_000, inputs: { timeoutMs: 5_000 } })
    await asking.ask()
    await asking.ask({ path: '/rest/pat/latest/tokens', stage: 'expiry' })
    expect(asking.asked.map(({ timeoutMs }) => timeoutMs)).toEqual([5_000, 1_000])
  })

  it('lets nothing be asked after it', async () => {
    const asking = createAsking({ wire: answered(identity()), inputs: { timeoutMs: 5_000 } })
    await asking.clock.advance(5_000)
    expect(await asking.ask()).toMatchObject({ reason: 'timeout', facts: { seconds: '5' } })
    expect(asking.asked).toEqual([])
  })
})
