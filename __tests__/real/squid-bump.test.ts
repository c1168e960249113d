import { describe } from 'vitest'
import { startJira } from '../support/jira.ts'
import type { Certificates } from './certificates.ts'
import { freePort } from './foreground.ts'
import { itBehind, type Passage, playThrough } from './shared-front.ts'
import { type SquidPort, squid } from './squid-front.ts'
import { type Expected, expectVerdict } from './verdict.ts'

const it = itBehind(squid)

describe('a squid that opens TLS', () => {
  const trusting = ({ proxyRoot }: Certificates, retries = '0') => ({
    'ca-certificate': proxyRoot.certificate,
    retries,
  })

  it.concurrent('lets through who trusts its CA', async ({ expect, made, front }) => {
    const inputs = { ...trusting(made), projects: 'OPS' }
    const played = await playThrough(front, { port: 'bumping', path: '/trusted', inputs })
    expectVerdict(expect, played, { reason: 'authenticated', asks: ['identity', 'permissions OPS', 'tokens'] })
  })

  it.concurrent('is not trusted without its CA', async ({ expect, made, front }) => {
    const inputs = { 'ca-certificate': made.root.certificate }
    const played = await playThrough(front, { port: 'bumping', path: '/untrusted', inputs })
    expectVerdict(expect, played, { reason: 'tls-untrusted', mentions: ['CN=Example Proxy CA', 'ca-certificate'] })
  })

  it.concurrent('forbids a path', async ({ expect, made, front }) => {
    const played = await playThrough(front, { port: 'bumping', path: '/forbidden', inputs: trusting(made) })
    const mentions = ['Squid', 'the proxy of your own network', '/forbidden/rest/api/2/myself']
    expectVerdict(expect, played, { reason: 'edge-forbidden', mentions })
  })

  it.concurrent('does not trust the certificate of Jira', async ({ expect, made, front }) => {
    const { certificate: cert, key } = made.selfSigned
    const jira = await startJira({ tls: { cert, key } })
    const at = { port: 'bumping', path: '/self-signed', inputs: trusting(made), jiraPort: jira.port } as const
    const played = await playThrough(front, at)
    await jira.close()
    const mentions = ['Squid', 'does not trust the certificate', 'the proxy of your own network']
    expectVerdict(expect, played, { reason: 'gateway-error', mentions })
  })

  it.concurrent('finds that nothing listens', async ({ expect, made, front }) => {
    const at = { port: 'bumping', path: '/dead', inputs: trusting(made, '1'), jiraPort: await freePort() } as const
    const mentions = ['Squid', 'nothing listens', /tried 2 times/i]
    expectVerdict(expect, await playThrough(front, at), { reason: 'gateway-error', mentions })
  })

  it.concurrent('does not know the host, and says that it cannot read from it', async ({ expect, made, front }) => {
    const inputs = { ...trusting(made), 'jira-url': 'https://no-such-jira.example.com' }
    const played = await playThrough(front, { port: 'bumping', path: '/unknown', inputs })
    expectVerdict(expect, played, { reason: 'gateway-error', mentions: ['Squid', /HTTP 50[23]/] })
  })
})

describe('a squid that wants a login of Windows', () => {
  const passages: [what: string, passage: Partial<Passage<SquidPort>>][] = [
    ['no login', {}],
    ['a name and a password', { login: 'svc-ci:proxy-passw0rd', secrets: ['proxy-passw0rd'] }],
  ]
  it.concurrent.for(passages)('is not helped by %s', async ([, passage], { expect, made, front }) => {
    const inputs = { 'ca-certificate': made.root.certificate, retries: '5' }
    const played = await playThrough(front, { port: 'windows', path: '/windows', inputs, ...passage })
    const expected: Expected = { reason: 'proxy-unauthorized', mentions: ['Negotiate', 'NTLM', 'relay'] }
    expectVerdict(expect, played, expected)
    expect(played.result.outputs['remedy']).not.toContain('USER:PASSWORD')
    expect(played.result.report?.requests).toBe(1)
  })
})
