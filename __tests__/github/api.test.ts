import nock from 'nock'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { certificates } from '../support/certificates.ts'
import { startProxy } from '../support/proxy.ts'
import { never, type Reply } from '../support/reply.ts'
import { githubAt, serveGitHub, token } from './serving.ts'

beforeAll(() => nock.restore())

const writes = ['POST', 'PUT', 'PATCH', 'DELETE'] as const

describe('a request to GitHub', () => {
  it.each(['GET', ...writes] as const)('says who asks, in which version: %s', async (method) => {
    const { github, seen } = await serveGitHub(() => ({ body: { ok: true } }))
    expect(await github.send({ method, path: '/repos/o/r' }, 50_000)).toMatchObject({
      statusCode: 200,
      json: { ok: true },
    })
    expect(seen).toMatchObject([
      {
        method,
        path: '/repos/o/r',
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/vnd.github+json',
          'x-github-api-version': '2022-11-28',
          'user-agent': 'jira-pat-check/1.2.3',
        },
      },
    ])
    expect(github.requestCount).toBe(1)
  })

  it('has its body as JSON', async () => {
    const { github, seen } = await serveGitHub(() => ({ status: 201, body: { number: 7 } }))
    const outcome = await github.send({ method: 'POST', path: '/repos/o/r/issues', body: { title: 'ü' } }, 50_000)
    expect(outcome).toMatchObject({ kind: 'answer', statusCode: 201, json: { number: 7 } })
    expect(seen).toMatchObject([{ body: { title: 'ü' }, headers: { 'content-type': 'application/json' } }])
  })

  it('goes below a base URL with a path', async () => {
    const { url, seen } = await serveGitHub(() => ({}))
    await githubAt(`${url}/api/v3`).send({ method: 'GET', path: '/repos/o/r' }, 50_000)
    expect(seen).toMatchObject([{ path: '/api/v3/repos/o/r' }])
  })

  it.each(['GET', ...writes] as const)('follows no redirect: %s', async (method) => {
    const location = 'https://api.github.example/repositories/7'
    const { github, seen } = await serveGitHub(() => ({ status: 307, headers: { Location: location } }))
    const outcome = await github.send({ method, path: '/repos/o/r' }, 50_000)
    expect(outcome).toMatchObject({ statusCode: 307, headers: expect.any(Map) })
    expect(outcome.kind === 'answer' && outcome.headers.get('location')).toBe(location)
    expect(seen).toHaveLength(1)
  })

  it('goes through the proxy', async () => {
    const { url, seen } = await serveGitHub(() => ({}))
    const proxy = await startProxy({ hosts: { 'api.github.example': Number(new URL(url).port) } })
    onTestFinished(() => proxy.close())
    const through = { variable: 'http_proxy', protocol: 'http:', hostname: '127.0.0.1', port: proxy.port } as const
    const github = githubAt('http://api.github.example', { proxy: through })
    expect(await github.send({ method: 'GET', path: '/' }, 50_000)).toMatchObject({ statusCode: 200 })
    expect(seen).toHaveLength(1)
    expect(proxy.requests).toHaveLength(1)
  })

  it('trusts what the system trusts', async () => {
    const { root, server } = await certificates()
    const { createServer } = await import('node:https')
    const https = createServer(server, (_request, response) => response.end('{}')).listen(0, '127.0.0.1')
    onTestFinished(() => void https.close())
    await new Promise((resolve) => https.once('listening', resolve))
    const address = https.address()
    const baseUrl = `https://localhost:${typeof address === 'object' ? address?.port : ''}`
    const request = { method: 'PUT', path: '/' } as const
    expect(await githubAt(baseUrl).send(request, 50_000)).toMatchObject({ kind: 'no-answer', mayHaveActed: false })
    const trusting = githubAt(baseUrl, { readSystemCa: () => [root.cert] })
    expect(await trusting.send(request, 50_000)).toMatchObject({ kind: 'answer', statusCode: 200 })
  })

  it('is told to whoever wants to see it', async () => {
    const paths: string[] = []
    const { url } = await serveGitHub(() => ({}))
    const github = githubAt(url, {
      around: (http) => ({
        ...http,
        send: (request, timeoutMs) => {
          paths.push(request.path)
          return http.send(request, timeoutMs)
        },
      }),
    })
    await github.send({ method: 'GET', path: '/repos/o/r' }, 50_000)
    expect(paths).toEqual(['/repos/o/r'])
  })

  it('reads a list of a hundred issues with the longest bodies there can be', async () => {
    const issues = Array.from({ length: 100 }, (_, number) => ({ number, body: 'x'.repeat(65_536) }))
    const { github } = await serveGitHub(() => ({ body: issues }))
    expect(await github.send({ method: 'GET', path: '/' }, 50_000)).toMatchObject({ json: issues })
  })
})

/** Much, but where the time has to pass. */
const timeFor = (reply: Reply): number => (reply.after === undefined ? 50_000 : 3_000)

describe('what may pass by itself', () => {
  const failures: [what: string, reply: Reply][] = [
    ['a reset', { reset: true }],
    ['no answer in time', { after: never }],
    ['HTTP 502', { status: 502 }],
    ['HTTP 503', { status: 503 }],
    ['HTTP 500', { status: 500 }],
    ['HTTP 408', { status: 408 }],
    ['a secondary limit', { status: 403, headers: { 'Retry-After': '1' } }],
    ['HTTP 429', { status: 429, headers: { 'Retry-After': '1' } }],
    ['a cut answer', { body: { a: 'b' }, cutAfterBytes: 3 }],
  ]
  it.each(failures)('has a GET made again: %s', async (_what, reply) => {
    const { github, seen } = await serveGitHub((_request, number) => (number === 1 ? reply : { body: { ok: true } }))
    expect(await github.send({ method: 'GET', path: '/a' }, 60_000)).toMatchObject({ json: { ok: true } })
    expect(seen.map(({ path }) => path)).toEqual(['/a', '/a'])
  })

  it.each(failures.flatMap(([what, reply]) => writes.map((method) => [method, what, reply] as const)))(
    'has no %s made again: %s',
    async (method, _what, reply) => {
      const { github, seen } = await serveGitHub(() => reply)
      const outcome = await github.send({ method, path: '/a', body: {} }, timeFor(reply))
      if (outcome.kind === 'no-answer') expect(outcome).toMatchObject({ phase: 'answer', mayHaveActed: true })
      else expect(outcome.statusCode).toBe(reply.status ?? 200)
      expect(seen).toHaveLength(1)
      expect(github.requestCount).toBe(1)
    },
  )

  it.each([301, 400, 401, 403, 404, 409, 410, 422, 501])('is not HTTP %i', async (status) => {
    const { github, seen } = await serveGitHub(() => ({ status, body: { message: 'Bad credentials' } }))
    expect(await github.send({ method: 'GET', path: '/a' }, 60_000)).toMatchObject({
      statusCode: status,
      json: expect.anything(),
    })
    expect(seen).toHaveLength(1)
  })
})

it('no outcome has the token in it, nor text of an error', async () => {
  const { github } = await serveGitHub(() => ({ reset: true }))
  const outcome = await github.send({ method: 'PUT', path: '/a', body: {} }, 50_000)
  expect(outcome).toEqual({
    kind: 'no-answer',
    code: 'ECONNRESET',
    phase: 'answer',
    mayHaveActed: true,
    proxyStatusCode: undefined,
  })
})
