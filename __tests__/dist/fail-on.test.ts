import { describe, expect, it } from 'vitest'
import { nginxForbidden } from '../support/answers.ts'
import { badToken } from '../support/healthy.ts'
import { play, playAgainst } from '../support/play.ts'
import type { ActionResult } from '../support/runner.ts'
import { internal } from '../support/scenarios/internal.ts'

const runs: Record<string, (failOn: Record<string, string>) => Promise<ActionResult>> = {
  usable: async (failOn) => (await playAgainst({}, failOn)).result,
  refused: async (failOn) => (await playAgainst({}, { token: badToken, ...failOn })).result,
  unknown: async (failOn) => (await playAgainst({ respond: () => nginxForbidden }, failOn)).result,
  misconfigured: async (failOn) => (await playAgainst({}, { token: '', ...failOn })).result,
}

const table: [failOn: string | undefined, fails: string[]][] = [
  [undefined, ['refused', 'unknown', 'misconfigured']],
  ['', ['refused', 'unknown', 'misconfigured']],
  ['none', []],
  ['refused', ['refused']],
  ['unknown', ['unknown']],
  ['refused,misconfigured', ['refused', 'misconfigured']],
  ['refused\nunknown', ['refused', 'unknown']],
]

describe.each(table)('fail-on: %j', (failOn, fails) => {
  const inputs: Record<string, string> = failOn === undefined ? {} : { 'fail-on': failOn }

  it.concurrent.for(Object.entries(runs))('%s', async ([conclusion, run]) => {
    const result = await run(inputs)
    const isFailure = fails.includes(conclusion)
    expect(result.outputs['result']).toBe(conclusion)
    expect(result.exitCode).toBe(isFailure ? 1 : 0)
    const level = isFailure ? 'error' : 'warning'
    expect(result.annotations.map((annotation) => annotation.level)).toEqual(conclusion === 'usable' ? [] : [level])
    for (const { title } of result.annotations) expect(title).not.toBe('')
  })
})

describe('what fails whatever fail-on says', () => {
  it.concurrent.for(['never', 'refused, never', 'none, refused', 'usable'])('a fail-on of %j', async (failOn) => {
    const { setting, result } = await playAgainst({}, { 'fail-on': failOn })
    expect(result.outputs).toMatchObject({ reason: 'input-invalid', result: 'misconfigured' })
    expect(result.exitCode).toBe(1)
    expect(setting.jira?.requests).toEqual([])
  })

  it.concurrent('a fault of the action itself', async () => {
    const [internalError] = internal
    const setting = await internalError?.setUp()
    const { result } = await play({
      setUp: async () => ({ ...setting, inputs: { ...setting?.inputs, 'fail-on': 'none' } }),
    })
    expect(result.outputs).toMatchObject({ reason: 'internal-error' })
    expect(result.exitCode).toBe(1)
    expect(result.annotations.map((annotation) => annotation.level)).toEqual(['error'])
  })

  it.concurrent('a fault that even the words for it run into', async () => {
    const broken = 'Date.now = () => { throw new TypeError("the clock is broken") }'
    const nodeArgs = [`--import=data:text/javascript,${encodeURIComponent(broken)}`]
    const { result } = await playAgainst({}, { 'fail-on': 'none' }, { nodeArgs })
    expect(result.exitCode).toBe(1)
    expect(result.annotations).toMatchObject([{ level: 'error', title: expect.stringMatching(/\w/) }])
    expect(result.stdout + result.stderr).not.toMatch(/^\s+at /m)
  })

  it.concurrent('outputs that cannot be written', async () => {
    const { result } = await playAgainst({}, { 'fail-on': 'none' }, { env: { GITHUB_OUTPUT: '/nowhere/output' } })
    expect(result.exitCode).toBe(1)
    expect(result.annotations.map((annotation) => annotation.level)).toEqual(['error'])
  })
})

describe('what does not fail', () => {
  it.concurrent('a job summary that cannot be written', async () => {
    const { result } = await playAgainst({}, {}, { env: { GITHUB_STEP_SUMMARY: '/nowhere/summary.md' } })
    expect(result.exitCode).toBe(0)
    expect(result.annotations).toEqual([])
    expect(result.log.join('\n')).toMatch(/summary/i)
  })

  it.concurrent('a runner that has no job summary', async () => {
    const { result } = await playAgainst({}, {}, { env: { GITHUB_STEP_SUMMARY: '' } })
    expect(result.exitCode).toBe(0)
  })

  it.concurrent('a job summary that nobody wants', async () => {
    const { result } = await playAgainst({}, { 'job-summary': 'false' })
    expect(result.exitCode).toBe(0)
    expect(result.summary).toBe('')
  })
})
