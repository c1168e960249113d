import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { VERSION } from '../../src/base/version.ts'
import { inputsOf } from '../../src/inputs/program.ts'
import type { Row } from '../../src/inputs/row.ts'
import { fillFrom } from '../../src/inputs/words.ts'
import { parseCommandLine as parse } from '../../src/runner/flags.ts'
import { describeUsage } from '../../src/runner/usage.ts'

const parseCommandLine = (args: readonly string[]) => parse(args, 'check')

it('the version is that of package.json', () => {
  expect(VERSION).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
})

/** The inputs of the check, each of which is a flag of the same name. */
const rows = new Map<string, Row>(inputsOf('check'))

const check = (inputs: Record<string, string>, files: Record<string, string> = {}) => ({
  kind: 'run',
  inputs: new Map(Object.entries(inputs)),
  files: new Map(Object.entries(files)),
  isVerbose: false,
})

describe('a check', () => {
  it.each<[string[], Record<string, string>]>([
    [[], {}],
    [['--jira-url', 'https://jira.example.com'], { 'jira-url': 'https://jira.example.com' }],
    [['--jira-url=https://jira.example.com?a=b'], { 'jira-url': 'https://jira.example.com?a=b' }],
    [['--projects', 'OPS, WEB', '--retries', '0'], { projects: 'OPS, WEB', retries: '0' }],
    [['--retries', '1', '--retries', '2'], { retries: '2' }],
    [['--token', '-'], { token: '-' }],
    [['--token', '-', '--projects', '-'], { token: '-', projects: '-' }],
    [['--token=-'], { token: '-' }],
    [['--headers', '-'], { headers: '-' }],
    [['--client-key', './client.key'], { 'client-key': './client.key' }],
    [['--username='], { username: '' }],
    [['--check-expiry'], { 'check-expiry': 'true' }],
    [['--check-expiry', 'false'], { 'check-expiry': 'false' }],
    [['--check-expiry=false'], { 'check-expiry': 'false' }],
    [['--allow-http', '--retries', '0'], { 'allow-http': 'true', retries: '0' }],
    [['--allow-http', '--job-summary'], { 'allow-http': 'true', 'job-summary': 'true' }],
    [['--allow-http', 'perhaps'], { 'allow-http': 'perhaps' }],
  ])('%j', (args, inputs) => {
    expect(parseCommandLine(args)).toEqual(check(inputs))
  })

  const hidden = ['token', 'headers']

  it.each([...rows.keys()].filter((name) => !hidden.includes(name)))('takes --%s', (name) => {
    expect(parseCommandLine([`--${name}`, 'x'])).toEqual(check({ [name]: 'x' }))
  })

  it.each([...rows].filter(([name]) => !hidden.includes(name)))(
    '--%s may stand alone where it is a boolean',
    (name, { kind }) => {
      const alone = kind === 'boolean' ? check({ [name]: 'true' }) : { kind: 'problem' }
      expect(parseCommandLine([`--${name}`])).toMatchObject(alone)
      expect(parseCommandLine([name])).toMatchObject({ kind: 'problem' })
    },
  )

  it('tells of every request, where it is to', () => {
    expect(parseCommandLine(['--verbose', '--retries', '0'])).toEqual({ ...check({ retries: '0' }), isVerbose: true })
  })

  it('writes files beside it', () => {
    const args = ['--report', 'r.json', '--dotenv', 'd.env', '--junit', 'j.xml', '--retries', '0']
    expect(parseCommandLine(args)).toEqual(
      check({ retries: '0' }, { report: 'r.json', dotenv: 'd.env', junit: 'j.xml' }),
    )
  })
})

describe('something else than a check', () => {
  it.each([
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['--version'], 'version'],
    [['-v'], 'version'],
    [['--version', '--help'], 'help'],
    [['--jira-url', 'https://jira.example.com', '--help'], 'help'],
  ])('%j', (args, kind) => {
    expect(parseCommandLine(args)).toEqual({ kind })
  })
})

describe('a command line that cannot be read', () => {
  const problem = (text: string) => ({ kind: 'problem', problem: text })
  const unreadable =
    'the flags cannot be read: each is --NAME VALUE, and there are no other arguments; --help lists them'
  const everybody = 'is never an argument, which everybody on the machine can read'
  const alone =
    'an address stands alone: give it by its flag, --jira-url or --confluence-url or --bitbucket-url; --help lists them all'
  const argument = `a token ${everybody}: use JIRA_PAT, or --token -`
  const header = `a header, which may hold a secret, ${everybody}: use JIRA_CHECK_HEADERS, or --headers -`
  const key = `a private key ${everybody}: use JIRA_CHECK_CLIENT_KEY, or give its path`
  const noBlank = 'there is no such flag, though one begins like --token: perhaps a blank is missing; --help lists them'
  const noName = 'there is no flag of that name; --help lists them'

  it.each([
    [['--project', 'OPS'], 'there is no flag --project, perhaps --projects is meant; --help lists them'],
    [['--porjects=OPS'], 'there is no flag --porjects, perhaps --projects is meant; --help lists them'],
    [['--jira-ulr', 'x'], 'there is no flag --jira-ulr, perhaps --jira-url is meant; --help lists them'],
    [['--tokn'], 'there is no flag --tokn, perhaps --token is meant; --help lists them'],
    [['--Projects', 'OPS'], 'there is no flag of that name, perhaps --projects is meant; --help lists them'],
    [['--timeout', '3'], 'there is no flag --timeout, perhaps --timeout-seconds is meant; --help lists them'],
    [
      ['--url', 'x'],
      'there is no flag --url, perhaps --jira-url or --confluence-url or --bitbucket-url is meant; --help lists them',
    ],
    [['--e'], noName],
    [['--ca', 'x'], 'there is no flag --ca, perhaps --ca-certificate is meant; --help lists them'],
    [['--tokenz', 'x'], 'there is no flag --tokenz, perhaps --token is meant; --help lists them'],
    [['chekc'], 'there is no program of that name, perhaps check is meant'],
    [['wathc', '--retries', '0'], 'there is no program of that name, perhaps watch is meant'],
    [['wathc', '--frob', '0'], 'there is no flag --frob; --help lists them'],
    [['--issues', 'true'], '--issues is a flag of watch, and not of this; --help lists them'],
    [['--retries', '0', '--frob'], 'there is no flag --frob; --help lists them'],
    [['--jira-url'], unreadable],
    [['--retries', '--help'], unreadable],
    [['https://jira.example.com'], alone],
    [['--retries', '0', 'https://jira.example.com'], alone],
    [['--jira-url', 'https://jira.example.com', 'check'], unreadable],
    [['--help=yes'], unreadable],
    [['--version=yes'], unreadable],
    [['no--flag'], unreadable],
    [['-x'], unreadable],
    [['--retries', '1', '2'], unreadable],
    [['--allow-http', 'true', 'false'], unreadable],
    [['--token', 'hunter2'], argument],
    [['--token=hunter2'], argument],
    [['--token', ''], argument],
    [
      ['--confluence-url', 'https://wiki.example.com', '--token', 'hunter2'],
      argument.replace('JIRA_PAT', 'CONFLUENCE_PAT'),
    ],
    [['--headers', 'X-A: hunter2'], header],
    [['--client-key', '-----BEGIN PRIVATE KEY-----\nMII'], key],
    [['--client-key=-----BEGIN RSA PRIVATE KEY-----'], key],
    [['--token', '-', '--headers', '-'], 'only one input can come from standard input'],
    [['--report', '-', '--junit', '-'], 'only one file can be written to standard output'],
    [
      ['--report', 'jira', '--dotenv', 'jira'],
      'two files cannot be written to one path, where the second would replace the first',
    ],

    // A token that ran into a flag, or into nothing.
    [['--tokenMjcxODI4MTgyODQ1OmEgc3Rh'], noBlank],
    [['--tokenhunter'], noBlank],
    [['--token:hunter'], noBlank],
    [['--MjcxODI4MTgyODQ1OmEgc3Rh'], noName],
    [['--NDQ1OmEgc3Rh=x'], noName],
    [['--a/b'], noName],
    [['--hunter2'], noName],
    [[`--${'long'.repeat(6)}`], noName],
    [['--\n'], noName],
  ])('%j', (args, text) => {
    expect(parseCommandLine(args)).toEqual(problem(text))
  })

  it('names the programs that have such a flag', () => {
    expect(parse(['--fail-on', 'none'], 'rotate')).toEqual(
      problem('--fail-on is a flag of check and watch, and not of this; --help lists them'),
    )
  })

  it.each([
    ['html', 'junit'],
    ['metrics', 'report'],
  ])('does not want two files in one place: --%s and --%s', (one, other) => {
    expect(parse([`--${one}`, 'a', `--${other}`, 'a'], 'watch')).toEqual(
      problem('two files cannot be written to one path, where the second would replace the first'),
    )
    expect(parse([`--${one}`, 'a', `--${other}`, 'b'], 'watch')).toMatchObject({ kind: 'run' })
  })

  it.each([
    [['hunter2']],
    [['--token', 'hunter2']],
    [['--tokn=hunter2']],
    [['--headers', 'X: hunter2']],
    [['--token', 'hunter2', 'hunter2', '--x']],
  ])('quotes no value, which may be a secret: %j', (args) => {
    const told = parseCommandLine(args)
    expect(told).toMatchObject({ kind: 'problem' })
    expect(JSON.stringify(told)).not.toContain('hunter2')
  })

  it('does not take what another flag is worth for itself', () => {
    expect(parseCommandLine(['--token', '--check-expiry'])).toMatchObject({ kind: 'problem' })
  })
})

it('--help lists every flag with its meaning', () => {
  const usage = describeUsage('check')
  for (const [name, row] of [...rows]) expect(usage).toMatch(lineOf(name, fillFrom(row, row.help)))
  expect(usage).toMatch(lineOf('jira-url', 'base URL of Jira with its context path; else JIRA_DOMAIN'))
  expect(usage).toMatch(lineOf('allow-http', 'allow http:// to a host other than loopback (false)'))
  for (const name of ['report', 'dotenv', 'junit', 'verbose', 'help', 'version'])
    expect(usage).toContain(`  --${name} `)
  expect(usage).toMatch(/^Usage: jira-pat-check/)
  for (const code of ['0  usable', '1  refused', '2  misconfigured', '3  unknown'])
    expect(usage).toContain(`\n  ${code}`)
  expect(Math.max(...usage.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80)
})

function lineOf(name: string, meaning: string): RegExp {
  return new RegExp(`^  --${name} +${RegExp.escape(meaning)}$`, 'm')
}

/** The command lines below “Examples”, as their arguments; a line that ends with a backslash goes on. */
const examplesIn = (usage: string): string[][] =>
  Array.from(
    usage
      .slice(usage.indexOf('\nExamples'), usage.indexOf('\nExit codes:'))
      .replaceAll(/\\\n/g, ' ')
      .matchAll(/jira-pat-check (.*)$/gm),
    ([, line = '']) => line.replace(/ +#.*$/, '').match(/"[^"]*"|\S+/g) ?? [],
  )

it.each(['check', 'watch', 'rotate'] as const)('--help of %s has examples that can be run', (program) => {
  const examples = examplesIn(describeUsage(program))
  expect(examples.length).toBeGreaterThan(1)
  for (const example of examples) {
    const args = example.map((arg) => arg.replaceAll('"', ''))
    if (program !== 'check') expect(args.shift()).toBe(program)
    expect([args, parse(args, program)]).toEqual([args, expect.objectContaining({ kind: 'run' })])
  }
})

it.each(['check', 'watch', 'rotate'] as const)('--help of %s is read by people', (program) => {
  const usage = describeUsage(program)
  expect(usage).toMatchSnapshot()
  expect(Math.max(...usage.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80)
})

describe('another program', () => {
  it('has flags of its own, some of another name than the input', () => {
    expect(parse(['--report', 'all.json', '--tokens', 'list.yml'], 'watch')).toEqual(
      check({ 'report-path': 'all.json', tokens: 'list.yml' }),
    )
    expect(parse(['--tokens', 'list.yml'], 'rotate')).toMatchObject({ kind: 'problem' })
    expect(parse(['--dotenv', 'x'], 'watch')).toEqual({
      kind: 'problem',
      problem: '--dotenv is a flag of check, and not of this; --help lists them',
    })
    expect(parse(['--issue'], 'watch')).toEqual({
      kind: 'problem',
      problem: 'there is no flag --issue, perhaps --issues is meant; --help lists them',
    })
  })

  it.each([
    [['--merge', 'a.json', 'b.json', '--html', 'x'], { merge: 'a.json\nb.json', html: 'x' }],
    [['--merge', 'a.json', '--merge', 'b.json', 'c.json'], { merge: 'a.json\nb.json\nc.json' }],
    [['--merge=a.json'], { merge: 'a.json' }],
  ])('takes as many paths as a shell makes of a pattern: %j', (args, inputs) => {
    expect(parse(args, 'watch')).toEqual(check(inputs))
  })

  it('writes one file to standard output, and no two to one path', () => {
    for (const path of ['-', 'page']) {
      expect(parse(['--html', path, '--junit', path], 'watch')).toMatchObject({ kind: 'problem' })
      expect(parse(['--html', path, '--junit', 'else'], 'watch')).toMatchObject({ kind: 'run' })
    }
  })

  it('takes no secret as an argument', () => {
    expect(parse(['--github-token', 'ghs_x'], 'watch')).toEqual({
      kind: 'problem',
      problem: expect.stringContaining('use JIRA_CHECK_GITHUB_TOKEN, or --github-token -'),
    })
  })

  it.each([
    ['wacth', 'perhaps watch is meant'],
    ['rotat', 'perhaps rotate is meant'],
    ['5sNyA4JUbnPoNEHWMBwVP1qxTzWfLRcGkDhY', '--help lists them'],
  ])('is named by a word: %s', (word, hint) => {
    expect(parse([word], 'check')).toEqual({ kind: 'problem', problem: expect.stringContaining(hint) })
  })
})
