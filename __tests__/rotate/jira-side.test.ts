import { beforeAll, describe, expect, it } from 'vitest'
import { type Finding, isFinding } from '../../src/catalogue/finding.ts'
import { jira } from '../../src/products/jira/jira.ts'
import { tokenMaking } from '../../src/products/jira/new-token.ts'
import { createBound } from '../../src/rotate/bound.ts'
import { createJiraSide, type JiraSide } from '../../src/rotate/jira-side.ts'
import { failures } from '../../src/verdict/load-failures.ts'
import type { Outcome } from '../../src/wire/answer.ts'
import type { Http } from '../../src/wire/http.ts'
import { cloudRejected } from '../support/answers.ts'
import { createHandMovedClock, type HandMovedClock } from '../support/clock.ts'
import type { Reply } from '../support/reply.ts'
import { trace } from '../support/trace.ts'
import { answered } from '../verdict/answered.ts'
import { hourMs, nowMs } from './seen.ts'
import { identity, rotateInputs } from './task.ts'

// It takes no time of the clock, and would look as if nothing were left to wait for.
beforeAll(() => failures.load())

const headers = { 'X-AREQUESTID': '720x1x1', 'X-AUSERNAME': 'svc-ci' }

const ofJira = (status: number, body: Reply['body'] = '', more: Reply['headers'] = {}): Outcome =>
  answered({ status, headers: { ...headers, ...more }, body })

const cut: Outcome = { kind: 'no-answer', code: 'ECONNRESET', message: '', phase: 'answer', durationMs: 0 }

interface Played {
  readonly clock: HandMovedClock
  readonly side: JiraSide
  /** `METHOD path` with the token, when it was asked, in seconds, and how many milliseconds it had. */
  readonly requests: (readonly [request: string, atSeconds: number, timeoutMs: number])[]
  readonly news: string[]
  readonly failed: string[]
}

/** Answers each request with the next outcome, the last one from then on. */
function play(...outcomes: readonly [Outcome, ...Outcome[]]): Played {
  const clock = createHandMovedClock(nowMs)
  const [requests, news, failed]: [Played['requests'], string[], string[]] = [[], [], []]
  const send: Http['send'] = async ({ method, path, authorization }, timeoutMs) => {
    requests.push([`${method} ${path} ${authorization}`, (clock.now() - nowMs) / 1000, timeoutMs])
    return { ...(outcomes[Math.min(requests.length, outcomes.length) - 1] ?? outcomes[0]), trace }
  }
  const side = createJiraSide({
    inputs: rotateInputs().jira,
    product: jira,
    making: tokenMaking,
    http: {
      send,
      get: (path, authorization, timeoutMs) => send({ method: 'GET', path, authorization }, timeoutMs),
      requestCount: 0,
    },
    clock,
    random: () => 0,
    isToken: (name) => name === 'the-present-one',
    onNewToken: (value) => news.push(value),
    onFailedAttempt: ({ reason }) => failed.push(reason),
  })
  return { clock, side, requests, news, failed }
}

const reasonOf = (value: object | undefined): string | undefined =>
  value !== undefined && isFinding(value) ? value.reason : undefined

describe('asking whose a token is', () => {
  const myself = ofJira(200, { name: 'svc-ci', key: 'JIRAUSER10100', active: true })

  it('asks with that token', async () => {
    const { clock, side, requests } = play(myself)
    const found = await clock.runUntil(side.identify('one', createBound(clock, 60_000)))
    expect(found).toMatchObject({ name: 'svc-ci', key: 'JIRAUSER10100' })
    expect(requests).toEqual([['GET /rest/api/2/myself Bearer one', 0, 10_000]])
  })

  it('takes no token for a name', async () => {
    const { clock, side } = play(ofJira(200, { name: 'the-present-one', key: 'the-present-one', active: true }))
    const found = await clock.runUntil(side.identify('the-present-one', createBound(clock, 60_000)))
    expect(isFinding(found)).toBe(true)
  })

  it('asks again after what passes, as often as the input `retries` says', async () => {
    const { clock, side, requests, failed } = play(ofJira(503))
    const found = await clock.runUntil(side.identify('one', createBound(clock, 60_000)))
    const withToken = requests.filter(([request]) => request.endsWith('Bearer one'))
    expect([reasonOf(found), withToken.length, failed.length]).toEqual(['server-error', 3, 3])
  })

  it('asks with each token anew, whatever came of the one before', async () => {
    const { clock, side, requests } = play(ofJira(401), ofJira(200, {}), myself)
    const bound = createBound(clock, 60_000)
    expect(reasonOf(await clock.runUntil(side.identify('one', bound)))).toBe('token-rejected')
    expect(await clock.runUntil(side.identify('another', bound))).toMatchObject({ name: 'svc-ci' })
    expect(requests.map(([request]) => request)).toEqual([
      'GET /rest/api/2/myself Bearer one',
      'GET /rest/api/2/serverInfo undefined',
      'GET /rest/api/2/myself Bearer another',
    ])
  })
})

describe('asking for the tokens', () => {
  it('asks again after what passes', async () => {
    const { clock, side, requests } = play(ofJira(503), ofJira(200, []))
    expect(await clock.runUntil(side.list('one', identity, createBound(clock, 60_000)))).toEqual([])
    expect(requests.map(([request]) => request)).toEqual(Array(2).fill('GET /rest/pat/latest/tokens Bearer one'))
  })
})

describe('asking for a new token', () => {
  const make = async (outcome: Outcome) => {
    const played = play(outcome)
    const { creation, found } = await played.clock.runUntil(played.side.make('one', 'a-name', 90))
    return { ...played, creation, reason: reasonOf(found), found }
  }

  it('is told of a new one, and nothing is wrong then', async () => {
    const { creation, found, news, requests } = await make(ofJira(201, { id: 7, rawToken: 'the-new-one' }))
    expect(creation).toEqual({ kind: 'made', value: 'the-new-one', id: 7 })
    expect(found).toBeUndefined()
    expect(news).toEqual(['the-new-one'])
    expect(requests).toEqual([['POST /rest/pat/latest/tokens Bearer one', 0, 30_000]])
  })

  it.each([
    ['no answer', cut, 'in-doubt', 'connection-reset'],
    ['an error', ofJira(503), 'in-doubt', 'server-error'],
    ['too many requests', ofJira(429), 'in-doubt', 'rate-limited'],
    ['a refusal', ofJira(401), 'refused', 'token-rejected'],
    ['a refusal by Cloud, which takes no token alone', answered(cloudRejected), 'refused', 'cloud-needs-basic'],
    ['a success without a token', ofJira(200, {}), 'in-doubt', undefined],
  ])('is made once, whatever comes of it: %s', async (_, outcome, kind, reason) => {
    const result = await make(outcome)
    expect([result.creation.kind, result.reason]).toEqual([kind, reason])
    expect([result.requests.length, result.news]).toEqual([1, []])
  })
})

describe('revoking a token', () => {
  const revoke = async (leftMs: number, ...outcomes: readonly [Outcome, ...Outcome[]]) => {
    const { clock, side, requests } = play(...outcomes)
    const found: Finding | undefined = await clock.runUntil(side.revoke('one', 7, createBound(clock, leftMs)))
    return { reason: found?.reason, times: requests.map(([, at]) => at), requests }
  }

  const gone = ofJira(204)

  it('is done by 204', async () => {
    const { reason, requests } = await revoke(60_000, gone)
    expect(reason).toBeUndefined()
    expect(requests).toEqual([['DELETE /rest/pat/latest/tokens/7 Bearer one', 0, 10_000]])
  })

  it.each([
    ['500', ofJira(500)],
    ['503', ofJira(503)],
    ['408', ofJira(408)],
    ['425', ofJira(425)],
    ['429', ofJira(429)],
    ['no answer', cut],
  ])('is asked for again after what may pass: %s', async (_, outcome) => {
    expect(await revoke(60_000, outcome, gone)).toMatchObject({ reason: undefined, times: [0, 1] })
  })

  it.each([
    ['401', ofJira(401), 'token-rejected'],
    ['404', ofJira(404), 'not-found'],
    ['499', ofJira(499), 'unexpected-status'],
    ['a 200, which says nothing', ofJira(200, {}), 'unexpected-status'],
  ])('is asked for once where something else is wrong: %s', async (_, outcome, reason) => {
    const result = await revoke(60_000, outcome, gone)
    expect(result.times).toEqual([0])
    expect(result.reason).toBe(reason)
  })

  it('is asked for three times, after a second and after two', async () => {
    expect(await revoke(60_000, ofJira(500))).toMatchObject({ reason: 'server-error', times: [0, 1, 3] })
  })

  it.each([
    [1_000, [0]],
    [1_001, [0, 1]],
    [3_000, [0, 1]],
    [3_001, [0, 1, 3]],
  ])('is not asked for again where no time is left for it: %i ms', async (leftMs, times) => {
    expect((await revoke(leftMs, ofJira(500))).times).toEqual(times)
  })

  it('has no more time than there is', async () => {
    expect((await revoke(4_000, gone)).requests[0]?.[2]).toBe(4_000)
    expect((await revoke(-1, gone)).requests[0]?.[2]).toBe(0)
  })
})

it('knows when the server was asked first, and how far its clock is ahead', async () => {
  const { clock, side } = play(ofJira(204, '', { Date: new Date(nowMs + hourMs).toUTCString() }))
  expect([side.firstRequestMs, side.offsetMs]).toEqual([undefined, undefined])
  await clock.runUntil(side.revoke('one', 7, createBound(clock, 60_000)))
  expect([side.firstRequestMs, side.offsetMs]).toEqual([nowMs, hourMs])
  await clock.advance(60_000)
  await clock.runUntil(side.revoke('one', 7, createBound(clock, 60_000)))
  expect([side.firstRequestMs, side.offsetMs]).toEqual([nowMs, hourMs - 60_000])
})
