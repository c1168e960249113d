/** Whole runs that write issues, or say why they do not. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type StandInGitHub, startGitHubIssues } from '../support/github-issues.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { runActionInProcess, runCommandLineInProcess } from '../support/in-process.ts'
import { startJira } from '../support/jira.ts'
import type { ActionResult } from '../support/runner.ts'
import { type GivenEntry, listOf, watchOf } from './watched.ts'

async function start(): Promise<{ github: StandInGitHub; jiraUrl: string }> {
  const [github, jira] = [await startGitHubIssues(), await startJira()]
  onTestFinished(async () => {
    await github.close()
    await jira.close()
  })
  return { github, jiraUrl: jira.url }
}

const environmentOf = ({ url }: StandInGitHub) => ({
  GITHUB_API_URL: url,
  GITHUB_EVENT_NAME: 'schedule',
  GITHUB_REF: 'refs/heads/main',
})

const watch = (
  github: StandInGitHub,
  entries: readonly GivenEntry[],
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
): Promise<ActionResult> =>
  runActionInProcess(
    watchOf(entries, {
      inputs: { issues: 'true', 'github-token': github.token, 'fail-on': 'none', ...inputs },
      env: { ...environmentOf(github), ...env },
      event: {},
    }),
  )

const warningsOf = ({ annotations }: ActionResult): readonly string[] =>
  annotations.filter(({ level, title }) => level === 'warning' && title === 'Issues').map(({ message }) => message)

it('says in the log what it did', async () => {
  const { github, jiraUrl } = await start()
  const result = await watch(github, [{ secret: 'A', 'jira-url': jiraUrl, token: badToken }])
  expect(result.log).toContain('Issues: 1 opened, 0 updated, 0 closed.')
  expect(github.repository.issues.map(({ title }) => title)).toEqual(['The token in `A` needs care'])
  expect(warningsOf(result)).toEqual([])
  // GitHub refuses who does not say who they are.
  for (const { headers } of github.requests) expect(headers['user-agent']).toMatch(/^jira-pat-check\/\d/)
})

it('says in the log why none are written here', async () => {
  const { github, jiraUrl } = await start()
  const entries = [{ secret: 'A', 'jira-url': jiraUrl, token: badToken }]
  const result = await watch(
    github,
    entries,
    {},
    { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/1/merge' },
  )
  expect(result.log).toContainEqual(expect.stringMatching(/^Issues are written by runs of the default branch alone/))
  expect(github.requests).toEqual([])
})

it('an unsound list has an issue that says what is wrong with it', async () => {
  const { github } = await start()
  await watch(github, [], { tokens: 'no/such/list.yml' })
  const [issue] = github.repository.issues
  expect(issue?.title).toBe('The list of tokens `no/such/list.yml` cannot be checked as a whole')
  expect(issue?.body).toMatch(/\nWhat was found: `.*no\/such\/list\.yml.*does not exist/)
})

it.each([
  ['a share of the list', { only: 'A' }],
  ['a run whose inputs cannot be read', { parallel: 'many' }],
  ['one that wants none', { issues: 'false' }],
])('%s writes none', async (_, inputs) => {
  const { github, jiraUrl } = await start()
  const result = await watch(github, [{ secret: 'A', 'jira-url': jiraUrl, token: badToken }], inputs)
  expect(github.requests).toEqual([])
  expect(warningsOf(result)).toEqual([])
})

it('reports that are not there, without a list, write none', async () => {
  const { github } = await start()
  const folder = mkdtempSync(join(tmpdir(), 'jira-pat-check-none-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const result = await watch(github, [], { tokens: '', merge: folder })
  expect(result.outputs).toMatchObject({ result: 'misconfigured', 'needs-care': '', checked: '0' })
  expect(github.requests).toEqual([])
  expect(warningsOf(result)).toEqual([])
})

it('a command line writes none', async () => {
  const { github, jiraUrl } = await start()
  const { tokens, env } = listOf([{ secret: 'A', 'jira-url': jiraUrl, token: badToken }])
  const { GITHUB_API_URL } = environmentOf(github)
  const result = await runCommandLineInProcess({ args: ['watch', '--tokens', tokens], env: { ...env, GITHUB_API_URL } })
  expect(result.exitCode).toBe(1)
  expect(github.requests).toEqual([])
})

it('GitHub that cannot be found is a warning, and changes no result', async () => {
  const { github, jiraUrl } = await start()
  const entries = [{ secret: 'A', 'jira-url': jiraUrl, token: goodToken }]
  const result = await watch(github, entries, {}, { GITHUB_API_URL: 'api.github.example.com' })
  expect(result).toMatchObject({ exitCode: 0, outputs: { result: 'usable' } })
  expect(warningsOf(result)).toEqual([expect.stringMatching(/^No issues are written: .*GITHUB_API_URL/)])
})

it('a token for GitHub that is blank is a warning, too', async () => {
  const { github, jiraUrl } = await start()
  const entries = [{ secret: 'A', 'jira-url': jiraUrl, token: goodToken }]
  const result = await watch(github, entries, { 'github-token': ' ' })
  expect(result).toMatchObject({ exitCode: 0, outputs: { result: 'usable' } })
  expect(warningsOf(result)).toEqual([
    'No issues are written: github-token is blank. Leave it out, or set issues to false where none are wanted.',
  ])
  expect(github.requests).toEqual([])
})

it('a list that is not there is told, where nothing is put together', async () => {
  const { github } = await start()
  const result = await watch(github, [], { tokens: '', issues: 'false' })
  expect(result.annotations).toEqual([
    expect.objectContaining({
      level: 'error',
      message: expect.stringContaining('.github/jira-tokens.yml, which does not exist'),
    }),
  ])
})
