import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FAIL_ON_ALL } from '../../src/inputs/fail-on.ts'
import type { Settings } from '../../src/inputs/inputs.ts'
import { listOutputs } from '../../src/report/outputs.ts'
import type { Presentation } from '../../src/report/presentation.ts'
import { createGitHubRunner } from '../../src/runner/github-actions.ts'
import type { Publication } from '../../src/runner/runner.ts'
import { presented, rejected } from '../report/presented.ts'
import { readLog } from '../support/commands.ts'
import { parseOutputs } from '../support/outputs.ts'

const all: Settings = { failOn: FAIL_ON_ALL, jobSummary: true }
const none: Settings = { failOn: { fails: (reason) => reason === 'internal-error' }, jobSummary: true }

let directory: string
let printed: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'jira-pat-check-'))
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  rmSync(directory, { recursive: true })
})

/** A runner in an environment with these variables, which the toolkit reads for itself. */
function create(changes: Record<string, string | undefined> = {}) {
  const environment: Record<string, string | undefined> = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_OUTPUT: join(directory, 'output'),
    GITHUB_STEP_SUMMARY: join(directory, 'summary.md'),
    GITHUB_EVENT_PATH: join(directory, 'event.json'),
    ...changes,
  }
  writeFileSync(join(directory, 'output'), '')
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  return createGitHubRunner(environment)
}

const outputs = (): Record<string, string> => parseOutputs(readFileSync(join(directory, 'output'), 'utf8'))
const summary = (): string => readFileSync(join(directory, 'summary.md'), 'utf8')
const log = () => readLog(printed)

describe('the beginning', () => {
  it('an input is what the workflow gives', () => {
    const { readInput } = create({ 'INPUT_TOKEN-NAME': ' ci ' })
    expect([readInput('token-name'), readInput('projects')]).toEqual(['ci', ''])
  })

  it('an input is called by its name, and comes from the workflow', () => {
    const { nameOf, sourceOf } = create()
    expect([nameOf('jira-url'), sourceOf('jira-url')]).toEqual(['jira-url', 'the input jira-url'])
  })

  it('the event is what started the workflow', () => {
    const names = {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_ACTOR: 'octocat',
      GITHUB_REPOSITORY: 'octo-org/octo-repo',
    }
    const { readEvent } = create(names)
    writeFileSync(join(directory, 'event.json'), '{"number":7}')
    const event = { name: 'pull_request', actor: 'octocat', repository: 'octo-org/octo-repo' }
    expect(readEvent()).toEqual({ ...event, payload: { number: 7 } })
  })

  it.each([
    ['nothing tells of it', { GITHUB_EVENT_PATH: undefined }],
    ['the file is not there', {}],
  ])('the event is empty where %s', (_what, changes) => {
    expect(create(changes).readEvent()).toEqual({ name: '', actor: '', repository: '', payload: undefined })
  })

  it('masks and log lines are told to the runner', () => {
    const { mask, log: write } = create()
    mask('secret')
    write('one line')
    expect(log()).toMatchObject({ masks: ['secret'], log: ['one line'], commands: [] })
  })
})

describe('what another program has to say', () => {
  const publication: Publication = {
    outputs: [['result', 'refused']],
    annotations: [
      { level: 'error', title: 'One', text: 'one' },
      { level: 'warning', title: 'Two', text: 'two' },
      { level: 'notice', title: 'Three', text: 'three' },
    ],
    summary: '# The night',
    terminal: () => ['nobody reads this here'],
    failing: null,
  }

  it('is told in outputs, annotations and the summary', () => {
    expect(create().publish(publication)).toBe(0)
    const annotations = publication.annotations.map(({ text, ...rest }) => ({ ...rest, message: text }))
    expect(log()).toEqual({ annotations, masks: [], commands: [], log: [] })
    expect(outputs()).toEqual({ result: 'refused' })
    expect(summary()).toBe('# The night\n')
  })

  it('fails the step where it fails', () => {
    expect(create().publish({ ...publication, failing: 'refused' })).toBe(1)
  })

  it('has no summary where none is wanted', () => {
    create().publish({ ...publication, summary: undefined })
    expect(existsSync(join(directory, 'summary.md'))).toBe(false)
  })

  it.each([
    [null, 'error'],
    ['refused', 'log'],
  ] as const)(
    'fails the step where its outputs cannot be written, failing for %s, and says so as %s',
    (failing, how) => {
      const runner = create({ GITHUB_OUTPUT: undefined })
      expect(runner.publish({ ...publication, annotations: [], failing })).toBe(1)
      const message =
        'The outputs of this step cannot be written (GITHUB_OUTPUT is not set), so that later steps would read nothing.'
      const annotation = { level: 'error', title: 'The outputs cannot be written', message }
      expect(log()).toMatchObject(how === 'log' ? { annotations: [], log: [message] } : { annotations: [annotation] })
    },
  )
})

describe('a verdict', () => {
  const warnings = [
    { title: 'The token expires soon', message: 'The token “ci” expires in 5 days.', remedySteps: ['Create one.'] },
  ]
  const warning = {
    level: 'warning',
    title: 'The token expires soon',
    message: 'The token “ci” expires in 5 days.\n1. Create one.\nMore: the job summary',
  }
  const { title, happened } = rejected()
  const page = 'https://github.com/jira-pat-check/jira-pat-check/blob/main/docs/reasons.md#token-rejected'
  const steps = '1. Create a new token.\n2. Update the secret.'
  const refusal = { title, message: `${happened}\n${steps}\nMore: the job summary, and ${page}` }

  it('that is good is told in the log, in the outputs and in the summary', () => {
    expect(create().tell(presented({ warnings }), all)).toBe(0)
    const { report: good, lines } = presented()
    expect(log()).toEqual({ annotations: [warning], masks: [], commands: [], log: [good.message, ...lines] })
    expect(outputs()).toEqual(Object.fromEntries(listOutputs(presented())))
    expect(summary()).toMatch(/^## ⚠️ The token expires soon · .*\n$/s)
  })

  it('that fails the step is an error', () => {
    expect(create().tell(rejected(), all)).toBe(1)
    expect(log()).toEqual({ annotations: [{ level: 'error', ...refusal }], masks: [], commands: [], log: [] })
    expect(outputs()).toMatchObject({ result: 'refused', reason: 'token-rejected' })
    expect(summary()).toContain('/blob/main/docs/reasons.md#token-rejected')
  })

  it('that is let pass is a warning', () => {
    expect(create().tell(rejected(), none)).toBe(0)
    expect(log().annotations).toEqual([{ level: 'warning', ...refusal }])
  })

  it('without a remedy has its message alone, and where the rest stands', () => {
    create().tell({ ...rejected(), remedySteps: [] }, { ...all, jobSummary: false })
    expect(log().annotations).toEqual([{ level: 'error', title, message: `${happened}\nMore: ${page}` }])
  })

  it('has no more to read than its warning, where there is no summary', () => {
    create().tell(presented({ warnings }), { ...all, jobSummary: false })
    expect(log().annotations).toEqual([{ ...warning, message: 'The token “ci” expires in 5 days.\n1. Create one.' }])
  })

  it('has the step in the heading of its summary, where that has a name', () => {
    create({ GITHUB_ACTION: 'deploy' }).tell(presented(), all)
    expect(summary()).toMatch(/^## ✅ .* · step deploy\n/)
  })
})

describe('the debug log', () => {
  it('is written where debug logging is switched on', () => {
    create({ RUNNER_DEBUG: '1' }).debug?.('one line')
    expect(log().commands).toEqual([{ name: 'debug', properties: {}, data: 'one line' }])
  })

  it.each([undefined, '', '0'])('is none where it is not: %j', (value) => {
    expect(create({ RUNNER_DEBUG: value }).debug).toBeUndefined()
  })
})

describe('outputs that cannot be written', () => {
  const places: [what: string, changes: () => Record<string, string | undefined>, why: string][] = [
    ['without a file', () => ({ GITHUB_OUTPUT: undefined }), 'GITHUB_OUTPUT is not set'],
    ['without the name of a file', () => ({ GITHUB_OUTPUT: '' }), 'GITHUB_OUTPUT is not set'],
    ['in a directory', () => ({ GITHUB_OUTPUT: directory }), 'EISDIR'],
    ['nowhere', () => ({ GITHUB_OUTPUT: join(directory, 'nowhere', 'output') }), 'ENOENT'],
  ]
  const sentence = (why: string): string =>
    `The outputs of this step cannot be written (${why}), so that later steps would read nothing.`

  it.each(places)('fail the step, whatever is let pass: %s', (_what, changes, why) => {
    expect(create(changes()).tell(presented(), none)).toBe(1)
    expect(log().annotations).toEqual([
      { level: 'error', title: 'The outputs cannot be written', message: sentence(why) },
    ])
    // Else the toolkit would print them.
    expect(printed).not.toContain('svc-ci@example.com')
  })

  it.each(places)('are a line of the log where the step fails anyway: %s', (_what, changes, why) => {
    expect(create(changes()).tell(rejected(), all)).toBe(1)
    expect(log()).toMatchObject({ annotations: [{ title: rejected().title }], log: [sentence(why)] })
  })
})

describe('the job summary', () => {
  it('is left out where it is not wanted', () => {
    expect(create().tell(presented(), { ...all, jobSummary: false })).toBe(0)
    expect(summary).toThrow('ENOENT')
  })

  it('is added to what is there', () => {
    const { tell } = create()
    writeFileSync(join(directory, 'summary.md'), 'Before it.\n')
    tell(presented(), all)
    expect(summary()).toMatch(/^Before it\.\n## ✅ /)
  })

  it.each<[what: string, changes: () => Record<string, string | undefined>, why: string]>([
    ['without a file', () => ({ GITHUB_STEP_SUMMARY: undefined }), 'ENOENT'],
    ['in a directory', () => ({ GITHUB_STEP_SUMMARY: directory }), 'EISDIR'],
  ])('that cannot be written is a line of the log: %s', (_what, changes, why) => {
    const presentation: Presentation = presented()
    expect(create(changes()).tell(presentation, all)).toBe(0)
    expect(log().log.at(-1)).toBe(`The job summary cannot be written (${why}).`)
  })
})
