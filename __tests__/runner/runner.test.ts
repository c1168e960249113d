import { expect, it } from 'vitest'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import type { Result } from '../../src/catalogue/entry.ts'
import { fails } from '../../src/runner/runner.ts'
import { presented } from '../report/presented.ts'

const results: Result[] = ['usable', 'refused', 'unknown', 'misconfigured']

it.each([
  ['authenticated', [], false],
  ['authenticated', results, false],
  ['token-rejected', ['refused'], true],
  ['token-rejected', ['unknown', 'misconfigured'], false],
  ['timeout', ['unknown'], true],
  ['timeout', ['refused'], false],
  ['token-missing', ['misconfigured'], true],
  ['token-missing', [], false],
  ['internal-error', [], true],
  ['internal-error', ['refused'], true],
] as const)('%s, where %j fail: %j', (reason, failOn, expected) => {
  const { result, category } = catalogue[reason]
  const presentation = presented({ report: { reason, result, category } })
  expect(fails(presentation, { failOn: new Set<Result>(failOn), jobSummary: true })).toBe(expected)
})
