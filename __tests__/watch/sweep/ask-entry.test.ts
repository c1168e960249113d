import { describe, expect, it, vi } from 'vitest'
import { createPace } from '../../../src/asking/pace.ts'
import { isFinding } from '../../../src/catalogue/finding.ts'
import type { Asked } from '../../../src/watch/sweep/ask-entry.ts'
import { askEntry } from '../../../src/watch/sweep/ask-entry.ts'
import { readEntry } from '../../../src/watch/sweep/read-entry.ts'
import { maskAll } from '../../../src/watch/sweep/secrecy.ts'
import type { Outcome } from '../../../src/wire/answer.ts'
import type { Http } from '../../../src/wire/http.ts'
import { noAnswer } from '../../asking/asking.ts'
import { createHandMovedClock } from '../../support/clock.ts'
import { goodToken } from '../../support/healthy.ts'
import { trace } from '../../support/trace.ts'
import { answered } from '../../verdict/answered.ts'
import { entryOf } from './entry-of.ts'

interface Wire {
  /** What comes of each request, by its path. */
  on: (path: string) => Outcome
  /** How long each takes. */
  takesMs?: number
  /** How many requests each is, where the connection that was kept for it is dead. */
  times?: 1 | 2
  inputs?: Record<string, string>
  /** How much time the whole sweep has. */
  leftMs?: number
  /** Whether somebody wants to see the debug log. */
  isDebugged?: boolean
}

interface Heard extends Asked {
  debugged: string[]
  answerCount: number
}

/** Asks about one entry, `CI`, with the wire and the clock in the hands of a test. */
async function ask({
  on,
  takesMs = 100,
  times = 1,
  inputs = {},
  leftMs = 60_000,
  isDebugged = true,
}: Wire): Promise<Heard> {
  const clock = createHandMovedClock()
  const texts = { 'jira-url': 'https://jira.example.com', token: goodToken, retries: '0', ...inputs }
  const read = readEntry(entryOf('CI', texts))
  if (isFinding(read.inputs)) throw new Error(read.inputs.reason)
  const send: Http['send'] = async ({ path }, timeoutMs) => {
    const outcome = on(path)
    const isTimeout = outcome.kind === 'no-answer' && outcome.code === 'TIMEOUT'
    await new Promise<void>((resolve) => clock.after(isTimeout ? timeoutMs : takesMs, resolve))
    return { ...outcome, trace: { ...trace, requestCount: times } }
  }
  const get: Http['get'] = (path, authorization, timeoutMs) => send({ method: 'GET', path, authorization }, timeoutMs)
  const debugged: string[] = []
  const onAnswer = vi.fn()
  const asked = await clock.runUntil(
    askEntry({ ...read, inputs: read.inputs }, { http: { get, send, requestCount: 0 }, pace: createPace() }, onAnswer, {
      clock,
      random: () => 0,
      secrecy: maskAll([read.entry], [], {}, () => undefined),
      runner: isDebugged ? { debug: (line) => debugged.push(line) } : {},
      deadlineMs: clock.monotonicMs() + leftMs,
    }),
  )
  return { ...asked, debugged, answerCount: onAnswer.mock.calls.length }
}

const myself = answered({ body: { name: 'svc-ci', key: 'JIRAUSER1', displayName: 'CI', active: true } })
const inOneYear = [{ id: 1, name: 'ci', createdAt: '2026-01-01T00:00:00Z', expiringAt: '2027-03-01T00:00:00Z' }]

/** A Jira that knows the token. */
const healthy = (path: string): Outcome => (path.includes('/pat/') ? answered({ body: inOneYear }) : myself)

describe('an entry that was asked about', () => {
  it.each([true, false])('tells how many requests that took, and how long: debug log %s', async (isDebugged) => {
    const { token, failure, answerCount } = await ask({ on: healthy, isDebugged })
    expect(token).toMatchObject({ reason: 'authenticated', asked: true, unaskedBecause: null })
    expect(token).toMatchObject({ requests: 2, durationMs: 200 })
    expect(failure).toBeUndefined()
    expect(answerCount).toBe(2)
  })

  it('counts a request twice that was sent again on a new connection', async () => {
    expect((await ask({ on: healthy, times: 2 })).token).toMatchObject({ requests: 4 })
  })

  it('tells each failed attempt in the debug log, by its secret', async () => {
    const { debugged } = await ask({ on: () => noAnswer('ECONNRESET'), inputs: { retries: '1' } })
    expect(debugged.filter((line) => line.includes('Asking'))).toEqual([
      expect.stringMatching(/^CI: Asking for .*, attempt 1 of 2: .*\. Next attempt in \d/),
      expect.stringMatching(/^CI: Asking for .*, attempt 2 of 2: .*\. No further attempt\.$/),
    ])
  })
})

describe('a failure of the server’s own, which says nothing of the token', () => {
  it.each([
    ['there is no connection', () => noAnswer('ECONNREFUSED'), 'connection-refused'],
    ['it is down', () => answered({ status: 503 }), 'gateway-error'],
    ['it is no Jira', () => answered({ status: 200, body: '<html>' }), 'html-page'],
  ])('%s', async (_, on, reason) => {
    const { token, failure } = await ask({ on })
    expect([token.reason, failure?.reason]).toEqual([reason, reason])
  })

  it.each([
    ['that refuses the token', () => answered({ status: 401 })],
    ['that has a pace', () => answered({ status: 429 })],
  ])('is not that of one %s', async (_, on) => {
    expect((await ask({ on })).failure).toBeUndefined()
  })

  it('is not that of one that knew the token, and then broke', async () => {
    const on = (path: string) => (path.includes('permission') ? answered({ status: 503 }) : healthy(path))
    const { token, failure } = await ask({ on, inputs: { projects: 'OPS' } })
    expect(token).toMatchObject({ reason: 'gateway-error', category: 'unavailable' })
    expect(failure).toBeUndefined()
  })

  it('is that nothing came in the time that the entry has', async () => {
    const { token, failure } = await ask({ on: () => noAnswer('TIMEOUT'), inputs: { 'timeout-seconds': '10' } })
    expect([token.reason, failure?.reason]).toEqual(['timeout', 'timeout'])
    expect(token.durationMs).toBe(10_000)
  })

  it('is not that the sweep itself cut the entry short', async () => {
    const { token, failure } = await ask({ on: () => noAnswer('TIMEOUT'), leftMs: 5_000 })
    expect(token).toMatchObject({ reason: 'timeout', asked: true, durationMs: 5_000 })
    expect(failure).toBeUndefined()
  })

  it('is one that came before that, though the time was up by then', async () => {
    const { failure } = await ask({ on: () => noAnswer('ECONNREFUSED'), takesMs: 5_000, leftMs: 5_000 })
    expect(failure?.reason).toBe('connection-refused')
  })
})
