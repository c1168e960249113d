import { Readable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { FAIL_ON_ALL } from '../../src/inputs/fail-on.ts'
import type { Presentation } from '../../src/report/presentation.ts'
import { createCommandLineRunner } from '../../src/runner/command-line.ts'
import { presented, rejected } from '../report/presented.ts'

const settings = { failOn: FAIL_ON_ALL, jobSummary: true }

/** What the command line prints of a verdict. */
function told(presentation: Presentation, terminal: { columns?: number; isColoured?: boolean } = {}): string {
  let text = ''
  const runner = createCommandLineRunner({
    program: 'check',
    inputs: new Map(),
    files: new Map(),
    environment: {},
    write: (more) => {
      text += more
    },
    writeError: () => undefined,
    openStandardInput: () => Readable.from([]),
    isVerbose: false,
    isColoured: false,
    ...terminal,
  })
  runner.tell(presentation, settings)
  return text
}

const expiring = presented({
  lines: [],
  warnings: [
    {
      title: 'The Jira token expires soon',
      message: 'The token “ci” of CI Service (svc-ci) expires on 2026-11-27 (5 days left).',
      remedySteps: ['Create a new token in Jira.', 'Store it in the secret.'],
    },
  ],
  report: { advice: ['The token “ci” never expires.'] },
})

describe('the words on a command line', () => {
  it('of a token that is good', () => {
    expect(told(presented())).toMatchInlineSnapshot(`
      "OK: Jira accepts the token
      Jira at https://jira.example.com accepts the token: it belongs to CI Service (svc-ci).
      The token “ci” expires on 2027-02-10 (80 days left).
      "
    `)
  })

  it('of one that is good and not for long: told apart in the first line', () => {
    expect(told(expiring)).toMatchInlineSnapshot(`
      "OK, with a warning: Jira accepts the token
      Jira at https://jira.example.com accepts the token: it belongs to CI Service (svc-ci).
      Warning: The Jira token expires soon
      The token “ci” of CI Service (svc-ci) expires on 2026-11-27 (5 days left).
        1. Create a new token in Jira.
        2. Store it in the secret.
      Worth knowing: The token “ci” never expires.
      "
    `)
  })

  it('of one that is refused: what to do, and where to read on', () => {
    expect(told(rejected())).toMatchInlineSnapshot(`
      "REFUSED: Jira rejected the token (401)
      Jira at https://jira.example.com answered HTTP 401 and does not accept the token.
        1. Create a new token.
        2. Update the secret.
      More: https://github.com/jira-pat-check/jira-pat-check/blob/main/docs/reasons.md#token-rejected
      "
    `)
  })

  it.each(['unknown', 'misconfigured'] as const)('begin with the result: %s', (result) => {
    expect(told(rejected({ result }))).toMatch(new RegExp(`^${result.toUpperCase()}: `))
  })
})

describe('a terminal', () => {
  const step = `Look at https://jira.example.com/secure/ViewProfile.jspa${'?tab=1'.repeat(10)} ${'and on '.repeat(30)}`
  const long = presented({ ...rejected(), remedySteps: [step, step], report: { ...rejected().report, message: step } })

  it('gets no line that is longer than it is wide, but for a URL', () => {
    const lines = told(long, { columns: 80 }).split('\n')
    expect(lines.filter((line) => line.length > 80 && !/^ *(?:More: )?https:\S+$/.test(line))).toEqual([])
    expect(lines.filter((line) => /^ {5}\S/.test(line)).length).toBeGreaterThan(4)
  })

  it('gets no line that is tiring to read either', () => {
    const lines = told(long, { columns: 300 }).split('\n')
    expect(lines.filter((line) => line.length > 100 && !line.includes('https://'))).toEqual([])
  })

  it('gets colours where it wants them, of which no word depends', () => {
    const coloured = told(expiring, { isColoured: true })
    expect(coloured).toContain('\u001B[1;33mOK, with a warning')
    expect(stripVTControlCharacters(coloured)).toBe(told(expiring))
  })

  it('gets no colour without a word of its own: OK, a warning, or the result in capitals', () => {
    const all = [presented(), expiring, rejected(), rejected({ result: 'unknown' })]
    const painted = all.map((one) => told(one, { isColoured: true })).join('')
    const wordsBy = (colour: number): string[] =>
      Array.from(painted.matchAll(new RegExp(`\u001B\\[1;${colour}m([^:]+):`, 'g')), ([, words = '']) => words)
    expect(wordsBy(32)).toEqual(['OK'])
    expect(wordsBy(33)).toEqual(['OK, with a warning', 'Warning'])
    expect(wordsBy(31)).toEqual(['REFUSED', 'UNKNOWN'])
  })
})

it('what is no terminal gets each text in one line, for grep', () => {
  const message = 'many words '.repeat(40).trim()
  expect(told(rejected({ message }))).toContain(`\n${message}\n`)
})
