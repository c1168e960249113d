import { startProxy } from '../support/proxy.ts'
import type { Certificates } from './certificates.ts'
import { startJiras } from './jiras.ts'
import type { FrontPlan } from './shared-front.ts'

/** tinyproxy, which wants a login and allows two ports, with a stand-in behind it that finds Jira. */
export async function tinyproxy({ server }: Certificates): Promise<FrontPlan<'http'>> {
  const jiras = await startJiras({}, { tls: { cert: server.certificate, key: server.key } })
  const upstream = await startProxy({ hosts: { 'jira.example.com': jiras.port } })
  return {
    jiras,
    beside: [upstream],
    program: 'tinyproxy',
    template: new URL('configurations/tinyproxy.conf', import.meta.url),
    ports: ['http'],
    values: { jira: jiras.port, upstream: upstream.port },
    files: { forbidden: '^forbidden[.]example[.]com$\n' },
    args: (file) => ['-d', '-c', file],
    ready: /Accepting connections/,
  }
}
