import { describe } from 'vitest'
import { type HaproxyPort, haproxy } from './haproxy.ts'
import { itBehind, playAt, type Row } from './shared-front.ts'
import { expectVerdict } from './verdict.ts'

const it = itBehind(haproxy)

/** It has no `Server` header. */
describe('HAProxy is known by its words', () => {
  const rows: Row<HaproxyPort>[] = [
    [
      '403, by an ACL',
      { path: '/forbidden' },
      { reason: 'edge-forbidden', mentions: ['HAProxy', '/forbidden/rest/api/2/myself'] },
    ],
    [
      '401, since it wants a login of its own',
      { path: '/login' },
      { reason: 'edge-unauthorized', mentions: ['HAProxy', 'Basic', '“Restricted area”'] },
    ],
    [
      '503, since nothing listens behind it',
      { path: '/dead', inputs: { retries: '1' } },
      { reason: 'gateway-error', mentions: ['HAProxy', 'no healthy server', /tried 2 times/i] },
    ],
    [
      '503, since all servers behind it are down',
      { path: '/down', inputs: { retries: '0' } },
      { reason: 'gateway-error', mentions: ['HAProxy', 'no healthy server'] },
    ],
    [
      '504, since Jira takes its time',
      { path: '/slow', inputs: { retries: '0' } },
      { reason: 'gateway-error', mentions: ['HAProxy', 'in time'], asks: ['identity'] },
    ],
    [
      '502, since it speaks plain HTTP to a port that speaks TLS',
      { path: '/not-http', inputs: { retries: '0' } },
      { reason: 'gateway-error', mentions: ['HAProxy', 'no proper answer'] },
    ],
    ['500', { path: '/broken' }, { reason: 'server-error', mentions: ['HAProxy'] }],
    [
      '408, which is tried again',
      { path: '/late', inputs: { retries: '1' } },
      { reason: 'unexpected-status', mentions: ['HAProxy', /tried 2 times/i] },
    ],
    [
      '425, which is tried again',
      { path: '/early', inputs: { retries: '1' } },
      { reason: 'unexpected-status', mentions: ['HAProxy', /tried 2 times/i] },
    ],
  ]
  it.concurrent.for(rows)('%s', async ([, at, expected], { expect, front }) => {
    expectVerdict(expect, await playAt(front, { port: 'http', ...at }), expected)
  })
})

describe('HAProxy between Jira and the check', () => {
  const rows: Row<HaproxyPort>[] = [
    [
      'limits requests by a stick table, and it is its limit, not that of Jira',
      { path: '/limited', inputs: { projects: 'OPS', retries: '0' } },
      {
        reason: 'rate-limited',
        mentions: ['HAProxy', 'address of this runner', 'accepted for CI Service'],
        asks: ['identity'],
      },
    ],
    [
      'forbids the question about permissions',
      { path: '/no-permissions', inputs: { projects: 'OPS' } },
      {
        reason: 'edge-forbidden',
        mentions: ['HAProxy', 'accepted for CI Service', '/no-permissions/rest/api/2/mypermissions'],
        asks: ['identity'],
      },
    ],
    ['forbids the list of tokens', { path: '/no-tokens' }, { reason: 'authenticated', asks: ['identity'] }],
    [
      'announces maintenance on a page',
      { path: '/maintenance' },
      { reason: 'gateway-error', mentions: ['“Scheduled maintenance — back at noon”', '3600 s'] },
    ],
    [
      'puts a page of its own over the 401 of Jira',
      { path: '/replaced' },
      { reason: 'edge-unauthorized', mentions: ['“Something went wrong”', '9.12.2', /probably/], asks: ['identity'] },
    ],
    [
      'redirects to https',
      { path: '/to-https' },
      { reason: 'redirected', mentions: [/ https:\/\/jira\.example\.com:\d+\/to-https,/] },
    ],
    [
      'redirects to a context path',
      { path: '/moved' },
      { reason: 'redirected', mentions: [/ http:\/\/jira\.example\.com:\d+\/jira,/] },
    ],
    [
      'closes each connection that is kept',
      { port: 'hasty', path: '/hasty', inputs: { projects: 'OPS', retries: '0' } },
      { reason: 'authenticated', asks: ['identity', 'permissions OPS', 'tokens'] },
    ],
  ]
  it.concurrent.for(rows)('%s', async ([, at, expected], { expect, front }) => {
    const played = await playAt(front, { port: 'http', ...at })
    expectVerdict(expect, played, expected)
    if (at.port === 'hasty') expect(played.result.outputs['expiry-status']).toBe('ok')
  })

  it.concurrent('forbids the list of tokens, of which one was asked for', async ({ expect, front }) => {
    const at = { port: 'http', path: '/no-tokens-by-name', inputs: { 'token-name': 'ci' } } as const
    const { result } = await playAt(front, at)
    expect(result.outputs).toMatchObject({ reason: 'authenticated', 'expiry-status': 'unknown' })
    expect(result.annotations).toHaveLength(1)
    expect(result.annotations).toMatchObject([{ level: 'warning' }])
    const [{ message = '' } = {}] = result.annotations
    expect(message).toContain('blocks the request (403)')
    expect(message).toMatch(
      /Ask the operators of jira\.example\.com:\d+ .*\/no-tokens-by-name\/rest\/pat\/latest\/tokens/,
    )
    expect(message).not.toContain('edge-forbidden')
  })
})

describe('TLS and TCP of HAProxy', () => {
  const rows: Row<HaproxyPort>[] = [
    ['is passed on to Jira', { port: 'https', path: '/https' }, { reason: 'authenticated' }],
    ['is passed through, in tcp mode', { port: 'tcp', path: '/tcp' }, { reason: 'authenticated' }],
    ['is told from where, by the PROXY protocol', { port: 'proxied', path: '/proxied' }, { reason: 'authenticated' }],
    [
      'is closed by a port that expects the PROXY protocol',
      { port: 'inner', path: '/inner' },
      { reason: 'connection-reset' },
    ],
    ['is closed in tcp mode where nothing listens', { port: 'tcp-dead' }, { reason: 'connection-reset' }],
    [
      'wants a client certificate',
      { port: 'mutual' },
      { reason: 'tls-client-certificate', mentions: ['none was given', 'client-certificate'] },
    ],
    ['forbids those who come without one', { port: 'optional' }, { reason: 'edge-forbidden', mentions: ['HAProxy'] }],
    [
      'has no certificate for the host name',
      { port: 'strict' },
      { reason: 'tls-protocol', mentions: ['no certificate for this host name'] },
    ],
    [
      'closes the connection where plain HTTP is spoken',
      { port: 'https', path: '/plain', scheme: 'http' },
      { reason: 'connection-reset', mentions: ['HTTPS'] },
    ],
  ]
  it.concurrent.for(rows)('%s', async ([, at, expected], { expect, front, made }) => {
    const inputs = { retries: '0', 'ca-certificate': made.root.certificate }
    const played = await playAt(front, { port: 'https', scheme: 'https', ...at, inputs })
    expectVerdict(expect, played, expected)
  })

  it.concurrent('takes the client certificate that is given', async ({ expect, front, made }) => {
    const inputs = {
      'ca-certificate': made.root.certificate,
      'client-certificate': made.client.certificate,
      'client-key': made.client.key,
    }
    const played = await playAt(front, { port: 'mutual', path: '/mutual', scheme: 'https', inputs })
    expectVerdict(expect, played, { reason: 'authenticated' })
  })
})
