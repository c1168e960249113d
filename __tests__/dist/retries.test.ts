import { describe, expect, it } from 'vitest'
import {
  bearerRejected,
  identity,
  jiraUnavailable,
  movedTo,
  nginxBadGateway,
  nginxForbidden,
  nginxGatewayTimeout,
  nginxNotFound,
  permissions,
  serverError,
  tomcatRateLimited,
} from '../support/answers.ts'
import { certificates } from '../support/certificates.ts'
import { goodToken } from '../support/healthy.ts'
import { play, playAgainst } from '../support/play.ts'
import { startProxy } from '../support/proxy.ts'
import { questionsOf } from '../support/questions.ts'
import { never, type Reply } from '../support/reply.ts'
import { resolving } from '../support/resolver.ts'
import { routes } from '../support/routes.ts'
import type { ActionResult } from '../support/runner.ts'
import { withInputs } from '../support/scenarios/scenario.ts'

/** By its own clock the check keeps the limit within a second; Node may take longer to start and end on a busy machine. */
function expectToEndWithin(limitMs: number, { report, durationMs }: ActionResult): void {
  expect(report?.durationMs).toBeLessThan(limitMs + 1000)
  expect(durationMs).toBeLessThan(limitMs + 3000)
}

const transient: [what: string, reply: Reply, reason: string][] = [
  ['429', tomcatRateLimited(0), 'rate-limited'],
  ['502', nginxBadGateway, 'gateway-error'],
  ['503', jiraUnavailable, 'server-error'],
  ['504', nginxGatewayTimeout, 'gateway-error'],
  ['a reset', { reset: true }, 'connection-reset'],
  ['an answer cut short', { ...identity(), cutAfterBytes: 60 }, 'response-cut'],
]

const lasting: [what: string, reply: Reply, reason: string][] = [
  ['401', bearerRejected, 'token-rejected'],
  ['401 with a cut body', { ...bearerRejected, cutAfterBytes: 10 }, 'token-rejected'],
  ['403', nginxForbidden, 'edge-forbidden'],
  ['404', nginxNotFound, 'not-found'],
  ['a redirect', movedTo('/jira/'), 'redirected'],
  ['500', serverError, 'server-error'],
  ['an answer that is too large', { body: ' '.repeat(2 ** 21) }, 'response-too-large'],
  ['another protocol', { raw: 'SSH-2.0-OpenSSH_9.6\r\n' }, 'not-http'],
]

describe('transient faults', () => {
  it.concurrent.for(transient)('are tried again, and all is well when they heal: %s', async ([, reply]) => {
    const { setting, result } = await playAgainst({ respond: routes({ myself: [reply, identity()] }) })
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
    expect(result.exitCode).toBe(0)
    expect(questionsOf(setting.jira?.requests ?? [])).toEqual(['identity', 'identity', 'tokens'])
    expect(result.annotations).toEqual([])
  })

  it.concurrent.for(transient)('are tried `retries` times again, and no more: %s', async ([, reply, reason]) => {
    const { setting, result } = await playAgainst({ respond: routes({ myself: reply }) }, { retries: '1' })
    expect(result.outputs).toMatchObject({ reason })
    expect(questionsOf(setting.jira?.requests ?? [])).toEqual(['identity', 'identity'])
    expect(result.annotations).toHaveLength(1)
  })

  it.concurrent('are not tried again with `retries: 0`', async () => {
    const { setting } = await playAgainst({ respond: routes({ myself: nginxBadGateway }) }, { retries: '0' })
    expect(questionsOf(setting.jira?.requests ?? [])).toEqual(['identity'])
  })

  it.concurrent('of name resolution are tried again too', async () => {
    const inputs = { 'jira-url': 'https://jira.example.com', token: goodToken, retries: '1' }
    const { result } = await play({
      setUp: withInputs(inputs, { nodeArgs: resolving({ 'jira.example.com': 'EAI_AGAIN' }) }),
    })
    expect(result.outputs).toMatchObject({ reason: 'dns-unavailable' })
    expect(result.durationMs).toBeGreaterThan(250)
  })

  it.concurrent('of the proxy are tried again too', async () => {
    const proxy = await startProxy({ refuseWith: 503 })
    const inputs = { 'jira-url': 'https://jira.example.com', token: goodToken, retries: '1' }
    const { result } = await play({ setUp: withInputs(inputs, { env: { https_proxy: proxy.url } }) })
    await proxy.close()
    expect(result.outputs).toMatchObject({ reason: 'proxy-refused' })
    expect(proxy.requests).toHaveLength(2)
  })

  it.concurrent('in the middle of the gates are tried again too', async () => {
    const { setting, result } = await playAgainst(
      { respond: routes({ permissions: [tomcatRateLimited(0), permissions()] }) },
      { projects: 'OPS' },
    )
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
    expect(questionsOf(setting.jira?.requests ?? []).filter((question) => question === 'permissions OPS')).toHaveLength(
      2,
    )
  })

  it.concurrent('of the expiry are not: it is not worth the wait', async () => {
    const { setting, result } = await playAgainst({ respond: routes({ tokens: nginxBadGateway }) })
    expect(result.outputs).toMatchObject({ reason: 'authenticated', 'expiry-status': 'unknown' })
    expect(questionsOf(setting.jira?.requests ?? [])).toEqual(['identity', 'tokens'])
  })
})

describe('verdicts', () => {
  it.concurrent.for(lasting)('are never tried again: %s', async ([, reply, reason]) => {
    const { setting, result } = await playAgainst({ respond: routes({ myself: reply }) }, { retries: '5' })
    expect(result.outputs).toMatchObject({ reason })
    expect(questionsOf(setting.jira?.requests ?? [])).toEqual(['identity'])
  })

  it.concurrent('of TLS are never tried again', async () => {
    const { selfSigned } = await certificates()
    const { setting, result } = await playAgainst({ tls: selfSigned }, { retries: '5' })
    expect(result.outputs).toMatchObject({ reason: 'tls-untrusted' })
    expect(setting.jira?.connections).toBe(1)
  })

  it.concurrent('of a proxy are never tried again', async () => {
    const proxy = await startProxy({ credentials: 'svc-ci:another' })
    const inputs = { 'jira-url': 'https://jira.example.com', token: goodToken, retries: '5' }
    const { result } = await play({ setUp: withInputs(inputs, { env: { https_proxy: proxy.url } }) })
    await proxy.close()
    expect(result.outputs).toMatchObject({ reason: 'proxy-unauthorized' })
    expect(proxy.requests).toHaveLength(1)
  })
})

describe('Retry-After', () => {
  it.concurrent('is waited for where there is time', async () => {
    const { setting, result } = await playAgainst({ respond: routes({ myself: [tomcatRateLimited(2), identity()] }) })
    expect(result.exitCode).toBe(0)
    expect(result.durationMs).toBeGreaterThan(2000)
    expect(questionsOf(setting.jira?.requests ?? [])).toEqual(['identity', 'identity', 'tokens'])
  })

  it.concurrent.for([
    ['in seconds', '120'],
    ['as a date', new Date(Date.now() + 120_000).toUTCString()],
  ] as const)('is said at once where it lies beyond the deadline: %s', async ([, retryAfter]) => {
    const limited = { ...tomcatRateLimited(0), headers: { 'X-AREQUESTID': '1x2x3', 'Retry-After': retryAfter } }
    const { setting, result } = await playAgainst({ respond: routes({ myself: limited }) }, { 'timeout-seconds': '20' })
    expect(result.outputs).toMatchObject({ reason: 'rate-limited' })
    expectToEndWithin(0, result)
    expect(questionsOf(setting.jira?.requests ?? [])).toEqual(['identity'])
  })
})

describe('the deadline', () => {
  const oneSecond = { 'timeout-seconds': '1' }
  const silences: [what: string, reply: Reply][] = [
    ['no answer', { after: never }],
    ['headers that drip', { raw: `HTTP/1.1 200 OK\r\nX-Padding: ${' '.repeat(9000)}\r\n\r\n`, dripEveryMs: 20 }],
    ['a body that drips', { body: ' '.repeat(9000), dripEveryMs: 20 }],
    ['a body without an end', { ...identity(), unfinished: true }],
  ]

  it.concurrent.for(silences)('holds for %s', async ([, reply]) => {
    const { result } = await playAgainst({ respond: routes({ myself: reply }) }, oneSecond)
    expect(result.outputs).toMatchObject({ reason: 'timeout' })
    expect(result.exitCode).toBe(1)
    expectToEndWithin(1000, result)
  })

  it.concurrent('holds for an answer that changes the protocol', async () => {
    const switching = { raw: 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n' }
    const { result } = await playAgainst({ respond: routes({ myself: switching }) }, oneSecond)
    expect(result.outputs).toMatchObject({ result: 'unknown' })
    expectToEndWithin(1000, result)
  })

  it.concurrent('holds for a proxy that never answers', async () => {
    const proxy = await startProxy({ silent: true })
    const inputs = { 'jira-url': 'https://jira.example.com', token: goodToken, ...oneSecond }
    const { result } = await play({ setUp: withInputs(inputs, { env: { https_proxy: proxy.url } }) })
    await proxy.close()
    expect(result.outputs).toMatchObject({ result: 'unknown', category: 'connection' })
    expectToEndWithin(1000, result)
  })

  it.concurrent('holds between attempts, where the last fault is the reason', async () => {
    const { result } = await playAgainst(
      { respond: routes({ myself: nginxBadGateway }) },
      { retries: '10', 'timeout-seconds': '2' },
    )
    expect(result.outputs).toMatchObject({ reason: 'gateway-error' })
    expectToEndWithin(2000, result)
  })

  it.concurrent('leaves room for a second look, and holds for it too', async () => {
    const { setting, result } = await playAgainst(
      { respond: routes({ myself: serverError, status: { after: never } }) },
      { 'timeout-seconds': '2' },
    )
    expect(result.outputs).toMatchObject({ reason: 'server-error' })
    expect(setting.jira?.requests).toHaveLength(2)
    expectToEndWithin(2000, result)
  })

  it.concurrent('holds for the expiry, which then is unknown', async () => {
    const { result } = await playAgainst({ respond: routes({ tokens: { after: never } }) }, oneSecond)
    expect(result.outputs).toMatchObject({ reason: 'authenticated', 'expiry-status': 'unknown' })
    expect(result.exitCode).toBe(0)
    expectToEndWithin(1000, result)
  })
})
