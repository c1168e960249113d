import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nock from 'nock'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Clock } from '../../src/base/clock.ts'
import { VERSION } from '../../src/base/version.ts'
import { FAIL_ON_ALL } from '../../src/inputs/fail-on.ts'
import { authenticated, bearerRejected, identity, nginxBadGateway, nginxForbidden } from '../support/answers.ts'
import { certificates } from '../support/certificates.ts'
import { goodToken } from '../support/healthy.ts'
import type { SeenRequest } from '../support/jira.ts'
import { startProxy } from '../support/proxy.ts'
import { questionsOf } from '../support/questions.ts'
import { routes } from '../support/routes.ts'
import { createRunning, EXIT_CODE, logOf, reportOf } from './running.ts'

/** What the log begins with where URL and token are inputs. */
const firstLine = (url: string, route = ''): string =>
  `jira-pat-check ${VERSION} asks ${url} (from the input jira-url) whose token this is (from the input token)${route}.`

beforeAll(() => nock.restore())

describe('a run', () => {
  it.each([
    [{ token: 'two words' }, 'has the URL from the input jira-url and the token from the input token'],
    [{ 'jira-url': 'jira', token: '' }, 'has the URL from the input jira-url'],
    [{ 'jira-url': '', token: '' }, 'was given no URL and no token'],
  ])('that cannot begin names first where URL and token came from: %j', async (inputs, places) => {
    const running = await createRunning({}, inputs)
    await running.run.start()
    expect(logOf(running)).toEqual([`jira-pat-check ${VERSION} ${places}.`])
  })

  it('reads, asks, judges and tells', async () => {
    const running = await createRunning({}, { projects: 'OPS' })
    expect(await running.run.start()).toBe(EXIT_CODE)
    expect(running.told).toHaveLength(1)
    expect(running.told[0]?.presentation.report).toMatchObject({
      result: 'usable',
      reason: 'authenticated',
      baseUrl: running.jira.url,
      identity: { name: 'svc-ci' },
      expiry: { status: 'ok', tokenName: 'ci' },
      requests: 3,
      durationMs: expect.toSatisfy((durationMs: number) => durationMs > 0 && durationMs < 10_000),
    })
    expect(questionsOf(running.jira.requests)).toEqual(['identity', 'permissions OPS', 'tokens'])
    expect(running.jira.requests[0]?.headers['user-agent']).toBe(`jira-pat-check/${VERSION}`)
    expect(logOf(running)).toEqual([firstLine(running.jira.url)])
  })

  it('masks every spelling of the secret before it logs anything', async () => {
    const running = await createRunning({}, { username: ' svc-ci\n' })
    await running.run.start()
    const logged = running.lines.findIndex((line) => line.startsWith('log '))
    const basic = Buffer.from(`svc-ci:${goodToken}`).toString('base64')
    const masks = running.lines.slice(0, logged)
    expect(masks).toEqual(expect.arrayContaining([`mask ${goodToken}`, `mask ${basic}`]))
  })

  it('takes the token from the environment where no input has it', async () => {
    const running = await createRunning({}, { token: '' }, { JIRA_PAT: goodToken })
    expect(await reportOf(running)).toMatchObject({ result: 'usable' })
    expect(running.lines).toContain(`mask ${goodToken}`)
  })

  it('reads the files that the inputs name', async () => {
    const { root, server } = await certificates()
    const directory = await mkdtemp(join(tmpdir(), 'jira-pat-check-'))
    onTestFinished(() => rm(directory, { recursive: true }))
    const path = join(directory, 'ca.pem')
    await writeFile(path, root.cert)
    const running = await createRunning({ tls: server }, { 'ca-certificate': path })
    expect(await reportOf(running)).toMatchObject({ result: 'usable' })
  })

  it('trusts the CA that SSL_CERT_FILE names, as curl does', async () => {
    const { root, server } = await certificates()
    const directory = await mkdtemp(join(tmpdir(), 'jira-pat-check-'))
    onTestFinished(() => rm(directory, { recursive: true }))
    const path = join(directory, 'ca.pem')
    await writeFile(path, root.cert)
    expect(await reportOf(await createRunning({ tls: server }))).toMatchObject({ reason: 'tls-untrusted' })
    expect(await reportOf(await createRunning({ tls: server }, {}, { SSL_CERT_FILE: path }))).toMatchObject({
      result: 'usable',
    })
  })

  it('waits for the inputs that are not there at once, as long as for the whole', async () => {
    const waits: number[] = []
    const ready = async (_clock: Clock, timeoutMs: number): Promise<void> => void waits.push(timeoutMs)
    const running = await createRunning({}, { 'timeout-seconds': '20' }, {}, { ready })
    expect(await reportOf(running)).toMatchObject({ result: 'usable' })
    expect(waits).toEqual([20_000])
  })

  it('on a Node that is too old waits and asks for nothing, and says so by the settings', async () => {
    const ready = (): Promise<void> => Promise.reject(new Error('Nobody waits for this.'))
    const inputs = { 'confluence-url': 'https://wiki.example.com', 'jira-url': '', 'job-summary': 'false' }
    const running = await createRunning({}, inputs, {}, { nodeVersion: '18.12.0', ready })
    expect(await reportOf(running)).toMatchObject({
      product: 'jira',
      reason: 'node-unsupported',
      stage: 'inputs',
      baseUrl: null,
      requests: 0,
    })
    expect(running.told[0]?.settings.jobSummary).toBe(false)
  })

  it('asks nothing where the inputs are not sound', async () => {
    const running = await createRunning({}, { retries: 'many', 'fail-on': 'refused', 'job-summary': 'false' })
    expect(await reportOf(running)).toMatchObject({
      reason: 'input-invalid',
      stage: 'inputs',
      baseUrl: running.jira.url,
      requests: 0,
    })
    const { failOn, jobSummary } = { ...running.told[0]?.settings }
    expect([failOn?.fails('token-rejected'), failOn?.fails('timeout'), jobSummary]).toEqual([true, false, false])
    expect(logOf(running)).toEqual([
      `jira-pat-check ${VERSION} has the URL from the input jira-url and the token from the input token.`,
    ])
    expect(running.jira.connections).toBe(0)
  })

  it('asks for nothing more after a refusal', async () => {
    const running = await createRunning({ respond: () => bearerRejected }, { projects: 'OPS' })
    expect(await reportOf(running)).toMatchObject({ reason: 'token-rejected', stage: 'authentication', expiry: {} })
    expect(questionsOf(running.jira.requests)).toEqual(['identity'])
  })

  it('asks for no expiry where none is wanted', async () => {
    const running = await createRunning({}, { 'check-expiry': 'false' })
    expect(await reportOf(running)).toMatchObject({ result: 'usable', expiry: { status: 'not-checked' } })
    expect(questionsOf(running.jira.requests)).toEqual(['identity'])
  })

  it('takes a list of tokens that cannot be read for no failure, and says why', async () => {
    const running = await createRunning({ respond: routes({ tokens: nginxForbidden }) })
    expect(await reportOf(running)).toMatchObject({ result: 'usable', expiry: { status: 'unknown' } })
    const [line = ''] = running.told[0]?.presentation.lines ?? []
    expect(line).toContain('the list of tokens at /rest/pat/latest/tokens cannot be read')
  })

  it('tells what is known where the permissions fail, and keeps what was answered beside it', async () => {
    const running = await createRunning(
      { respond: (request) => (request.path.includes('WEB') ? nginxForbidden : undefined) },
      { projects: 'OPS, WEB' },
    )
    expect(await reportOf(running)).toMatchObject({
      reason: 'edge-forbidden',
      stage: 'permissions',
      identity: { name: 'svc-ci' },
    })
    expect(questionsOf(running.jira.requests)).not.toContain('tokens')
    const { permissions } = { ...running.told[0]?.presentation }
    expect(permissions).toEqual([{ place: 'OPS', permission: 'BROWSE_PROJECTS', holding: 'held' }])
  })

  /** A Jira that speaks of no global permission where it is asked about a project. */
  const ofProjectsAlone = (request: SeenRequest) =>
    request.path.includes('projectKey=')
      ? authenticated({ permissions: { BROWSE_PROJECTS: { key: 'BROWSE_PROJECTS', havePermission: true } } })
      : undefined

  it('asks for a global permission once the projects have not told of it', async () => {
    const running = await createRunning(
      { respond: ofProjectsAlone },
      { projects: 'OPS', permissions: 'BROWSE_PROJECTS, ADMINISTER' },
    )
    await running.run.start()
    expect(questionsOf(running.jira.requests)).toEqual(['identity', 'permissions OPS', 'permissions', 'tokens'])
  })

  it('asks for no global permission where a project has failed', async () => {
    const running = await createRunning(
      { respond: (request) => (request.path.includes('WEB') ? nginxForbidden : ofProjectsAlone(request)) },
      { projects: 'OPS, WEB', permissions: 'BROWSE_PROJECTS, ADMINISTER' },
    )
    expect(await reportOf(running)).toMatchObject({ reason: 'edge-forbidden', stage: 'permissions' })
    expect(questionsOf(running.jira.requests).toSorted()).toEqual(['identity', 'permissions OPS', 'permissions WEB'])
  })

  it('asks the product whose URL is given', async () => {
    const { jira } = await createRunning()
    const inputs = { 'confluence-url': jira.url, 'jira-url': '' }
    expect(await reportOf(await createRunning({}, inputs))).toMatchObject({ product: 'confluence' })
  })
})

describe('the first line of the log', () => {
  it('tells where URL and token came from', async () => {
    const running = await createRunning({}, { token: '' }, { JIRA_PAT: goodToken })
    await running.run.start()
    expect(logOf(running)).toEqual([
      `jira-pat-check ${VERSION} asks ${running.jira.url} (from the input jira-url) whose token this is (from JIRA_PAT).`,
    ])
  })

  it('has no secret in it that stands in the URL', async () => {
    const { jira, ...running } = await createRunning({ contextPath: `/${goodToken}` })
    await running.run.start()
    expect(logOf(running)).toEqual([firstLine(`http://127.0.0.1:${jira.port}/***`)])
  })

  it('names the proxy, and has no secret in it that stands there', async () => {
    const proxy = await startProxy({ hosts: { 'jira.example.com': 1 } })
    onTestFinished(() => proxy.close())
    const inputs = { 'jira-url': 'http://jira.example.com', 'allow-http': 'true' }
    const direct = await createRunning({}, inputs, { http_proxy: proxy.url })
    await direct.run.start()
    expect(logOf(direct)[0]).toBe(
      firstLine('http://jira.example.com', `, through the proxy 127.0.0.1:${proxy.port} from http_proxy`),
    )
    const secret = 'abcdefghijklmnopqrstuvwxyz'
    const environment = { http_proxy: `http://${secret}:1` }
    const hidden = await createRunning({}, { ...inputs, token: secret, 'timeout-seconds': '1' }, environment)
    await hidden.run.start()
    expect(logOf(hidden)[0]).toMatch(/through the proxy \*\*\*:1 from http_proxy\.$/)
  })
})

describe('a failed attempt', () => {
  it('is a line of the log, with what comes next', async () => {
    const running = await createRunning({ respond: routes({ myself: nginxBadGateway }) }, { retries: '1' })
    expect(await reportOf(running)).toMatchObject({ reason: 'gateway-error', requests: 3 })
    expect(logOf(running).slice(1)).toEqual([
      'Asking for the identity, attempt 1 of 2: The gateway in front of Jira gets no answer from it (502). Next attempt in 0.3 s.',
      'Asking for the identity, attempt 2 of 2: The gateway in front of Jira gets no answer from it (502). No further attempt.',
    ])
  })

  it('is told without a secret that stands in what was asked', async () => {
    const token = 'abcdefghijklmnopqrstuvwxyz'
    const respond = routes({ myself: identity(), permissions: nginxBadGateway, tokens: authenticated([]) })
    const running = await createRunning({ respond }, { token, projects: token })
    await running.run.start()
    expect(logOf(running)[1]).toMatch(/^Asking for the permissions in \*\*\*, attempt 1 of 1: /)
  })
})

describe('a crash', () => {
  const told = ({ told: [first] }: Awaited<ReturnType<typeof createRunning>>) => {
    if (first === undefined) throw new Error('Nothing was told.')
    return { ...first, ...first.presentation.report }
  }

  it('before anything is told as one, and always fails', async () => {
    const running = await createRunning()
    expect(running.run.tellCrash(new TypeError('boom'))).toBe(EXIT_CODE)
    expect(told(running)).toMatchObject({
      reason: 'internal-error',
      stage: 'inputs',
      baseUrl: null,
      requests: 0,
      durationMs: 0,
      message: expect.stringContaining('(TypeError: boom)'),
      settings: { failOn: FAIL_ON_ALL, jobSummary: true },
    })
  })

  it('is told with where it happened, and by the settings that were read', async () => {
    const running = await createRunning({ respond: routes({ myself: { reset: true } }) }, { 'job-summary': 'false' })
    await running.run.start()
    running.told.length = 0
    running.run.tellCrash(new Error('boom'))
    expect(told(running)).toMatchObject({
      stage: 'authentication',
      baseUrl: running.jira.url,
      requests: 1,
      durationMs: expect.toSatisfy((durationMs: number) => durationMs > 0 && durationMs < 10_000),
      settings: { failOn: { fails: expect.any(Function) }, jobSummary: false },
    })
  })

  it.each([undefined, null, 'boom', { message: 'boom' }])('may be no error: %j', async (thrown) => {
    const running = await createRunning()
    running.run.tellCrash(thrown)
    expect(told(running).message).toContain('(no error was given)')
  })

  it('is cut to a sane length', async () => {
    const running = await createRunning()
    running.run.tellCrash(new Error('x'.repeat(100_000)))
    expect(told(running).message.length).toBeLessThan(1500)
  })

  it.each<[what: string, spell: (token: string) => string]>([
    ['as it is', (token) => token],
    ['in base64', (token) => Buffer.from(token).toString('base64')],
  ])('never tells the token: %s', async (_what, spell) => {
    const running = await createRunning()
    running.run.tellCrash(new Error(`cannot send ${spell(goodToken)} there`))
    expect(told(running).message).toMatch(/cannot send \*\*\*.{0,3} there/)
    expect(JSON.stringify(running.told)).not.toContain(spell(goodToken))
    expect(running.lines).toContain(`mask ${goodToken}`)
  })
})
