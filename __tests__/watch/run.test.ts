import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import { createRun } from '../../src/watch/run.ts'
import { answersTo, tokenOf } from '../support/accounts.ts'
import type { ListedToken } from '../support/answers/tokens.ts'
import { createFastClock } from '../support/clock.ts'
import { startGitHubIssues } from '../support/github-issues.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { runActionInProcess, runCommandLineInProcess } from '../support/in-process.ts'
import { type JiraOptions, type StandInJira, startJira } from '../support/jira.ts'
import type { ActionResult, ActionRun } from '../support/runner.ts'
import { worldWith } from './stand-in.ts'
import { type GivenEntry, listOf, tokensOf, watchOf } from './watched.ts'

async function start(options?: JiraOptions): Promise<StandInJira> {
  const jira = await startJira(options)
  onTestFinished(() => jira.close())
  return jira
}

/** A Jira with users `USER`, whose tokens are `tokenOf(USER)`, and what their lists say. */
const startWith = (users: Record<string, ListedToken[]>, options?: JiraOptions): Promise<StandInJira> =>
  start({
    respond: answersTo(new Map(Object.entries(users).map(([user, listed]) => [tokenOf(user), { user, listed }]))),
    ...options,
  })

const watch = (
  entries: readonly GivenEntry[],
  run?: ActionRun,
  more?: Record<string, unknown>,
): Promise<ActionResult> => runActionInProcess(watchOf(entries, run, more), createFastClock())

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), 'jira-pat-check-watch-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

/** What is asked at a Jira, by the tokens. */
const tokensAt = ({ requests }: StandInJira): Set<string> =>
  new Set(requests.flatMap(({ headers }) => headers.authorization?.replace('Bearer ', '') ?? []))

const stateOf = (result: ActionResult, secret: string) => {
  const { reason, asked, unaskedBecause, expiryState } = tokensOf(result).get(secret) ?? {}
  return [reason, asked, unaskedBecause, expiryState]
}

describe('a list whose tokens are all well', () => {
  it('is green, and its outputs say so', async () => {
    const jira = await start()
    const entries = ['A', 'B', 'C'].map((secret) => ({ secret, 'jira-url': jira.url, token: goodToken }))
    const result = await watch(entries)
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(result.outputs).toMatchObject({ result: 'usable', 'needs-care': '[]', checked: '3' })
    expect(result.log.slice(0, 2)).toEqual(['jira-pat-check 2.0.0 watches 3 tokens of test.', 'All 3 tokens are well.'])
    expect(result.summary).toContain('All 3 tokens are well')
    expect(jira.requests).toHaveLength(6)
    expect(jira.connections).toBeLessThanOrEqual(2)
  })

  it('may stand in a file, and be in any language', async () => {
    const jira = await start()
    const path = join(directory(), 'tokens.yml')
    writeFileSync(path, `name: Schlüssel\ntokens:\n  - secret: A\n    jira-url: ${jira.url}\n`)
    const result = await watch([], { inputs: { tokens: path }, env: { A: goodToken } })
    expect(result.log[0]).toMatch(/watches 1 token of Schlüssel\.$/)
    expect(result.exitCode).toBe(0)
  })

  it('shows how far it has come, where somebody looks on', async () => {
    const jira = await start()
    const { tokens, env } = listOf(['A', 'B'].map((secret) => ({ secret, 'jira-url': jira.url, token: goodToken })))
    const { world, heard } = worldWith({ tokens, parallel: '1' }, { environment: env, clock: systemClock })
    expect(await createRun(world).start()).toBe(0)
    expect(heard.progress).toEqual(['0 of 2', '1 of 2', ''])
    expect(heard.logged).toEqual([expect.stringMatching(/^jira-pat-check \S+ watches 2 tokens of test\.$/)])
  })

  it('without a job summary none is written', async () => {
    const jira = await start()
    const result = await watch([{ secret: 'A', 'jira-url': jira.url, token: goodToken }], {
      inputs: { 'job-summary': 'false' },
    })
    expect(result).toMatchObject({ exitCode: 0, summary: '' })
  })
})

describe('what needs care', () => {
  it('is told of each, whatever the others are', async () => {
    const jira = await startWith({
      near: [{ name: 'near', daysLeft: 5 }],
      twins: [
        { name: 'one', daysLeft: 5 },
        { name: 'two', daysLeft: 80 },
      ],
      misnamed: [{ name: 'other', daysLeft: 80 }],
      past: [
        { name: 'past', daysLeft: -3 },
        { name: 'live', daysLeft: 80 },
      ],
      far: [
        { name: 'one', daysLeft: 50 },
        { name: 'two', daysLeft: 80 },
      ],
    })
    const at = { 'jira-url': jira.url }
    const result = await watch([
      { ...at, secret: 'WELL', token: goodToken },
      { ...at, secret: 'NEAR', token: tokenOf('near'), owner: '@octocat' },
      { ...at, secret: 'TWINS', token: tokenOf('twins') },
      { ...at, secret: 'MISNAMED', token: tokenOf('misnamed'), 'token-name': 'mine' },
      { ...at, secret: 'PAST', token: tokenOf('past'), 'token-name': 'past' },
      { ...at, secret: 'FAR', token: tokenOf('far') },
      { ...at, secret: 'BAD', token: badToken },
      { ...at, secret: 'MISSING' },
    ])
    expect(JSON.parse(result.outputs['needs-care'] ?? '')).toEqual([
      ...['NEAR', 'TWINS', 'MISNAMED', 'PAST', 'BAD', 'MISSING'],
    ])
    expect(result.outputs).toMatchObject({ result: 'refused', checked: '8' })
    expect(result.exitCode).toBe(1)
    expect(stateOf(result, 'WELL')).toEqual(['authenticated', true, null, null])
    expect(stateOf(result, 'NEAR')).toEqual(['authenticated', true, null, 'expiring'])
    expect(stateOf(result, 'TWINS')).toEqual(['authenticated', true, null, 'ambiguous'])
    expect(stateOf(result, 'MISNAMED')).toEqual(['authenticated', true, null, 'expiry-unknown'])
    expect(stateOf(result, 'PAST')).toEqual(['authenticated', true, null, 'expired'])
    expect(stateOf(result, 'FAR')).toEqual(['authenticated', true, null, null])
    expect(stateOf(result, 'BAD')).toEqual(['token-rejected', true, null, null])
    expect(stateOf(result, 'MISSING')).toEqual(['token-missing', false, null, null])
    expect(result.annotations).toHaveLength(6)
    expect(result.annotations.every(({ level }) => level === 'error')).toBe(true)
  })

  it('is a warning where fail-on lets it pass, and stays in needs-care', async () => {
    const jira = await startWith({ near: [{ name: 'near', daysLeft: 5 }] })
    const result = await watch([{ secret: 'NEAR', 'jira-url': jira.url, token: tokenOf('near') }], {
      inputs: { 'fail-on': '!expiring' },
    })
    expect(result.exitCode).toBe(0)
    expect(result.outputs).toMatchObject({ result: 'usable', 'needs-care': '["NEAR"]' })
    expect(result.annotations).toEqual([
      { level: 'warning', title: 'NEAR: The Jira token expires soon', message: expect.anything() },
    ])
  })

  it('fails by default, too, where it is only that a token expires soon', async () => {
    const jira = await startWith({ near: [{ name: 'near', daysLeft: 5 }] })
    expect((await watch([{ secret: 'NEAR', 'jira-url': jira.url, token: tokenOf('near') }])).exitCode).toBe(1)
  })

  it('of a kind nine are told, and then a count', async () => {
    const jira = await start()
    const entries = Array.from({ length: 25 }, (_, index) => ({
      secret: `BAD_${index}`,
      'jira-url': jira.url,
      token: badToken,
    }))
    const { annotations } = await watch(entries)
    expect(annotations).toHaveLength(10)
    expect(annotations.at(-1)?.title).toBe('16 more tokens need care')
  })
})

describe('a rotated token', () => {
  const name = (letters: string) => `ci-260101-1a2b3c4d-${letters}`
  const entry = { secret: 'ROTATED', token: tokenOf('rotated'), 'token-name': 'ci-*' }

  it.each([
    ['is well when rotate would act', { daysLeft: 13, createdDaysAgo: 77 }, {}, null, false],
    ['has outlived its rotation two days later', { daysLeft: 11, createdDaysAgo: 79 }, {}, 'expiring', true],
    ['of five days is well with two days left', { daysLeft: 2, createdDaysAgo: 3 }, {}, null, false],
    ['of nine days has outlived it with a day left', { daysLeft: 1, createdDaysAgo: 8 }, {}, 'expiring', true],
    ['days of its own win', { daysLeft: 11, createdDaysAgo: 79 }, { 'expiry-warn-days': 5 }, null, false],
    [
      'days of its own win, which come first',
      { daysLeft: 20, createdDaysAgo: 70 },
      { 'expiry-warn-days': 30 },
      'expiring',
      false,
    ],
  ])('%s', async (_, dates, more, expiryState, hasRotationStopped) => {
    const jira = await startWith({ rotated: [{ name: name('a1b2'), ...dates }] })
    const result = await watch([{ ...entry, ...more, 'jira-url': jira.url }])
    const token = tokensOf(result).get('ROTATED')
    expect(token).toMatchObject({ reason: 'authenticated', expiryState, hasRotationStopped })
    expect(token?.rotatedAt).toMatch(/^2\d{3}-/)
    if (hasRotationStopped) expect(token?.title).toBe('The rotation of this token has stopped')
  })

  it('is warned of by the days of the list where they are only a default', async () => {
    const jira = await startWith({ rotated: [{ name: name('a1b2'), daysLeft: 20, createdDaysAgo: 70 }] })
    const defaults = { 'jira-url': jira.url, 'expiry-warn-days': 30 }
    const result = await watch([entry], {}, { defaults })
    expect(stateOf(result, 'ROTATED')).toEqual(['authenticated', true, null, null])
  })
})

describe('a list that is unsound', () => {
  it.each([
    ['no such file', { tokens: 'no/such/list.yml' }, /does not exist/],
    ['no list', { tokens: '{"tokens": []}' }, /./],
    [
      'a key that is misspelt',
      { tokens: '{"tokens": [{"secret": "A", "jira-ulr": "https://jira.example.com"}]}' },
      /./,
    ],
    ['a name that it does not have', { only: 'A, JIRA_PAT_CJ' }, /JIRA_PAT_CJ/],
    ['a share of what is to be put together', { only: 'A', merge: 'reports' }, /beside merge/],
  ])('is red, and nothing is asked: %s', async (_, inputs, message) => {
    const jira = await start()
    const entries = ['A', 'JIRA_PAT_CI'].map((secret) => ({ secret, 'jira-url': jira.url, token: goodToken }))
    const result = await watch(entries, { inputs: { 'fail-on': 'none', ...inputs } })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ result: 'misconfigured', 'needs-care': '', checked: '0' })
    expect(result.annotations).toEqual([
      { level: 'error', title: expect.anything(), message: expect.stringMatching(message) },
    ])
    expect(result.summary).not.toBe('')
    expect(jira.requests).toEqual([])
  })

  it('is not to blame where an input cannot be read: that is told once, and of every token nothing is known', async () => {
    const jira = await start()
    const entries = ['A', 'B'].map((secret) => ({ secret, 'jira-url': jira.url, token: goodToken }))
    const result = await watch(entries, { inputs: { 'fail-on': 'none', parallel: 'many' } })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ result: 'misconfigured', 'needs-care': '["A","B"]' })
    expect(result.annotations).toEqual([
      { level: 'error', title: expect.anything(), message: expect.stringMatching(/whole number/) },
    ])
    expect(result.summary).toContain('2 of 2 tokens need care')
    expect(jira.requests).toEqual([])
  })

  it('is told once where no secret is there, and all of its tokens need care', async () => {
    const entries = Array.from({ length: 50 }, (_, index) => ({
      secret: `SECRET_${index}`,
      'jira-url': 'https://jira.example.com',
    }))
    const result = await watch(entries, { inputs: { 'fail-on': 'none' } })
    expect(result.exitCode).toBe(1)
    expect(result.annotations).toHaveLength(1)
    expect(result.annotations[0]).toMatchObject({ level: 'error', title: 'No Jira token given' })
    expect(JSON.parse(result.outputs['needs-care'] ?? '')).toEqual(entries.map(({ secret }) => secret))
    expect(result.outputs).toMatchObject({ result: 'misconfigured', checked: '50' })
    expect(tokensOf(result).get('SECRET_1')?.message).toContain('the environment variable SECRET_1')
  })

  it('is told of a share alone that a name of it is none, or that it is to be put together besides', async () => {
    const entries = ['A', 'B'].map((secret) => ({ secret, 'jira-url': 'https://jira.example.com', token: goodToken }))
    const result = await watch(entries, { inputs: { only: 'A', parallel: 'many' } })
    expect(result.outputs).toMatchObject({ 'needs-care': '["A"]' })
    const crowded = await watch(entries, { inputs: { only: 'A', merge: 'reports' } })
    expect(crowded.annotations[0]?.title).toBe('Invalid setting: only')
    expect(crowded.annotations[0]?.message).toContain('names of secrets, without merge')
  })

  it('is told once of a share of which no secret is there', async () => {
    const at = { 'jira-url': 'https://jira.example.com' }
    const entries = [
      { ...at, secret: 'A' },
      { ...at, secret: 'B' },
      { ...at, secret: 'C', token: goodToken },
    ]
    const result = await watch(entries, { inputs: { only: 'A, B' } })
    expect(result.annotations).toEqual([{ level: 'error', title: 'No Jira token given', message: expect.anything() }])
  })
})

describe('a bug of ours', () => {
  const broken = (method: 'withResolvers') => {
    const spy = vi.spyOn(Promise, method).mockImplementation(() => {
      throw new TypeError('no promises')
    })
    onTestFinished(() => spy.mockRestore())
  }

  it('in the sweep is told of the whole, and of every token of the share nothing is known', async () => {
    const jira = await start()
    const entries = ['A', 'B', 'C'].map((secret) => ({ secret, 'jira-url': jira.url, token: goodToken }))
    broken('withResolvers')
    const result = await watch(entries, { inputs: { only: 'A, C', 'fail-on': 'none' } })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ result: 'unknown', 'needs-care': '["A","C"]', checked: '2' })
    expect(result.annotations).toEqual([
      {
        level: 'error',
        title: 'The watch itself failed',
        message: expect.stringContaining('a fault of its own (TypeError: no promises)'),
      },
    ])
    expect(result.summary).toContain('The watch itself failed')
    expect(tokensOf(result).get('A')).toMatchObject({ reason: 'internal-error', asked: false })
  })

  it('after the sweep leaves what was found out', async () => {
    const [jira, github] = [await start(), await startGitHubIssues()]
    onTestFinished(() => github.close())
    // The issues of servers are known by their URLs.
    let isWriting = false
    const { parse } = URL
    const spy = vi.spyOn(URL, 'parse').mockImplementation((...url) => {
      if (isWriting) throw new TypeError('no URLs')
      return parse(...url)
    })
    onTestFinished(() => spy.mockRestore())
    github.options.before = () => {
      isWriting = true
    }
    const result = await watch([{ secret: 'A', 'jira-url': jira.url, token: goodToken }], {
      inputs: { issues: 'true', 'github-token': github.token, 'fail-on': 'none' },
      env: { GITHUB_API_URL: github.url, GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' },
      event: {},
    })
    expect(github.requests.length).toBeGreaterThan(0)
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ result: 'unknown', 'needs-care': '[]', checked: '1' })
    expect(stateOf(result, 'A')).toEqual(['authenticated', true, null, null])
    expect(result.annotations).toEqual([expect.objectContaining({ title: 'The watch itself failed' })])
  })
})

describe('a share of the list', () => {
  it('is all that is asked about', async () => {
    const jira = await startWith({ a: [], b: [], c: [] })
    const entries = ['a', 'b', 'c'].map((user) => ({
      secret: user.toUpperCase(),
      'jira-url': jira.url,
      token: tokenOf(user),
    }))
    const result = await watch(entries, { inputs: { only: 'A, C' } })
    expect(result.outputs).toMatchObject({ checked: '2', result: 'usable' })
    expect([...tokensOf(result).keys()]).toEqual(['A', 'C'])
    expect(tokensAt(jira)).toEqual(new Set([tokenOf('a'), tokenOf('c')]))
  })
})

describe('a server that is down', () => {
  it('is asked about two tokens, and the others get the same finding unasked', async () => {
    const down = await start({ respond: () => ({ status: 502, body: '' }) })
    const up = await start()
    const entries = Array.from({ length: 6 }, (_, index) => ({
      secret: `DOWN_${index}`,
      'jira-url': down.url,
      token: tokenOf(`down ${index}`),
      retries: 0,
    }))
    const result = await watch([...entries, { secret: 'UP', 'jira-url': up.url, token: goodToken }])
    const states = entries.map(({ secret }) => stateOf(result, secret))
    expect(states).toEqual([
      ...[0, 1].map(() => ['gateway-error', true, null, null]),
      ...[2, 3, 4, 5].map(() => ['gateway-error', false, 'server', null]),
    ])
    expect(tokensAt(down).size).toBe(2)
    expect(stateOf(result, 'UP')).toEqual(['authenticated', true, null, null])
    expect(result.outputs).toMatchObject({ result: 'unknown', checked: '7' })
    const unasked = tokensOf(result).get('DOWN_5')
    expect(unasked?.baseUrl).toBe(down.url)
    expect(unasked?.message).not.toContain('DOWN_0')
    expect(unasked?.message).not.toContain('DOWN_1')
  })

  it('is not down where it only has its pace', async () => {
    let allowed = 3
    const jira = await start({
      respond: () => (allowed-- > 0 ? undefined : { status: 429, headers: { 'Retry-After': '1' }, body: '' }),
    })
    const timer = setInterval(() => (allowed = 1), 60)
    onTestFinished(() => clearInterval(timer))
    const entries = Array.from({ length: 4 }, (_, index) => ({
      secret: `T_${index}`,
      'jira-url': jira.url,
      token: goodToken,
      retries: 5,
      'timeout-seconds': 120,
    }))
    const result = await watch(entries)
    expect(entries.map(({ secret }) => stateOf(result, secret)[0])).toEqual(entries.map(() => 'authenticated'))
  })

  it('that never answers keeps nobody else waiting, and what time ran out for is told as loudly', async () => {
    const silent = await start({ respond: () => ({ status: 200, body: '', after: new Promise(() => undefined) }) })
    const up = await start()
    const entries = ['S_1', 'S_2', 'S_3'].map((secret) => ({
      secret,
      'jira-url': silent.url,
      token: goodToken,
      'timeout-seconds': 600,
      retries: 0,
    }))
    const well = Array.from({ length: 10 }, (_, index) => ({
      secret: `UP_${index}`,
      'jira-url': up.url,
      token: goodToken,
    }))
    const result = await watch([...entries, ...well], { inputs: { 'timeout-seconds': '20', parallel: '1' } })
    expect(entries.map(({ secret }) => stateOf(result, secret))).toEqual([
      ['timeout', true, null, null],
      ['timeout', true, null, null],
      ['timeout', false, 'time', null],
    ])
    expect(well.map(({ secret }) => stateOf(result, secret)[0])).toEqual(well.map(() => 'authenticated'))
    expect(result.outputs).toMatchObject({ result: 'unknown', checked: '13', 'needs-care': '["S_1","S_2","S_3"]' })
    expect(tokensOf(result).get('S_3')?.title).toBe('Time was up before this token was asked about')
    expect(tokensOf(result).get('S_3')?.message).toContain('the time for the whole list (20 s) was up')
    expect(result.exitCode).toBe(1)
  })

  it('one way to it that fails says nothing of another way', async () => {
    const jira = await start({
      respond: ({ headers }) => (headers['x-key'] === 'open-sesame-1' ? undefined : { status: 502, body: '' }),
    })
    const at = { 'jira-url': jira.url, token: goodToken, retries: 0 }
    const closed = ['A', 'B', 'C'].map((secret) => ({ ...at, secret }))
    const result = await watch([...closed, { ...at, secret: 'D', headers: 'X-Key: $KEY' }], {
      env: { KEY: 'open-sesame-1' },
    })
    expect(['A', 'B', 'C', 'D'].map((secret) => stateOf(result, secret)[0])).toEqual([
      ...['gateway-error', 'gateway-error', 'gateway-error', 'authenticated'],
    ])
  })
})

describe('the files', () => {
  it('are written as they are asked for', async () => {
    const jira = await start()
    const folder = directory()
    const paths = { html: 'page.html', junit: 'junit.xml', metrics: 'jira.prom', 'report-path': 'report.json' }
    const inputs = Object.fromEntries(Object.entries(paths).map(([name, file]) => [name, join(folder, file)]))
    const result = await watch([{ secret: 'A', 'jira-url': jira.url, token: goodToken }], { inputs })
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
    expect(result.exitCode).toBe(0)
    expect(read('page.html')).toMatch(/^<!doctype html>/i)
    expect(read('junit.xml')).toContain('<testsuite')
    expect(read('jira.prom')).toMatch(/# EOF\n$/)
    expect(statSync(join(folder, 'jira.prom')).mode & 0o777).toBe(0o644)
    const report = JSON.parse(read('report.json'))
    expect({ ...report, cut: 0 }).toEqual(JSON.parse(result.outputs['report'] ?? ''))
    expect(result.outputs['report-file']).toMatch(/jira-token-watch-.*\.json$/)
  })

  it('that cannot be written end red, with the outputs', async () => {
    const jira = await start()
    const inputs = { html: '/no/such/folder/page.html' }
    const result = await watch([{ secret: 'A', 'jira-url': jira.url, token: goodToken }], { inputs })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ result: 'unknown', 'needs-care': '[]' })
    expect(result.annotations).toEqual([
      {
        level: 'error',
        title: 'Not all could be told',
        message: expect.stringMatching(/^The file of html cannot be written \(ENOENT\).* Check that its folder exists/),
      },
    ])
    expect(result.summary).not.toContain('page to sort and filter')
  })

  it('of an unsound list leave the last metrics as they are', async () => {
    const folder = directory()
    writeFileSync(join(folder, 'jira.prom'), 'the last ones')
    const inputs = { tokens: '{}', metrics: join(folder, 'jira.prom') }
    expect((await watch([], { inputs })).exitCode).toBe(1)
    expect(readFileSync(join(folder, 'jira.prom'), 'utf8')).toBe('the last ones')
  })
})

describe('on a command line', () => {
  const run = (entries: readonly GivenEntry[], args: string[] = []) => {
    const { tokens, env } = listOf(entries)
    return runCommandLineInProcess({ args: ['watch', '--tokens', tokens, ...args], env })
  }

  it.each([
    ['usable', { token: goodToken }, 0],
    ['refused', { token: badToken }, 1],
    ['misconfigured', { token: 'Bearer x' }, 2],
    ['unknown', { token: goodToken, 'jira-url': 'http://127.0.0.1:9', retries: 0 }, 3],
  ])('it ends by the worst: %s', async (_, entry, exitCode) => {
    const jira = await start()
    const result = await run([
      { secret: 'WELL', 'jira-url': jira.url, token: goodToken },
      { secret: 'OTHER', 'jira-url': jira.url, ...entry },
    ])
    expect(result.exitCode).toBe(exitCode)
    expect(result.stdout).toContain('WELL')
    expect(result.stdout).toContain('OTHER')
  })

  it('the report goes to standard output where it is asked for, and nothing else does', async () => {
    const jira = await start()
    const result = await run([{ secret: 'A', 'jira-url': jira.url, token: goodToken }], ['--report', '-'])
    expect(JSON.parse(result.stdout).tokens).toHaveLength(1)
    expect(result.stderr).toContain('The only token is well')
  })

  it('a variable that looks like an input is told, unless the list uses it', async () => {
    const jira = await start()
    const { tokens, env } = listOf([{ secret: 'JIRA_CHECK_CI', 'jira-url': jira.url, token: goodToken }])
    const args = ['watch', '--tokens', tokens]
    expect((await runCommandLineInProcess({ args, env })).exitCode).toBe(0)
    const misspelt = await runCommandLineInProcess({ args, env: { ...env, JIRA_CHECK_PARALEL: '8' } })
    expect(misspelt.exitCode).toBe(2)
    expect(misspelt.stdout).toContain('JIRA_CHECK_PARALLEL')
  })
})
