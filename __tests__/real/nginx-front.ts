import { bearerRejected, serverInfo } from '../support/answers.ts'
import { routes } from '../support/routes.ts'
import { startJiras } from './jiras.ts'
import type { FrontPlan } from './shared-front.ts'

const ports = ['http', 'small'] as const

export type NginxPort = (typeof ports)[number]

/** nginx with what companies have it do, each below a context path of its own. */
export async function nginx(): Promise<FrontPlan<NginxPort>> {
  const jiras = await startJiras({
    '/replaced': routes({ myself: bearerRejected, serverInfo: serverInfo('9.12.2') }),
  })
  return {
    jiras,
    program: 'nginx',
    template: new URL('configurations/nginx.conf', import.meta.url),
    ports,
    values: { jira: jiras.port },
    // Before it has read its configuration, it complains about where Debian keeps its log.
    args: (file) => ['-c', file, '-g', 'error_log stderr notice;'],
    ready: /start worker process /,
  }
}
