import { once } from 'node:events'
import { createServer, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls'
import nock from 'nock'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { TlsMaterial } from '../../src/inputs/certificates.ts'
import type { Outcome } from '../../src/wire/answer.ts'
import { certificates } from '../support/certificates.ts'
import { createHandMovedClock } from '../support/clock.ts'
import { startJira } from '../support/jira.ts'
import { complete, httpTo } from './listening.ts'

beforeAll(() => nock.restore())

interface HttpsProxy {
  port: number
  /** How many tunnels were asked for. */
  tunnels: number
  /** Whose certificate each client presented, or nobody's. */
  clients: string[]
}

/** A proxy that is reached by TLS, and answers in Jira's place to whatever comes through the tunnel. */
async function startHttpsProxy(tls: ServerOptions): Promise<HttpsProxy> {
  const sockets: Duplex[] = []
  const server = createServer(tls)
  const proxy: HttpsProxy = { port: 0, tunnels: 0, clients: [] }
  server.on('connection', (socket) => sockets.push(socket.on('error', () => {})))
  server.on('secureConnection', (socket: TLSSocket) => {
    proxy.clients.push(socket.getPeerCertificate().subject?.CN?.toString() ?? 'nobody')
  })
  server.on('connect', (_request, tunnel) => {
    proxy.tunnels++
    tunnel.on('error', () => {}).on('data', () => tunnel.write(complete))
    tunnel.write('HTTP/1.1 200 Connection established\r\n\r\n')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  proxy.port = (server.address() as AddressInfo).port
  return proxy
}

/** What comes of a request through it to an http Jira, so that there is no other TLS than the proxy's. */
function askThrough({ port }: HttpsProxy, tls: TlsMaterial): Promise<Outcome> {
  const proxy = { variable: 'http_proxy', protocol: 'https:', hostname: 'localhost', port } as const
  const changes = { baseUrl: 'http://jira.example.com', tls, proxy }
  return httpTo(port, createHandMovedClock(), changes).get('/status', 'Bearer MTIz', 10_000)
}

describe('a proxy that is reached by TLS', () => {
  it('opens the tunnel where its certificate is trusted', async () => {
    const { server, root } = await certificates()
    const proxy = await startHttpsProxy(server)
    expect(await askThrough(proxy, { extraCa: [root.cert] })).toMatchObject({ statusCode: 200, body: '{}' })
    expect(proxy.tunnels).toBe(1)
  })

  it.each<[what: string, which: 'selfSigned' | 'expired' | 'wrongHost', code: string]>([
    ['that nobody signed', 'selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['that has expired', 'expired', 'CERT_HAS_EXPIRED'],
    ['for another host', 'wrongHost', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('is not even asked for a tunnel with a certificate %s', async (_what, which, code) => {
    const { root, [which]: pair } = await certificates()
    const proxy = await startHttpsProxy(pair)
    const outcome = await askThrough(proxy, { extraCa: [root.cert] })
    expect(outcome).toMatchObject({ kind: 'no-answer', code, phase: 'proxy' })
    expect(proxy.tunnels).toBe(0)
  })

  it('is not trusted without the CA that signed its certificate', async () => {
    const proxy = await startHttpsProxy((await certificates()).server)
    expect(await askThrough(proxy, { extraCa: [] })).toMatchObject({ kind: 'no-answer', phase: 'proxy' })
    expect(proxy.tunnels).toBe(0)
  })

  it.each(['one is wanted', 'one would do'])(
    'never sees the client certificate, which is for Jira: %s',
    async (what) => {
      const { server, root, client } = await certificates()
      const wanted = { requestCert: true, ca: root.cert, rejectUnauthorized: what === 'one is wanted' }
      const proxy = await startHttpsProxy({ ...server, ...wanted })
      const material = { extraCa: [root.cert], client: { certificate: client.cert, key: client.key } }
      const outcome = await askThrough(proxy, material)
      expect(outcome.kind).toBe(what === 'one is wanted' ? 'no-answer' : 'answer')
      expect(proxy.clients).toEqual(what === 'one is wanted' ? [] : ['nobody'])
    },
  )
})

describe('the CA certificates that Node trusts by itself', () => {
  /** Has Node trust this CA too, until the test is over. */
  function trustByDefault(pem: string): void {
    const before = getCACertificates('default')
    onTestFinished(() => setDefaultCACertificates(before))
    setDefaultCACertificates([...before, pem])
  }

  it('do for Jira, beside an extra one of somebody else', async () => {
    const { server, root, selfSigned } = await certificates()
    trustByDefault(root.cert)
    const jira = await startJira({ tls: server })
    onTestFinished(() => jira.close())
    for (const extraCa of [[], [selfSigned.cert]]) {
      const http = httpTo(0, createHandMovedClock(), { baseUrl: `https://localhost:${jira.port}`, tls: { extraCa } })
      expect(await http.get('/status', undefined, 10_000)).toMatchObject({ kind: 'answer', statusCode: 200 })
    }
  })

  it('do for the proxy, too', async () => {
    const { server, root, selfSigned } = await certificates()
    trustByDefault(root.cert)
    const proxy = await startHttpsProxy(server)
    for (const extraCa of [[], [selfSigned.cert]])
      expect(await askThrough(proxy, { extraCa })).toMatchObject({ kind: 'answer', statusCode: 200 })
  })
})
