import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { inputDefaults, outputNames } from '../support/contract.ts'

const text = await readFile(new URL('../../action.yml', import.meta.url), 'utf8')
const action = parse(text)

it('runs the packaged action on Node 24', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' })
})

it('has every input, with its default', () => {
  const inputs = Object.entries<{ default?: string }>(action.inputs)
  expect(Object.fromEntries(inputs.map(([name, input]) => [name, input.default]))).toEqual(inputDefaults)
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
