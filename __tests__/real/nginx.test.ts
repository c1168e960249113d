import { describe } from 'vitest'
import { type NginxPort, nginx } from './nginx-front.ts'
import { itBehind, playAt, type Row } from './shared-front.ts'
import { expectVerdict } from './verdict.ts'

const it = itBehind(nginx)

describe('nginx between Jira and the check', () => {
  const rows: Row<NginxPort>[] = [
    [
      'lets one request a second through, and does not say so',
      { path: '/one-a-second', inputs: { projects: 'OPS' } },
      { reason: 'authenticated', asks: ['identity', 'permissions OPS', 'tokens'] },
    ],
    [
      'limits requests, and it is its limit, not that of Jira',
      { path: '/too-many', inputs: { retries: '0' } },
      { reason: 'rate-limited', mentions: ['nginx', '“429 Too Many Requests”', 'address of this runner'] },
    ],
    [
      'finds the token too large',
      { port: 'small', path: '/small', inputs: { token: 'x'.repeat(2000) } },
      {
        reason: 'unexpected-status',
        mentions: ['nginx', '“400 Request Header Or Cookie Too Large”', 'length of the token'],
      },
    ],
    [
      'announces maintenance on a page',
      { path: '/maintenance' },
      { reason: 'gateway-error', mentions: ['nginx', '“Jira & Confluence are being updated”', '3600 s'] },
    ],
    [
      'puts a page of its own over the 401 of Jira, but keeps what tells that it is that of Jira',
      { path: '/replaced' },
      { reason: 'token-rejected', asks: ['identity'] },
    ],
    [
      'sends everybody to a login elsewhere, who are to come back from it',
      { path: '/asked' },
      { reason: 'sso-login', mentions: ['https://portal.example.org/start'] },
    ],
    [
      'redirects to itself, since it wants a cookie first',
      { path: '/around' },
      { reason: 'redirected', mentions: ['to itself', '/around/rest/api/2/myself', 'cookie'] },
    ],
    [
      'answers as some firewalls do',
      { path: '/teapot' },
      { reason: 'unexpected-status', mentions: ['nginx', '“418 No tea”', 'firewall'] },
    ],
  ]
  it.concurrent.for(rows)('%s', async ([, at, expected], { expect, front }) => {
    expectVerdict(expect, await playAt(front, { port: 'http', ...at }), expected)
  })

  it.concurrent("gives one user's answer to the next", async ({ expect, front }) => {
    const at = { port: 'http', path: '/cached', inputs: { 'check-expiry': 'false' } } as const
    expectVerdict(expect, await playAt(front, at), { reason: 'authenticated', asks: ['identity'] })
    const second = await playAt(front, at)
    expectVerdict(expect, second, {
      reason: 'no-identity',
      mentions: ['nginx', /cache/, '/cached/rest/api/2/myself'],
      asks: ['identity'],
    })
  })
})
