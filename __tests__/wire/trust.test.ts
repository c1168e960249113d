import type { ServerOptions } from 'node:https'
import { rootCertificates } from 'node:tls'
import nock from 'nock'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { readDefaultCa, readSystemCa } from '../../src/wire/ca.ts'
import { createTrust } from '../../src/wire/trust.ts'
import { certificates } from '../support/certificates.ts'
import { createHandMovedClock } from '../support/clock.ts'
import { startJira } from '../support/jira.ts'
import { startProxy } from '../support/proxy.ts'
import { httpTo } from './listening.ts'

vi.setConfig({ testTimeout: 30_000 })
beforeAll(() => nock.restore())

const ways = ['directly', 'through a proxy', 'through a proxy that is asked over TLS'] as const

interface Trusting {
  extraCa?: string[]
  systemCa?: string[]
  /** Certificate of the proxy, where it has one; that of Jira else. */
  proxyTls?: ServerOptions
}

/** Requests to a Jira with this TLS, and how often the operating system's CAs were read for them. */
async function asking(way: (typeof ways)[number], tls: ServerOptions, trusting: Trusting) {
  const { extraCa = [], systemCa = [], proxyTls = tls } = trusting
  const jira = await startJira({ tls })
  const isSecure = way.endsWith('TLS')
  const hosts = { 'jira.example.com': jira.port }
  const proxy = await startProxy(isSecure ? { hosts, tls: proxyTls } : { hosts })
  onTestFinished(async () => void (await Promise.all([jira.close(), proxy.close()])))
  const reads: number[] = []
  const isDirect = way === 'directly'
  const http = httpTo(jira.port, createHandMovedClock(), {
    baseUrl: `https://${isDirect ? 'localhost' : 'jira.example.com'}:${jira.port}`,
    tls: { extraCa },
    proxy: isDirect
      ? undefined
      : {
          variable: 'https_proxy',
          protocol: isSecure ? 'https:' : 'http:',
          hostname: '127.0.0.1',
          port: proxy.port,
        },
    readSystemCa: () => {
      reads.push(reads.length)
      return systemCa
    },
  })
  const get = () => http.get('/status', 'Bearer MTIz', 10_000)
  return { get, jira, proxy, reads }
}

describe.each(ways)('%s,', (way) => {
  it("an intermediate CA is an anchor, whatever of the chain the server sends, and so is the server's own certificate", async () => {
    const { serverWithChain, serverWithoutChain, intermediate } = await certificates()
    for (const tls of [serverWithChain, serverWithoutChain]) {
      for (const ca of [intermediate.cert, serverWithoutChain.cert]) {
        const { get, reads } = await asking(way, tls, { extraCa: [ca] })
        expect(await get()).toMatchObject({ kind: 'answer', statusCode: 200 })
        expect(reads).toEqual([])
      }
    }
  })

  it.each(['the root', 'the intermediate CA'])("%s is found among the operating system's", async (what) => {
    const { serverWithChain, root, intermediate } = await certificates()
    const systemCa = [what === 'the root' ? root.cert : intermediate.cert]
    const { get, jira, proxy, reads } = await asking(way, serverWithChain, { systemCa })
    expect(await get()).toMatchObject({ kind: 'answer', statusCode: 200, trace: { requestCount: 1 } })
    expect(jira.requests).toHaveLength(1)
    expect(reads).toHaveLength(1)
    if (way !== 'directly') expect(proxy.requests.length).toBe(way.endsWith('TLS') ? 1 : 2)
  })

  it('what nobody knows is refused before anything is sent', async () => {
    const { serverWithChain, strangerRoot } = await certificates()
    for (const systemCa of [[], [strangerRoot.cert]]) {
      const { get, jira, reads } = await asking(way, serverWithChain, { systemCa })
      expect(await get()).toMatchObject({ kind: 'no-answer', code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' })
      expect(jira.requests).toEqual([])
      expect(reads).toHaveLength(1)
    }
  })
})

describe("the operating system's CAs", () => {
  it('are read once, and trusted from then on', async () => {
    const { serverWithChain, root } = await certificates()
    const { get, jira, reads } = await asking('directly', serverWithChain, { systemCa: [root.cert] })
    const first = await Promise.all([get(), get()])
    const then = await Promise.all([get(), get(), get()])
    for (const outcome of [...first, ...then]) expect(outcome).toMatchObject({ kind: 'answer', statusCode: 200 })
    expect(reads).toHaveLength(1)
    // Two that failed, two that replaced them, and one at most for each of the others: none of those failed first.
    expect(jira.connections).toBeLessThanOrEqual(2 + 2 + 3)
  })

  it('are not read again for one that they do not know', async () => {
    const { serverWithChain, strangerRoot } = await certificates()
    const { get, jira, reads } = await asking('directly', serverWithChain, { systemCa: [strangerRoot.cert] })
    for (const outcome of [await get(), await get()]) expect(outcome).toMatchObject({ kind: 'no-answer' })
    expect(reads).toHaveLength(1)
    expect(jira.connections).toBe(3)
  })

  it('are not read for what they cannot mend', async () => {
    const { expired, notYetValid, wrongHost, root } = await certificates()
    for (const tls of [expired, notYetValid, wrongHost]) {
      const { get, jira, reads } = await asking('directly', tls, { extraCa: [root.cert], systemCa: [root.cert] })
      expect(await get()).toMatchObject({ kind: 'no-answer', phase: 'tls' })
      expect(reads).toEqual([])
      expect(jira.connections).toBe(1)
    }
  })

  it('do not make a certificate good that is bad otherwise', async () => {
    const { selfSigned, wrongHost, root } = await certificates()
    const wrong = await asking('directly', wrongHost, { systemCa: [root.cert] })
    expect(await wrong.get()).toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
    const self = await asking('directly', selfSigned, { systemCa: [root.cert] })
    expect(await self.get()).toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    expect([...wrong.jira.requests, ...self.jira.requests]).toEqual([])
  })

  it('may be what the proxy needs', async () => {
    const { server, root } = await certificates()
    const { get, jira } = await asking('through a proxy that is asked over TLS', server, { systemCa: [root.cert] })
    expect(await get()).toMatchObject({ kind: 'answer' })
    expect(jira.connections).toBe(1)
  })
})

describe('reading them', () => {
  const readFile = (path: string): string => {
    if (path === '/etc/company.pem') return 'PEM of the company'
    throw new Error('ENOENT')
  }
  const getCACertificates = (type: string | undefined) => [`PEM of ${type}`]
  const tls = { getCACertificates, rootCertificates }

  it.each([undefined, '', '/nowhere.pem'])('gives those of the system, with SSL_CERT_FILE=%s', (sslCertFile) => {
    expect(readSystemCa(sslCertFile, readFile, tls)).toEqual(['PEM of system'])
  })

  it('reads no file where none is named', () => {
    for (const sslCertFile of [undefined, ''])
      expect(readSystemCa(sslCertFile, () => 'PEM of nobody', tls)).toEqual(['PEM of system'])
  })

  it('gives those of SSL_CERT_FILE too', () => {
    expect(readSystemCa('/etc/company.pem', readFile, tls)).toEqual(['PEM of system', 'PEM of the company'])
  })

  it('gives what it can on a Node that cannot tell', () => {
    expect(readSystemCa('/etc/company.pem', readFile, { rootCertificates })).toEqual(['PEM of the company'])
    expect(readDefaultCa({ rootCertificates })).toBe(rootCertificates)
  })

  it("gives Node's own", () => {
    expect(readDefaultCa(tls)).toEqual(['PEM of default'])
    expect(readDefaultCa().length).toBeGreaterThan(50)
  })
})

it('another handshake is not worth a try where the operating system has no CA', () => {
  const trust = createTrust({ extraCa: [] }, () => [])
  expect(trust.widen(Object.assign(new Error('no'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' }))).toBe(false)
})

it.each<[code: string, isWorthIt: boolean]>([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', true],
  ['SELF_SIGNED_CERT_IN_CHAIN', true],
  ['UNABLE_TO_GET_ISSUER_CERT', true],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', true],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', true],
  ['CERT_HAS_EXPIRED', false],
  ['ERR_TLS_CERT_ALTNAME_INVALID', false],
  ['ECONNRESET', false],
])('the CAs of the operating system may help after %s: %s', (code, isWorthIt) => {
  const trust = createTrust({ extraCa: [] }, () => ['a CA'])
  expect(trust.widen(Object.assign(new Error('no'), { code }))).toBe(isWorthIt)
  expect(trust.isWide).toBe(isWorthIt)
})

it('a text in SSL_CERT_FILE that is no certificate does no harm', () => {
  const trust = createTrust({ extraCa: [] }, () => ['this is no certificate'])
  expect(trust.widen(Object.assign(new Error('no'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' }))).toBe(true)
  expect(() => trust.forServer()).not.toThrow()
})
