import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import { VERSION } from '../../src/base/version.ts'
import { FAIL_ON_ALL } from '../../src/inputs/fail-on.ts'
import { openRunner } from '../../src/runner/open.ts'
import type { OpeningProcess } from '../../src/runner/opening-process.ts'
import { isGitHub, programOf } from '../../src/runner/opening-process.ts'
import type { Runner } from '../../src/runner/runner.ts'
import { describeUsage } from '../../src/runner/usage.ts'
import { presented } from '../report/presented.ts'

interface Opened {
  opened: Runner | number
  stdout: string
  stderr: string
}

const processOf = (args: string[], env: Record<string, string> = {}, changes: Partial<OpeningProcess> = {}) => {
  const printed = { stdout: '', stderr: '' }
  const process: OpeningProcess = {
    argv: ['node', 'index.js', ...args],
    env,
    get stdin(): never {
      throw new Error('Nobody asked for this.')
    },
    stdout: { isTTY: false, write: (text) => (printed.stdout += text) },
    stderr: { write: (text) => (printed.stderr += text) },
    ...changes,
  }
  return { process, printed }
}

const open = async (...given: Parameters<typeof processOf>): Promise<Opened> => {
  const { process, printed } = processOf(...given)
  return { opened: await openRunner(process, 'check'), ...printed }
}

const onGitHub = { GITHUB_ACTIONS: 'true', 'INPUT_CHECK-EXPIRY': 'true' }

describe('GitHub', () => {
  it.each<[isGitHub: boolean, args: string[], env: Record<string, string>]>([
    [true, [], onGitHub],
    // A wrapper that imports the bundle has arguments of its own.
    [true, ['dist/index.js'], onGitHub],
    [false, ['--retries', '0'], onGitHub],
    // A step of its own (`run:`), whose gates are in JIRA_CHECK_…: as the action it would not read them.
    [false, [], { GITHUB_ACTIONS: 'true', JIRA_CHECK_PROJECTS: 'OPS' }],
    [false, [], {}],
    [false, [], { ...onGitHub, GITHUB_ACTIONS: 'false' }],
    [false, ['--retries', '0'], {}],
  ])('is who started this: %j, with %j in %j', (expected, args, env) => {
    expect(isGitHub(processOf(args, env).process)).toBe(expected)
  })

  it('is told by no arguments, where a wrapper leaves not even the script', () => {
    expect(isGitHub({ argv: ['node'], env: onGitHub })).toBe(true)
  })

  it('is not who started another program, or a script with flags, whatever that is called', () => {
    expect(isGitHub(processOf(['watch'], onGitHub).process)).toBe(false)
    expect(isGitHub(processOf(['rotate'], onGitHub).process)).toBe(false)
    expect(isGitHub({ argv: ['node', '-index.js'], env: onGitHub })).toBe(true)
  })

  it('gets its own runner', async () => {
    const { opened, stdout, stderr } = await open([], { ...onGitHub, GITHUB_ACTOR: 'octocat' })
    if (typeof opened === 'number') throw new Error('This is no runner.')
    expect(opened.readEvent()).toMatchObject({ actor: 'octocat' })
    expect(stdout + stderr).toBe('')
  })
})

it.each([
  [['watch', '--help'], 'watch'],
  [['rotate'], 'rotate'],
  [['check'], 'check'],
  [['--help', 'watch'], 'check'],
  [['other'], 'check'],
  [[], 'check'],
])('the first word names the program: %j', (args, program) => {
  expect(programOf(['node', 'index.js', ...args])).toBe(program)
})

it('that word is none of what the program reads', async () => {
  const { process, printed } = processOf(['watch', '--help'])
  expect(await openRunner(process, 'watch')).toBe(0)
  expect(printed.stdout).toBe(`${describeUsage('watch')}\n`)
})

describe('a command line that asks for no check is answered', () => {
  it('--help', async () => {
    expect(await open(['--help'])).toEqual({ opened: 0, stdout: `${describeUsage('check')}\n`, stderr: '' })
  })

  it('--version', async () => {
    expect(await open(['--version'])).toEqual({ opened: 0, stdout: `${VERSION}\n`, stderr: '' })
  })

  it('what cannot be read', async () => {
    const stderr = 'jira-pat-check: there is no flag --porjects, perhaps --projects is meant; --help lists them\n'
    expect(await open(['--porjects', 'OPS'])).toEqual({ opened: 2, stdout: '', stderr })
  })
})

describe('a command line that asks for a check', () => {
  const tell = async (env: Record<string, string>, isTTY: boolean): Promise<string> => {
    const { process, printed } = processOf(['--retries', '0'], env)
    Object.assign(process.stdout, { isTTY })
    const runner = await openRunner(process, 'check')
    if (typeof runner === 'number') throw new Error('This is no runner.')
    expect(runner.readInput('retries')).toBe('0')
    expect(runner.readInput('projects')).toBe(env['JIRA_CHECK_PROJECTS'] ?? '')
    expect(runner.tell(presented({}), { failOn: FAIL_ON_ALL, jobSummary: true })).toBe(0)
    return printed.stdout
  }

  it('gets a runner that reads its flags and variables', async () => {
    expect(await tell({ JIRA_CHECK_PROJECTS: 'OPS' }, false)).toMatch(/^OK: /)
  })

  it('gets one that reads standard input where it is to, and what is wrong into the other output', async () => {
    const stdin = Readable.from([Buffer.from('secret')])
    const { opened, stdout, stderr } = await open(['--token', '-', '--report', '-'], {}, { stdin })
    if (typeof opened === 'number') throw new Error('This is no runner.')
    await opened.ready?.(systemClock, 1000)
    expect(opened.readInput('token')).toBe('secret')
    expect([stdout, stderr]).toEqual(['', ''])
  })

  it.each<[isColoured: boolean, isTTY: boolean, env: Record<string, string>]>([
    [true, true, {}],
    [true, true, { TERM: 'xterm', NO_COLOR: '' }],
    [false, true, { TERM: 'dumb' }],
    [false, true, { NO_COLOR: '1' }],
    [false, false, {}],
  ])('is told in colour: %j, at a terminal: %j, in %j', async (isColoured, isTTY, env) => {
    expect((await tell(env, isTTY)).includes('\u001B[')).toBe(isColoured)
  })
})
