import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/wire/answer.ts'
import {
  bearerRejected,
  identity,
  jiraUnavailable,
  movedTo,
  nginxBadGateway,
  nginxForbidden,
  nginxGatewayTimeout,
  nginxNotFound,
  serverError,
  tomcatRateLimited,
  welcomePage,
} from '../support/answers.ts'
import { goodToken } from '../support/healthy.ts'
import { proxyAnswer } from '../support/proxy-answer.ts'
import { answered } from '../verdict/answered.ts'
import { createAsking, noAnswer, reasonOf } from './asking.ts'

const proxyAnswered = (statusCode: number): Outcome =>
  noAnswer('', { phase: 'proxy', proxyAnswer: proxyAnswer(statusCode) })
const proxy = { variable: 'https_proxy', protocol: 'http:', hostname: 'proxy.example.com', port: 3128 } as const

const transient: [what: string, outcome: Outcome, reason: string][] = [
  ['429', answered(tomcatRateLimited(0)), 'rate-limited'],
  ['502', answered(nginxBadGateway), 'gateway-error'],
  ['503', answered({ status: 503 }), 'gateway-error'],
  ['503 from Jira', answered(jiraUnavailable), 'server-error'],
  ['504', answered(nginxGatewayTimeout), 'gateway-error'],
  ['a refused connection', noAnswer('ECONNREFUSED'), 'connection-refused'],
  ['a reset', noAnswer('ECONNRESET', { phase: 'answer' }), 'connection-reset'],
  ['a cut answer', answered(identity(), { bodyState: 'cut' }), 'response-cut'],
  ['an attempt that took too long', noAnswer('TIMEOUT', { phase: 'answer' }), 'timeout'],
  ['an answer that was not complete in time', answered(identity(), { bodyState: 'late' }), 'timeout'],
  ['a name server that is disturbed', noAnswer('EAI_AGAIN', { phase: 'lookup' }), 'dns-unavailable'],
  ['a proxy that is down', noAnswer('ECONNREFUSED', { phase: 'proxy' }), 'proxy-unreachable'],
  ['a proxy that answers 500', proxyAnswered(500), 'proxy-refused'],
  ['a proxy that answers 502', proxyAnswered(502), 'proxy-refused'],
  ['a proxy that answers 503', proxyAnswered(503), 'proxy-refused'],
  ['a proxy that answers 504', proxyAnswered(504), 'proxy-refused'],
]

const lasting: [what: string, outcome: Outcome, reason: string][] = [
  ['401', answered(bearerRejected), 'token-rejected'],
  ['401 with a cut body', answered(bearerRejected, { bodyState: 'cut' }), 'token-rejected'],
  ['401 with a late body', answered(bearerRejected, { bodyState: 'late' }), 'token-rejected'],
  ['403', answered(nginxForbidden), 'edge-forbidden'],
  ['404', answered(nginxNotFound), 'not-found'],
  ['404 with a cut body', answered(nginxNotFound, { bodyState: 'cut' }), 'not-found'],
  ['a redirect', answered(movedTo('/jira/')), 'redirected'],
  ['500', answered(serverError), 'server-error'],
  ['501', answered({ status: 501 }), 'server-error'],
  ['a page', answered(welcomePage), 'html-page'],
  ['an answer that is too large', answered(identity(), { bodyState: 'too-large' }), 'response-too-large'],
  ['an unknown host', noAnswer('ENOTFOUND', { phase: 'lookup' }), 'dns-not-found'],
  ['an untrusted certificate', noAnswer('SELF_SIGNED_CERT_IN_CHAIN', { phase: 'tls' }), 'tls-untrusted'],
  ['an expired certificate', noAnswer('CERT_HAS_EXPIRED', { phase: 'tls' }), 'tls-expired'],
  [
    'a certificate for another host',
    noAnswer('ERR_TLS_CERT_ALTNAME_INVALID', { phase: 'tls' }),
    'tls-hostname-mismatch',
  ],
  ['a failed handshake', noAnswer('EPROTO', { phase: 'tls' }), 'tls-protocol'],
  ['another protocol', noAnswer('HPE_INVALID_CONSTANT', { phase: 'answer' }), 'not-http'],
  ['a proxy that answers 407', proxyAnswered(407), 'proxy-unauthorized'],
  ['a proxy that answers 403', proxyAnswered(403), 'proxy-refused'],
]

describe('a transient fault', () => {
  it.each(transient)('is tried again until it heals: %s', async (_what, outcome) => {
    const { ask, asked } = createAsking({ wire: [outcome, outcome, answered(identity())], inputs: { proxy } })
    expect(await ask()).toMatchObject({ kind: 'json' })
    expect(asked).toHaveLength(3)
  })

  it.each(transient)('is tried `retries` times again and no more: %s', async (_what, outcome, reason) => {
    const { ask, asked } = createAsking({ wire: outcome, inputs: { proxy, retries: 1 } })
    expect(reasonOf(await ask())).toBe(reason)
    expect(asked.filter(({ path }) => path !== '/status')).toHaveLength(2)
  })

  it.each(transient)('is not tried again with `retries: 0`: %s', async (_what, outcome, reason) => {
    const { ask, asked } = createAsking({ wire: outcome, inputs: { proxy, retries: 0 } })
    expect(reasonOf(await ask())).toBe(reason)
    expect(asked.filter(({ path }) => path !== '/status')).toHaveLength(1)
  })

  it('gives way to the fault that comes after it', async () => {
    const { ask } = createAsking({ wire: [answered(nginxBadGateway), answered(bearerRejected)] })
    expect(reasonOf(await ask())).toBe('token-rejected')
  })

  it('says how often it was tried', async () => {
    const { ask } = createAsking({ wire: noAnswer('ECONNREFUSED') })
    expect(await ask()).toMatchObject({ common: { attempts: '3' } })
  })
})

describe('a verdict', () => {
  it.each(lasting)('is never tried again: %s', async (_what, outcome, reason) => {
    const { ask, asked, log, elapsedMs } = createAsking({ wire: outcome, inputs: { proxy, retries: 10 } })
    expect(reasonOf(await ask())).toBe(reason)
    expect(asked.filter(({ authorization }) => authorization !== undefined)).toHaveLength(1)
    expect(log).toEqual([])
    expect(elapsedMs()).toBe(0)
  })
})

describe('an attempt', () => {
  const bounds: [timeoutSeconds: number, retries: number, attemptMs: number][] = [
    [30, 2, 10_000],
    [60, 1, 30_000],
    [60, 2, 20_000],
    [600, 0, 600_000],
    [5, 2, 5_000],
    [1, 10, 1_000],
  ]
  it.each(bounds)('may take, of %i s with %i retries, %i ms', async (timeoutSeconds, retries, attemptMs) => {
    const { ask, asked } = createAsking({
      wire: answered(identity()),
      inputs: { timeoutMs: timeoutSeconds * 1000, retries },
    })
    await ask()
    expect(asked).toMatchObject([{ timeoutMs: attemptMs }])
  })

  it('carries the token, and so does every other', async () => {
    const { ask, asked } = createAsking({ wire: noAnswer('ECONNREFUSED') })
    await ask()
    expect(asked.map(({ authorization }) => authorization)).toEqual(Array(3).fill(`Bearer ${goodToken}`))
  })

  it('carries user name and token as Basic where there is a user name', async () => {
    const credentials = { scheme: 'Basic', username: 'jürgen', token: 'pässword' } as const
    const { ask, asked } = createAsking({ wire: answered(identity()), inputs: { credentials } })
    await ask()
    expect(asked[0]?.authorization).toBe(`Basic ${Buffer.from('jürgen:pässword').toString('base64')}`)
  })
})

it('logs each failed attempt, and when it is tried again', async () => {
  const { ask, log } = createAsking({
    wire: [answered(tomcatRateLimited(3)), answered(nginxBadGateway), noAnswer('ECONNRESET')],
  })
  await ask()
  expect(log).toEqual([
    { reason: 'rate-limited', attempt: '1 of 3', waitMs: 3_000 },
    { reason: 'gateway-error', attempt: '2 of 3', waitMs: 500 },
    { reason: 'connection-reset', attempt: '3 of 3', waitMs: undefined },
  ])
})
