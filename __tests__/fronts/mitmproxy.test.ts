import { describe } from 'vitest'
import type { Certificates } from '../real/certificates.ts'
import { startJiras } from '../real/jiras.ts'
import { type FrontPlan, itBehind, playThrough } from '../real/shared-front.ts'
import { expectVerdict } from '../real/verdict.ts'
import { startJira } from '../support/jira.ts'
import { startProxy } from '../support/proxy.ts'

/** mitmproxy opens TLS, as the web filters of companies do. A stand-in behind it finds Jira. */
async function mitmproxy({ root, server, selfSigned, proxyRoot }: Certificates): Promise<FrontPlan<'open'>> {
  const jiras = await startJiras({}, { tls: { cert: server.certificate, key: server.key } })
  const stranger = await startJira({ tls: { cert: selfSigned.certificate, key: selfSigned.key } })
  const hosts = { 'jira.example.com': jiras.port, 'jira.example.com:8443': stranger.port }
  const upstream = await startProxy({ hosts })
  return {
    jiras,
    beside: [upstream, stranger],
    program: 'mitmdump',
    template: new URL('configurations/mitmproxy.yaml', import.meta.url),
    name: 'config.yaml',
    ports: ['open'],
    values: { upstream: upstream.port, root: root.certificateFile },
    files: { 'mitmproxy-ca.pem': proxyRoot.key + proxyRoot.certificate },
    args: (_file, folder) => ['--set', `confdir=${folder}`],
    ready: /(?:Proxy server|proxy) listening at/,
  }
}

const it = itBehind(mitmproxy)

describe('mitmproxy', () => {
  it.concurrent('lets through who trusts its CA', async ({ expect, front, made }) => {
    const inputs = { 'ca-certificate': made.proxyRoot.certificate }
    const played = await playThrough(front, { port: 'open', path: '/trusted', inputs })
    expectVerdict(expect, played, { reason: 'authenticated' })
  })

  it.concurrent('is not trusted without its CA', async ({ expect, front, made }) => {
    const inputs = { 'ca-certificate': made.root.certificate }
    const played = await playThrough(front, { port: 'open', path: '/untrusted', inputs })
    expectVerdict(expect, played, { reason: 'tls-untrusted', mentions: ['CN=Example Proxy CA'] })
  })

  it.concurrent('does not trust the certificate of Jira', async ({ expect, front, made }) => {
    const inputs = { 'ca-certificate': made.proxyRoot.certificate, retries: '0' }
    const played = await playThrough(front, { port: 'open', path: '/self-signed', jiraPort: 8443, inputs })
    const mentions = ['mitmproxy', 'does not trust the certificate', 'the proxy of your own network']
    expectVerdict(expect, played, { reason: 'gateway-error', mentions })
  })

  it.concurrent('is not let through by the proxy behind it', async ({ expect, front, made }) => {
    const inputs = {
      'ca-certificate': made.proxyRoot.certificate,
      retries: '0',
      'jira-url': 'https://no-such-jira.example.com',
    }
    const played = await playThrough(front, { port: 'open', path: '/unknown', inputs })
    expectVerdict(expect, played, { reason: 'gateway-error', mentions: ['mitmproxy'] })
  })
})
