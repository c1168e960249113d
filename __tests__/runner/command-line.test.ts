import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it, onTestFinished } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import { type Reason, reasonTable } from '../../src/catalogue/reasons.ts'
import { FAIL_ON_ALL } from '../../src/inputs/fail-on.ts'
import type { Settings } from '../../src/inputs/inputs.ts'
import { formatDotenv } from '../../src/report/dotenv.ts'
import { formatJunit } from '../../src/report/junit.ts'
import type { Presentation } from '../../src/report/presentation.ts'
import { type CommandLineOptions, createCommandLineRunner } from '../../src/runner/command-line.ts'
import type { Publication } from '../../src/runner/runner.ts'
import { presented, rejected } from '../report/presented.ts'

const all: Settings = { failOn: FAIL_ON_ALL, jobSummary: true }
const none: Settings = { failOn: { fails: (reason) => reason === 'internal-error' }, jobSummary: true }

function create(changes: Partial<CommandLineOptions> = {}) {
  const written: string[] = []
  const errors: string[] = []
  const runner = createCommandLineRunner({
    program: 'check',
    inputs: new Map(),
    files: new Map(),
    environment: {},
    write: (text) => written.push(text),
    writeError: (text) => errors.push(text),
    openStandardInput: () => {
      throw new Error('Nobody asked for this.')
    },
    isVerbose: false,
    isColoured: false,
    ...changes,
  })
  return { ...runner, printed: () => written.join(''), printedErrors: () => errors.join('') }
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

  it.each<[name: string, inputs: Record<string, string>, environment: Record<string, string>, place: string]>([
    ['token-name', { 'token-name': 'ci' }, { JIRA_CHECK_TOKEN_NAME: 'cd' }, '--token-name'],
    ['token-name', {}, { JIRA_CHECK_TOKEN_NAME: 'cd' }, 'JIRA_CHECK_TOKEN_NAME'],
    ['token', { token: '-' }, {}, 'standard input'],
    ['headers', { headers: '-' }, {}, 'standard input'],
    ['token-name', { 'token-name': '-' }, {}, '--token-name'],
  ])('%s, given as %j and %j, comes from %s', (name, inputs, environment, place) => {
    expect(create({ inputs: new Map(Object.entries(inputs)), environment }).sourceOf(name)).toBe(place)
  })

  it.each([
    ['projects', '--projects'],
    ['token', 'JIRA_PAT (or --token -)'],
    ['headers', 'JIRA_CHECK_HEADERS (or --headers -)'],
  ])('%s is called %s', (name, called) => {
    expect(create().nameOf(name)).toBe(called)
  })
})

it('what is no input of this program is called as if it were a flag', () => {
  expect(create().nameOf('frob')).toBe('--frob')
})

describe('standard input', () => {
  const piped = (inputs: Record<string, string>, text: string | Readable, environment: Record<string, string> = {}) =>
    create({
      inputs: new Map(Object.entries(inputs)),
      environment,
      openStandardInput: () => (typeof text === 'string' ? Readable.from([Buffer.from(text)]) : text),
    })

  it.each(['token', 'headers'])('is read where it holds %s', async (name) => {
    const runner = piped({ [name]: '-', 'token-name': '-' }, 'secret\n')
    await runner.ready?.(systemClock, 1000)
    expect([runner.readInput(name), runner.readInput(name), runner.readInput('token-name')]).toEqual([
      ...['secret\n', 'secret\n', '-'],
    ])
    expect(runner.blankBecause?.(name)).toBeUndefined()
  })

  it('is not waited for where nobody asks for it', async () => {
    const { ready, blankBecause } = create({ inputs: new Map([['token-name', '-']]) })
    await ready?.(systemClock, 1000)
    expect(blankBecause?.('token')).toBeUndefined()
  })

  it.each(['', ' \n'])('that is empty (%j) gives no token, whatever the environment has', async (text) => {
    const runner = piped({ token: '-' }, text, { JIRA_CHECK_TOKEN: 'another' })
    await runner.ready?.(systemClock, 1000)
    expect(runner.readInput('token').trim()).toBe('')
    expect(runner.blankBecause?.('token')).toBe('standard input is empty')
    expect(runner.blankBecause?.('headers')).toBeUndefined()
  })

  it('that does not end is not waited for beyond the time', async () => {
    const open = new Readable({ read() {} })
    open.push('half a tok')
    const runner = piped({ token: '-' }, open)
    await runner.ready?.({ ...systemClock, after: (_, callback) => systemClock.after(0, callback) }, 30_000)
    expect(runner.readInput('token')).toBe('')
    expect(runner.blankBecause?.('token')).toBe('standard input has not ended within 30 s')
    expect(open.destroyed).toBe(true)
  })
})

it('withholds no secret, and masks none', () => {
  const { readEvent, mask, printed } = create()
  expect(readEvent()).toBeUndefined()
  mask('secret')
  expect(printed()).toBe('')
})

it('writes the log line by line', () => {
  const { log, printed } = create()
  log('one')
  log('two')
  expect(printed()).toBe('one\ntwo\n')
})

it('takes a terminal without a size for one of 80 columns', () => {
  const { log, printed } = create({ columns: 0 })
  log('word '.repeat(20).trim())
  expect(printed()).toBe(`${'word '.repeat(16).trim()}\n${'word '.repeat(4).trim()}\n`)
})

it('tells of every request where somebody wants that', () => {
  const { debug, printed } = create({ isVerbose: true })
  debug?.('GET /rest/api/2/myself: HTTP 200')
  expect(printed()).toBe('Debug: GET /rest/api/2/myself: HTTP 200\n')
  expect(create().debug).toBeUndefined()
})

describe('what another program has to say', () => {
  const publication: Publication = {
    outputs: [['result', 'refused']],
    annotations: [],
    summary: 'nobody reads this here',
    terminal: (columns, isColoured) => [`${columns} columns`, isColoured ? 'in colour' : 'without colour'],
    failing: null,
  }

  it('is printed as the terminal is', () => {
    const { publish, printed } = create({ program: 'watch', columns: 90, isColoured: true })
    expect(publish(publication)).toBe(0)
    expect(printed()).toBe('90 columns\nin colour\n')
  })

  it.each([
    ['refused', 1],
    ['misconfigured', 2],
    ['unknown', 3],
  ] as const)('ends, where it fails for what is %s, with %i', (failing, exitCode) => {
    expect(create({ program: 'watch' }).publish({ ...publication, failing })).toBe(exitCode)
  })

  it.each<[inputs: Record<string, string>, isFile: boolean]>([
    [{ html: '-' }, true],
    [{ 'report-path': '-' }, true],
    [{ html: 'tokens.html', junit: '-' }, true],
    [{ html: 'tokens.html' }, false],
    [{ 'github-token': '-' }, false],
    [{}, false],
  ])('makes room for a file that is to be the output: %j', (inputs, isFile) => {
    const { publish, log, writeFile, printed, printedErrors } = create({
      program: 'watch',
      inputs: new Map(Object.entries(inputs)),
    })
    log('a line')
    expect(writeFile('-', '<html>')).toBeUndefined()
    publish(publication)
    const told = 'a line\nundefined columns\nwithout colour\n'
    expect(printedErrors()).toBe(isFile ? told : '')
    expect(printed()).toBe(isFile ? '<html>' : told.replace('line\n', 'line\n<html>'))
  })
})

describe('the progress of a long run', () => {
  it('is shown in one line, which is gone at its end', () => {
    const { progress, printed } = create({ columns: 80 })
    for (const text of ['9 of 12', '10 of 12', '']) progress?.(text)
    expect(printed()).toBe(`\r9 of 12\r10 of 12\r${' '.repeat('10 of 12'.length)}\r`)
  })

  it('is shown to nobody where the output is no terminal', () => {
    expect(create().progress).toBeUndefined()
  })
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
    const { result, category } = reasonTable[reason]
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
    expect(printed().trimEnd().split('\n').at(-1)).toBe('The file of --report cannot be written (ENOENT).')
    expect(readFileSync(join(directory, 'junit.xml'), 'utf8')).toBe(formatJunit(presentation))
  })

  it.skipIf(process.platform === 'win32')('are for their owner alone, also where one was there before', () => {
    const path = join(inDirectory(), 'report.json')
    for (const presentation of [presented(), rejected()]) {
      create({ files: new Map([['report', path]]) }).tell(presentation, all)
      expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ reason: presentation.report.reason })
      expect(statSync(path).mode & 0o777).toBe(0o600)
    }
  })

  it.skipIf(process.platform === 'win32')('are not written through a link', () => {
    const directory = inDirectory()
    const [path, target] = [join(directory, 'report.json'), join(directory, 'target')]
    symlinkSync(target, path)
    const { tell, printed } = create({ files: new Map([['report', path]]) })
    expect(tell(presented(), all)).toBe(3)
    expect(printed()).toContain('The file of --report cannot be written (it is a link).')
    expect(() => statSync(target)).toThrow('ENOENT')
  })

  it('may be standard output, where nothing else stands then', () => {
    const { tell, log, printed, printedErrors } = create({ files: new Map([['report', '-']]) })
    log('one')
    expect(tell(presented(), all)).toBe(0)
    expect(JSON.parse(printed())).toEqual(presented().report)
    expect(printedErrors()).toMatch(/^one\nOK: /)
  })
})
