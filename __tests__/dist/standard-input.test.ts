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

  it.skipIf(process.platform === 'win32').concurrent('that cannot be read gives no token', async () => {
    const env = { ...machineEnvironment(), JIRA_DOMAIN: jira.url }
    const child = spawn('sh', ['-c', 'exec "$0" "$1" --token - < /', process.execPath, program], { env })
    const printed = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (text) => (printed[name] += text))
    const [exitCode] = await once(child, 'close')
    expect(printed.stdout).toMatch(/^MISCONFIGURED: No Jira token given\n/)
    expect([exitCode, printed.stderr]).toEqual([2, ''])
  })
})
