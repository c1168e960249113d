/** What a run of the watch is made of. */
import { describe, expect, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import { createFieldReader } from '../../src/inputs/fields.ts'
import { invalidInput } from '../../src/inputs/invalid.ts'
import { createRedactor } from '../../src/report/redact.ts'
import { describeTask } from '../../src/watch/describe-task.ts'
import { readWatchInputs, type WatchInputs } from '../../src/watch/inputs.ts'
import { readList } from '../../src/watch/list/read-list.ts'
import { listEntries } from '../../src/watch/list-entries.ts'
import { brokenNight, emptyNight, nightListOf, problemOf, problemOfCrash } from '../../src/watch/night.ts'
import { pickEntries } from '../../src/watch/pick-entries.ts'
import { createRun } from '../../src/watch/run.ts'
import { writesIssues } from '../../src/watch/write-issues.ts'
import { sourceOf } from '../inputs/source.ts'
import { worldWith } from './stand-in.ts'
import { listOf } from './watched.ts'

const redactor = createRedactor(['a-secret'])
const words = { redactor, nameOf: (input: string) => `the input ${input}`, nowMs: Date.UTC(2026, 2, 1) }

const inputsOf = (given: Record<string, string>): WatchInputs =>
  readWatchInputs(
    createFieldReader('watch', { readInput: (name) => given[name] ?? '', sourceOf: (name) => name, environment: {} }),
  )

const noFile = (): never => {
  throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
}
const read = (text: string) =>
  readList(
    text,
    () => text,
    () => undefined,
  )
const sound = JSON.stringify({ tokens: [{ secret: 'A', 'jira-url': 'https://jira.example.com' }] })
const ofPath = readList(
  'lists/a-secret.yml',
  () => sound,
  () => undefined,
)
const ofName = read(listOf([{ secret: 'A', 'jira-url': 'https://jira.example.com' }]).tokens)
const nameless = read(sound)
const unsound = readList('.github/jira-tokens.yml', noFile, () => undefined)

describe('what a run is about to do', () => {
  it.each([
    ['watches 3 tokens of test', {}, ofName, 3],
    ['watches 1 token of lists/***.yml', {}, ofPath, 1],
    ['watches 2 of 3 tokens of test', { only: 'A, B' }, ofName, 3],
    ['watches 3 tokens', {}, nameless, 3],
    ['watches the tokens of .github/jira-tokens.yml', {}, unsound, 0],
    ['puts together what other jobs have found about the tokens of test', { merge: 'reports' }, ofName, 3],
    ['puts together what other jobs have found', { merge: 'reports' }, undefined, 0],
  ])('%s', (task, inputs, list, count) => {
    expect(describeTask(inputsOf(inputs), list, count, redactor)).toBe(task)
  })
})

it('the paths that are put together stand one a line, without the blanks around them', () => {
  expect(inputsOf({ merge: ' one.json \r\n\r\n  two/three \n' }).merge).toEqual(['one.json', 'two/three'])
})

describe('issues are written', () => {
  const { world } = worldWith({})
  const onGitHub = { ...world, runner: { ...world.runner, readEvent: sourceOf({}).readEvent } }

  it.each([
    ['on GitHub, about a whole list', {}, onGitHub, true],
    ['not where nobody wants any', { issues: 'false' }, onGitHub, false],
    ['not about a share of a list', { only: 'A' }, onGitHub, false],
    ['not elsewhere', {}, world, false],
  ])('%s', (_, inputs, where, expected) => {
    expect(writesIssues(inputsOf(inputs), where)).toBe(expected)
  })
})

describe('a share of a list', () => {
  const entries = ['JIRA_PAT_CI', 'JIRA_PAT_RELEASE'].map((secret) => ({ secret }))

  it('has its entries in the order of the list', () => {
    expect(pickEntries(entries, ['JIRA_PAT_RELEASE', 'JIRA_PAT_CI'])).toEqual(entries)
    expect(pickEntries(entries, ['JIRA_PAT_RELEASE'])).toEqual([entries[1]])
    expect(pickEntries(entries, [])).toBe(entries)
  })

  it('names no secret that the list does not have', () => {
    expect(pickEntries(entries, ['JIRA_PAT_CI', 'JIRA_PAT_CJ'])).toEqual(
      invalidInput(
        'only',
        'names JIRA_PAT_CJ, which is no secret of the list',
        'names of secrets that the list has',
        'JIRA_PAT_CI',
      ),
    )
  })
})

it('an entry has what the variables hold that it names, but for blank ones', () => {
  const entry = { secret: 'A', 'jira-url': 'https://jira.example.com', headers: 'X-Key: $KEY\nX-None: $NONE' }
  const { list } = read(JSON.stringify({ tokens: [entry] }))
  if ('reason' in list) throw new Error(list.reason)
  const environment = { A: 'token', KEY: 'open-sesame', NONE: ' ' }
  const { readFile, readEvent, nowMs } = sourceOf({})
  const [first] = listEntries(list, { environment, readFile, readEvent, nowMs })
  expect(first).toMatchObject({ secret: 'A', variableValues: ['open-sesame'] })
  expect(first?.missingVariable).toMatchObject({ reason: 'input-invalid' })
})

describe('what of the list the issues depend on', () => {
  it.each([
    ['a sound one with a name', ofName, { name: 'test', path: '', state: 'sound' }],
    ['a sound one with a path', ofPath, { name: '', path: 'lists/a-secret.yml', state: 'sound' }],
    ['an unsound one', unsound, { name: '', path: '.github/jira-tokens.yml', state: 'unsound' }],
    ['none', undefined, { name: '', path: '', state: 'unread' }],
  ])('%s', (_, list, expected) => {
    expect(nightListOf(list)).toEqual(expected)
  })
})

describe('a night in which nothing could be looked at', () => {
  const problem = { title: 'Title', message: 'Message.', steps: [], result: 'unknown' } as const

  it('names the list, without any secret', () => {
    expect(emptyNight(problem, ofPath, words)).toEqual({
      report: { schemaVersion: 2, list: 'lists/***.yml', checkedAt: '2026-03-01T00:00:00.000Z', tokens: [] },
      problem,
      isWhole: false,
      list: nightListOf(ofPath),
    })
    expect(emptyNight(problem, undefined, words)).toMatchObject({ report: { list: '' }, list: { state: 'unread' } })
  })

  it('is not whole where no entry is known', () => {
    expect(brokenNight([], problem, ofPath, words)).toMatchObject({ isWhole: false, report: { tokens: [] } })
  })

  it('tells a finding about the whole in words', () => {
    const found = invalidInput('only', 'names nobody', 'names', undefined)
    expect(problemOf(found, words)).toMatchObject({ title: 'Invalid setting: the input only', result: 'misconfigured' })
  })

  it.each([
    ['an error', new TypeError('no way to a-secret'), 'TypeError: no way to ***'],
    ['anything else', 'thrown', 'no error was given'],
  ])('tells a bug of ours: %s', (_, error, detail) => {
    const told = problemOfCrash(error, words)
    expect(told).toMatchObject({
      title: 'The watch itself failed',
      message: `jira-pat-check ran into a fault of its own (${detail}), so that what is told here may not be all.`,
      result: 'unknown',
    })
    expect(told.steps).toEqual(problemOf(finding('internal-error', { detail }), words).steps)
    expect(told.steps).not.toEqual([])
  })
})

describe('a run', () => {
  it('on a Node that is too old says so, by nothing that it does not have', async () => {
    const { world, heard, ready } = worldWith({}, { nodeVersion: '18.20.8' })
    expect(await createRun(world).start()).toBe(1)
    const [{ terminal, ...published } = { terminal: () => [] }] = heard.published
    expect(published).toEqual({
      outputs: [
        ['result', 'misconfigured'],
        ['needs-care', ''],
        ['checked', '0'],
      ],
      annotations: [
        { level: 'error', title: 'This Node.js is too old', text: expect.stringMatching(/18\.20\.8[\s\S]*\n1\. /) },
      ],
      summary: undefined,
      failing: 'misconfigured',
    })
    const [title, message, ...steps] = terminal(80, false)
    expect(title).toBe('This Node.js is too old')
    expect(message).toContain('18.20.8')
    expect(steps.length).toBeGreaterThan(0)
    expect(ready).not.toHaveBeenCalled()
    expect(heard.published[0]?.annotations[0]?.text).not.toContain('More:')
  })

  const misspelt = { JIRA_CHECK_PARALEL: '8' }
  const entry = { secret: 'JIRA_CHECK_CI', 'jira-url': 'jira.example.com' }
  const { tokens } = listOf([entry])

  it.each([
    ['is told beside a sound list', { tokens }, { ...misspelt, JIRA_CHECK_CI: 'x' }, /JIRA_CHECK_PARALLEL/],
    ['is told beside reports', { merge: 'no/such/folder' }, misspelt, /JIRA_CHECK_PARALLEL/],
    ['is told after a list that is unsound', { tokens: '{' }, misspelt, /is no list that can be used/],
    ['is none where the list uses it', { tokens }, { JIRA_CHECK_CI: 'x' }, /jira-url/],
  ])('outside GitHub tells a variable that looks like an input: it %s', async (_, inputs, environment, words) => {
    const { world, heard } = worldWith(inputs, { environment })
    expect(await createRun(world).start()).toBe(1)
    const text = heard.published[0]?.annotations.map((annotation) => annotation.text).join('\n')
    expect(text).toMatch(words)
    if (!words.test('JIRA_CHECK_PARALLEL')) expect(text).not.toContain('JIRA_CHECK_PARALEL')
  })

  it('on GitHub leaves that to GitHub', async () => {
    const { world, heard } = worldWith({ tokens }, { environment: { ...misspelt, JIRA_CHECK_CI: 'x' } })
    const { readEvent } = sourceOf({})
    await createRun({ ...world, runner: { ...world.runner, readEvent } }).start()
    expect(JSON.stringify(heard.published[0]?.annotations)).not.toContain('JIRA_CHECK_PARAL')
  })

  it('waits for its inputs no longer than for all the rest', async () => {
    const { world, ready } = worldWith({ tokens: '{', 'timeout-seconds': '45' })
    await createRun(world).start()
    expect(ready).toHaveBeenCalledExactlyOnceWith(world.clock, 45_000)
    const byDefault = worldWith({ tokens: '{' })
    await createRun(byDefault.world).start()
    expect(byDefault.ready).toHaveBeenCalledExactlyOnceWith(byDefault.world.clock, 120_000)
  })

  it('masks the token for GitHub before anything is said', async () => {
    const { world, heard } = worldWith({ tokens: '{', 'github-token': 'ghs_16C7e42F292c6912E7710c838347Ae178B4a' })
    await createRun(world).start()
    expect(heard.masked).toEqual(['ghs_16C7e42F292c6912E7710c838347Ae178B4a'])
  })

  it('that breaks before it has read its inputs tells that of the whole, and is red', async () => {
    const { world, heard } = worldWith({ tokens: '{' })
    const run = createRun(world)
    expect(run.tellCrash(new TypeError('no way'))).toBe(1)
    const [published] = heard.published
    expect(published).toMatchObject({ failing: 'unknown' })
    expect(Object.fromEntries(published?.outputs ?? [])).toMatchObject({
      result: 'unknown',
      'needs-care': '',
      checked: '0',
    })
    expect(published?.annotations).toEqual([
      {
        level: 'error',
        title: 'The watch itself failed',
        text: expect.stringMatching(/^jira-pat-check ran into a fault of its own \(TypeError: no way\)/),
      },
    ])
    expect(published?.terminal(80, false).join('\n')).toContain('The watch itself failed')
  })
})
