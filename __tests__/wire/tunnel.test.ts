import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { ForwardProxy } from '../../src/inputs/proxy.ts'
import type { Outcome } from '../../src/wire/answer.ts'
import { createHandMovedClock } from '../support/clock.ts'
import { closing, complete, httpTo, listen } from './listening.ts'

const established = 'HTTP/1.1 200 Connection established\r\n\r\n'

interface Asking {
  baseUrl?: string
  credentials?: ForwardProxy['credentials']
  headers?: ReadonlyMap<string, string>
  /** What the proxy does when it is asked for a tunnel; opens it, unless told otherwise. */
  onConnect?: (socket: Socket) => void
  /** What Jira does when it is asked through the tunnel; answers with `{}`, unless told otherwise. */
  onRequest?: (socket: Socket) => void
}

/** What comes of a request through a proxy, and all that the proxy has heard, the inside of the tunnel included. */
async function askThrough(asking: Asking = {}): Promise<{ outcome: Outcome; heard: string; sockets: Socket[] }> {
  const {
    baseUrl = 'http://jira.example.com',
    credentials,
    headers = new Map(),
    onConnect = (socket) => socket.write(established),
    onRequest = (socket) => socket.write(complete),
  } = asking
  let heard = ''
  const { port, sockets } = await listen((socket) => {
    socket.on('data', (bytes) => {
      heard += bytes
      if (String(bytes).startsWith('CONNECT ')) onConnect(socket)
      else onRequest(socket)
    })
  })
  const address = { variable: 'http_proxy', protocol: 'http:', hostname: '127.0.0.1', port } as const
  const proxy: ForwardProxy = credentials === undefined ? address : { ...address, credentials }
  const http = httpTo(port, createHandMovedClock(), { baseUrl, proxy, headers })
  return { outcome: await http.get('/status', 'Bearer MTIz', 10_000), heard, sockets }
}

/** What was said before the tunnel was open, and in it. */
const partsOf = (heard: string): string[] => heard.split(/(?=GET )/)

describe('CONNECT', () => {
  const authorities: [baseUrl: string, authority: string, host: string][] = [
    ['http://jira.example.com', 'jira.example.com:80', 'jira.example.com'],
    ['http://jira.example.com:443', 'jira.example.com:443', 'jira.example.com:443'],
    ['http://jira.example.com:8080/jira', 'jira.example.com:8080', 'jira.example.com:8080'],
    ['http://[2001:db8::1]:8080', '[2001:db8::1]:8080', '[2001:db8::1]:8080'],
    ['http://192.0.2.1', '192.0.2.1:80', '192.0.2.1'],
  ]
  it.each(authorities)('to %s names host and port: %s; and the request in it %s', async (baseUrl, authority, host) => {
    const [connect, request] = partsOf((await askThrough({ baseUrl })).heard)
    expect(connect).toMatch(`CONNECT ${authority} HTTP/1.1\r\n`)
    expect(connect?.toLowerCase()).toMatch(`\r\nhost: ${authority}\r\n`)
    expect(request?.toLowerCase()).toMatch(`\r\nhost: ${host}\r\n`)
  })

  it('comes first, and the token once the tunnel is open', async () => {
    const [connect, request] = partsOf((await askThrough()).heard)
    expect(connect).not.toContain('MTIz')
    expect(request).toMatch(/^GET \/status HTTP\/1\.1\r\n/)
    expect(request).toContain('MTIz')
  })

  it('carries the credentials of the proxy, and the request in the tunnel does not', async () => {
    const credentials = { username: 'svc-ci', password: 'pä:ss' }
    const [connect, request] = partsOf((await askThrough({ credentials })).heard)
    expect(connect).toMatch(/^proxy-authorization: Basic /im)
    expect(connect).toContain(Buffer.from('svc-ci:pä:ss').toString('base64'))
    expect(request).not.toMatch(/^proxy-authorization:/im)
  })

  it('carries none of the headers that are meant for Jira', async () => {
    const headers = new Map([['CF-Access-Client-Secret', 's3cret']])
    const [connect, request] = partsOf((await askThrough({ headers })).heard)
    expect(connect).not.toMatch(/CF-Access|s3cret/i)
    expect(request).toMatch(/^cf-access-client-secret: s3cret\r$/im)
  })

  it('carries no credentials where there are none', async () => {
    expect((await askThrough()).heard).not.toMatch(/^proxy-authorization:/im)
  })
})

describe('a proxy', () => {
  const answering = (text: string): Asking => ({ onConnect: (socket) => socket.write(text) })

  it.each([200, 201, 204, 299])('opens the tunnel with %i', async (status) => {
    const { outcome } = await askThrough(answering(`HTTP/1.1 ${status} Fine\r\n\r\n`))
    expect(outcome).toMatchObject({ kind: 'answer', statusCode: 200, body: '{}' })
  })

  it.each([100, 101, 199, 302, 400, 403, 404, 405, 407, 500, 502, 503, 504])(
    'does not open it with %i',
    async (status) => {
      const refusal = answering(`HTTP/1.1 ${status} No\r\nContent-Length: 2\r\n\r\n{}`)
      const { outcome, heard, sockets } = await askThrough(refusal)
      const answer = { statusCode: status, reasonPhrase: 'No', squidError: '', loginSchemes: [], port: 80 }
      expect(outcome).toMatchObject({ kind: 'no-answer', phase: 'proxy', proxyAnswer: answer })
      expect(heard).not.toContain('MTIz')
      for (const socket of sockets) await closing(socket)
    },
  )

  it('says why it does not', async () => {
    const refusal = answering('HTTP/1.1 503   Service Unavailable  \r\nX-Squid-Error: ERR_DNS_FAIL 0\r\n\r\n')
    const { outcome } = await askThrough({ ...refusal, baseUrl: 'http://jira.example.com:8080' })
    expect(outcome).toMatchObject({
      message: 'the proxy answered CONNECT with HTTP 503',
      proxyAnswer: { statusCode: 503, reasonPhrase: 'Service Unavailable', squidError: 'ERR_DNS_FAIL 0', port: 8080 },
    })
  })

  it('may say nothing at all', async () => {
    const { outcome } = await askThrough(answering('HTTP/1.1 500\r\n\r\n'))
    expect(outcome).toMatchObject({ proxyAnswer: { statusCode: 500, reasonPhrase: '' } })
  })

  it.each<[challenges: string[], schemes: string[]]>([
    [['Basic realm="proxy"'], ['Basic']],
    [['Basic  realm="proxy"'], ['Basic']],
    [
      ['Negotiate', 'NTLM'],
      ['Negotiate', 'NTLM'],
    ],
    [['Negotiate, NTLM, Basic realm="a, Digest b"'], ['Negotiate', 'NTLM', 'Basic']],
    [
      ['Digest realm="a \\" b, Basic", qop="auth,auth-int", nonce=abc, Basic realm=proxy, charset = "UTF-8"'],
      ['Digest', 'Basic'],
    ],
    [
      ['Negotiate TlRMTVNTUAAB==', 'negotiate', 'Negotiate'],
      ['Negotiate', 'negotiate'],
    ],
    [[''], []],
    [[], []],
  ])('says which logins it takes: %j', async (challenges, schemes) => {
    const headers = challenges.map((challenge) => `Proxy-Authenticate: ${challenge}\r\n`).join('')
    const { outcome } = await askThrough(answering(`HTTP/1.1 407 No\r\n${headers}\r\n`))
    expect(outcome).toMatchObject({ proxyAnswer: { loginSchemes: schemes } })
  })

  it('that hangs up has not answered', async () => {
    const { outcome, heard } = await askThrough({ onConnect: (socket) => socket.end() })
    expect(outcome).toMatchObject({ kind: 'no-answer', code: 'ECONNRESET', phase: 'proxy' })
    expect(heard).not.toContain('MTIz')
  })

  it('that is none does not get the token', async () => {
    const { outcome, heard } = await askThrough(answering('SSH-2.0-OpenSSH_9.6\r\n'))
    expect(outcome).toMatchObject({ kind: 'no-answer', code: expect.stringMatching(/^HPE_/), phase: 'proxy' })
    expect(heard).not.toContain('MTIz')
  })
})

describe('what goes wrong in the tunnel is put down to Jira, not to the proxy', () => {
  const faults: [what: string, asking: Asking, code: unknown][] = [
    ['a reset', { onRequest: (socket) => socket.resetAndDestroy() }, 'ECONNRESET'],
    ['a connection that is closed', { onRequest: (socket) => socket.end() }, 'ECONNRESET'],
    [
      'another protocol',
      { onRequest: (socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n') },
      expect.stringMatching(/^HPE_/),
    ],
    [
      'another protocol, at once with the answer to CONNECT',
      { onConnect: (socket) => socket.write(`${established}SSH-2.0-OpenSSH_9.6\r\n`) },
      expect.stringMatching(/^HPE_/),
    ],
  ]
  it.each(faults)('%s', async (_what, asking, code) => {
    const { outcome } = await askThrough(asking)
    expect(outcome).toMatchObject({ kind: 'no-answer', code, phase: 'answer' })
  })

  it('a reset, for https too', async () => {
    const baseUrl = 'https://jira.example.com'
    const { outcome } = await askThrough({ baseUrl, onRequest: (socket) => socket.resetAndDestroy() })
    expect(outcome).toMatchObject({ kind: 'no-answer', code: 'ECONNRESET', phase: 'tls' })
  })
})
