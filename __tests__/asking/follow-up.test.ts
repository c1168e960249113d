import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/wire/answer.ts'
import {
  basicRejected,
  bearerRejected,
  identity,
  jiraUnavailable,
  loginPage,
  nginxBadGateway,
  nginxForbidden,
  nginxUnauthorized,
  serverError,
  serverInfo,
  status,
  welcomePage,
} from '../support/answers.ts'
import { goodToken } from '../support/healthy.ts'
import { answered } from '../verdict/answered.ts'
import { type Asking, createAsking, noAnswer, reasonOf } from './asking.ts'

/** The first answer is this one, to whoever asks with the token; the second look gets the other. */
const wire =
  (first: Outcome, look: Outcome) =>
  ({ authorization }: { authorization: string | undefined }): Outcome =>
    authorization === undefined ? look : first

const looksOf = ({ asked }: Asking): string[] =>
  asked.filter(({ authorization }) => authorization === undefined).map(({ path }) => path)

describe('after a 401, the version of Jira', () => {
  const versions: [version: string, reason: string][] = [
    ['7.13.18', 'pat-unsupported'],
    ['8.13.0', 'pat-unsupported'],
    ['8.13.27', 'pat-unsupported'],
    ['8.14.0', 'token-rejected'],
    ['8.20.30', 'token-rejected'],
    ['9.12.2', 'token-rejected'],
    ['10.3.6', 'token-rejected'],
    ['1001.0.0-SNAPSHOT', 'token-rejected'],
  ]
  it.each(versions)('decides: %s', async (version, reason) => {
    const asking = createAsking({ wire: wire(answered(bearerRejected), answered(serverInfo(version))) })
    expect(reasonOf(await asking.ask())).toBe(reason)
    expect(looksOf(asking)).toEqual(['/rest/api/2/serverInfo'])
  })

  const silences: [what: string, look: Outcome][] = [
    ['401, as from 10.3 on', answered(bearerRejected)],
    ['a login page', answered(loginPage)],
    ['nothing', answered()],
    ['an old version in an error', answered({ ...serverInfo('8.13.0'), status: 500 })],
    ['JSON of another shape', answered({ body: '["8.13.0"]' })],
    ['a version that is a number', answered({ body: { version: 8.13 } })],
    ['no answer', noAnswer('TIMEOUT')],
    ['a reset', noAnswer('ECONNRESET')],
    ['a proven identity, which proves nothing without the token', answered(identity())],
  ]
  it.each(silences)('stays unknown, and the reason stays what it was: %s', async (_what, look) => {
    const asking = createAsking({ wire: wire(answered(bearerRejected), look) })
    expect(await asking.ask()).toMatchObject({ reason: 'token-rejected', statusCode: 401 })
    expect(looksOf(asking)).toHaveLength(1)
  })

  it('is asked about where something in front of Jira answered, too', async () => {
    const asking = createAsking({ wire: wire(answered(nginxUnauthorized), answered(bearerRejected)) })
    expect(reasonOf(await asking.ask())).toBe('edge-unauthorized')
    expect(looksOf(asking)).toEqual(['/rest/api/2/serverInfo'])
  })

  const others: [what: string, options: Partial<Parameters<typeof createAsking>[0]>][] = [
    [
      'Basic, which every version knows',
      { inputs: { credentials: { scheme: 'Basic', username: 'svc-ci', token: goodToken } } },
    ],
    ['403', { wire: answered(nginxForbidden) }],
    ['404', { wire: answered({ status: 404 }) }],
    ['AUTHENTICATED_FAILED at another status', { wire: answered({ ...basicRejected, status: 200 }) }],
  ]
  it.each(others)('is not asked about after %s', async (_what, options) => {
    const asking = createAsking({ wire: answered(bearerRejected), ...options })
    await asking.ask()
    expect(looksOf(asking)).toEqual([])
  })

  it('is not asked about when the token has already been accepted', async () => {
    const asking = createAsking({ wire: answered(bearerRejected) })
    await asking.ask({ path: '/rest/api/2/mypermissions', stage: 'permissions' })
    expect(looksOf(asking)).toEqual([])
  })
})

describe('after a 5xx, the state of Jira', () => {
  const states: [state: Parameters<typeof status>[0], reason: string][] = [
    ['STARTING', 'starting'],
    ['STOPPING', 'starting'],
    ['FIRST_RUN', 'starting'],
    ['MAINTENANCE', 'maintenance'],
    ['RUNNING', 'server-error'],
    ['ERROR', 'server-error'],
  ]
  it.each(states)('decides: %s', async (state, reason) => {
    const asking = createAsking({ wire: wire(answered(serverError), answered(status(state))) })
    expect(await asking.ask()).toMatchObject({ reason, statusCode: 500 })
    expect(looksOf(asking)).toEqual(['/status'])
  })

  const first: [what: string, outcome: Outcome][] = [
    ['500', answered(serverError)],
    ['501', answered({ status: 501 })],
    ['502', answered(nginxBadGateway)],
    ['503', answered(jiraUnavailable)],
    ['504', answered({ status: 504 })],
  ]
  it.each(first)('is asked about once, after the last %s', async (_what, outcome) => {
    const asking = createAsking({ wire: wire(outcome, answered(status('STARTING'))) })
    expect(reasonOf(await asking.ask())).toBe('starting')
    expect(looksOf(asking)).toEqual(['/status'])
    expect(asking.asked.at(-1)?.path).toBe('/status')
  })

  const silences: [what: string, look: Outcome][] = [
    ['502 as well', answered(nginxBadGateway)],
    ['a page', answered(welcomePage)],
    ['nothing', answered()],
    ['another state', answered({ body: { state: 'ASLEEP' } })],
    ['no answer', noAnswer('TIMEOUT')],
    ['a reset', noAnswer('ECONNRESET')],
    ['a proven identity, which proves nothing without the token', answered(identity())],
  ]
  it.each(silences)('stays unknown, and the reason stays what it was: %s', async (_what, look) => {
    const asking = createAsking({ wire: wire(answered(serverError), look) })
    expect(await asking.ask()).toMatchObject({ reason: 'server-error', statusCode: 500 })
    expect(looksOf(asking)).toHaveLength(1)
  })

  it('is asked about at every stage that a fault ends', async () => {
    const asking = createAsking({ wire: wire(answered(serverError), answered(status('STOPPING'))) })
    const question = { path: '/rest/api/2/mypermissions', stage: 'permissions' } as const
    expect(reasonOf(await asking.ask(question))).toBe('starting')
  })

  it('is not asked about for the expiry, which fails nothing', async () => {
    const asking = createAsking({ wire: answered(serverError), inputs: { retries: 0 } })
    await asking.ask({ path: '/rest/pat/latest/tokens', stage: 'expiry' })
    expect(looksOf(asking)).toEqual([])
  })

  it('is not asked about when the last of several faults was another', async () => {
    const asking = createAsking({ wire: [answered(nginxBadGateway), answered(bearerRejected)], inputs: { retries: 1 } })
    expect(reasonOf(await asking.ask())).toBe('token-rejected')
    expect(looksOf(asking)).not.toContain('/status')
  })
})

describe('a second look', () => {
  const failures: [what: string, outcome: Outcome][] = [
    ['a 401', answered(bearerRejected)],
    ['a 500', answered(serverError)],
  ]
  it.each(failures)('after %s takes no more than three seconds', async (_what, outcome) => {
    const asking = createAsking({ wire: wire(outcome, noAnswer('TIMEOUT')) })
    await asking.ask()
    expect(asking.asked.at(-1)).toMatchObject({ authorization: undefined, timeoutMs: 3_000 })
    expect(asking.elapsedMs()).toBe(3_000)
  })

  it.each(failures)('after %s takes no more than there is left', async (_what, outcome) => {
    const asking = createAsking({
      wire: wire(outcome, noAnswer('TIMEOUT')),
      takesMs: 4_000,
      inputs: { timeoutMs: 5_000 },
    })
    await asking.ask()
    expect(asking.asked.at(-1)).toMatchObject({ authorization: undefined, timeoutMs: 1_000 })
    expect(asking.elapsedMs()).toBe(5_000)
  })

  it.each(failures)('after %s is not made when time is up', async (_what, outcome) => {
    const asking = createAsking({ wire: wire(outcome, answered()), takesMs: 5_000, inputs: { timeoutMs: 5_000 } })
    await asking.ask()
    expect(looksOf(asking)).toEqual([])
  })

  it('is made once, however many questions fail', async () => {
    const asking = createAsking({ wire: wire(answered(serverError), answered(status('RUNNING'))), takesMs: 50 })
    const question = (project: string) =>
      asking.start({ path: `/rest/api/2/mypermissions?projectKey=${project}`, stage: 'permissions' })
    const replies = await asking.clock.runUntil(Promise.all(['OPS', 'WEB', 'APP'].map(question)))
    expect(replies.map(reasonOf)).toEqual(Array(3).fill('server-error'))
    expect(looksOf(asking)).toEqual(['/status'])
  })
})
