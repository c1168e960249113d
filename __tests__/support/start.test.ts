import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { badToken, goodToken } from './healthy.ts'
import { startJira } from './jira.ts'
import { scenarios } from './scenarios.ts'

const script = fileURLToPath(new URL('start.ts', import.meta.url))
const { JIRA_DOMAIN: _domain, JIRA_PAT: _token, ...environment } = process.env

interface Options {
  env?: Record<string, string>
  /** Called after each piece of output with all of it so far; may end the process. */
  onOutput?: (child: { stdout: string; interrupt: () => void }) => void
}

/** `npm start -- …args` */
async function start(args: string[], { env, onOutput }: Options = {}) {
  const child = spawn(process.execPath, [script, ...args], { env: { ...environment, ...env, NO_COLOR: '1' } })
  const printed = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text) => {
      printed[stream] += text
      onOutput?.({ stdout: printed.stdout, interrupt: () => child.kill('SIGINT') })
    })
  }
  const [exitCode] = await once(child, 'close')
  return { exitCode, ...printed }
}

describe('npm start', () => {
  it.concurrent('shows a proven identity: log, outputs, summary, exit code', async () => {
    const { exitCode, stdout } = await start([])
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/\nLog\n.*\nOutputs\n.*\nJob summary \(Markdown\)\n.*\nExit code 0/s)
    expect(stdout).toMatch(/^result +usable$/m)
    expect(stdout).not.toContain(goodToken)
  })

  it.concurrent('shows another verdict by name, and ends well when it is the expected one', async () => {
    const { exitCode, stdout } = await start(['token-rejected'])
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^Error: .*401/m)
    expect(stdout).toMatch(/Exit code 1/)
    expect(stdout).not.toContain(badToken)
  })

  it.concurrent('checks a real Jira where the environment names one, and ends as the action did', async () => {
    const jira = await startJira()
    const check = (token: string) => start([], { env: { JIRA_DOMAIN: jira.url, JIRA_PAT: token } })
    const [good, bad] = await Promise.all([check(goodToken), check(badToken)])
    await jira.close()
    expect(good).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^reason +authenticated$/m) })
    expect(bad).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/^reason +token-rejected$/m) })
  })

  it.concurrent('shows a rotation, in three runs over three weeks', async () => {
    const { exitCode, stdout, stderr } = await start(['--rotate'])
    expect(exitCode, stdout + stderr).toBe(0)
    expect(stdout).toMatch(/rotation: created, .*rotation: revoked, .*rotation: not-due, /s)
    expect(stdout).toContain('As these weeks expect.')
  })

  it.concurrent('shows a night of watch, with a token in each state', async () => {
    const { exitCode, stdout, stderr } = await start(['--watch'])
    expect(exitCode, stdout + stderr).toBe(0)
    expect(stdout).toMatch(/^needs-care +\["JIRA_PAT_/m)
    expect(stdout).toMatch(/\nIssues\n#\d+ \(open\) .*\nIn a terminal\n.*\nHTML page\n.*\.html\n/s)
  })

  it.concurrent('lists every scenario with its title', async () => {
    const { exitCode, stdout } = await start(['--list'])
    expect(exitCode).toBe(0)
    for (const { name, title } of scenarios)
      expect(stdout).toMatch(new RegExp(`^  ${name} .*${RegExp.escape(title)}$`, 'm'))
  })

  it.concurrent('names the near ones to a mistyped name', async () => {
    const { exitCode, stderr } = await start(['tls-hostname-missmatch'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('tls-hostname-mismatch')
  })

  it.concurrent('explains itself, and shows an unknown option how', async () => {
    expect(await start(['--help'])).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('--serve') })
    expect(await start(['--lst'])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--lst') })
  })

  // Windows has no signal that a parent could send and a child could answer.
  it.skipIf(process.platform === 'win32')('serves a Jira until it is interrupted', async () => {
    let answered: Promise<Response[]> | undefined
    const { exitCode, stdout } = await start(['--serve'], {
      onOutput: ({ stdout, interrupt }) => {
        const [, url, token] = /JIRA_DOMAIN=(.*)\nJIRA_PAT=(.*)\n/.exec(stdout) ?? []
        if (!url || !token || answered) return
        const ask = (bearer: string) =>
          fetch(`${url}/rest/api/2/myself`, { headers: { Authorization: `Bearer ${bearer}` } })
        answered = Promise.all([ask(token), ask(badToken)])
        void answered.finally(interrupt)
      },
    })
    expect((await answered)?.map((response) => response.status)).toEqual([200, 401])
    expect(exitCode).toBe(0)
    expect(stdout.trimEnd().split('\n')).toHaveLength(2)
  })
})
