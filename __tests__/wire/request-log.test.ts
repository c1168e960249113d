import { describe, expect, it } from 'vitest'
import type { TracedOutcome } from '../../src/wire/answer.ts'
import type { Http } from '../../src/wire/http.ts'
import { describeRequest, logRequests } from '../../src/wire/request-log.ts'

const trace = {
  route: 'direct',
  connection: 'new',
  tlsVersion: 'TLSv1.3',
  bodyBytes: 512,
  requestCount: 1,
} as const
const answer: TracedOutcome = {
  kind: 'answer',
  statusCode: 200,
  headers: new Map([['content-type', 'application/json']]),
  body: '{"name":"ü"}',
  bodyState: 'complete',
  durationMs: 82.4,
  trace,
}
const noAnswer: TracedOutcome = {
  kind: 'no-answer',
  code: 'ECONNRESET',
  message: 'socket hang up',
  phase: 'answer',
  durationMs: 82.4,
  trace,
}
const request = { method: 'GET', path: '/rest/api/2/myself', attempt: 1, hasToken: true } as const

describe('a request in a line', () => {
  it('has method, path, status, time, size, attempt, route and TLS', () => {
    expect(describeRequest(request, answer)).toBe(
      'GET /rest/api/2/myself: HTTP 200 in 82 ms, 512 bytes; attempt 1, with the token, direct, TLSv1.3, new connection',
    )
  })

  it('through a proxy, without TLS, made again on a new connection', () => {
    const more = { ...trace, route: 'proxy', connection: 'new', tlsVersion: undefined, requestCount: 2 } as const
    expect(describeRequest({ ...request, attempt: 2, hasToken: false }, { ...answer, trace: more })).toBe(
      'GET /rest/api/2/myself: HTTP 200 in 82 ms, 512 bytes; attempt 2, without the token, through the proxy, no TLS, sent again on a new connection, since the kept one was dead',
    )
  })

  it('says how a body ended that is not complete', () => {
    expect(describeRequest(request, { ...answer, bodyState: 'cut' })).toContain('HTTP 200 in 82 ms, 512 bytes, cut;')
  })

  it('that got no answer says what came instead, and what was being done', () => {
    expect(describeRequest(request, noAnswer)).toBe(
      'GET /rest/api/2/myself: no answer (ECONNRESET, answer) after 82 ms; attempt 1, with the token, direct, TLSv1.3, new connection',
    )
    expect(describeRequest(request, { ...noAnswer, code: '' })).toContain('no answer (no code, answer)')
  })
})

describe('the headers of an answer', () => {
  const headersIn = (...names: string[]): string => {
    const headers = new Map(names.map((name) => [name, `a value of ${name}`]))
    return describeRequest(request, { ...answer, headers })
  }

  it('are named where they may tell who is in front, without their values', () => {
    const line = headersIn('date', 'server', 'x-arequestid', 'cf-ray', 'set-cookie', 'via')
    expect(line).toMatch(/; headers besides the usual: server, cf-ray, via$/)
    expect(line).not.toContain('a value')
  })

  it('are not spoken of where all of them are those of any server, or of any Jira', () => {
    const ofAnyServer = [
      ...['cache-control', 'connection', 'content-encoding', 'content-length', 'content-type', 'date', 'etag'],
      ...['expires', 'keep-alive', 'last-modified', 'pragma', 'set-cookie', 'transfer-encoding', 'vary'],
      ...['www-authenticate', 'content-security-policy', 'referrer-policy', 'strict-transport-security'],
      ...['x-content-type-options', 'x-frame-options', 'x-xss-protection'],
    ]
    const ofAnyJira = ['x-anodeid', 'x-arequestid', 'x-asen', 'x-asessionid', 'x-ausername', 'x-seraph-loginreason']
    expect(headersIn(...ofAnyServer, ...ofAnyJira)).not.toContain('headers')
  })

  it('are counted where there are many', () => {
    const line = headersIn(...Array.from({ length: 23 }, (_, index) => `x-${index}`))
    expect(line).toMatch(/ x-18, x-19, and 3 more$/)
    expect(line).not.toContain('x-20')
    const twenty = Array.from({ length: 20 }, (_, index) => `x-${index}`)
    expect(headersIn(...twenty)).toMatch(/ x-18, x-19$/)
  })
})

it('every request is told once, with how often its path was asked for, and the outcome is passed on', async () => {
  const outcomes = [noAnswer, answer, answer]
  const http: Http = {
    requestCount: 7,
    get: () => Promise.reject(new Error('not used')),
    send: async () => outcomes.shift() ?? answer,
  }
  const lines: string[] = []
  const logged = logRequests(http, (line) => lines.push(line))
  expect(await logged.get('/a', 'Bearer x', 1_000)).toBe(noAnswer)
  expect(await logged.get('/a', 'Bearer x', 1_000)).toBe(answer)
  expect(await logged.get('/b', undefined, 1_000)).toBe(answer)
  expect(await logged.send({ method: 'POST', path: '/a', authorization: 'Bearer x' }, 1_000)).toBe(answer)
  expect(logged.requestCount).toBe(7)
  expect(lines.map((line) => line.replace(/: .*;/, ':').replace(/, direct.*/, ''))).toEqual([
    'GET /a: attempt 1, with the token',
    'GET /a: attempt 2, with the token',
    'GET /b: attempt 1, without the token',
    'POST /a: attempt 1, with the token',
  ])
})
