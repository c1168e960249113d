import { describe, expect, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import { findUnknownVariable } from '../../src/inputs/known-variables.ts'
import { table } from '../../src/inputs/table.ts'
import { variableOf } from '../../src/inputs/words.ts'

const unknown = (name: string, meant: string[] = []) =>
  finding('input-invalid', {
    input: name,
    problem: 'is no input, though it begins with JIRA_CHECK_',
    meant,
    ownVariable: name,
  })

describe('a variable that is an input of some program', () => {
  it.each([
    ...Object.keys(table),
    // Of watch, of rotate, and of the other products.
    ...['tokens', 'only', 'junit', 'report-path', 'merge', 'issues', 'github-token', 'issue-label', 'html', 'metrics'],
    ...['parallel', 'secret', 'name-prefix', 'days', 'rotate-days', 'overlap-days', 'revoke', 'store-command'],
    ...['read-command', 'dry-run', 'confluence-url', 'bitbucket-url', 'spaces', 'repositories'],
  ])('%s', (input) => {
    expect(findUnknownVariable({ [variableOf(input)]: 'x' })).toBeUndefined()
  })
})

describe('a variable that is none', () => {
  it.each([
    ['JIRA_CHECK_PROJECT', 'JIRA_CHECK_PROJECTS'],
    ['JIRA_CHECK_PORJECTS', 'JIRA_CHECK_PROJECTS'],
    ['JIRA_CHECK_EXPIRY_FAIL_DAY', 'JIRA_CHECK_EXPIRY_FAIL_DAYS'],
    ['JIRA_CHECK_FAILON', 'JIRA_CHECK_FAIL_ON'],
    ['JIRA_CHECK_projects', 'JIRA_CHECK_PROJECTS'],
    ['JIRA_CHECK_TIMEOUT', 'JIRA_CHECK_TIMEOUT_SECONDS'],
    ['JIRA_CHECK_USER', 'JIRA_CHECK_USERNAME'],
    ['JIRA_CHECK_CLIENT_CERT', 'JIRA_CHECK_CLIENT_CERTIFICATE'],
    ['JIRA_CHECK_WARN_DAYS', 'JIRA_CHECK_EXPIRY_WARN_DAYS'],
  ])('%s is told, and that %s was perhaps meant', (name, meant) => {
    expect(findUnknownVariable({ [name]: 'x' })).toEqual(unknown(name, [meant]))
  })

  it.each(['JIRA_CHECK_BUILD_NUMBER', 'JIRA_CHECK_IMAGE', 'JIRA_CHECK_X'])('%s may be somebody’s own', (name) => {
    expect(findUnknownVariable({ [name]: 'x' })).toEqual(unknown(name))
  })

  it('is the first of several, in the order of letters', () => {
    const environment = { JIRA_CHECK_ZEBRA: 'x', JIRA_CHECK_HORSE: 'x', JIRA_CHECK_PROJECTS: 'OPS' }
    expect(findUnknownVariable(environment)).toEqual(unknown('JIRA_CHECK_HORSE'))
  })

  it('whose name is not to be shown is told all the same', () => {
    const token = 'MTIzNDU2Nzg5MDEyOqBcDeFgHiJkLmNoPqRsTuVwXyZa'
    for (const tail of ['\n::error::', '\n::error::x', 'X'.repeat(60), token]) {
      const name = `JIRA_CHECK_${tail}`
      expect(findUnknownVariable({ [name]: 'x' })).toMatchObject({ facts: { input: 'JIRA_CHECK_…' } })
    }
    expect(findUnknownVariable({ JIRA_CHECK_: 'x' })).toMatchObject({ facts: { input: 'JIRA_CHECK_' } })
  })
})

it.each([
  ['blank', { JIRA_CHECK_PROJECT: ' ' }],
  ['of another prefix', { JIRA_PAT_CHECK_RESULT: 'usable', JIRA_CHECKS: 'x', MY_JIRA_CHECK_X: 'x', JIRA_DOMAIN: 'x' }],
  ['undefined', { JIRA_CHECK_PROJECT: undefined }],
])('a variable that is %s is none of our business', (_, environment) => {
  expect(findUnknownVariable(environment)).toBeUndefined()
})
