import { describe, expect, it } from 'vitest'
import { toGitHubOutcome } from '../../src/github/outcome.ts'
import type { Answer, Phase } from '../../src/wire/answer.ts'
import { parseRetryAfter } from '../../src/wire/retry-after.ts'

const nowMs = Date.UTC(2026, 2, 1, 12)
const date = 'Sun, 01 Mar 2026 13:00:00 GMT'
const serverMs = Date.parse(date)

function read(statusCode: number, headers: Record<string, string> = {}, body = '{}', changes: Partial<Answer> = {}) {
  const retryAfter = parseRetryAfter(headers['retry-after'])
  return toGitHubOutcome(
    {
      kind: 'answer',
      statusCode,
      headers: new Map(Object.entries(headers)),
      ...(retryAfter && { retryAfter }),
      body,
      bodyState: 'complete',
      durationMs: 1,
      ...changes,
    },
    nowMs,
  )
}

describe('the time of GitHub', () => {
  it.each([
    ['its header Date', { date }, serverMs],
    ['nothing where there is none', {}, undefined],
    ['nothing where it is none', { date: 'yesterday' }, undefined],
  ])('is %s', (_what, headers, expected) => {
    expect(read(200, headers)).toMatchObject({ serverMs: expected })
  })
})

describe('a body', () => {
  it('is read as JSON', () => {
    expect(read(200, {}, '[{"a":1}]')).toMatchObject({ json: [{ a: 1 }] })
  })

  it.each<[what: string, body: string, changes: Partial<Answer>]>([
    ['is no JSON', '<html>', {}],
    ['is empty', '', {}],
    ['was cut, though what there is of it is JSON', '12', { bodyState: 'cut' }],
    ['is too large', '{}', { bodyState: 'too-large' }],
  ])('is nothing where it %s', (_what, body, changes) => {
    expect(read(200, {}, body, changes)).toMatchObject({ json: undefined })
  })
})

describe('a limit', () => {
  const secondary = '{"message":"You have exceeded a secondary rate limit. Please wait a few minutes."}'
  const limits: [
    what: string,
    status: number,
    headers: Record<string, string>,
    body: string,
    ms: number | undefined,
  ][] = [
    ['403 with Retry-After', 403, { 'retry-after': '17' }, '{}', 17_000],
    ['429 with Retry-After', 429, { 'retry-after': '17' }, '{}', 17_000],
    ['429 with a date', 429, { date, 'retry-after': 'Sun, 01 Mar 2026 13:00:09 GMT' }, '{}', 9_000],
    [
      'the primary limit',
      403,
      { date, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${serverMs / 1000 + 40}` },
      '{}',
      40_000,
    ],
    [
      'the primary limit, by our clock',
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${nowMs / 1000 + 40}` },
      '{}',
      40_000,
    ],
    ['the primary limit that is over', 403, { date, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }, '{}', 0],
    [
      'the primary limit with an end that is no number',
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '99999999999 s' },
      '{"message":"API rate limit exceeded"}',
      60_000,
    ],
    [
      'the primary limit with an end before which something stands',
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '+1' },
      '{"message":"API rate limit exceeded"}',
      60_000,
    ],
    ['the primary limit without an end', 429, { 'x-ratelimit-remaining': '0' }, '{}', 60_000],
    ['a secondary limit by its message', 403, { 'x-ratelimit-remaining': '4000' }, secondary, 60_000],
    ['429 without a word', 429, {}, '', 60_000],
    [
      'no limit: 403 for a missing permission',
      403,
      { 'x-ratelimit-remaining': '4000', 'x-ratelimit-reset': '99999999999' },
      '{"message":"Resource not accessible by integration"}',
      undefined,
    ],
    ['no limit: 403 from a proxy', 403, {}, '<html>rate limit</html>', undefined],
    ['no limit: 503 with Retry-After', 503, { 'retry-after': '17' }, '{}', undefined],
    [
      'no limit: 200 with nothing left',
      200,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '99999999999' },
      '{}',
      undefined,
    ],
  ]
  it.each(limits)('%s', (_what, status, headers, body, limitedMs) => {
    expect(read(status, headers, body)).toMatchObject({ statusCode: status, limitedMs })
  })
})

describe('no answer', () => {
  it.each<[phase: Phase, mayHaveActed: boolean]>([
    ['lookup', false],
    ['connect', false],
    ['proxy', false],
    ['tls', false],
    ['answer', true],
  ])('in the phase %s: perhaps acted on: %s', (phase, mayHaveActed) => {
    const outcome = {
      kind: 'no-answer',
      code: 'ECONNRESET',
      message: 'quoting a server',
      phase,
      durationMs: 1,
    } as const
    const proxyStatusCode = undefined
    expect(toGitHubOutcome(outcome, nowMs)).toEqual({
      kind: 'no-answer',
      code: 'ECONNRESET',
      phase,
      mayHaveActed,
      proxyStatusCode,
    })
  })

  it('says what the proxy said', () => {
    const proxyAnswer = { statusCode: 407, reasonPhrase: '', squidError: '', loginSchemes: [], port: 443 }
    const outcome = { kind: 'no-answer', code: '', message: '', phase: 'proxy', durationMs: 1, proxyAnswer } as const
    expect(toGitHubOutcome(outcome, nowMs)).toMatchObject({ mayHaveActed: false, proxyStatusCode: 407 })
  })
})
