import nock from 'nock'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { LookUp } from '../../src/wire/addresses.ts'
import { createHttp, type Http, type HttpOptions } from '../../src/wire/http.ts'
import { identity } from '../support/answers.ts'
import { createHandMovedClock } from '../support/clock.ts'

const origin = 'https://jira.example.com'
const mebibyte = 1024 * 1024

const lookUp: LookUp = async () => [{ address: '192.0.2.1', family: 4 }]

const createHttpTo = (changes: Partial<HttpOptions> = {}): Http =>
  createHttp(
    {
      baseUrl: origin,
      tls: { extraCa: [] },
      proxy: undefined,
      userAgent: 'jira-pat-check/1.2.3',
      readSystemCa: () => [],
      lookUp,
      ...changes,
    },
    createHandMovedClock(),
  )

beforeAll(() => {
  nock.activate()
  nock.disableNetConnect()
})
afterEach(() => nock.cleanAll())
afterAll(() => {
  nock.enableNetConnect()
  nock.restore()
})

describe('a request', () => {
  it('is a GET below the base URL, context path included', async () => {
    nock(origin).get('/tools/jira/rest/api/2/mypermissions?projectKey=OPS&permissions=A%2CB').reply(200, 'found')
    const http = createHttpTo({ baseUrl: `${origin}/tools/jira` })
    const path = '/rest/api/2/mypermissions?projectKey=OPS&permissions=A%2CB'
    expect(await http.get(path, undefined, 1000)).toMatchObject({ statusCode: 200, body: 'found' })
  })

  it('says who asks, what it wants, and that it wants it uncompressed and out of no cache', async () => {
    const reqheaders = {
      'user-agent': 'jira-pat-check/1.2.3',
      accept: 'application/json',
      'accept-encoding': 'identity',
      'cache-control': 'no-cache',
    }
    nock(origin, { reqheaders }).get('/status').reply(200)
    expect(await createHttpTo().get('/status', undefined, 1000)).toMatchObject({ statusCode: 200 })
  })

  it('carries the credentials that are given', async () => {
    nock(origin, { reqheaders: { authorization: 'Bearer MTIz' } })
      .get('/status')
      .reply(200)
    expect(await createHttpTo().get('/status', 'Bearer MTIz', 1000)).toMatchObject({ statusCode: 200 })
  })

  it('carries the headers that are given, each time, and of its own gives way to them only Accept', async () => {
    const headers = new Map([
      ['CF-Access-Client-Id', 'abc.access'],
      ['accept', 'application/json;q=1'],
      ['Cache-Control', 'max-age=60'],
      ['Authorization', 'Basic b3RoZXI='],
    ])
    const reqheaders = {
      'cf-access-client-id': 'abc.access',
      accept: 'application/json;q=1',
      'cache-control': 'no-cache',
      authorization: 'Bearer MTIz',
    }
    nock(origin, { reqheaders }).get('/status').times(2).reply(200)
    const http = createHttpTo({ headers })
    for (const _ of [1, 2]) {
      expect(await http.get('/status', 'Bearer MTIz', 1000)).toMatchObject({ statusCode: 200 })
    }
  })

  it('carries none where none are given, after one that did too', async () => {
    nock(origin).get('/rest/api/2/myself').reply(401)
    nock(origin, { badheaders: ['authorization'] })
      .get('/status')
      .reply(200)
    const http = createHttpTo()
    await http.get('/rest/api/2/myself', 'Bearer MTIz', 1000)
    expect(await http.get('/status', undefined, 1000)).toMatchObject({ statusCode: 200 })
  })

  it.each([301, 302, 303, 307, 308])('follows no redirect: %i', async (statusCode) => {
    const elsewhere = nock('https://login.example.com').get('/').reply(200)
    nock(origin).get('/status').reply(statusCode, '', { Location: 'https://login.example.com/' })
    const answer = await createHttpTo().get('/status', 'Bearer MTIz', 1000)
    expect(answer).toMatchObject({ kind: 'answer', statusCode })
    expect(elsewhere.isDone()).toBe(false)
  })

  it('is counted, whatever comes of it', async () => {
    nock(origin).get('/status').reply(500)
    nock(origin)
      .get('/status')
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
    const http = createHttpTo()
    expect(http.requestCount).toBe(0)
    await http.get('/status', undefined, 1000)
    await http.get('/status', undefined, 1000)
    expect(http.requestCount).toBe(2)
  })
})

describe('an answer', () => {
  const askStatus = () => createHttpTo().get('/status', undefined, 1000)

  it('is what the server said', async () => {
    const body = JSON.stringify(identity().body)
    nock(origin).get('/status').reply(200, body, { 'X-AREQUESTID': '1x2x3', 'Content-Type': 'application/json' })
    const { trace, ...answer } = await askStatus()
    expect(trace).toMatchObject({ route: 'direct', bodyBytes: Buffer.byteLength(body) })
    expect(answer).toEqual({
      kind: 'answer',
      statusCode: 200,
      headers: new Map([
        ['x-arequestid', '1x2x3'],
        ['content-type', 'application/json'],
      ]),
      body,
      bodyState: 'complete',
      durationMs: 0,
    })
  })

  it.each([200, 204, 304, 401, 403, 404, 407, 418, 429, 500, 503, 599])(
    'may have any status: %i',
    async (statusCode) => {
      nock(origin).get('/status').reply(statusCode)
      expect(await askStatus()).toMatchObject({ kind: 'answer', statusCode, bodyState: 'complete', body: '' })
    },
  )

  it.each([
    [{ 'Retry-After': '120' }, { waitMs: 120_000 }],
    [{}, undefined],
  ])('says when the server may be asked again, with %j', async (headers, retryAfter) => {
    nock(origin).get('/status').reply(503, '', headers)
    expect((await askStatus()) as { retryAfter?: unknown }).toEqual(
      expect.objectContaining(retryAfter === undefined ? { statusCode: 503 } : { retryAfter }),
    )
  })

  it('keeps all headers of one name', async () => {
    nock(origin)
      .get('/status')
      .reply(200, '', { 'Set-Cookie': ['JSESSIONID=1', 'NSC_x=2'], 'X-Seraph-LoginReason': ['OUT', 'OK'] })
    const answer = await askStatus()
    expect(answer.kind === 'answer' && Object.fromEntries(answer.headers)).toEqual({
      'set-cookie': 'JSESSIONID=1, NSC_x=2',
      'x-seraph-loginreason': 'OUT, OK',
    })
  })

  const texts: [what: string, bytes: Buffer, text: string][] = [
    ['UTF-8', Buffer.from('{"displayName":"Jürgen Пётр 太郎 🦊"}'), '{"displayName":"Jürgen Пётр 太郎 🦊"}'],
    ['a byte order mark', Buffer.from('\ufeff{"state":"RUNNING"}'), '{"state":"RUNNING"}'],
    ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), '{\ufffd\ufffd}'],
  ]
  it.each(texts)('is read as text: %s', async (_what, bytes, text) => {
    nock(origin).get('/status').reply(200, bytes)
    expect(await askStatus()).toMatchObject({ body: text })
  })

  const sizes: [bytes: number, bodyState: string][] = [
    [mebibyte, 'complete'],
    [mebibyte + 1, 'too-large'],
    [8 * mebibyte, 'too-large'],
  ]
  it.each(sizes)('is read up to one mebibyte: of %i bytes it is %s', async (bytes, bodyState) => {
    nock(origin).get('/status').reply(200, Buffer.alloc(bytes, 'x'))
    const answer = await askStatus()
    if (answer.kind !== 'answer') throw new Error(answer.message)
    expect(answer.bodyState).toBe(bodyState)
    expect(answer.body.length).toBeLessThanOrEqual(mebibyte)
  })
})

describe('no answer', () => {
  const codes = ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'CERT_HAS_EXPIRED', 'EPROTO']
  it.each(codes)('is a value, not an exception: %s', async (code) => {
    nock(origin)
      .get('/status')
      .replyWithError(Object.assign(new Error('as Node says it'), { code }))
    expect(await createHttpTo().get('/status', undefined, 1000)).toMatchObject({
      kind: 'no-answer',
      code,
      message: 'as Node says it',
      durationMs: 0,
    })
  })

  const several: [what: string, codes: string[], code: string][] = [
    ['all refuse', ['ECONNREFUSED', 'ECONNREFUSED'], 'ECONNREFUSED'],
    ['there is no IPv6', ['ENETUNREACH', 'ECONNREFUSED'], 'ECONNREFUSED'],
    ['there is no IPv6 at last', ['ETIMEDOUT', 'EADDRNOTAVAIL'], 'ETIMEDOUT'],
    ['there is no address of that family', ['EADDRNOTAVAIL', 'ECONNREFUSED'], 'ECONNREFUSED'],
    ['there is no route at all', ['ENETUNREACH', 'EHOSTUNREACH'], 'ENETUNREACH'],
  ]
  it.each(several)('at several addresses is told by the one that got furthest: %s', async (_what, each, code) => {
    const errors = each.map((one) => Object.assign(new Error(`connect ${one}`), { code: one }))
    nock(origin).get('/status').replyWithError(new AggregateError(errors))
    expect(await createHttpTo().get('/status', undefined, 1000)).toMatchObject({ kind: 'no-answer', code })
  })
})
