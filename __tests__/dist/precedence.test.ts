import { describe, expect, it } from 'vitest'
import { bearerRejected, captcha, identity, jiraHeaders, loginPage, serverError } from '../support/answers.ts'
import { playAgainst } from '../support/play.ts'
import type { Reply } from '../support/reply.ts'
import { routes } from '../support/routes.ts'

const failedLogin = { ...jiraHeaders, 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED' }
const { body: someIdentity } = identity()

const answers: [what: string, reply: Reply, reason: string][] = [
  ['a 403 for a CAPTCHA that says AUTHENTICATED_FAILED too', captcha, 'captcha-required'],
  ['a 403 that says AUTHENTICATED_FAILED', { status: 403, headers: failedLogin }, 'access-denied'],
  ['a 404 that says AUTHENTICATED_FAILED', { status: 404, headers: failedLogin }, 'token-rejected'],
  ['a 429 that says AUTHENTICATED_FAILED', { status: 429, headers: failedLogin }, 'token-rejected'],
  ['a 500 that says AUTHENTICATED_FAILED', { status: 500, headers: failedLogin }, 'token-rejected'],
  [
    'a 302 that says AUTHENTICATED_FAILED',
    { status: 302, headers: { ...failedLogin, Location: '/' } },
    'token-rejected',
  ],
  ['an identity that says AUTHENTICATED_FAILED', { ...identity(), headers: failedLogin }, 'token-rejected'],
  ['a 404 with a login page', { ...loginPage, status: 404 }, 'not-found'],
  ['a 500 with a Location', { ...serverError, headers: { ...jiraHeaders, Location: '/login.jsp' } }, 'server-error'],
  ['a 302 with an identity', { ...identity(), status: 302, headers: { Location: '/elsewhere' } }, 'redirected'],
  ['a 302 without a Location', { status: 302, headers: jiraHeaders }, 'redirected'],
  ['a 407 without any proxy', { status: 407, headers: { 'Proxy-Authenticate': 'Basic' } }, 'proxy-unauthorized'],
  [
    'an identity called text/html',
    { headers: { 'Content-Type': 'text/html' }, body: JSON.stringify(someIdentity) },
    'authenticated',
  ],
  ['HTML called JSON', { ...loginPage, headers: { ...jiraHeaders, 'Content-Type': 'application/json' } }, 'sso-login'],
  ['a 401 whose body does not end', { ...bearerRejected, unfinished: true }, 'token-rejected'],
  ['a 401 whose body is too large', { ...bearerRejected, body: ' '.repeat(2 ** 21) }, 'token-rejected'],
  [
    'a login reason of several words',
    { ...identity(), headers: { 'X-Seraph-LoginReason': 'OUT, OK' } },
    'authenticated',
  ],
]

const headerCases: [spelling: string, respell: (name: string) => string][] = [
  ['in lower case', (name) => name.toLowerCase()],
  ['in upper case', (name) => name.toUpperCase()],
]

describe('of answers', () => {
  it.concurrent.for(answers)('%s', async ([, reply, reason]) => {
    const inputs = { retries: '0', 'timeout-seconds': '3' }
    const { result } = await playAgainst({ respond: routes({ myself: reply }) }, inputs)
    expect(result.outputs).toMatchObject({ reason })
    expect(result.exitCode).toBe(reason === 'authenticated' ? 0 : 1)
  })

  it.concurrent.for(headerCases)('headers count %s', async ([, respell]) => {
    const headers = Object.fromEntries(
      Object.entries(captcha.headers ?? {}).map(([name, value]) => [respell(name), value]),
    )
    const { result } = await playAgainst({ respond: routes({ myself: { ...captcha, headers } }) })
    expect(result.outputs).toMatchObject({ reason: 'captcha-required' })
  })
})
