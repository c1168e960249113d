import { describe, expect, it } from 'vitest'
import { createFieldReader, type FieldReader } from '../../src/inputs/fields.ts'
import type { Program } from '../../src/inputs/row.ts'
import { table } from '../../src/inputs/table.ts'
import { sourceOf } from './source.ts'

const fieldsOf = (program: Program, inputs: Record<string, string> = {}, environment: Record<string, string> = {}) =>
  createFieldReader(program, sourceOf({ inputs, environment }))

/** Whether a value is taken, and what is accepted where it is not. */
function judge(program: Program, name: string, value: string, read: (fields: FieldReader) => unknown) {
  const fields = fieldsOf(program, { [name]: value })
  const given = read(fields)
  return { given, facts: fields.firstFinding?.facts }
}

describe('what names of new tokens begin with', () => {
  const prefixOf = (value: string) => judge('rotate', 'name-prefix', value, (fields) => fields.word('name-prefix'))

  it.each(['a', 'Shop_ci.2-x', 'a'.repeat(19)])('%s', (value) => {
    expect(prefixOf(value)).toEqual({ given: value, facts: undefined })
  })

  it.each(['a'.repeat(20), 'a b', 'a/b', 'ä', '*'])('not %s', (value) => {
    expect(prefixOf(value)).toMatchObject({
      given: '',
      facts: { accepts: 'up to 19 letters, digits and the signs “_”, “.” and “-”', meant: [] },
    })
  })
})

describe('the life of a new token in days', () => {
  const daysOf = (value: string) => judge('rotate', 'days', value, (fields) => fields.word('days'))

  it.each(['never', '1', '90', '9999', '10000', '29999', '35999', '36000', '36499', '36500'])('%s', (value) => {
    expect(daysOf(value)).toEqual({ given: value, facts: undefined })
  })

  it.each([
    '0',
    '01',
    '1.5',
    '-1',
    '36501',
    '36600',
    '37000',
    '40000',
    '100000',
    '9x',
    'x9',
    '1x2',
    'xnever',
    'neverx',
  ])('not %s', (value) => {
    expect(daysOf(value)).toMatchObject({
      given: '90',
      facts: { accepts: 'a whole number of days from 1 to 36500, or never' },
    })
  })

  it('was perhaps meant to have no end', () => {
    expect(daysOf('Never').facts).toMatchObject({ meant: ['never'] })
  })
})

describe('when the old token is revoked', () => {
  const revokeOf = (value: string) => judge('rotate', 'revoke', value, (fields) => fields.word('revoke'))

  it.each(['nower', 'xlater', 'latest', 'nevers'])('not %s', (value) => {
    expect(revokeOf(value)).toMatchObject({ given: 'later', facts: { accepts: 'later, never or now' } })
  })

  it.each([
    ['laterr', 'later'],
    ['nevr', 'never'],
    ['noww', 'now'],
  ])('%s was perhaps meant to be %s', (value, meant) => {
    expect(revokeOf(value).facts).toMatchObject({ meant: [meant] })
  })
})

describe('secrets of which a watch checks those alone', () => {
  const onlyOf = (value: string) => judge('watch', 'only', value, (fields) => fields.list('only'))

  it('are names as GitHub has them', () => {
    expect(onlyOf('JIRA_PAT, _a, b2')).toEqual({ given: ['JIRA_PAT', '_a', 'b2'], facts: undefined })
  })

  it.each(['2A', 'A-B', 'Ä', 'A.', '-'])('not %s', (value) => {
    expect(onlyOf(value).facts).toMatchObject({
      accepts: expect.stringContaining('names of secrets: letters, digits and “_”, not beginning with a digit'),
    })
  })
})

describe('the label of issues', () => {
  const labelOf = (value: string) => judge('watch', 'issue-label', value, (fields) => fields.word('issue-label'))

  it.each(['a', 'token: Jira', 'a'.repeat(50)])('%s', (value) => {
    expect(labelOf(value)).toEqual({ given: value, facts: undefined })
  })

  it.each(['a'.repeat(51), 'a,b', 'a\u0007b', ','])('not %j', (value) => {
    expect(labelOf(value)).toMatchObject({
      given: 'jira-token',
      facts: { accepts: 'a label of at most 50 characters, without a comma' },
    })
  })
})

it.each([
  ['text', ['tokens', 'secret', 'store-command', 'read-command', 'username', 'token-name']],
  ['secret', ['github-token', 'token']],
  ['headers', ['headers']],
  ['url', ['jira-url', 'confluence-url', 'bitbucket-url']],
  ['pem', ['ca-certificate', 'client-certificate', 'client-key']],
  ['output-file', ['html', 'junit', 'metrics', 'report-path']],
  ['paths', ['merge']],
  ['word', ['issue-label', 'name-prefix', 'days', 'revoke']],
  ['boolean', ['issues', 'dry-run', 'check-expiry', 'allow-http', 'job-summary']],
  [
    'whole-number',
    ['parallel', 'rotate-days', 'overlap-days', 'expiry-warn-days', 'expiry-fail-days', 'timeout-seconds', 'retries'],
  ],
  ['list', ['only', 'expected-user', 'projects', 'spaces', 'repositories', 'permissions', 'fail-on']],
])('of the kind %s are %j', (kind, names) => {
  const ofKind = Object.entries<{ kind: string }>(table).filter(([, row]) => row.kind === kind)
  expect(ofKind.map(([name]) => name)).toEqual(names)
})

it.each([
  [{}, 'jira'],
  [{ JIRA_DOMAIN: 'https://a.example.com', CONFLUENCE_DOMAIN: 'https://b.example.com' }, 'jira'],
  [{ CONFLUENCE_DOMAIN: 'https://b.example.com', BITBUCKET_DOMAIN: 'https://c.example.com' }, 'confluence'],
  [{ JIRA_DOMAIN: ' ', BITBUCKET_DOMAIN: 'https://c.example.com' }, 'bitbucket'],
])('where no URL is given, that of the environment counts: %j asks %s', (environment, product) => {
  expect(fieldsOf('check', {}, environment).asked.product).toBe(product)
})

it('whole numbers are told with their bounds and what they count', () => {
  const accepted = (program: Program, name: 'parallel' | 'rotate-days' | 'overlap-days') =>
    judge(program, name, 'x', (fields) => fields.wholeNumber(name)).facts
  expect(accepted('watch', 'parallel')).toMatchObject({ accepts: 'a whole number of tokens from 1 to 32' })
  for (const name of ['rotate-days', 'overlap-days'] as const) {
    expect(accepted('rotate', name)).toMatchObject({ accepts: 'a whole number of days from 0 to 36500' })
  }
})

it('each program has defaults of its own', () => {
  const [check, watch, rotate] = [fieldsOf('check'), fieldsOf('watch'), fieldsOf('rotate')]
  expect([check, watch, rotate].map((fields) => fields.wholeNumber('timeout-seconds'))).toEqual([30, 120, 60])
  expect(watch.list('fail-on')).toEqual(['refused', 'unknown', 'misconfigured', 'expiring', 'expiry-unknown'])
  expect([watch.boolean('issues'), rotate.boolean('dry-run')]).toEqual([true, false])
  expect([watch.wholeNumber('parallel'), watch.text('tokens')]).toEqual([4, '.github/jira-tokens.yml'])
  expect([rotate.wholeNumber('rotate-days'), rotate.wholeNumber('overlap-days')]).toEqual([14, 7])
})

it.each([
  ['jira-url', 'JIRA_PAT', 'jira'],
  ['confluence-url', 'CONFLUENCE_PAT', 'confluence'],
  ['bitbucket-url', 'BITBUCKET_PAT', 'bitbucket'],
])('the product that is asked has a token of its own: %s, %s', (input, variable, product) => {
  const environment = { JIRA_PAT: 'JIRA_PAT', CONFLUENCE_PAT: 'CONFLUENCE_PAT', BITBUCKET_PAT: 'BITBUCKET_PAT' }
  const fields = fieldsOf('check', { [input]: 'https://a.example.com' }, environment)
  expect([fields.asked.product, fields.text('token')]).toEqual([product, variable])
})

it.each([
  ['OPS-12', ['OPS']],
  ['OPS-12-3', []],
])('a project was perhaps meant by the key of an issue: %s', (value, meant) => {
  expect(judge('check', 'projects', value, (fields) => fields.list('projects')).facts).toMatchObject({ meant })
})
