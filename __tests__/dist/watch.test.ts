import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { preload } from '../hostile/preload.ts'
import { startGitHubIssues } from '../support/github-issues.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { type JiraOptions, type StandInJira, startJira } from '../support/jira.ts'
import { bundleOf, machineEnvironment } from '../support/program.ts'
import { runAction, runCommandLine } from '../support/runner.ts'
import { type GivenEntry, listOf, tokensOf, watchOf } from '../watch/watched.ts'

vi.setConfig({ testTimeout: 30_000 })

async function start(options?: JiraOptions): Promise<StandInJira> {
  const jira = await startJira(options)
  onTestFinished(() => jira.close())
  return jira
}

const at = (jira: StandInJira, tokens: Record<string, string>): GivenEntry[] =>
  Object.entries(tokens).map(([secret, token]) => ({ secret, 'jira-url': jira.url, token }))

/** Never an answer. */
const silent: JiraOptions = { respond: () => ({ status: 200, body: '', after: new Promise(() => undefined) }) }

describe('dist/watch.js', () => {
  it('watches a list of the workspace, and ends by itself', async () => {
    const jira = await start()
    const list = `tokens:\n  - secret: GOOD\n    jira-url: ${jira.url}\n  - secret: BAD\n    jira-url: ${jira.url}\n`
    const result = await runAction({
      action: 'watch',
      files: { '.github/jira-tokens.yml': list },
      inputs: { issues: 'false' },
      env: { GOOD: goodToken, BAD: badToken },
      nodeArgs: preload('process.exit = () => setInterval(() => {}, 60_000)'),
    })
    expect(result).toMatchObject({ exitCode: 1, stderr: '' })
    expect(result.outputs).toMatchObject({ result: 'refused', 'needs-care': '["BAD"]', checked: '2' })
    expect(result.summary).toContain('1 of 2 tokens needs care')
  })

  it('ends in time though servers never answer, and opens an issue for what time ran out for', async () => {
    const [hung, up, github] = [await start(silent), await start(), await startGitHubIssues()]
    onTestFinished(() => github.close())
    const entries = [
      ...at(hung, { H_1: goodToken, H_2: goodToken, H_3: goodToken }),
      ...at(up, Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`UP_${index}`, goodToken]))),
    ]
    const result = await runAction(
      watchOf(entries, {
        inputs: { issues: 'true', 'github-token': github.token, 'timeout-seconds': '12' },
        env: { GITHUB_API_URL: github.url, GITHUB_EVENT_NAME: 'schedule', GITHUB_REF: 'refs/heads/main' },
        event: { repository: { default_branch: 'main' } },
      }),
    )
    expect(result.exitCode).toBe(1)
    expect(JSON.parse(result.outputs['needs-care'] ?? '')).toEqual(['H_1', 'H_2', 'H_3'])
    expect(tokensOf(result).get('H_3')).toMatchObject({ reason: 'timeout', asked: false, unaskedBecause: 'time' })
    expect(result.log).toContainEqual(expect.stringMatching(/^Issues: 2 opened, /))
    const bodies = github.requests.filter(({ method }) => method === 'POST' || method === 'PATCH')
    expect(JSON.stringify(bodies)).toContain('H_3')
    expect(JSON.stringify(bodies)).not.toContain(goodToken)
  })

  it('is red where it breaks after the sweep, and tells what it knows all the same', async () => {
    const jira = await start()
    // Whoever writes issues asks for this variable, after the list has looked at all that there are.
    const breaks = `
      const { env } = process
      let count = 0
      Object.defineProperty(process, 'env', { value: new Proxy(env, {
        get(target, name) {
          if (name === 'GITHUB_API_URL' && ++count > 1) throw new TypeError('no such variable')
          return target[name]
        },
      }) })`
    const result = await runAction(
      watchOf(at(jira, { GOOD: goodToken, BAD: badToken }), {
        inputs: { issues: 'true', 'github-token': 'ghs_0123456789', 'fail-on': 'none' },
        nodeArgs: [`--import=data:text/javascript,${encodeURIComponent(breaks)}`],
      }),
    )
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ result: 'refused', 'needs-care': '["BAD"]', checked: '2' })
    expect(result.annotations[0]).toMatchObject({ level: 'error', title: 'The watch itself failed' })
    expect(result.summary).toContain('BAD')
  })

  it('is red where it is ended by a signal, and leaves nothing that says that all is well', async () => {
    const jira = await start(silent)
    const folder = mkdtempSync(join(tmpdir(), 'jira-pat-check-signal-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const output = join(folder, 'output')
    writeFileSync(output, '')
    const { tokens, env } = listOf(at(jira, { A: goodToken, B: goodToken }))
    const child = spawn(process.execPath, [bundleOf('watch')], {
      env: {
        ...machineEnvironment(),
        ...env,
        GITHUB_ACTIONS: 'true',
        GITHUB_OUTPUT: output,
        INPUT_TOKENS: tokens,
        INPUT_ISSUES: 'false',
      },
    })
    await vi.waitUntil(() => jira.requests.length > 0, { timeout: 20_000 })
    child.kill('SIGTERM')
    const [exitCode] = await once(child, 'close')
    expect(exitCode).not.toBe(0)
    expect(readFileSync(output, 'utf8')).not.toContain('[]')
  })
})

describe('dist/index.js watch', () => {
  it.each([
    [{ GOOD: goodToken }, 0],
    [{ GOOD: goodToken, BAD: badToken }, 1],
  ])('ends with the worst: %#', async (given, exitCode) => {
    const jira = await start()
    const { tokens, env } = listOf(at(jira, given))
    const result = await runCommandLine({ args: ['watch', '--tokens', tokens], env })
    expect(result).toMatchObject({ exitCode, stderr: '' })
    for (const secret of Object.keys(given)) expect(result.stdout).toContain(secret)
  })

  it('ends with 2 where there is no list', async () => {
    const result = await runCommandLine({ args: ['watch', '--tokens', 'no-such-list.yml'] })
    expect(result.exitCode).toBe(2)
    expect(result.stdout).toContain('no-such-list.yml, which does not exist here')
  })
})
