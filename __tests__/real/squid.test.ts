import { once } from 'node:events'
import { request } from 'node:http'
import { describe } from 'vitest'
import { goodToken } from '../support/healthy.ts'
import { type Played, play } from '../support/play.ts'
import type { Certificates } from './certificates.ts'
import { freePort } from './foreground.ts'
import { behindNginx, type Front, passOn, presenting, settingAt } from './front.ts'
import { startSquid } from './squid.ts'
import { type Expected, expectVerdict } from './verdict.ts'
import { it } from './with-certificates.ts'

/** The action on its way through squid to the TLS of nginx, with Jira behind that. */
const playThrough = (made: Certificates, { inputs, ...front }: Front = {}): Promise<Played> =>
  play({
    setUp: behindNginx({
      server: (jiraPort) => [...presenting(made.server), ...passOn(jiraPort)],
      squid: {},
      inputs: { 'ca-certificate': made.root.certificate + made.proxyRoot.certificate, ...inputs },
      ...front,
    }),
  })

const plainHttp: Front = { listen: '', server: passOn, inputs: { 'allow-http': 'true' } }

/** How often squid was asked for a tunnel. */
const tunnels = ({ setting }: Played): number =>
  setting.proxy?.requests.filter(({ method }) => method === 'CONNECT').length ?? 0

describe('an open squid', () => {
  it.concurrent('opens one tunnel for all questions', async ({ expect, made }) => {
    const played = await playThrough(made)
    expectVerdict(expect, played, { reason: 'authenticated' })
    expect(tunnels(played)).toBe(1)
  })

  it.concurrent('opens a tunnel for http too, so that it does not see the token', async ({ expect, made }) => {
    const played = await playThrough(made, plainHttp)
    expectVerdict(expect, played, { reason: 'authenticated' })
    expect(tunnels(played)).toBe(1)
  })

  it.concurrent('would see the token of a request that asks for no tunnel', async ({ expect }) => {
    const squid = await startSquid()
    const headers = { authorization: `Bearer ${goodToken}` }
    const [answer] = await once(request(squid.url, { path: 'http://jira.example.com:1/', headers }).end(), 'response')
    await answer.toArray()
    await squid.close()
    expect(squid.requests).toMatchObject([{ method: 'GET', headers: { authorization: `Bearer ${goodToken}` } }])
  })

  const spellings: [how: string, variables: Front['variables']][] = [
    ['in upper case', (url) => ({ HTTPS_PROXY: url })],
    ['without a scheme', (url) => ({ https_proxy: url.replace('http://', '') })],
    ['with a slash at the end', (url) => ({ https_proxy: `${url}/` })],
    ['in lower case before upper case', (url) => ({ https_proxy: url, HTTPS_PROXY: 'http://127.0.0.1:1' })],
  ]
  it.concurrent.for(spellings)('is named %s', async ([, variables], { expect, made }) => {
    const played = await playThrough(made, { variables })
    expectVerdict(expect, played, { reason: 'authenticated' })
    expect(tunnels(played)).toBe(1)
  })

  const faults: [what: string, front: (made: Certificates) => Front, expected: Expected][] = [
    [
      'a private CA that nobody gave',
      () => ({ inputs: { 'ca-certificate': '' } }),
      { reason: 'tls-untrusted', mentions: ['CN=jira.example.com', 'CN=Example Issuing CA'] },
    ],
    ['an expired certificate', ({ expired }) => ({ server: () => presenting(expired) }), { reason: 'tls-expired' }],
    [
      'a certificate for another host',
      ({ wrongHost }) => ({ server: () => presenting(wrongHost) }),
      { reason: 'tls-hostname-mismatch', mentions: ['wiki.example.com'] },
    ],
    ['an HTTP port', () => ({ listen: '', scheme: 'https' }), { reason: 'tls-protocol' }],
  ]
  it.concurrent.for(faults)('does not hide %s', async ([, front, expected], { expect, made }) => {
    const { inputs, ...options } = front(made)
    const played = await playThrough(made, { ...options, inputs: { retries: '5', ...inputs } })
    expectVerdict(expect, played, expected)
    // One more handshake, with the operating system's CAs.
    expect(tunnels(played)).toBe(expected.reason === 'tls-untrusted' ? 2 : 1)
  })
})

describe('a squid that wants a login', () => {
  const login = { username: 'svc-ci', password: 'p@ss:w/rd#% é?+&=' }
  const encoded = encodeURIComponent(login.password)
  const secrets = [login.password, encoded]
  const as =
    (userInfo: string): Front['variables'] =>
    (url) => ({
      https_proxy: url.replace('//', `//${userInfo}@`),
      http_proxy: url.replace('//', `//${userInfo}@`),
    })
  const rejected: Expected = { reason: 'proxy-unauthorized', mentions: [/127\.0\.0\.1:\d+/, 'https_proxy', '407'] }

  it.concurrent('lets the right one through, percent-encoded', async ({ expect, made }) => {
    const played = await playThrough(made, { squid: { login }, variables: as(`svc-ci:${encoded}`), secrets })
    expectVerdict(expect, played, { reason: 'authenticated' })
    const basic = Buffer.from(`svc-ci:${login.password}`).toString('base64')
    expect(played.setting.proxy?.requests).toMatchObject([{ headers: { 'proxy-authorization': `Basic ${basic}` } }])
    expect(played.result.masks).toEqual(expect.arrayContaining([login.password, encoded, basic]))
  })

  it.concurrent('lets the right one through for http', async ({ expect, made }) => {
    const options = { squid: { login }, variables: as(`svc-ci:${encoded}`), secrets }
    expectVerdict(expect, await playThrough(made, { ...plainHttp, ...options }), { reason: 'authenticated' })
  })

  const others: [what: string, variables: Front['variables']][] = [
    ['another password', as(`svc-ci:not-${encoded}`)],
    ['another user', as(`svc-cd:${encoded}`)],
    ['a user without a password', as('svc-ci')],
    ['no login', undefined],
  ]
  it.concurrent.for(others)('does not let %s through, and is asked once', async ([, variables], { expect, made }) => {
    const options = { squid: { login }, secrets, inputs: { retries: '5' }, ...(variables && { variables }) }
    const played = await playThrough(made, options)
    expectVerdict(expect, played, rejected)
    expect(played.result.outputs['status-code']).toBe('407')
    expect(tunnels(played)).toBe(1)
  })
})

describe('a squid that does not connect', () => {
  const rules: [what: string, rules: string[]][] = [
    ['forbids the host', ['acl jira dstdomain jira.example.com', 'http_access deny jira']],
    ['forbids the port', ['acl usual port 443', 'http_access deny CONNECT !usual']],
  ]
  it.concurrent.for(rules)('%s by its rules, and is asked once', async ([, rules], { expect, made }) => {
    const played = await playThrough(made, { squid: { rules }, inputs: { retries: '5' } })
    // The port of Jira is another one than 443 here.
    const mentions = [/127\.0\.0\.1:\d+/, 'https_proxy', '403', 'ERR_ACCESS_DENIED', 'port 443 only']
    expectVerdict(expect, played, { reason: 'proxy-refused', mentions })
    expect(played.result.outputs['status-code']).toBe('403')
    expect(tunnels(played)).toBe(1)
  })

  it.concurrent('finds that nothing listens, and is asked again', async ({ expect }) => {
    const nothing = { port: await freePort(), close: async () => {} }
    const played = await play({ setUp: () => settingAt(nothing, { squid: {}, inputs: { retries: '1' } }) })
    expectVerdict(expect, played, { reason: 'proxy-refused', mentions: ['503', 'ERR_CONNECT_FAIL', /tried 2 times/i] })
    expect(tunnels(played)).toBe(2)
  })

  it.concurrent('does not know the host', async ({ expect, made }) => {
    const inputs = { 'jira-url': 'https://no-such-jira.example.com', retries: '0' }
    const played = await playThrough(made, { inputs })
    expectVerdict(expect, played, { reason: 'proxy-refused', mentions: ['no-such-jira.example.com', /HTTP 50\d/] })
  })

  it.concurrent('has been stopped', async ({ expect, made }) => {
    const squid = await startSquid()
    await squid.close()
    const played = await playThrough(made, {
      squid: undefined,
      env: { https_proxy: squid.url },
      inputs: { retries: '1' },
    })
    const mentions = [`127.0.0.1:${squid.port}`, 'https_proxy', /tried 2 times/i]
    expectVerdict(expect, played, { reason: 'proxy-unreachable', mentions })
  })
})

describe('a squid that is spoken to over TLS', () => {
  const ways: [what: string, front: Front][] = [
    ['https', {}],
    ['http', plainHttp],
  ]
  it.concurrent.for(ways)('opens a tunnel for %s', async ([, { inputs, ...front }], { expect, made }) => {
    const ca = { 'ca-certificate': made.root.certificate + made.proxyRoot.certificate }
    const played = await playThrough(made, {
      ...front,
      squid: { certificate: made.proxy },
      inputs: { ...ca, ...inputs },
    })
    expectVerdict(expect, played, { reason: 'authenticated' })
    expect(tunnels(played)).toBe(1)
  })

  it.concurrent('is not trusted without its CA, and gets no login', async ({ expect, made }) => {
    const login = { username: 'svc-ci', password: 'proxy-passw0rd' }
    const played = await playThrough(made, {
      squid: { certificate: made.proxy, login },
      variables: (url) => ({ https_proxy: url.replace('//', `//svc-ci:${login.password}@`) }),
      secrets: [login.password],
      inputs: { 'ca-certificate': made.root.certificate, retries: '0' },
    })
    expect(tunnels(played)).toBe(0)
    expectVerdict(expect, played, { reason: 'proxy-unreachable', mentions: [/localhost:\d+/] })
  })

  it.concurrent('is not trusted with a certificate for another host, be it that of Jira', async ({ expect, made }) => {
    const played = await playThrough(made, { squid: { certificate: made.wrongProxy }, inputs: { retries: '0' } })
    expect(tunnels(played)).toBe(0)
    expectVerdict(expect, played, {
      reason: 'proxy-unreachable',
      mentions: [/localhost:\d+/, /ALTNAME|another host|not for/],
    })
  })

  it.concurrent('does not understand a proxy variable that says http://', async ({ expect, made }) => {
    const variables = (url: string): Record<string, string> => ({ https_proxy: url.replace('https:', 'http:') })
    const played = await playThrough(made, { squid: { certificate: made.proxy }, variables, inputs: { retries: '0' } })
    expect(tunnels(played)).toBe(0)
    expectVerdict(expect, played, { reason: 'proxy-unreachable', mentions: [/localhost:\d+/] })
  })
})
