import { describe } from 'vitest'
import { startJiras } from '../real/jiras.ts'
import { type FrontPlan, itBehind, playAt, type Row } from '../real/shared-front.ts'
import { type Expected, expectVerdict } from '../real/verdict.ts'
import { never } from '../support/reply.ts'

async function varnish(): Promise<FrontPlan<'http'>> {
  const jiras = await startJiras({ '/slow': () => ({ after: never }) })
  return {
    jiras,
    program: 'varnishd',
    template: new URL('configurations/varnish.vcl', import.meta.url),
    ports: ['http'],
    values: { jira: jiras.port },
    args: (file, folder, { http }) => [
      ...['-F', '-f', file, '-n', `${folder}/state`],
      ...['-a', `127.0.0.1:${http}`, '-s', 'malloc,16m'],
    ],
    ready: /Child launched OK/,
  }
}

const it = itBehind(varnish)

describe('Varnish', () => {
  const noAnswer: Expected = {
    reason: 'gateway-error',
    mentions: ['Varnish', '“503 Backend fetch failed”', 'no answer'],
  }
  const rows: Row<'http'>[] = [
    ['passes on what bears a token', { path: '/passed' }, { reason: 'authenticated' }],
    ['forbids', { path: '/forbidden' }, { reason: 'edge-forbidden', mentions: ['Varnish', '“403 Not for you”'] }],
    [
      'announces maintenance on a page',
      { path: '/maintenance' },
      { reason: 'gateway-error', mentions: ['Varnish', '“Scheduled maintenance”', '3600 s'] },
    ],
    ['finds that nothing listens behind it', { path: '/dead', inputs: { retries: '0' } }, noAnswer],
    [
      'does not wait for Jira as long as that takes',
      { path: '/slow', inputs: { retries: '0' } },
      { ...noAnswer, asks: ['identity'] },
    ],
  ]
  it.concurrent.for(rows)('%s', async ([, at, expected], { expect, front }) => {
    expectVerdict(expect, await playAt(front, { port: 'http', ...at }), expected)
  })

  it.concurrent("gives one user's answer to the next, where it is told to", async ({ expect, front }) => {
    const at = { port: 'http', path: '/cached', inputs: { 'check-expiry': 'false' } } as const
    expectVerdict(expect, await playAt(front, at), { reason: 'authenticated', asks: ['identity'] })
    const mentions = ['the cache of Varnish', '/cached/rest/api/2/myself']
    expectVerdict(expect, await playAt(front, at), { reason: 'no-identity', mentions, asks: ['identity'] })
  })
})
