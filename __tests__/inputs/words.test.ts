import { describe, expect, it } from 'vitest'
import type { Row } from '../../src/inputs/row.ts'
import { table } from '../../src/inputs/table.ts'
import { defaultText, fillFrom, variableOf } from '../../src/inputs/words.ts'

it.each([
  ['token', 'JIRA_CHECK_TOKEN'],
  ['expiry-warn-days', 'JIRA_CHECK_EXPIRY_WARN_DAYS'],
])('the environment variable of %s is %s', (input, variable) => {
  expect(variableOf(input)).toBe(variable)
})

it.each([
  ['retries', '2'],
  ['allow-http', 'false'],
  ['fail-on', 'refused, unknown, misconfigured'],
  ['expiry-fail-days', undefined],
  ['username', undefined],
] as const)('the default of %s is %j', (name, text) => {
  expect(defaultText(table[name])).toBe(text)
})

describe('words about an input', () => {
  it.each([
    ['timeout-seconds', 'from {min} to {max}, else {default}', 'from 1 to 600, else 30'],
    ['retries', 'from {min}', 'from 0'],
    ['allow-http', '({default})', '(false)'],
    ['fail-on', '{default}; or none', 'refused, unknown, misconfigured; or none'],
    ['token', 'else {variable}', 'else JIRA_PAT'],
    ['username', 'as it is', 'as it is'],
    ['username', 'from {min} to {max}', 'from (unknown) to (unknown)'],
  ] as const)('%s: %s', (name, words, filled) => {
    expect(fillFrom(table[name], words)).toBe(filled)
  })

  it.each(Object.entries<Row>(table))('%s asks for nothing that its row does not have', (_, row) => {
    expect(fillFrom(row, row.help)).toMatch(/^[^{}]+$/)
    expect(fillFrom(row, row.help)).not.toContain('(unknown)')
  })
})
