import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { mergeReports } from '../../../src/watch/merge/merge-reports.ts'
import { goodToken } from '../../support/healthy.ts'
import { runActionInProcess, runCommandLineInProcess } from '../../support/in-process.ts'
import { startJira } from '../../support/jira.ts'
import type { ActionResult } from '../../support/runner.ts'
import { listOf, refusedToken, tokensOf, watchedToken, watchOf } from '../watched.ts'

const entries = ['A', 'B', 'C'].map((secret) => ({ secret, 'jira-url': 'https://jira.example.com' }))

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), 'jira-pat-check-merge-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

/** A folder with reports, each in a folder of its own, as actions/download-artifact leaves them. */
function folderOf(reports: Record<string, object>): string {
  const folder = directory()
  for (const [name, report] of Object.entries(reports)) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, `${name}.json`), JSON.stringify(report))
  }
  return folder
}

const report = (tokens: object[], changes: object = {}) => ({
  schemaVersion: 2,
  list: 'test',
  checkedAt: '2026-03-01T04:00:00.000Z',
  tokens,
  ...changes,
})

const merge = (folder: string, inputs: Record<string, string> = {}): Promise<ActionResult> =>
  runActionInProcess(watchOf(entries, { inputs: { merge: folder, ...inputs } }))

describe('shares of a list are put together', () => {
  it('as they were checked by other jobs', async () => {
    const jira = await startJira()
    onTestFinished(() => jira.close())
    const folder = directory()
    const listed = ['A', 'B', 'C'].map((secret) => ({ secret, 'jira-url': jira.url, token: goodToken }))
    for (const [at, only] of ['A, C', 'B'].entries()) {
      const inputs = { only, 'report-path': join(folder, `share-${at}.json`) }
      expect((await runActionInProcess(watchOf(listed, { inputs }))).exitCode).toBe(0)
    }
    const asked = jira.requests.length
    const result = await runActionInProcess(
      watchOf(listed, { env: { A: '', B: '', C: '' }, inputs: { merge: folder } }),
    )
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(result.outputs).toMatchObject({ result: 'usable', 'needs-care': '[]', checked: '3' })
    expect([...tokensOf(result).keys()]).toEqual(['A', 'B', 'C'])
    expect(jira.requests).toHaveLength(asked)
  })

  it('and who left no report is told as loudly as a failure', async () => {
    const folder = folderOf({ one: report([watchedToken({ secret: 'A' }), watchedToken({ secret: 'C' })]) })
    const result = await merge(folder, { 'fail-on': 'none' })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ result: 'unknown', 'needs-care': '["B"]', checked: '3' })
    expect(tokensOf(result).get('B')).toMatchObject({
      reason: 'internal-error',
      asked: false,
      unaskedBecause: 'no-report',
      title: 'Its job left no report',
      baseUrl: 'https://jira.example.com',
    })
    expect(result.annotations).toEqual([
      expect.objectContaining({ level: 'error', title: 'B: Its job left no report' }),
    ])
  })

  it('and a token that has expired since its report was made needs care', async () => {
    const ended = { status: 'ok' as const, tokenName: 'ci', expiresAt: '2026-01-02T00:00:00.000Z', daysLeft: 40 }
    const folder = folderOf({
      one: report([watchedToken({ secret: 'A', expiry: ended }), watchedToken({ secret: 'B' })]),
    })
    const result = await merge(folder, { tokens: '' })
    expect(result.outputs).toMatchObject({ checked: '2', 'needs-care': '["A"]' })
    expect(tokensOf(result).get('A')).toMatchObject({ expiry: { status: 'expired' }, expiryState: 'expired' })
    expect(result.summary).toContain('The token has expired since it was looked at')
  })

  it('in the order of the list, checked when the oldest was, and what is not in the list comes last', async () => {
    const folder = folderOf({
      a: report([watchedToken({ secret: 'OTHER' }), watchedToken({ secret: 'C' })]),
      b: report([refusedToken({ secret: 'B' }), watchedToken({ secret: 'A' })], {
        checkedAt: '2026-02-28T04:00:00.000Z',
      }),
    })
    const result = await merge(folder)
    const { tokens, checkedAt } = JSON.parse(readReport(result))
    expect(tokens.map(({ secret }: { secret: string }) => secret)).toEqual(['B', 'A', 'C', 'OTHER'])
    expect(checkedAt).toBe('2026-02-28T04:00:00.000Z')
    expect(result.outputs).toMatchObject({ result: 'refused', 'needs-care': '["B"]', checked: '4' })
  })

  it('from files by name, on a command line too', async () => {
    const folder = folderOf({
      one: report([watchedToken({ secret: 'A' })]),
      two: report([watchedToken({ secret: 'B' }), watchedToken({ secret: 'C' })]),
    })
    const paths = ['one', 'two'].map((name) => join(folder, name, `${name}.json`))
    const { tokens } = listOf(entries)
    const result = await runCommandLineInProcess({ args: ['watch', '--tokens', tokens, '--merge', ...paths] })
    expect(result).toMatchObject({ exitCode: 0, stderr: '' })
    expect(result.stdout).toContain('All 3 tokens are well')
  })

  it('without a list: only what the reports hold', async () => {
    const folder = folderOf({ one: report([watchedToken({ secret: 'A' })]) })
    const result = await merge(folder, { tokens: '' })
    expect(result.exitCode).toBe(0)
    expect(result.outputs).toMatchObject({ checked: '1', 'needs-care': '[]' })
    expect(JSON.parse(readReport(result)).list).toBe('test')
  })

  it('with a list that is unsound: red as ever, but the page is made', async () => {
    const folder = folderOf({ one: report([watchedToken({ secret: 'A' })]) })
    const result = await merge(folder, { tokens: '{"tokens": []}', 'fail-on': 'none' })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ result: 'misconfigured', 'needs-care': '', checked: '1' })
    expect(result.annotations).toHaveLength(1)
    expect(result.summary).toContain('A')
  })
})

describe('reports that are none', () => {
  it.each([
    ['no such path', () => '/no/such/folder', /does not exist here/],
    ['an empty folder', () => directory(), /leads to no report at all/],
    ['another version', () => folderOf({ one: report([], { schemaVersion: 1 }) }), /schemaVersion 2/],
    ['something else', () => folderOf({ one: [1, 2, 3] }), /is no JSON object/],
    [
      'a secret that stands in two',
      () => folderOf({ one: report([watchedToken({ secret: 'A' })]), two: report([watchedToken({ secret: 'A' })]) }),
      /has A twice/,
    ],
    [
      'the same in other letters',
      () => folderOf({ one: report([watchedToken({ secret: 'A' })]), two: report([watchedToken({ secret: 'a' })]) }),
      /has a twice/,
    ],
  ])('are told: %s', async (_, make, message) => {
    const result = await merge(make())
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ result: 'misconfigured', 'needs-care': '["A","B","C"]', checked: '3' })
    expect([...tokensOf(result).values()].map(({ unaskedBecause }) => unaskedBecause)).toEqual(
      Array(3).fill('no-report'),
    )
    expect(result.annotations).toEqual([
      { level: 'error', title: 'Invalid setting: merge', message: expect.stringMatching(message) },
    ])
  })
})

it('a report that may not be read is told', () => {
  const folder = folderOf({ one: report([]) })
  const readFile = (): never => {
    throw Object.assign(new Error('no'), { code: 'EACCES' })
  }
  expect(mergeReports([folder], readFile, (text) => text)).toMatchObject({
    reason: 'input-invalid',
    facts: { problem: expect.stringContaining('one.json, which cannot be read (EACCES)') },
  })
})

const readReport = ({ outputs }: ActionResult): string => outputs['report'] ?? ''

it('what another job says is no command, and no part of a page', async () => {
  const evil = '::error::x\n##[error]y <script>alert(1)</script> @octocat [a](https://evil.example.com)'
  const token = watchedToken({
    secret: 'A',
    owner: evil,
    message: evil,
    title: evil,
    expiryState: 'expiring',
    steps: [evil],
    usedBy: evil,
  })
  const folder = folderOf({ one: report([token, watchedToken({ secret: 'B' }), watchedToken({ secret: 'C' })]) })
  const html = join(directory(), 'page.html')
  const result = await merge(folder, { html })
  expect(result.commands).toEqual([])
  expect(result.annotations).toHaveLength(1)
  for (const page of [result.summary, readFileSync(html, 'utf8')]) {
    expect(page).not.toContain('<script>alert')
  }
  expect(result.summary).not.toContain('](https://evil')
})
