import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { invalidInput } from '../../../src/inputs/invalid.ts'
import { createRedactor } from '../../../src/report/redact.ts'
import { findReports } from '../../../src/watch/merge/find-reports.ts'
import { mergeReports } from '../../../src/watch/merge/merge-reports.ts'
import { missingReport } from '../../../src/watch/merge/missing-report.ts'
import { entryOf } from '../sweep/entry-of.ts'
import { watchedToken } from '../watched.ts'

/** A folder with these files in it, and nothing in them. */
function folderWith(...files: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'jira-pat-check-reports-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), '')
  }
  return folder
}

const flaw = (problem: string) =>
  invalidInput('merge', problem, 'paths of the files of report-file, or of folders with them, one a line')

describe('the reports that are put together', () => {
  it('are files, and of folders every *.json beneath, each once', () => {
    const folder = folderWith('b.json', 'a/c.json', 'a.txt', 'sub.json/notes.txt', 'report')
    const files = ['a/c.json', 'b.json'].map((file) => join(folder, file))
    expect(findReports([folder])).toEqual(files)
    expect(findReports([join(folder, 'report'), join(folder, 'b.json'), folder])).toEqual([
      join(folder, 'report'),
      join(folder, 'b.json'),
      join(folder, 'a/c.json'),
    ])
  })

  it('are as large as a report can be', () => {
    const folder = folderWith('a.json')
    const path = join(folder, 'a.json')
    truncateSync(path, 50_000_000)
    expect(findReports([folder])).toEqual([path])
    truncateSync(path, 50_000_001)
    expect(findReports([folder])).toEqual(flaw(`names ${path}, which is larger than any report`))
  })

  it('are not where a path leads nowhere', () => {
    const folder = folderWith('a.json')
    const nowhere = join(folder, 'b.json')
    expect(findReports([nowhere])).toEqual(flaw(`names ${nowhere}, which does not exist here`))
    const beneath = join(folder, 'a.json', 'b.json')
    expect(findReports([beneath])).toEqual(flaw(`names ${beneath}, which cannot be read (ENOTDIR)`))
    expect(findReports([folderWith('a.txt')])).toEqual(
      flaw('leads to no report at all: the folders have no *.json in them'),
    )
  })

  it('have the name of their list, where they are all of one', () => {
    const folder = folderWith('a.json', 'b.json')
    const reports = (...lists: string[]) => {
      const merged = mergeReports(
        [folder],
        () => {
          const list = lists.shift()
          const tokens = [watchedToken({ secret: `S${lists.length}` })]
          return JSON.stringify({ schemaVersion: 2, list, checkedAt: `2026-03-0${lists.length + 1}T00:00:00Z`, tokens })
        },
        (text) => text,
      )
      return merged
    }
    expect(reports('release', 'release')).toMatchObject({ list: 'release', checkedAt: '2026-03-01T00:00:00.000Z' })
    expect(reports('release', 'partner')).toMatchObject({ list: '' })
  })

  it('are not where one cannot be read', () => {
    const folder = folderWith('a.json')
    const read = (error: Error) =>
      mergeReports(
        [folder],
        () => {
          throw error
        },
        (text) => text,
      )
    const path = join(folder, 'a.json')
    expect(read(Object.assign(new Error('no'), { code: 'EACCES' }))).toEqual(
      flaw(`names ${path}, which cannot be read (EACCES)`),
    )
    expect(read(new Error('no'))).toEqual(flaw(`names ${path}, which cannot be read (unknown error)`))
  })
})

it('a token whose job left no report is as loud as one that failed', () => {
  const token = missingReport(entryOf('CI', { 'jira-url': 'https://jira.example.com' }), createRedactor([]), 0)
  const steps = [
    'Look for the job that had this secret to check (only): it failed before it could, was left out, or did not hand its report on.',
    'Mend what its log says, and run the whole again.',
  ]
  expect(token).toMatchObject({
    secret: 'CI',
    result: 'unknown',
    reason: 'internal-error',
    asked: false,
    unaskedBecause: 'no-report',
    baseUrl: 'https://jira.example.com',
    title: 'Its job left no report',
    message: 'Nothing is known about this token: it stands in the list, and its job left no report.',
    steps,
    remedy: steps.join(' '),
  })
})
