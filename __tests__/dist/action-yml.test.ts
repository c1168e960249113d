import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { outputNames } from '../support/contract.ts'

const text = await readFile(new URL('../../action.yml', import.meta.url), 'utf8')
const action = parse(text)

const defaults = {
  'jira-url': undefined,
  token: undefined,
  username: undefined,
  'expected-user': undefined,
  projects: undefined,
  permissions: undefined,
  'check-expiry': 'true',
  'token-name': undefined,
  'expiry-warn-days': '14',
  'expiry-fail-days': undefined,
  'fail-on': 'refused, unknown, misconfigured',
  'timeout-seconds': '30',
  retries: '2',
  'ca-certificate': undefined,
  'client-certificate': undefined,
  'client-key': undefined,
  'allow-http': 'false',
  'job-summary': 'true',
}

it('runs the packaged action on Node 24', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' })
})

it('has every input, with its default', () => {
  const inputs = Object.entries<{ default?: string }>(action.inputs)
  expect(Object.fromEntries(inputs.map(([name, input]) => [name, input.default]))).toEqual(defaults)
})

it('requires none, since the environment can give what is missing', () => {
  for (const input of Object.values<{ required?: boolean }>(action.inputs)) expect(input.required ?? false).toBe(false)
})

it('has every output', () => {
  expect(Object.keys(action.outputs).toSorted()).toEqual(outputNames.toSorted())
})

it('describes every input and output', () => {
  const entries = { ...action.inputs, ...action.outputs }
  for (const { description } of Object.values<{ description?: string }>(entries)) expect(description).toMatch(/\w{3}/)
})

// GitHub evaluates expressions in descriptions too, knows no secrets there, and then does not load the action at all:
// https://github.com/ad-m/github-push-action/pull/15
it('holds no expression', () => {
  expect(text).not.toContain('${{')
})
