import { expect, it } from 'vitest'
import { type Reason, reasonTable } from '../../src/catalogue/reasons.ts'
import { fails } from '../../src/runner/runner.ts'
import { presented } from '../report/presented.ts'

it.each<[reason: Reason, failing: Reason[], expected: boolean]>([
  ['timeout', ['timeout'], true],
  ['timeout', ['dns-not-found'], false],
  ['authenticated', ['timeout'], false],
  ['internal-error', ['internal-error'], true],
])('%s, where %j fail: %j', (reason, failing, expected) => {
  const { result, category } = reasonTable[reason]
  const presentation = presented({ report: { reason, result, category } })
  const failOn = { fails: (found: Reason) => failing.includes(found) }
  expect(fails(presentation, { failOn, jobSummary: true })).toBe(expected)
})
