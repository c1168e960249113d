import { describe, expect, it } from 'vitest'
import { play, playAgainst } from '../support/play.ts'
import { internal } from '../support/scenarios/internal.ts'

describe('what fails whatever fail-on says', () => {
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
