import { fileURLToPath } from 'node:url'
import nock from 'nock'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import { VERSION } from '../../src/base/version.ts'
import { createRun } from '../../src/rotate/run.ts'
import type { Run } from '../../src/runner/ending.ts'
import type { Publication } from '../../src/runner/runner.ts'
import type { Exchange, Interference } from '../support/rotation/store-server.ts'
import { createWorld, type World } from '../support/rotation/world.ts'

const EXIT_CODE = 7

interface Given {
  readonly inputs?: Record<string, string>
  readonly environment?: Record<string, string>
  readonly nodeVersion?: string
  readonly fault?: (exchange: Exchange) => Interference | undefined
  /** Days since the token was made, of ninety. */
  readonly age?: number
  /** How long the inputs take that are not there at once. */
  readonly readyAfterMs?: number
  /** Whether somebody wants to see the debug log. */
  readonly isDebugged?: boolean
}

interface Running {
  readonly run: Run
  readonly world: World
  readonly token: string
  readonly log: string[]
  readonly debug: string[]
  readonly masked: string[]
  readonly readyMs: number[]
  readonly told: Publication[]
}

/** A run in this process against servers on loopback, whose runner only notes what it is told. */
async function createRunning(given: Given = {}): Promise<Running> {
  const {
    inputs = {},
    environment = {},
    nodeVersion = process.versions.node,
    fault,
    age = 30,
    readyAfterMs = 0,
    isDebugged = false,
  } = given
  const world = await createWorld({ places: ['JIRA_PAT', 'env:production/JIRA_PAT'] })
  onTestFinished(() => world.close())
  const { raw: token } = world.plantFamily('before', { createdDays: -age, expiresDays: 90 - age, usedDays: -0.4 })
  for (const place of world.places) world.plantSecret(place, token, -age)
  world.interfere = (exchange, moment) => (moment === 'before' ? fault?.(exchange) : undefined)
  const all: Record<string, string> = {
    'jira-url': world.jiraUrl,
    token,
    secret: 'JIRA_PAT, env:production/JIRA_PAT',
    'github-token': world.secrets.token,
    ...inputs,
  }
  const seen = { log: [], debug: [], masked: [], readyMs: [], told: [] } as Pick<
    Running,
    'log' | 'debug' | 'masked' | 'readyMs' | 'told'
  >
  let waitedMs = 0
  const run = createRun({
    runner: {
      async ready(_, timeoutMs): Promise<void> {
        seen.readyMs.push(timeoutMs)
        waitedMs += readyAfterMs
      },
      readInput: (name) => all[name] ?? '',
      sourceOf: (name) => `the input ${name}`,
      nameOf: (input) => input,
      readEvent: () => undefined,
      mask: (secret) => seen.masked.push(secret),
      log: (line) => seen.log.push(line),
      ...(isDebugged && { debug: (line: string) => seen.debug.push(line) }),
      tell: () => EXIT_CODE,
      publish(publication) {
        seen.told.push(publication)
        return EXIT_CODE
      },
      writeFile: () => undefined,
    },
    environment: {
      GITHUB_API_URL: world.gitHubUrl,
      GITHUB_REPOSITORY: 'octo-org/octo-repo',
      ...environment,
    },
    nodeVersion,
    clock: { ...systemClock, now: () => world.clock.now(), monotonicMs: () => systemClock.monotonicMs() + waitedMs },
    random: () => 0,
    signals: { hold: () => undefined, areReceived: false },
  })
  return { run, world, token, ...seen }
}

async function start(given: Given = {}): Promise<Running & { readonly exitCode: number }> {
  const running = await createRunning(given)
  return { ...running, exitCode: await running.run.start() }
}

function outputsOf({ told }: Running): Record<string, string> {
  const [last] = told.slice(-1)
  if (last === undefined) throw new Error('nothing was told')
  return Object.fromEntries(last.outputs)
}

const reportOf = (running: Running) => JSON.parse(outputsOf(running)['report'] ?? '')

beforeAll(() => nock.restore())

describe('a run', () => {
  it('reads, looks, decides and tells', async () => {
    const running = await start()
    const { world, log, readyMs, exitCode, told } = running
    expect(exitCode).toBe(EXIT_CODE)
    expect(log).toEqual([
      `jira-pat-check ${VERSION} rotates the token (from the input token) of ${world.jiraUrl} (from the input jira-url).`,
    ])
    expect(readyMs).toEqual([60_000])
    expect(told).toHaveLength(1)
    expect(reportOf(running)).toMatchObject({
      reason: 'authenticated',
      rotation: { rotation: 'not-due' },
      expiry: { status: 'ok' },
      requests: world.exchanges.length,
      durationMs: expect.toSatisfy((durationMs: number) => durationMs > 0 && durationMs < 10_000),
    })
    expect(world.exchanges.map(({ headers }) => headers['user-agent'])).toEqual(
      world.exchanges.map(() => `jira-pat-check/${VERSION}`),
    )
    expect(told[0]?.summary).toContain('not due yet')
  })

  it('has secrets masked before it says anything', async () => {
    const { masked, token, world } = await start()
    expect(masked).toEqual(expect.arrayContaining([token, world.secrets.token]))
  })

  it('names the step where a job has several', async () => {
    const { told } = await start({ environment: { GITHUB_ACTION: 'renewal' } })
    expect(told[0]?.summary).toContain('step renewal')
  })

  it('writes no summary where none is wanted', async () => {
    expect((await start({ inputs: { 'job-summary': 'false' } })).told[0]?.summary).toBeUndefined()
  })

  it('warns in its own way where the token ends soon, not in that of the check', async () => {
    const { told } = await start({ age: 80, inputs: { 'dry-run': 'true', 'rotate-days': '12' } })
    expect(told[0]?.annotations.map(({ level, title }) => `${level}: ${title}`)).toEqual([
      'notice: A new Jira token would be made',
    ])
  })

  it('waits for inputs that are not there at once as long as it may take', async () => {
    const { readyMs } = await start({ inputs: { 'timeout-seconds': '20' } })
    expect(readyMs).toEqual([20_000])
  })

  it('has no time left where they have taken it all', async () => {
    const running = await start({ inputs: { 'timeout-seconds': '20' }, readyAfterMs: 20_000 })
    expect(outputsOf(running)).toMatchObject({ reason: 'timeout', rotation: 'none' })
    expect(running.world.exchanges).toEqual([])
  })

  it('says when the token expires, among the calm lines', async () => {
    // Half a day from where the number of days changes.
    const { told } = await start({ age: 30.5 })
    expect(told[0]?.terminal(undefined, false).join('\n')).toContain('59 days left')
  })

  it('says that nothing was changed where nobody was proven', async () => {
    const running = await start({ inputs: { retries: '0' }, fault: () => ({ reply: { status: 503 } }) })
    expect(outputsOf(running)['message']).toContain(
      'Nothing was changed: no token was made or revoked, and no place was written.',
    )
  })

  it('asks nothing of GitHub where a command stores the token', async () => {
    const command = { 'store-command': 'exit 1', 'read-command': 'exit 1', 'name-prefix': 'shop-ci' }
    const running = await start({ inputs: { secret: '', 'github-token': '', ...command } })
    expect(outputsOf(running)).toMatchObject({ rotation: 'not-due', reason: 'authenticated' })
    expect(running.world.exchanges.map(({ server }) => server)).toEqual(['jira', 'jira'])
  })

  it('reads a file that an input names', async () => {
    const path = fileURLToPath(import.meta.url)
    const running = await start({ inputs: { 'ca-certificate': path } })
    expect(outputsOf(running)).toMatchObject({ reason: 'certificate-invalid' })
    expect(outputsOf(running)['message']).toContain('not PEM')
  })

  it('tells of attempts that failed', async () => {
    let count = 0
    const { log } = await start({
      fault: ({ path }) => (path.endsWith('/myself') && count++ === 0 ? { reply: { status: 503 } } : undefined),
    })
    expect(log[1]).toMatch(/^Asking for .*, attempt 1 of 3: .*\. Next attempt in \d\.\d s\.$/)
  })

  it('tells in the debug log of every request, to both servers, and of no secret', async () => {
    const { debug, world, token } = await start({ isDebugged: true })
    expect(debug.length).toBeGreaterThanOrEqual(world.exchanges.length)
    expect(debug.join('\n')).toContain('/rest/pat/latest/tokens')
    expect(debug.join('\n')).toContain('/actions/secrets/JIRA_PAT')
    expect(debug.join('\n')).not.toContain(token)
  })

  it('redacts a secret in what it says first', async () => {
    const { log } = await start({
      inputs: { 'jira-url': 'https://jira.example.com/hunter2-hunter2', headers: 'X-A: hunter2-hunter2' },
      environment: { https_proxy: 'http://127.0.0.1:9' },
    })
    expect(log[0]).toMatch(/^jira-pat-check .* rotates the token /)
    expect(log[0]).not.toContain('hunter2')
    expect(log[0]).toContain(', through the proxy 127.0.0.1:9 from https_proxy.')
  })

  it('names where a repository is now that was renamed', async () => {
    const running = await start({
      fault({ server, path }) {
        if (server !== 'github') return undefined
        if (path.endsWith('/repositories/42')) return { reply: { body: { full_name: 'new-org/new-repo' } } }
        return { reply: { status: 301, headers: { Location: '/repositories/42/actions/secrets/JIRA_PAT' } } }
      },
    })
    expect(outputsOf(running)).toMatchObject({ reason: 'secret-not-writable', rotation: 'none' })
    expect(outputsOf(running)['remedy']).toContain('new-org/new-repo')
  })

  it('says what else GitHub shows where nobody can tell that', async () => {
    const running = await start({
      fault: ({ server }) =>
        server === 'github'
          ? { reply: { status: 301, headers: { Location: '/repositories/42/actions/secrets/JIRA_PAT' } } }
          : undefined,
    })
    expect(outputsOf(running)['remedy']).toContain('as GitHub shows it')
  })
})

describe('a run that cannot begin', () => {
  it('asks nothing on a Node that is too old', async () => {
    const running = await start({ nodeVersion: '20.1.0', inputs: { 'job-summary': 'false' } })
    expect(outputsOf(running)).toMatchObject({ reason: 'node-unsupported', rotation: 'none' })
    expect([running.readyMs, running.world.exchanges, running.log]).toEqual([[], [], []])
    expect(running.told[0]?.summary).toBeUndefined()
    expect(running.exitCode).toBe(EXIT_CODE)
  })

  it('asks nothing with inputs that are not sound', async () => {
    const running = await start({ inputs: { 'rotate-days': 'soon' } })
    expect(outputsOf(running)).toMatchObject({ reason: 'input-invalid', rotation: 'none' })
    expect(reportOf(running)).toMatchObject({ requests: 0, baseUrl: running.world.jiraUrl })
    expect(running.world.exchanges).toEqual([])
  })

  it.each([
    ['places', {}, 'Store it in JIRA_PAT, env:production/JIRA_PAT,'],
    [
      'a command',
      { secret: '', 'store-command': 'store', 'name-prefix': 'ci' },
      'Store it in the store of the command,',
    ],
  ])(
    'asks nothing of a server that lets no token make tokens, and says where the next one goes: %s',
    async (_, inputs, where) => {
      const running = await start({
        inputs: { 'jira-url': '', 'bitbucket-url': 'https://bitbucket.example.com', ...inputs },
      })
      expect(outputsOf(running)).toMatchObject({
        reason: 'rotation-not-allowed',
        stage: 'rotation',
        rotation: 'none',
        message: 'Bitbucket lets no token make tokens, so that nothing was asked. So it has to be renewed by hand.',
      })
      expect(outputsOf(running)['remedy']).toContain(where)
      expect(outputsOf(running)['remedy']).toMatch(/the owner of the token/)
    },
  )
})

describe('a run that breaks', () => {
  const broken = (running: Running, error: unknown = new TypeError('x is not a function')) => {
    expect(running.run.tellCrash(error)).toBe(EXIT_CODE)
    return outputsOf(running)
  }

  it('before it has begun, tells that, and no state', async () => {
    const outputs = broken(await createRunning())
    expect(outputs).toMatchObject({ reason: 'internal-error', stage: 'rotation', rotation: 'none' })
    expect(outputs['message']).toContain('TypeError: x is not a function')
    expect(outputs['message']).not.toContain('changed')
    expect(outputs['message']).not.toContain('token that this run was given')
  })

  it('tells no error that was none', async () => {
    expect(broken(await createRunning(), 'x')['message']).toContain('no error was given')
  })

  it('takes the secrets out of what it tells, even before they were read', async () => {
    const running = await createRunning()
    expect(broken(running, new Error(`with ${running.token}`))['message']).not.toContain(running.token)
  })

  it('writes a summary, which says that it has', async () => {
    const running = await createRunning()
    broken(running)
    expect(running.told[0]?.summary).toContain('x is not a function')
    expect(reportOf(running)).toMatchObject({ requests: 0, durationMs: 0, baseUrl: null })
  })

  it('after it has looked, tells what state things are in', async () => {
    const running = await start()
    const outputs = broken(running)
    expect(outputs).toMatchObject({ reason: 'internal-error', rotation: 'none' })
    expect(outputs['message']).toContain('The token that this run was given still works, and JIRA_PAT was not written.')
    expect(reportOf(running)).toMatchObject({
      requests: running.world.exchanges.length,
      baseUrl: running.world.jiraUrl,
    })
  })

  it('after it has written, tells that a new token is there', async () => {
    const running = await start({ age: 85 })
    const outputs = broken(running)
    expect(outputs).toMatchObject({ reason: 'internal-error', rotation: 'created' })
    expect(outputs['message']).toContain('JIRA_PAT holds the new token, which works; so does the old one.')
  })
})
