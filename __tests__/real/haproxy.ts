import { bearerRejected, serverInfo } from '../support/answers.ts'
import { never } from '../support/reply.ts'
import { routes } from '../support/routes.ts'
import type { Certificates } from './certificates.ts'
import { startJiras } from './jiras.ts'
import type { FrontPlan } from './shared-front.ts'

const ports = [
  ...(['http', 'hasty', 'https', 'mutual', 'optional', 'strict'] as const),
  ...(['tcp', 'tcp-dead', 'proxied', 'inner'] as const),
]

export type HaproxyPort = (typeof ports)[number]

/** HAProxy in http and in tcp mode. A certificate and its key are one file for it. */
export async function haproxy({ root, server, wrongHost }: Certificates): Promise<FrontPlan<HaproxyPort>> {
  const jiras = await startJiras({
    '/slow': () => ({ after: never }),
    '/replaced': routes({ myself: bearerRejected, serverInfo: serverInfo('9.12.2') }),
  })
  return {
    jiras,
    program: 'haproxy',
    template: new URL('configurations/haproxy.cfg', import.meta.url),
    ports,
    values: { jira: jiras.port, root: root.certificateFile },
    files: { 'server.pem': server.certificate + server.key, 'wiki.pem': wrongHost.certificate + wrongHost.key },
    args: (file) => ['-W', '-db', '-f', file],
    ready: /Loading success/,
  }
}
