import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import nock from 'nock'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { mayHaveArrived } from '../../src/verdict/arrival.ts'
import type { NoAnswer, TracedOutcome } from '../../src/wire/answer.ts'
import type { HttpOptions, HttpRequest } from '../../src/wire/http.ts'
import { certificates } from '../support/certificates.ts'
import { createHandMovedClock } from '../support/clock.ts'
import { startProxy } from '../support/proxy.ts'
import { complete, httpTo, listen, silent } from './listening.ts'

beforeAll(() => nock.restore())

const writes = ['POST', 'PUT', 'PATCH', 'DELETE'] as const
const requestTimeout = 'HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'

const deaths: [how: string, dies: (socket: Socket) => void][] = [
  ['is closed', (socket) => socket.end()],
  ['is reset', (socket) => socket.resetAndDestroy()],
  ['is closed in the status line', (socket) => socket.end('HTTP/1.1 2')],
  ['is closed with a 408', (socket) => socket.end(requestTimeout)],
  ['says 503', (socket) => socket.end('HTTP/1.1 503 No\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n')],
  ['says 307', (socket) => socket.end('HTTP/1.1 307 No\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n')],
]

/** The methods of the requests that came in on one connection. */
const methodsIn = (text: string): string[] => text.match(/[A-Z]+(?= \/\S* HTTP\/1)/g) ?? []

/** A server that answers every GET, does this with anything else, and keeps what it was sent on each connection. */
async function listenForWrites(onWrite: (socket: Socket) => void) {
  const texts: string[] = []
  const listening = await listen((socket, number) => {
    texts.push('')
    socket.on('data', (bytes) => {
      texts[number - 1] = `${texts[number - 1]}${bytes}`
      if (String(bytes).startsWith('GET ')) socket.write(complete)
      else onWrite(socket)
    })
  })
  return { ...listening, texts }
}

const answers = (socket: Socket): void => {
  socket.write(complete)
}

describe.each(writes)('a %s', (method) => {
  const request: HttpRequest = { method, path: '/tokens/7', authorization: 'Bearer MTIz', body: { name: 'ü', days: 9 } }

  it.each(deaths)('is made once, though a connection was kept, where the server %s', async (_how, dies) => {
    const { port, texts } = await listenForWrites(dies)
    const http = httpTo(port)
    await http.get('/a', undefined, 1000)
    const { trace } = await http.send(request, 1000)
    expect(trace).toMatchObject({ connection: 'new', requestCount: 1 })
    expect(texts.map(methodsIn)).toEqual([['GET'], [method]])
    expect(http.requestCount).toBe(2)
  })

  it('is made once where the server says nothing', async () => {
    const clock = createHandMovedClock()
    const { port, sockets, heard } = await listenForWrites(silent)
    const http = httpTo(port, clock)
    await http.get('/a', undefined, 1000)
    const outcome = http.send(request, 1000)
    await heard()
    await clock.advance(1000)
    expect(await outcome).toMatchObject({ kind: 'no-answer', code: 'TIMEOUT', phase: 'answer' })
    expect(sockets).toHaveLength(2)
  })

  it('gets a connection of its own, which is not kept', async () => {
    const { port, texts } = await listenForWrites(answers)
    const http = httpTo(port)
    for (const _ of [1, 2]) {
      await http.get('/a', undefined, 1000)
      expect(await http.send(request, 1000)).toMatchObject({ statusCode: 200, trace: { connection: 'new' } })
    }
    expect(texts.map(methodsIn)).toEqual([['GET', 'GET'], [method], [method]])
    expect(texts[1]?.toLowerCase()).toContain('\r\nconnection: close\r\n')
  })

  it('sends its body as JSON in UTF-8, and says who asks', async () => {
    const { port, texts } = await listenForWrites(answers)
    await httpTo(port).send(request, 1000)
    const [head = '', body = ''] = texts.join('').split('\r\n\r\n')
    expect(JSON.parse(body)).toEqual(request.body)
    expect(head).toMatch(`${method} /tokens/7 HTTP/1.1\r\n`)
    const lines = head.toLowerCase().split('\r\n')
    expect(lines).toContain('content-type: application/json')
    expect(lines).toContain(`content-length: ${Buffer.byteLength(body)}`)
    expect(lines).toContain('authorization: bearer mtiz')
    expect(lines).toContain('user-agent: test')
  })

  it('without a body says so', async () => {
    const { port, texts } = await listenForWrites(answers)
    await httpTo(port).send({ method, path: '/tokens/7', authorization: undefined }, 1000)
    expect(texts.join('')).toMatch(/\r\n\r\n$/)
    expect(texts.join('').toLowerCase()).not.toMatch(/content-type|authorization|chunked/)
  })
})

it('the headers of a request replace ours and those of every request, but never the authorization', async () => {
  const { port, texts } = await listenForWrites(answers)
  const http = httpTo(port, undefined, { headers: new Map([['X-Version', '1']]) })
  const headers = { Accept: 'application/vnd.github+json', 'x-version': '2', Authorization: 'Basic eA==' }
  await http.send({ method: 'GET', path: '/', authorization: 'Bearer MTIz', headers }, 1000)
  const lines = texts.join('').toLowerCase().split('\r\n')
  expect(lines.filter((line) => /^(?:accept|x-version|authorization):/.test(line)).toSorted()).toEqual([
    'accept: application/vnd.github+json',
    'authorization: bearer mtiz',
    'x-version: 2',
  ])
})

it('no other headers go out than those', async () => {
  const { port, texts } = await listenForWrites(answers)
  await httpTo(port).get('/', undefined, 1000)
  const names = texts.join('').toLowerCase().split('\r\n').slice(1, -2)
  expect(names.map((line) => line.replace(/:.*/, '')).toSorted()).toEqual([
    ...['accept', 'accept-encoding', 'cache-control', 'connection', 'host', 'user-agent'],
  ])
})

describe('whether a request without an answer can have reached the server', () => {
  const post: HttpRequest = { method: 'POST', path: '/', authorization: undefined, body: { text: 'x' } }
  const phaseOf = (outcome: TracedOutcome): NoAnswer['phase'] | undefined =>
    outcome.kind === 'no-answer' ? outcome.phase : undefined

  const proxyAt = (port: number) =>
    ({ variable: 'http_proxy', protocol: 'http:', hostname: '127.0.0.1', port }) as const
  const before: [what: string, phase: string, changes: () => Promise<Partial<HttpOptions>>][] = [
    [
      'its name is not known',
      'lookup',
      async () => ({ baseUrl: 'http://jira.example.com', lookUp: () => Promise.reject(new Error('ENOTFOUND')) }),
    ],
    [
      'nobody listens',
      'connect',
      async () => {
        const listening = await listen(silent)
        listening.close()
        return { baseUrl: `http://127.0.0.1:${listening.port}` }
      },
    ],
    [
      'the proxy refuses',
      'proxy',
      async () => {
        const proxy = await startProxy({ refuseWith: 403 })
        onTestFinished(() => proxy.close())
        return { baseUrl: 'http://jira.example.com', proxy: proxyAt(proxy.port) }
      },
    ],
    [
      'its certificate is not trusted',
      'tls',
      async () => {
        const { selfSigned } = await certificates()
        const { port } = await listen(silent, selfSigned)
        return { baseUrl: `https://localhost:${port}` }
      },
    ],
    [
      'it resets the handshake',
      'tls',
      async () => {
        const { port } = await listen((socket) => socket.on('data', () => socket.resetAndDestroy()))
        return { baseUrl: `https://127.0.0.1:${port}` }
      },
    ],
  ]
  it.each(before)('is no where %s', async (_what, phase, changes) => {
    const outcome = await httpTo(0, createHandMovedClock(), await changes()).send(post, 10_000)
    expect(phaseOf(outcome)).toBe(phase)
    expect(mayHaveArrived({ phase: phaseOf(outcome) ?? 'answer' })).toBe(false)
  })

  const after: [what: string, onConnection: (socket: Socket) => void][] = [
    ['resets it once the first bytes are there', (socket) => socket.once('data', () => socket.resetAndDestroy())],
    ['closes it once the first bytes are there', (socket) => socket.once('data', () => socket.destroy())],
  ]
  it.each(after)('is perhaps where the server %s', async (_what, onConnection) => {
    const { port } = await listen(onConnection)
    // More than the buffers of both systems hold, so that it is still being written.
    const body = { text: 'x'.repeat(8 * 1024 * 1024) }
    const outcome = await httpTo(port).send({ ...post, body }, 10_000)
    expect(phaseOf(outcome)).toBe('answer')
    expect(mayHaveArrived({ phase: phaseOf(outcome) ?? 'tls' })).toBe(true)
  })
})

describe('the bound on a body', () => {
  const mebibyte = 1024 * 1024
  const bodies: [what: string, bytes: Buffer, encoding: string, bound: number, bodyState: string][] = [
    ['within it', Buffer.alloc(3 * mebibyte, 'x'), 'identity', 3 * mebibyte, 'complete'],
    ['beyond it', Buffer.alloc(3 * mebibyte + 1, 'x'), 'identity', 3 * mebibyte, 'too-large'],
    ['within it once decompressed', gzipSync(Buffer.alloc(3 * mebibyte, 'x')), 'gzip', 3 * mebibyte, 'complete'],
    ['beyond it once decompressed', gzipSync(Buffer.alloc(3 * mebibyte, 'x')), 'gzip', 2 * mebibyte, 'too-large'],
  ]
  it.each(bodies)('can be set: %s', async (_what, bytes, encoding, maxBodyBytes, bodyState) => {
    const head = `HTTP/1.1 200 OK\r\nContent-Encoding: ${encoding}\r\nContent-Length: ${bytes.length}\r\n\r\n`
    const { port } = await listen((socket) =>
      socket.on('data', () => socket.write(Buffer.concat([Buffer.from(head), bytes]))),
    )
    const outcome = await httpTo(port, undefined, { maxBodyBytes }).get('/', undefined, 10_000)
    expect(outcome).toMatchObject({ kind: 'answer', bodyState })
  })
})
