import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { describeInputs, describeOutputs, writeFields } from '../../scripts/docs/action.ts'
import { inputsOf } from '../../src/inputs/program.ts'
import { outputs } from '../../src/report/outputs.ts'
import { describeUsage } from '../../src/runner/usage.ts'

const read = (path: string): string => readFileSync(path, 'utf8')
const action = read('action.yml')

describe('what is committed is what the tables say', () => {
  it('action.yml', () => {
    expect(writeFields(action, 'check')).toBe(action)
    expect(Object.keys(parse(action).inputs)).toEqual([...inputsOf('check').keys()])
    expect(Object.keys(parse(action).outputs)).toEqual(Object.keys(outputs))
  })

  it.each(['watch', 'rotate'] as const)('%s/action.yml', (program) => {
    const text = read(`${program}/action.yml`)
    expect(writeFields(text, program)).toBe(text)
  })

  it.each(['check', 'watch', 'rotate'] as const)('what docs/reference.md says of %s', (program) => {
    expect(read('docs/reference.md')).toContain(`\n${describeInputs(program)}\n`)
    expect(read('docs/reference.md')).toContain(`\n${describeOutputs(program)}\n`)
  })

  it('the flags in docs/other-ci.md', () => {
    expect(read('docs/other-ci.md')).toContain(`\n${describeUsage('check')}\n`)
  })
})

describe('writing action.yml', () => {
  const head = 'name: An action\n# why\n'
  const tail = '\n# how\nruns:\n  using: node24\n'

  it('replaces the inputs and the outputs, and leaves the rest as it is', () => {
    const written = writeFields(
      `${head}inputs: # old\n  old:\n\n    required: true\noutputs:\n  old: {}\n${tail}`,
      'check',
    )
    expect(written.startsWith(`${head}inputs: # written by npm run docs\n  jira-url:\n`)).toBe(true)
    expect(written.endsWith(tail)).toBe(true)
    expect(parse(written)).toEqual({
      name: 'An action',
      inputs: parse(action).inputs,
      outputs: parse(action).outputs,
      runs: { using: 'node24' },
    })
  })

  it('adds nothing to an action that has none', () => {
    expect(() => writeFields(`${head}outputs: {}\n${tail}`, 'check')).toThrow('the action has no inputs')
    expect(() => writeFields(`${head}inputs: {}\n${tail}`, 'check')).toThrow('the action has no outputs')
  })

  it('keeps to lines that can be read', () => {
    expect(Math.max(...action.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120)
  })
})

describe('an input in the reference', () => {
  it.each([
    '| `username` |  | When set, HTTP Basic ',
    '| `retries` | `2` | How many times ',
    '| `fail-on` | `refused, unknown, misconfigured` | List of what fails the step: results (refused, unknown, misconfigured), categories and reasons, or none.',
    '| `token` |  | The personal access token, from a secret (secrets.JIRA_PAT). If blank, the environment variable JIRA_PAT; CONFLUENCE_PAT or BITBUCKET_PAT, where that product is asked. |',
  ])('%s', (row) => {
    expect(describeInputs('check')).toContain(row)
  })
})
