import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { WatchedToken } from '../../../src/watch/watched-token.ts'
import { type StandInGitHub, startGitHubIssues } from '../../support/github-issues.ts'
import { runActionInProcess } from '../../support/in-process.ts'
import type { ActionResult } from '../../support/runner.ts'
import { refusedToken, watchedToken, watchOf } from '../watched.ts'

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), 'jira-pat-check-merge-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

async function startGitHub(): Promise<StandInGitHub> {
  const github = await startGitHubIssues()
  onTestFinished(() => github.close())
  return github
}

function folderWith(tokens: readonly WatchedToken[]): string {
  const folder = directory()
  const report = { schemaVersion: 2, list: 'test', checkedAt: '2026-03-01T04:00:00.000Z', tokens }
  writeFileSync(join(folder, 'report.json'), JSON.stringify(report))
  return folder
}

const entries = ['A', 'B'].map((secret) => ({ secret, 'jira-url': 'https://jira.example.com' }))

function merge(github: StandInGitHub, folder: string, inputs: Record<string, string> = {}): Promise<ActionResult> {
  return runActionInProcess(
    watchOf(entries, {
      inputs: { merge: folder, issues: 'true', 'github-token': github.token, ...inputs },
      event: { repository: { default_branch: 'main' } },
      env: { GITHUB_API_URL: github.url, GITHUB_EVENT_NAME: 'schedule', GITHUB_REF: 'refs/heads/main' },
    }),
  )
}

const shown = ({ repository }: StandInGitHub): string[] =>
  repository.issues.map(({ title, state }) => `${state}: ${title}`)

it('reports without a list open the issues of their list, and close none', async () => {
  const github = await startGitHub()
  const withoutList = { tokens: '' }
  await merge(github, folderWith([refusedToken({ secret: 'A' }), refusedToken({ secret: 'B' })]), withoutList)
  const both = ['open: The token in `A` needs care', 'open: The token in `B` needs care']
  expect(shown(github)).toEqual(both)

  const second = await merge(github, folderWith([watchedToken({ secret: 'A' })]), withoutList)
  expect(second).toMatchObject({ exitCode: 0, annotations: [] })
  expect(shown(github)).toEqual(both)

  await merge(github, folderWith([watchedToken({ secret: 'A' }), refusedToken({ secret: 'B' })]))
  expect(shown(github)).toEqual(['closed: The token in `A` needs care', 'open: The token in `B` needs care'])
})

it('where no job has left a report, the issue of the list says so, and all others stay', async () => {
  const github = await startGitHub()
  await merge(github, folderWith([refusedToken({ secret: 'A' }), watchedToken({ secret: 'B' })]))
  const result = await merge(github, directory())
  expect(result.outputs).toMatchObject({ result: 'misconfigured', 'needs-care': '["A","B"]' })
  expect(shown(github)).toEqual([
    'open: The token in `A` needs care',
    'open: The list of tokens `test` cannot be checked as a whole',
  ])
})

it('an input that cannot be read opens and closes nothing', async () => {
  const github = await startGitHub()
  const result = await merge(github, folderWith([refusedToken({ secret: 'A' })]), {
    'issue-label': 'a, b',
    tokens: '{',
  })
  expect(result.exitCode).toBe(1)
  expect(github.requests).toEqual([])
})
