import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Reason } from '../../src/catalogue/catalogue.ts'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import type { Result } from '../../src/catalogue/entry.ts'
import type { Settings } from '../../src/inputs/inputs.ts'
import { formatDotenv } from '../../src/report/dotenv.ts'
import { formatJunit } from '../../src/report/junit.ts'
import type { Presentation } from '../../src/report/presentation.ts'
import { type CommandLineOptions, createCommandLineRunner } from '../../src/runner/command-line.ts'
import { presented, rejected } from '../report/presented.ts'

const all: Settings = { failOn: new Set<Result>(['refused', 'unknown', 'misconfigured']), jobSummary: true }
const none: Settings = { failOn: new Set(), jobSummary: true }

function create(changes: Partial<CommandLineOptions> = {}) {
  const written: string[] = []
  const runner = createCommandLineRunner({
    inputs: new Map(),
    files: new Map(),
    environment: {},
    write: (text) => written.push(text),
    readStandardInput: () => {
      throw new Error('Nobody asked for this.')
    },
    isVerbose: false,
    isColoured: false,
    ...changes,
  })
  return { ...runner, printed: () => written.join('') }
}

describe('an input', () => {
  it.each<[what: string, inputs: Record<string, string>, environment: Record<string, string>, value: string]>([
    ['is a flag', { 'token-name': 'ci' }, {}, 'ci'],
    ['is a variable', {}, { JIRA_CHECK_TOKEN_NAME: 'ci' }, 'ci'],
    ['is the flag where there are both', { 'token-name': 'ci' }, { JIRA_CHECK_TOKEN_NAME: 'cd' }, 'ci'],
    ['is the variable where the flag is empty', { 'token-name': '' }, { JIRA_CHECK_TOKEN_NAME: 'cd' }, 'cd'],
    ['is empty where there is neither', { token: '' }, { JIRA_CHECK_TOKENNAME: 'ci' }, ''],
  ])('%s', (_what, inputs, environment, value) => {
    expect(create({ inputs: new Map(Object.entries(inputs)), environment }).readInput('token-name')).toBe(value)
  })

  it('is read from standard input where the token is said to come from there, and once', () => {
    let reads = 0
    const inputs = new Map([
      ['token', '-'],
      ['token-name', '-'],
    ])
    const { readInput } = create({ inputs, readStandardInput: () => `secret ${++reads}` })
    expect([readInput('token'), readInput('token'), readInput('token-name')]).toEqual(['secret 1', 'secret 1', '-'])
  })

  it('is no token where nothing comes from there, whatever the environment has', () => {
    const environment = { JIRA_CHECK_TOKEN: 'another' }
    const { readInput } = create({ inputs: new Map([['token', '-']]), environment, readStandardInput: () => '' })
    expect(readInput('token')).toBe('')
  })
})

it('withholds no secret, and masks none', () => {
  const { readEvent, mask, printed } = create()
  expect(readEvent()).toEqual({ name: '', actor: '', repository: '', payload: undefined })
  mask('secret')
  expect(printed()).toBe('')
})

it('writes the log line by line', () => {
  const { log, printed } = create()
  log('one')
  log('two')
  expect(printed()).toBe('one\ntwo\n')
})

describe('a verdict', () => {
  const warnings = [
    { title: 'The token expires soon', message: 'The token “ci” expires in 5 days.', remedySteps: ['Create one.'] },
  ]

  it('that is good is printed', () => {
    const { tell, printed } = create()
    expect(tell(presented({ warnings, report: { advice: ['Give it a name.'] } }), all)).toBe(0)
    expect(printed()).toMatchInlineSnapshot(`
      "OK, with a warning: Jira accepts the token
      Jira at https://jira.example.com accepts the token: it belongs to CI Service (svc-ci).
      The token “ci” expires on 2027-02-10 (80 days left).
      Warning: The token expires soon
      The token “ci” expires in 5 days.
        1. Create one.
      Worth knowing: Give it a name.
      "
    `)
  })

  it('that is not is printed with its remedy in steps', () => {
    const { tell, printed } = create()
    expect(tell(rejected(), all)).toBe(1)
    expect(printed()).toMatchInlineSnapshot(`
      "REFUSED: Jira rejected the token (401)
      Jira at https://jira.example.com answered HTTP 401 and does not accept the token.
        1. Create a new token.
        2. Update the secret.
      More: https://github.com/jira-pat-check/jira-pat-check/blob/main/docs/reasons.md#token-rejected
      "
    `)
  })

  it('is coloured where that is wanted', () => {
    const linesOf = (presentation: Presentation): string[] => {
      const { tell, printed } = create({ isColoured: true })
      tell(presentation, all)
      return printed().split('\n')
    }
    expect(linesOf(presented())[0]).toBe('\u001B[1;32mOK: Jira accepts the token\u001B[0m')
    expect(linesOf(rejected())[0]).toBe('\u001B[1;31mREFUSED: Jira rejected the token (401)\u001B[0m')
    expect(linesOf(presented({ warnings }))).toContain('\u001B[1;33mWarning: The token expires soon\u001B[0m')
  })

  it.each<[reason: Reason, exitCode: number]>([
    ['authenticated', 0],
    ['token-rejected', 1],
    ['token-missing', 2],
    ['timeout', 3],
    ['internal-error', 3],
  ])('has its exit code: %s', (reason, exitCode) => {
    const { result, category } = catalogue[reason]
    const presentation = presented({ report: { reason, result, category } })
    expect(create().tell(presentation, all)).toBe(exitCode)
    expect(create().tell(presentation, none)).toBe(category === 'internal' ? exitCode : 0)
  })
})

describe('the files', () => {
  function inDirectory(): string {
    const directory = mkdtempSync(join(tmpdir(), 'jira-pat-check-'))
    onTestFinished(() => rmSync(directory, { recursive: true }))
    return directory
  }

  it('that are asked for are written', () => {
    const directory = inDirectory()
    const paths = { report: join(directory, 'a'), dotenv: join(directory, 'b'), junit: join(directory, 'c') }
    const { tell, printed } = create({ files: new Map(Object.entries(paths)) })
    expect(tell(presented(), all)).toBe(0)
    const [report, dotenv, junit] = Object.values(paths).map((path) => readFileSync(path, 'utf8'))
    expect(report).toBe(`${JSON.stringify(presented().report, null, 2)}\n`)
    expect([dotenv, junit]).toEqual([formatDotenv(presented()), formatJunit(presented())])
    expect(printed()).not.toContain('cannot be written')
  })

  it.each<[what: string, presentation: Presentation, settings: Settings, exitCode: number]>([
    ['a token that is good', presented(), all, 3],
    ['a token that is good, where nothing fails', presented(), none, 3],
    ['a token that is refused', rejected(), all, 1],
  ])('that cannot be written are a failure, since what reads them would read nothing: of %s', (_what, ...given) => {
    const [presentation, settings, exitCode] = given
    const directory = inDirectory()
    const files = new Map([
      ['report', join(directory, 'nowhere', 'report.json')],
      ['junit', join(directory, 'junit.xml')],
    ])
    const { tell, printed } = create({ files })
    expect(tell(presentation, settings)).toBe(exitCode)
    expect(printed().trimEnd().split('\n').at(-1)).toBe('The file of --report cannot be written.')
    expect(readFileSync(join(directory, 'junit.xml'), 'utf8')).toBe(formatJunit(presentation))
  })
})
