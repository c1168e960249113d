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
import { createFastClock, createHandMovedClock } from '../support/clock.ts'
import { goodToken } from '../support/healthy.ts'
import { playInProcess, runActionInProcess } from '../support/in-process.ts'
import { startProxy } from '../support/proxy.ts'
import { questionsOf } from '../support/questions.ts'
import type { Reply } from '../support/reply.ts'
import { routes } from '../support/routes.ts'

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
    const { setting, result } = await playInProcess({ respond: routes({ myself: [reply, identity()] }) })
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
    expect(result.exitCode).toBe(0)
    expect(questionsOf(setting.jira?.requests ?? [])).toEqual(['identity', 'identity', 'tokens'])
    expect(result.annotations).toEqual([])
  })

  it.concurrent.for(transient)('are tried `retries` times again, and no more: %s', async ([, reply, reason]) => {
    const { setting, result } = await playInProcess({ respond: routes({ myself: reply }) }, { retries: '1' })
    expect(result.outputs).toMatchObject({ reason })
    expect(questionsOf(setting.jira?.requests ?? [])).toEqual(['identity', 'identity'])
    expect(result.annotations).toHaveLength(1)
  })

  it.concurrent('are not tried again with `retries: 0`', async () => {
    const { setting } = await playInProcess({ respond: routes({ myself: nginxBadGateway }) }, { retries: '0' })
    expect(questionsOf(setting.jira?.requests ?? [])).toEqual(['identity'])
  })

  it.concurrent('of the proxy are tried again too', async () => {
    const proxy = await startProxy({ refuseWith: 503 })
    const inputs = { 'jira-url': 'https://jira.example.com', token: goodToken, retries: '1' }
    const result = await runActionInProcess({ inputs, env: { https_proxy: proxy.url } })
    await proxy.close()
    expect(result.outputs).toMatchObject({ reason: 'proxy-refused' })
    expect(proxy.requests).toHaveLength(2)
  })

  it.concurrent('in the middle of the gates are tried again too', async () => {
    const { setting, result } = await playInProcess(
      { respond: routes({ permissions: [tomcatRateLimited(0), permissions()] }) },
      { projects: 'OPS' },
    )
    expect(result.outputs).toMatchObject({ reason: 'authenticated' })
    expect(questionsOf(setting.jira?.requests ?? []).filter((question) => question === 'permissions OPS')).toHaveLength(
      2,
    )
  })

  it.concurrent('of the expiry are not: it is not worth the wait', async () => {
    const { setting, result } = await playInProcess({ respond: routes({ tokens: nginxBadGateway }) })
    expect(result.outputs).toMatchObject({ reason: 'authenticated', 'expiry-status': 'unknown' })
    expect(questionsOf(setting.jira?.requests ?? [])).toEqual(['identity', 'tokens'])
  })
})

describe('verdicts', () => {
  it.concurrent.for(lasting)('are never tried again: %s', async ([, reply, reason]) => {
    const { setting, result } = await playInProcess({ respond: routes({ myself: reply }) }, { retries: '5' })
    expect(result.outputs).toMatchObject({ reason })
    expect(questionsOf(setting.jira?.requests ?? [])).toEqual(['identity'])
  })

  it.concurrent('of TLS are never tried again', async () => {
    const { expired, root } = await certificates()
    const inputs = { retries: '5', 'ca-certificate': root.cert }
    const { setting, result } = await playInProcess({ tls: expired }, inputs)
    expect(result.outputs).toMatchObject({ reason: 'tls-expired' })
    expect(setting.jira?.connections).toBe(1)
  })

  it.concurrent("of TLS are never tried again, but for one handshake with the operating system's CAs", async () => {
    const { selfSigned } = await certificates()
    const { setting, result } = await playInProcess({ tls: selfSigned }, { retries: '5' })
    expect(result.outputs).toMatchObject({ reason: 'tls-untrusted' })
    expect(setting.jira?.connections).toBe(2)
    expect(setting.jira?.requests).toEqual([])
  })

  it.concurrent('of a proxy are never tried again', async () => {
    const proxy = await startProxy({ credentials: 'svc-ci:another' })
    const inputs = { 'jira-url': 'https://jira.example.com', token: goodToken, retries: '5' }
    const result = await runActionInProcess({ inputs, env: { https_proxy: proxy.url } })
    await proxy.close()
    expect(result.outputs).toMatchObject({ reason: 'proxy-unauthorized' })
    expect(proxy.requests).toHaveLength(1)
  })
})

describe('Retry-After', () => {
  it.concurrent('is waited for where there is time', async () => {
    const jira = { respond: routes({ myself: [tomcatRateLimited(2), identity()] }) }
    const { setting, result } = await playInProcess(jira, {}, { clock: createFastClock() })
    expect(result.exitCode).toBe(0)
    expect(result.report?.durationMs).toBeGreaterThan(2000)
    expect(questionsOf(setting.jira?.requests ?? [])).toEqual(['identity', 'identity', 'tokens'])
  })

  // By a clock that stands still, whoever waits does so for ever.
  const clock = createHandMovedClock()

  it.concurrent.for([
    ['in seconds', '120'],
    ['as a date', new Date(clock.now() + 120_000).toUTCString()],
  ] as const)('is said at once where it lies beyond the deadline: %s', { timeout: 10_000 }, async ([, retryAfter]) => {
    const limited = { ...tomcatRateLimited(0), headers: { 'X-AREQUESTID': '1x2x3', 'Retry-After': retryAfter } }
    const jira = { respond: routes({ myself: limited }) }
    const { setting, result } = await playInProcess(jira, { 'timeout-seconds': '20' }, { clock })
    expect(result.outputs).toMatchObject({ reason: 'rate-limited' })
    expect(questionsOf(setting.jira?.requests ?? [])).toEqual(['identity'])
  })
})
