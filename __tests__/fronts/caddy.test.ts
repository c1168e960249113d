import { describe } from 'vitest'
import type { Certificates } from '../real/certificates.ts'
import { startJiras } from '../real/jiras.ts'
import { type FrontPlan, itBehind, playAt, type Row } from '../real/shared-front.ts'
import { expectVerdict } from '../real/verdict.ts'
import { never } from '../support/reply.ts'

const ports = ['http', 'other', 'https', 'mutual'] as const

type Port = (typeof ports)[number]

async function caddy({ root, server }: Certificates): Promise<FrontPlan<Port>> {
  const jiras = await startJiras({
    '/slow': () => ({ after: never }),
    '/verify': () => ({ status: 401, headers: { 'WWW-Authenticate': 'Bearer realm="Example"' } }),
  })
  return {
    jiras,
    program: 'caddy',
    template: new URL('configurations/Caddyfile', import.meta.url),
    ports,
    values: {
      jira: jiras.port,
      login: jiras.port,
      root: root.certificateFile,
      certificate: server.certificateFile,
      key: server.keyFile,
    },
    args: (file) => ['run', '--adapter', 'caddyfile', '--config', file],
    ready: /serving initial configuration/,
  }
}

const it = itBehind(caddy)

describe('Caddy', () => {
  const rows: Row<Port>[] = [
    ['passes on', { path: '/passed' }, { reason: 'authenticated' }],
    ['forbids', { path: '/forbidden' }, { reason: 'edge-forbidden', mentions: ['Caddy'] }],
    [
      'wants a login of its own',
      { path: '/login' },
      { reason: 'edge-unauthorized', mentions: ['Caddy', 'Basic', '“restricted”'] },
    ],
    [
      'asks a login that knows no such token',
      { path: '/asked' },
      { reason: 'edge-unauthorized', mentions: ['Caddy', 'Bearer', '“Example”', 'headers'] },
    ],
    [
      'finds that nothing listens behind it',
      { path: '/dead', inputs: { retries: '0' } },
      { reason: 'gateway-error', mentions: ['Caddy', '502'] },
    ],
    [
      'does not wait for Jira as long as that takes',
      { path: '/slow', inputs: { retries: '0' } },
      { reason: 'gateway-error', mentions: ['Caddy', '504'], asks: ['identity'] },
    ],
    [
      'has no route for the host name, and says nothing',
      { port: 'other', path: '/other' },
      { reason: 'empty-response', mentions: ['Caddy', 'host name'] },
    ],
    [
      'is spoken to in plain HTTP at a port that speaks TLS',
      { port: 'https', path: '/plain' },
      { reason: 'unexpected-status', mentions: ['https://, not http://', /https:\/\/\S+:\d+\/plain/] },
    ],
    ['speaks TLS', { port: 'https', path: '/https', scheme: 'https' }, { reason: 'authenticated' }],
    [
      'wants a client certificate',
      { port: 'mutual', path: '/mutual', scheme: 'https' },
      { reason: 'tls-client-certificate', mentions: ['none was given'] },
    ],
  ]
  it.concurrent.for(rows)('%s', async ([, at, expected], { expect, front, made }) => {
    const inputs = { 'ca-certificate': made.root.certificate, ...at.inputs }
    expectVerdict(expect, await playAt(front, { port: 'http', ...at, inputs }), expected)
  })

  it.concurrent('has no certificate for the name that it is called by', async ({ expect, front }) => {
    const inputs = { 'jira-url': `https://127.0.0.1:${front.ports.https}` }
    const played = await playAt(front, { port: 'https', path: '/address', scheme: 'https', inputs })
    expectVerdict(expect, played, {
      reason: 'tls-protocol',
      mentions: ['alert 80', 'no certificate for this host name'],
    })
  })
})
