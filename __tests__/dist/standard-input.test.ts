import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodToken } from '../support/healthy.ts'
import { type StandInJira, startJira } from '../support/jira.ts'
import { startPackaged } from '../support/packaged.ts'
import { machineEnvironment, program } from '../support/program.ts'

let jira: StandInJira
beforeAll(async () => {
  jira = await startJira()
})
afterAll(() => jira.close())

describe('standard input', () => {
  it.concurrent('holds the token where `--token -` asks for it', async () => {
    const env = { JIRA_DOMAIN: jira.url }
    const { exitCode, stdout } = await startPackaged({ args: ['--token', '-'], env, stdin: `${goodToken}\n` })
    expect(stdout).toContain('OK: ')
    expect(exitCode).toBe(0)
  })

  it.concurrent('is not waited for where nobody asks for it', async () => {
    const env = { ...machineEnvironment(), JIRA_DOMAIN: jira.url, JIRA_PAT: goodToken }
    const child = spawn(process.execPath, [program], { env, stdio: ['pipe', 'ignore', 'ignore'] })
    const [exitCode] = await once(child, 'exit')
    expect(exitCode).toBe(0)
  })

  it.concurrent('that is empty gives no token, though the environment has one', async () => {
    const env = { JIRA_DOMAIN: jira.url, JIRA_PAT: goodToken }
    const { exitCode, stdout } = await startPackaged({ args: ['--token', '-'], env })
    expect(stdout).toMatch(/^MISCONFIGURED: .*token.*\nThere is no token to check: standard input is empty\.\n/m)
    expect(exitCode).toBe(2)
  })

  it.concurrent('that never ends is not waited for beyond the time of the check', async () => {
    const env = { ...machineEnvironment(), JIRA_DOMAIN: jira.url, JIRA_PAT: goodToken }
    const child = spawn(process.execPath, [program, '--token', '-', '--timeout-seconds', '1'], { env })
    let stdout = ''
    child.stdout.on('data', (text) => (stdout += text))
    child.stdin.write(goodToken.slice(0, 20))
    const [exitCode] = await once(child, 'exit')
    child.stdin.destroy()
    expect(stdout).toContain('standard input has not ended within 1 s')
    expect(exitCode).toBe(2)
  })

  it.concurrent('of headers that never ends is told as that, and not as a server that is silent', async () => {
    const env = { ...machineEnvironment(), JIRA_DOMAIN: jira.url, JIRA_PAT: goodToken }
    const child = spawn(process.execPath, [program, '--headers', '-', '--timeout-seconds', '1'], { env })
    let stdout = ''
    child.stdout.on('data', (text) => (stdout += text))
    child.stdin.write('X-Access: ')
    const [exitCode] = await once(child, 'exit')
    child.stdin.destroy()
    expect(stdout).toContain('(or --headers -) is blank: standard input has not ended within 1 s')
    expect(exitCode).toBe(2)
  })

  it.concurrent('that floods is not read further than anybody could want', async () => {
    const env = { ...machineEnvironment(), JIRA_DOMAIN: jira.url }
    const child = spawn(process.execPath, [program, '--token', '-'], { env })
    let stdout = ''
    child.stdout.on('data', (text) => (stdout += text))
    child.stdin.on('error', () => {})
    const flood = (): void => {
      while (child.stdin.write('y\n'.repeat(10_000)));
    }
    child.stdin.on('drain', flood)
    flood()
    const [exitCode] = await once(child, 'exit')
    expect(stdout).toContain('The token has a line break or control character inside.')
    expect(exitCode).toBe(2)
  })

  it.skipIf(process.platform === 'win32').concurrent('that cannot be read gives no token', async () => {
    const env = { ...machineEnvironment(), JIRA_DOMAIN: jira.url }
    const child = spawn('sh', ['-c', 'exec "$0" "$1" --token - < /', process.execPath, program], { env })
    const printed = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (text) => (printed[name] += text))
    const [exitCode] = await once(child, 'close')
    expect(printed.stdout).toMatch(/^MISCONFIGURED: No Jira token given\n/m)
    expect([exitCode, printed.stderr]).toEqual([2, ''])
  })
})
