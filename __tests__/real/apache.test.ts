import { describe } from 'vitest'
import { type ApachePort, apache } from './apache.ts'
import { itBehind, playAt, type Row } from './shared-front.ts'
import { type Expected, expectVerdict } from './verdict.ts'

const it = itBehind(apache)

describe('a login of Apache before Jira', () => {
  const rows: Row<ApachePort>[] = [
    [
      'by Basic takes the token for one of its own',
      { path: '/basic' },
      { reason: 'edge-unauthorized', mentions: ['Apache', 'Basic', '“Restricted area”', 'headers'] },
    ],
    [
      'by mod_auth_gssapi (Kerberos)',
      { path: '/kerberos' },
      { reason: 'edge-unauthorized', mentions: ['Apache', 'Negotiate'] },
    ],
    [
      'by mod_auth_openidc as OAuth 2.0 takes the token for one of its own',
      { path: '/oauth' },
      { reason: 'edge-unauthorized', mentions: ['Apache', 'Bearer', 'headers'] },
    ],
    [
      'by mod_auth_openidc says 401 to all but browsers',
      { path: '/openid' },
      { reason: 'edge-unauthorized', mentions: ['Apache', '“401 Unauthorized”'] },
    ],
    [
      'by mod_auth_openidc redirects where it is told to',
      { path: '/openid-for-all' },
      { reason: 'sso-login', mentions: ['https://sso.example.org/start'] },
    ],
    [
      'by mod_auth_mellon (SAML)',
      { path: '/saml' },
      { reason: 'sso-login', mentions: [/http:\/\/jira\.example\.com:\d+\/saml\/mellon\/login/] },
    ],
    [
      'by address',
      { path: '/address' },
      { reason: 'edge-forbidden', mentions: ['Apache', '“403 Forbidden”', 'outgoing IP address'] },
    ],
  ]
  it.concurrent.for(rows)('%s', async ([, at, expected], { expect, front }) => {
    expectVerdict(expect, await playAt(front, { port: 'http', ...at }), expected)
  })
})

describe('Apache as a proxy', () => {
  const rows: Row<ApachePort>[] = [
    [
      'finds that nothing listens behind it',
      { path: '/dead', inputs: { retries: '1' } },
      { reason: 'gateway-error', mentions: ['Apache', '503', 'cannot connect', /tried 2 times/i] },
    ],
    [
      'cannot resolve the name of what is behind it, and says 500',
      { path: '/unresolvable' },
      { reason: 'gateway-error', mentions: ['Apache', '500 Proxy Error', 'resolve'] },
    ],
    [
      'does not wait for Jira as long as that takes',
      { path: '/slow', inputs: { retries: '0' } },
      { reason: 'gateway-error', mentions: ['Apache', '502', 'in time'], asks: ['identity'] },
    ],
    [
      'finds the token too large',
      { path: '/large', inputs: { token: 'x'.repeat(2000) } },
      { reason: 'unexpected-status', mentions: ['Apache', '“400 Bad Request”', 'length of the token'] },
    ],
    [
      'is spoken to in plain HTTP at a port that speaks TLS',
      { port: 'tls13', path: '/plain' },
      { reason: 'unexpected-status', mentions: ['Apache', 'https://, not http://', /https:\/\/\S+:\d+\/plain/] },
    ],
  ]
  it.concurrent.for(rows)('%s', async ([, at, expected], { expect, front }) => {
    expectVerdict(
      expect,
      await playAt(front, { port: 'http', ...at, inputs: { retries: '0', ...at.inputs } }),
      expected,
    )
  })
})

describe('ModSecurity', () => {
  const levels = [1, 2, 3, 4]

  it.concurrent.for(levels)('lets all questions through at paranoia %i', async (level, { expect, front }) => {
    const at = { port: 'firewall', path: `/paranoia-${level}`, inputs: { projects: 'OPS' } } as const
    const asks = ['identity', 'permissions OPS', 'tokens']
    expectVerdict(expect, await playAt(front, at), { reason: 'authenticated', asks })
  })

  it.concurrent.for(levels)('blocks what looks like an attack at paranoia %i', async (level, { expect, front }) => {
    const played = await playAt(front, { port: 'firewall', path: `/paranoia-${level}/.git` })
    expectVerdict(expect, played, { reason: 'edge-forbidden', mentions: ['Apache', '“403 Forbidden”'] })
  })

  it.concurrent('blocks with 406 as well', async ({ expect, front }) => {
    const played = await playAt(front, { port: 'firewall', path: '/not-acceptable' })
    const mentions = ['Apache', '“406 Not Acceptable”', 'web application firewall']
    expectVerdict(expect, played, { reason: 'unexpected-status', mentions })
  })
})

describe('a client certificate that Apache wants for some paths only', () => {
  it.concurrent('cannot be asked for after the handshake of TLS 1.3', async ({ expect, front, made }) => {
    const inputs = { 'ca-certificate': made.root.certificate }
    const at = { port: 'tls13', scheme: 'https', path: '/with-certificate-late' } as const
    const expected: Expected = { reason: 'tls-client-certificate', mentions: ['after the handshake', 'TLS 1.2'] }
    expectVerdict(expect, await playAt(front, { ...at, inputs }), expected)
    const client = { 'client-certificate': made.client.certificate, 'client-key': made.client.key }
    expectVerdict(expect, await playAt(front, { ...at, inputs: { ...inputs, ...client } }), expected)
  })

  it.concurrent('is asked for by a second handshake of TLS 1.2', async ({ expect, front, made }) => {
    const inputs = { 'ca-certificate': made.root.certificate }
    const at = { port: 'tls12', scheme: 'https', path: '/with-certificate' } as const
    const none: Expected = { reason: 'tls-client-certificate', mentions: ['none was given', 'client-key'] }
    expectVerdict(expect, await playAt(front, { ...at, inputs }), none)
    const client = { 'client-certificate': made.client.certificate, 'client-key': made.client.key }
    const played = await playAt(front, { ...at, inputs: { ...inputs, ...client } })
    expectVerdict(expect, played, { reason: 'authenticated' })
  })

  it.concurrent('is not wanted for the others', async ({ expect, front, made }) => {
    const inputs = { 'ca-certificate': made.root.certificate }
    const played = await playAt(front, { port: 'tls13', scheme: 'https', path: '/without', inputs })
    expectVerdict(expect, played, { reason: 'authenticated' })
  })
})
