import { describe } from 'vitest'
import { startJiras } from '../real/jiras.ts'
import { type FrontPlan, itBehind, playAt } from '../real/shared-front.ts'
import { expectVerdict } from '../real/verdict.ts'

async function oauth2Proxy(): Promise<FrontPlan<'http'>> {
  const jiras = await startJiras()
  return {
    jiras,
    program: 'oauth2-proxy',
    template: new URL('configurations/oauth2-proxy.cfg', import.meta.url),
    ports: ['http'],
    values: { jira: jiras.port },
    args: (file) => ['--config', file],
    ready: /OAuthProxy configured/,
  }
}

const it = itBehind(oauth2Proxy)

describe('oauth2-proxy', () => {
  it.concurrent('says 401 to all but browsers, and nothing else', async ({ expect, front }) => {
    const mentions = ['single sign-on', 'oauth2-proxy', '/closed/rest/api/2/myself']
    const played = await playAt(front, { port: 'http', path: '/closed' })
    expectVerdict(expect, played, { reason: 'edge-unauthorized', mentions })
  })

  it.concurrent('lets through what is exempt from it', async ({ expect, front }) => {
    expectVerdict(expect, await playAt(front, { port: 'http', path: '/open' }), { reason: 'authenticated' })
  })
})
