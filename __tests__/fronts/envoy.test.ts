import { describe } from 'vitest'
import type { Certificates } from '../real/certificates.ts'
import { startJiras } from '../real/jiras.ts'
import { type FrontPlan, itBehind, playAt, type Row } from '../real/shared-front.ts'
import { expectVerdict } from '../real/verdict.ts'
import { startJira } from '../support/jira.ts'
import { never } from '../support/reply.ts'

const ports = ['http', 'https', 'mutual', 'h2'] as const

type Port = (typeof ports)[number]

async function envoy({ root, server, selfSigned }: Certificates): Promise<FrontPlan<Port>> {
  const jiras = await startJiras({ '/slow': () => ({ after: never }) })
  const untrusted = await startJira({ tls: { cert: selfSigned.certificate, key: selfSigned.key } })
  return {
    jiras,
    beside: [untrusted],
    program: 'envoy',
    template: new URL('configurations/envoy.yaml', import.meta.url),
    name: 'envoy.yaml',
    ports,
    values: {
      jira: jiras.port,
      untrusted: untrusted.port,
      root: root.certificateFile,
      certificate: server.certificateFile,
      key: server.keyFile,
    },
    args: (file) => [
      '-c',
      file,
      '--concurrency',
      '1',
      '--disable-hot-restart',
      '-l',
      'warn',
      '--component-log-level',
      'main:info',
    ],
    ready: /starting main dispatch loop/,
  }
}

const it = itBehind(envoy)

describe('Envoy', () => {
  const rows: Row<Port>[] = [
    ['passes on', { path: '/passed' }, { reason: 'authenticated' }],
    [
      'takes the token for a JWT of its own',
      { path: '/token' },
      { reason: 'edge-unauthorized', mentions: ['Envoy', 'Bearer', '/token/rest/api/2/myself', 'headers'] },
    ],
    ['forbids an address', { path: '/address' }, { reason: 'edge-forbidden', mentions: ['Envoy', 'IP address'] }],
    ['forbids in words of its own', { path: '/forbidden' }, { reason: 'edge-forbidden', mentions: ['Envoy'] }],
    ['cannot ask its login', { path: '/asked' }, { reason: 'edge-forbidden', mentions: ['Envoy'] }],
    [
      'limits requests, and it is its limit, not that of Jira',
      { path: '/limited', inputs: { projects: 'OPS', retries: '0' } },
      {
        reason: 'rate-limited',
        mentions: ['Envoy', 'address of this runner', 'accepted for CI Service'],
        asks: ['identity'],
      },
    ],
    [
      'cannot connect to what is behind it',
      { path: '/dead', inputs: { retries: '0' } },
      { reason: 'gateway-error', mentions: ['Envoy', 'cannot connect'] },
    ],
    [
      'has nothing behind it',
      { path: '/down', inputs: { retries: '0' } },
      { reason: 'gateway-error', mentions: ['Envoy', 'no healthy server'] },
    ],
    [
      'does not wait for Jira as long as that takes',
      { path: '/slow', inputs: { retries: '0' } },
      { reason: 'gateway-error', mentions: ['Envoy', 'in time'], asks: ['identity'] },
    ],
    [
      'does not trust the certificate of Jira, and says only that it cannot connect',
      { path: '/untrusted', inputs: { retries: '0' } },
      { reason: 'gateway-error', mentions: ['Envoy', 'cannot connect'] },
    ],
    ['has no route', { path: '/no-route' }, { reason: 'not-found', mentions: ['Envoy', 'context path', 'host name'] }],
    [
      'redirects to https',
      { path: '/to-https' },
      { reason: 'redirected', mentions: [/ https:\/\/jira\.example\.com:\d+\/to-https,/] },
    ],
    ['speaks TLS', { port: 'https', path: '/https', scheme: 'https' }, { reason: 'authenticated' }],
    [
      'is spoken to in plain HTTP at a port that speaks TLS',
      { port: 'https', path: '/plain', inputs: { retries: '0' } },
      { reason: 'connection-reset', mentions: ['HTTPS'] },
    ],
    [
      'wants a client certificate',
      { port: 'mutual', path: '/mutual', scheme: 'https' },
      { reason: 'tls-client-certificate', mentions: ['none was given'] },
    ],
    [
      'speaks HTTP/2 only',
      { port: 'h2', path: '/h2', scheme: 'https', inputs: { retries: '0' } },
      { reason: 'connection-reset', mentions: ['another protocol'] },
    ],
  ]
  it.concurrent.for(rows)('%s', async ([, at, expected], { expect, front, made }) => {
    const inputs = { 'ca-certificate': made.root.certificate, ...at.inputs }
    expectVerdict(expect, await playAt(front, { port: 'http', ...at, inputs }), expected)
  })
})
