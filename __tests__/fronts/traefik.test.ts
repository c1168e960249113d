import { describe } from 'vitest'
import type { Certificates } from '../real/certificates.ts'
import { startJiras } from '../real/jiras.ts'
import { type FrontPlan, itBehind, playAt, type Row } from '../real/shared-front.ts'
import { expectVerdict } from '../real/verdict.ts'
import { bearerRejected, serverInfo } from '../support/answers.ts'
import { startJira } from '../support/jira.ts'
import { never } from '../support/reply.ts'
import { routes } from '../support/routes.ts'

const ports = ['http', 'https', 'mutual'] as const

type Port = (typeof ports)[number]

async function traefik({ root, server, selfSigned }: Certificates): Promise<FrontPlan<Port>> {
  const jiras = await startJiras({
    '/slow': () => ({ after: never }),
    '/replaced': routes({ myself: bearerRejected, serverInfo: serverInfo('9.12.2') }),
    '/verify': () => ({ status: 401, headers: { 'WWW-Authenticate': 'Bearer realm="Example"' } }),
    '/oops': () => ({
      headers: { 'Content-Type': 'text/html' },
      body: '<!doctype html><title>Something went wrong</title>',
    }),
  })
  const untrusted = await startJira({ tls: { cert: selfSigned.certificate, key: selfSigned.key } })
  return {
    jiras,
    beside: [untrusted],
    program: 'traefik',
    template: new URL('configurations/traefik.yaml', import.meta.url),
    name: 'traefik.yaml',
    templates: { 'routes.yaml': new URL('configurations/traefik-routes.yaml', import.meta.url) },
    ports,
    values: {
      jira: jiras.port,
      untrusted: untrusted.port,
      root: root.certificateFile,
      certificate: server.certificateFile,
      key: server.keyFile,
    },
    args: (file) => [`--configFile=${file}`],
    ready: /Adding route for|Configuration received/,
  }
}

const it = itBehind(traefik)

describe('Traefik', () => {
  const rows: Row<Port>[] = [
    ['passes on', { path: '/passed' }, { reason: 'authenticated' }],
    [
      'wants a login of its own',
      { path: '/login' },
      { reason: 'edge-unauthorized', mentions: ['Traefik', 'Basic', '“traefik”', 'headers'] },
    ],
    [
      'asks a login that knows no such token',
      { path: '/asked' },
      { reason: 'edge-unauthorized', mentions: ['Bearer', '“Example”'] },
    ],
    [
      'cannot ask its login, and says 500',
      { path: '/asked-dead' },
      { reason: 'gateway-error', mentions: ['Traefik', 'login service'] },
    ],
    ['forbids an address', { path: '/address' }, { reason: 'edge-forbidden', mentions: ['outgoing IP address'] }],
    [
      'lets one request a second through',
      { path: '/limited', inputs: { projects: 'OPS' } },
      { reason: 'authenticated', asks: ['identity', 'permissions OPS', 'tokens'] },
    ],
    [
      'has too many requests at once, and it is its limit, not that of Jira',
      { path: '/crowded', inputs: { retries: '0' } },
      { reason: 'rate-limited', mentions: ['in front of Jira', 'address of this runner'] },
    ],
    [
      'puts a page of its own over the 401 of Jira',
      { path: '/replaced' },
      { reason: 'edge-unauthorized', mentions: ['“Something went wrong”', '9.12.2', 'probably'], asks: ['identity'] },
    ],
    [
      'redirects to https',
      { path: '/to-https' },
      { reason: 'redirected', mentions: [/https:\/\/jira\.example\.com:\d+\/to-https,/] },
    ],
    [
      'finds that nothing listens behind it',
      { path: '/dead', inputs: { retries: '0' } },
      { reason: 'gateway-error', mentions: ['502'] },
    ],
    [
      'has nothing behind it',
      { path: '/empty', inputs: { retries: '0' } },
      { reason: 'gateway-error', mentions: ['Traefik', 'no healthy server'] },
    ],
    [
      'does not wait for Jira as long as that takes',
      { path: '/slow', inputs: { retries: '0' } },
      { reason: 'gateway-error', mentions: ['504', 'in time'], asks: ['identity'] },
    ],
    [
      'does not trust the certificate of Jira, and says 500 without a reason',
      { path: '/untrusted' },
      { reason: 'server-error', mentions: ['500', 'something in front of it'] },
    ],
    [
      'has no route for the path',
      { path: '/no-route' },
      { reason: 'not-found', mentions: ['Traefik', 'context path', 'host name'] },
    ],
    ['speaks TLS', { port: 'https', path: '/https', scheme: 'https' }, { reason: 'authenticated' }],
    [
      'has no route for a scheme',
      { port: 'https', path: '/plain' },
      { reason: 'not-found', mentions: ['Traefik', 'scheme'] },
    ],
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
})
