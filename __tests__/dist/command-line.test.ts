import { mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nginxForbidden } from '../support/answers.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { type StandInJira, startJira } from '../support/jira.ts'
import { leaksOf, spellingsOf } from '../support/leaks.ts'
import { runCommandLine } from '../support/runner.ts'

let jira: StandInJira
let edge: StandInJira
let directory: string

beforeAll(async () => {
  jira = await startJira()
  edge = await startJira({ respond: () => nginxForbidden })
  directory = await mkdtemp(join(tmpdir(), 'jira-pat-check-test-'))
})

afterAll(async () => {
  await Promise.all([jira.close(), edge.close(), rm(directory, { recursive: true, force: true })])
})

const check = (args: string[] = [], env: Record<string, string> = {}, stdin?: string) =>
  runCommandLine({ args, env: { JIRA_DOMAIN: jira.url, JIRA_PAT: goodToken, ...env }, stdin })

describe('exit codes that a script can branch on', () => {
  it.concurrent('0: usable', async () => {
    expect((await check()).exitCode).toBe(0)
  })

  it.concurrent('1: refused', async () => {
    expect((await check([], { JIRA_PAT: badToken })).exitCode).toBe(1)
  })

  it.concurrent('2: misconfigured', async () => {
    expect((await check([], { JIRA_PAT: '' })).exitCode).toBe(2)
  })

  it.concurrent('3: unknown', async () => {
    expect((await check(['--jira-url', edge.url])).exitCode).toBe(3)
  })
})

describe('a fault of the program itself', () => {
  const preload = (code: string) => ({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` })

  it.concurrent.for<[what: string, code: string]>([
    [
      'in the middle',
      'let calls = 0; const now = Date.now; Date.now = () => { if (++calls === 2) throw 1; return now() }',
    ],
    ['that even the words for it run into', 'Date.now = () => { throw new TypeError("the clock is broken") }'],
    ['that ends it', 'import { Socket } from "node:net"; Socket.prototype.connect = () => process.exit()'],
  ])('is 3, since 1 would say that the token is refused: %s', async ([, code]) => {
    expect((await check([], preload(code))).exitCode).toBe(3)
  })
})

describe('in a step of GitHub Actions', () => {
  it.concurrent('without inputs of an action it is a command line, and its variables count', async () => {
    const { exitCode, stdout } = await check([], { GITHUB_ACTIONS: 'true', JIRA_CHECK_EXPECTED_USER: 'somebody-else' })
    expect(exitCode).toBe(1)
    expect(stdout).toContain('REFUSED: The token belongs to another user')
  })

  it.concurrent('flags make it a command line', async () => {
    const { exitCode, stdout } = await check(['--retries', '0'], { GITHUB_ACTIONS: 'true' })
    expect(exitCode).toBe(0)
    expect(stdout).toContain('OK: Jira accepts the token')
    expect(stdout).not.toContain('::')
  })
})

describe('inputs', () => {
  it.concurrent('are flags of the same name', async () => {
    const { exitCode, stdout, stderr } = await check(['--projects', 'OPS', '--permissions', 'ADMINISTER'])
    expect(exitCode).toBe(1)
    expect(stdout + stderr).toContain('ADMINISTER')
  })

  it.concurrent('are variables too', async () => {
    const { exitCode, stdout, stderr } = await check([], { JIRA_CHECK_EXPECTED_USER: 'svc-deploy' })
    expect(exitCode).toBe(1)
    expect(stdout + stderr).toContain('svc-deploy')
  })

  it.concurrent('a flag wins over its variable', async () => {
    const { exitCode } = await check(['--expected-user', 'svc-ci'], { JIRA_CHECK_EXPECTED_USER: 'svc-deploy' })
    expect(exitCode).toBe(0)
  })

  it.concurrent('the token may come from standard input', async () => {
    const { exitCode } = await check(['--token', '-'], { JIRA_PAT: '' }, `${goodToken}\n`)
    expect(exitCode).toBe(0)
  })

  it.concurrent('the token may not be an argument, which everybody on the machine can read', async () => {
    const { exitCode, stdout, stderr } = await check(['--token', goodToken], { JIRA_PAT: '' })
    expect(exitCode).toBe(2)
    expect(leaksOf(spellingsOf(goodToken), { stdout, stderr })).toEqual([])
  })

  it.concurrent.for([
    [`--token${goodToken}`],
    [`--${goodToken}`],
    [`--token:${goodToken}`],
    [goodToken],
    ['--headers', `X-Gateway: ${goodToken}`],
  ])('a token that ran into a flag is not repeated: %j', async (args) => {
    const { exitCode, stdout, stderr } = await check(args)
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^jira-pat-check: .*\w/)
    expect(leaksOf([...spellingsOf(goodToken), goodToken.slice(0, 12)], { stderr })).toEqual([])
  })

  it.concurrent('a variable that looks like an input and is none is a misconfiguration', async () => {
    const { exitCode, stdout } = await check([], { JIRA_CHECK_PROJECT: 'OPS' })
    expect(exitCode).toBe(2)
    expect(stdout).toMatch(/JIRA_CHECK_PROJECT is no input.*JIRA_CHECK_PROJECTS/)
    expect(stdout).toContain('Rename JIRA_CHECK_PROJECT')
    expect((await check([], { JIRA_CHECK_PROJECT: ' ', JIRA_CHECK_ISSUES: 'true' })).exitCode).toBe(0)
  })

  it.concurrent('an input is called as it is here', async () => {
    const wrong = await check(['--retries', 'many'])
    expect(wrong.stdout).toContain('--retries is not a whole number from 0 to 10.')
    const { stdout } = await check([], { JIRA_DOMAIN: '' })
    expect(stdout).toContain('--jira-url is blank, and so is the environment variable JIRA_DOMAIN')
    expect(wrong.stdout + stdout).not.toContain('the input')
  })

  it.concurrent('an unknown flag is a misconfiguration', async () => {
    const { exitCode, stdout, stderr } = await check(['--porjects', 'OPS'])
    expect(exitCode).toBe(2)
    expect(stdout + stderr).toContain('--porjects')
    expect(stdout + stderr).not.toMatch(/^\s+at /m)
  })
})

describe('what it prints', () => {
  it.concurrent('is plain text: no workflow commands, no colour, no token', async () => {
    for (const token of [goodToken, badToken]) {
      const { stdout, stderr } = await check([], { JIRA_PAT: token })
      expect(stdout + stderr).not.toMatch(/^::|##\[/m)
      expect(stdout + stderr).toBe(stripVTControlCharacters(stdout + stderr))
      expect(leaksOf([...spellingsOf(token), 'svc-ci@example.com'], { stdout, stderr })).toEqual([])
    }
  })

  it.concurrent('--help: every input, and the exit codes', async () => {
    const { exitCode, stdout } = await check(['--help'])
    expect(exitCode).toBe(0)
    for (const flag of ['--jira-url', '--token', '--projects', '--fail-on', '--report', '--dotenv', '--junit']) {
      expect(stdout).toContain(flag)
    }
  })

  it.concurrent('--version: the version and nothing else', async () => {
    const { exitCode, stdout } = await check(['--version'])
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(exitCode).toBe(0)
    expect(stdout.trim()).toBe(version)
  })
})

describe('files', () => {
  const written = async (flag: string, env: Record<string, string> = {}) => {
    const file = join(directory, `${flag}-${Object.keys(env).length}`)
    await check([`--${flag}`, file], env)
    const text = await readFile(file, 'utf8')
    expect(leaksOf([...spellingsOf(goodToken), ...spellingsOf(badToken)], { [flag]: text })).toEqual([])
    return text
  }

  it.concurrent('--report: the verdict as JSON', async () => {
    expect(JSON.parse(await written('report'))).toMatchObject({ schemaVersion: 2, reason: 'authenticated' })
  })

  it.concurrent('--dotenv: a name and a value in each line', async () => {
    const lines = (await written('dotenv')).trimEnd().split('\n')
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9_]*=/)
    expect(lines.some((line) => /RESULT="?usable"?$/.test(line))).toBe(true)
  })

  it.concurrent('--junit: a test that passes, or fails with the message', async () => {
    expect(await written('junit')).toMatch(/^<\?xml.*<testsuite.* tests="\d+".*<testcase/s)
    expect(await written('junit', { JIRA_PAT: badToken })).toMatch(/<(failure|error) [^>]*message="/)
  })

  it.concurrent('that cannot be written are a fault, not a pass', async () => {
    const { exitCode } = await check(['--report', join(directory, 'nowhere', 'report.json')])
    expect(exitCode).not.toBe(0)
  })

  it.skipIf(process.platform === 'win32').concurrent(
    'are for their owner alone, and not written through a link',
    async () => {
      const [report, junit, target] = ['owned.json', 'linked.xml', 'target'].map((name) => join(directory, name))
      await symlink(target ?? '', junit ?? '')
      const { exitCode, stdout } = await check(['--report', report ?? '', '--junit', junit ?? ''])
      expect(exitCode).toBe(3)
      expect((await stat(report ?? '')).mode & 0o777).toBe(0o600)
      expect(stdout).toContain('The file of --junit cannot be written (it is a link).')
      await expect(stat(target ?? '')).rejects.toThrow('ENOENT')
    },
  )

  it.concurrent('may be standard output, where nothing else stands then', async () => {
    const { exitCode, stdout, stderr } = await check(['--report', '-'])
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ reason: 'authenticated' })
    expect(stderr).toContain('OK: ')
  })
})
