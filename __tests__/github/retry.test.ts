import { describe, expect, it } from 'vitest'
import type { GitHubAnswer, GitHubNoAnswer, GitHubOutcome } from '../../src/github/outcome.ts'
import { retry } from '../../src/github/retry.ts'
import { createHandMovedClock } from '../support/clock.ts'

const answer = (statusCode: number, changes: Partial<GitHubAnswer> = {}): GitHubAnswer => ({
  kind: 'answer',
  statusCode,
  headers: new Map(),
  json: {},
  bodyState: 'complete',
  serverMs: undefined,
  limitedMs: undefined,
  retryAfterMs: undefined,
  ...changes,
})
const noAnswer = (code: string, changes: Partial<GitHubNoAnswer> = {}): GitHubNoAnswer => ({
  kind: 'no-answer',
  code,
  phase: 'answer',
  mayHaveActed: true,
  proxyStatusCode: undefined,
  ...changes,
})

/** What comes of outcomes one after the other, the last of them for ever, and when each attempt began and how long it was given. */
async function play(outcomes: GitHubOutcome[], timeoutMs: number, takesMs = 0) {
  const clock = createHandMovedClock()
  const startMs = clock.monotonicMs()
  const attempts: [atMs: number, givenMs: number][] = []
  const last = await clock.runUntil(
    retry(
      async (givenMs) => {
        attempts.push([clock.monotonicMs() - startMs, givenMs])
        if (takesMs > 0) await new Promise<void>((resolve) => clock.after(takesMs, resolve))
        const [next] = outcomes.length > 1 ? outcomes.splice(0, 1) : outcomes
        if (next === undefined) throw new Error('no outcome is left')
        return next
      },
      clock,
      timeoutMs,
    ),
  )
  return { last, attempts, endedMs: clock.monotonicMs() - startMs }
}

describe('attempts', () => {
  it('come after pauses that double, until no time is left for another', async () => {
    const { last, attempts } = await play([answer(503)], 120_000)
    expect(attempts.map(([atMs]) => atMs)).toEqual([0, 1_000, 3_000, 7_000, 15_000, 31_000, 61_000, 91_000])
    expect(last).toMatchObject({ statusCode: 503 })
  })

  it('are given ten seconds each, or a third of the time where that is more, or what is left', async () => {
    const short = await play([noAnswer('TIMEOUT')], 12_000, 8_000)
    expect(short.attempts).toEqual([
      [0, 10_000],
      [9_000, 3_000],
    ])
    const long = await play([noAnswer('TIMEOUT')], 90_000, 30_000)
    expect(long.attempts).toEqual([
      [0, 30_000],
      [31_000, 30_000],
      [63_000, 27_000],
    ])
  })

  it('wait as long as GitHub asks for', async () => {
    const outcomes = [answer(403, { limitedMs: 17_000 }), answer(503, { retryAfterMs: 9_000 }), answer(200)]
    const { last, attempts } = await play(outcomes, 60_000)
    expect(attempts.map(([atMs]) => atMs)).toEqual([0, 17_000, 26_000])
    expect(last).toMatchObject({ statusCode: 200 })
  })

  it('end at once where GitHub asks to wait for longer than there is time', async () => {
    const { last, attempts, endedMs } = await play([answer(403, { limitedMs: 60_000 })], 60_000)
    expect(last).toMatchObject({ statusCode: 403, limitedMs: 60_000 })
    expect(attempts).toHaveLength(1)
    expect(endedMs).toBe(0)
  })

  it('do not hurry where GitHub does', async () => {
    const { attempts } = await play([answer(429, { limitedMs: 0 }), answer(200)], 60_000)
    expect(attempts.map(([atMs]) => atMs)).toEqual([0, 1_000])
  })
})

describe('what is asked again, and what is not', () => {
  const outcomes: [what: string, outcome: GitHubOutcome, isAgain: boolean][] = [
    ...['TIMEOUT', 'ETIMEDOUT', 'ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'EAI_AGAIN', 'ENETUNREACH'].map(
      (code): [string, GitHubOutcome, boolean] => [code, noAnswer(code), true],
    ),
    ...['ENOTFOUND', 'CERT_HAS_EXPIRED', 'SELF_SIGNED_CERT_IN_CHAIN', 'EPROTO', 'HPE_INVALID_CONSTANT', ''].map(
      (code): [string, GitHubOutcome, boolean] => [code, noAnswer(code), false],
    ),
    ['a proxy that could not', noAnswer('', { phase: 'proxy', proxyStatusCode: 503 }), true],
    ['a proxy that would not', noAnswer('', { phase: 'proxy', proxyStatusCode: 407 }), false],
    ['a cut body', answer(200, { bodyState: 'cut', json: undefined }), true],
    ['a body that was late', answer(200, { bodyState: 'late', json: undefined }), true],
    ['a body that is too large', answer(200, { bodyState: 'too-large', json: undefined }), false],
    ['403', answer(403), false],
    ['403 for a limit', answer(403, { limitedMs: 0 }), true],
    ['404', answer(404), false],
    ['500', answer(500), true],
    ['501', answer(501), false],
  ]
  it.each(outcomes)('%s', async (_what, outcome, isAgain) => {
    const { attempts } = await play([outcome, answer(200)], 60_000)
    expect(attempts).toHaveLength(isAgain ? 2 : 1)
  })
})
