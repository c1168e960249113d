import type { ServerOptions } from 'node:https'
import { describe, expect, it } from 'vitest'
import type { TlsMaterial } from '../../src/inputs/certificates.ts'
import type { TracedOutcome } from '../../src/wire/answer.ts'
import { createHttp } from '../../src/wire/http.ts'
import { certificates, weakCiphers } from '../support/certificates.ts'
import { createHandMovedClock } from '../support/clock.ts'
import { type SeenRequest, startJira } from '../support/jira.ts'
import { startProxy } from '../support/proxy.ts'

type Way = 'directly' | 'through a proxy'

/** What comes of a request over this TLS: to localhost, or to jira.example.com, which only the proxy knows. */
async function ask(way: Way, tls: ServerOptions, material: TlsMaterial, host?: string) {
  const jira = await startJira({ tls })
  const proxy = await startProxy({ hosts: { 'jira.example.com': jira.port, '127.0.0.1': jira.port } })
  const isDirect = way === 'directly'
  const http = createHttp(
    {
      baseUrl: `https://${host ?? (isDirect ? 'localhost' : 'jira.example.com')}:${jira.port}`,
      tls: material,
      proxy: isDirect
        ? undefined
        : { variable: 'https_proxy', protocol: 'http:', hostname: '127.0.0.1', port: proxy.port },
      userAgent: 'test',
      readSystemCa: () => [],
    },
    createHandMovedClock(),
  )
  const outcome: TracedOutcome = await http.get('/status', undefined, 10_000)
  await Promise.all([jira.close(), proxy.close()])
  const requests: SeenRequest[] = jira.requests
  return { outcome, requests }
}

const day = /^\w{3} [ \d]\d [\d:]{8} \d{4} GMT$/

describe.each(['directly', 'through a proxy'] as const)('%s,', (way) => {
  it('an extra CA is trusted', async () => {
    const { server, root } = await certificates()
    const { outcome } = await ask(way, server, { extraCa: [root.cert] })
    expect(outcome).toMatchObject({ kind: 'answer', statusCode: 200 })
    const route = way === 'directly' ? 'direct' : 'proxy'
    expect(outcome.trace).toEqual({ route, connection: 'new', tlsVersion: 'TLSv1.3', bodyBytes: 19, requestCount: 1 })
  })

  it('an untrusted certificate ends it before anything is sent, and is described', async () => {
    const { serverWithoutChain } = await certificates()
    const { outcome, requests } = await ask(way, serverWithoutChain, { extraCa: [] })
    expect(outcome).toMatchObject({
      kind: 'no-answer',
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      phase: 'tls',
      certificate: {
        subject: 'CN=jira.example.com, O=Example',
        issuer: 'CN=Example Issuing CA, O=Example',
        hosts: ['localhost', '127.0.0.1', '0:0:0:0:0:0:0:1', 'jira.example.com'],
        validFrom: expect.stringMatching(day),
        validTo: expect.stringMatching(day),
      },
    })
    expect(requests).toEqual([])
  })

  it('a key that is too weak is an error of TLS, and not one of ours', async () => {
    const { weakServer, root } = await certificates()
    const { outcome, requests } = await ask(way, { ...weakServer, ciphers: weakCiphers }, { extraCa: [root.cert] })
    expect(outcome).toMatchObject({ code: 'UNSPECIFIED', message: expect.stringMatching(/too weak/), phase: 'tls' })
    expect(requests).toEqual([])
  })

  it('a client certificate that OpenSSL does not take ends it, too', async () => {
    const { server, root, weakClient } = await certificates()
    const client = { certificate: weakClient.cert, key: weakClient.key }
    const { outcome, requests } = await ask(way, server, { extraCa: [root.cert], client })
    expect(outcome).toMatchObject({ kind: 'no-answer', code: 'ERR_SSL_EE_KEY_TOO_SMALL' })
    expect(requests).toEqual([])
  })

  it('a certificate for another host is described too', async () => {
    const { wrongHost, root } = await certificates()
    const { outcome, requests } = await ask(way, wrongHost, { extraCa: [root.cert] })
    expect(outcome).toMatchObject({
      kind: 'no-answer',
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
      certificate: { hosts: ['wiki.example.com', '*.wiki.example.com'] },
    })
    expect(requests).toEqual([])
  })

  it('the client certificate is presented', async () => {
    const { server, root, client } = await certificates()
    const mutual = { ...server, ca: root.cert, requestCert: true }
    const material = { extraCa: [root.cert], client: { certificate: client.cert, key: client.key } }
    expect((await ask(way, mutual, material)).outcome).toMatchObject({ kind: 'answer', statusCode: 200 })
    const without = await ask(way, mutual, { extraCa: [root.cert] })
    expect(without.outcome).toMatchObject({ kind: 'no-answer', code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' })
  })

  it('the server is asked for by its name, and for HTTP/1.1 alone', async () => {
    const { server, root } = await certificates()
    const asked: { servername: string; protocols: string[] }[] = []
    const ALPNCallback: ServerOptions['ALPNCallback'] = (hello) => {
      asked.push(hello)
      return hello.protocols[0]
    }
    const { outcome } = await ask(way, { ...server, ALPNCallback }, { extraCa: [root.cert] })
    expect(outcome).toMatchObject({ kind: 'answer' })
    expect(asked).toEqual([
      { servername: way === 'directly' ? 'localhost' : 'jira.example.com', protocols: ['http/1.1'] },
    ])
  })

  it('an address is no name to ask for', async () => {
    const { server, root } = await certificates()
    const names: string[] = []
    const SNICallback: ServerOptions['SNICallback'] = (name, done) => {
      names.push(name)
      done(null)
    }
    const { outcome } = await ask(way, { ...server, SNICallback }, { extraCa: [root.cert] }, '127.0.0.1')
    expect(outcome).toMatchObject({ kind: 'answer', statusCode: 200 })
    expect(names).toEqual([])
  })
})
