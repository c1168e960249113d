import { describe, expect, it } from 'vitest'
import { jiraUnavailable, nginxForbidden } from '../support/answers.ts'
import { badToken } from '../support/healthy.ts'
import { playInProcess } from '../support/in-process.ts'
import { routes } from '../support/routes.ts'
import type { ActionResult } from '../support/runner.ts'

const runs: Record<string, (failOn: Record<string, string>) => Promise<ActionResult>> = {
  usable: async (failOn) => (await playInProcess({}, failOn)).result,
  refused: async (failOn) => (await playInProcess({}, { token: badToken, ...failOn })).result,
  unknown: async (failOn) => (await playInProcess({ respond: () => nginxForbidden }, failOn)).result,
  misconfigured: async (failOn) => (await playInProcess({}, { token: '', ...failOn })).result,
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
  it.concurrent.for(['never', 'refused, never', 'none, refused', 'usable', '!internal-error', ','])(
    'a fail-on of %j',
    async (failOn) => {
      const { setting, result } = await playInProcess({}, { 'fail-on': failOn })
      expect(result.outputs).toMatchObject({ reason: 'input-invalid', result: 'misconfigured' })
      expect(result.exitCode).toBe(1)
      expect(setting.jira?.requests).toEqual([])
    },
  )
})

describe('the narrowest word decides', () => {
  it.concurrent.for([
    ['!unavailable', 0],
    ['refused, unknown, misconfigured, !unavailable', 0],
    ['!server-error', 0],
    ['!rate-limited', 1],
    ['server-error, !unavailable, !unknown', 1],
    ['unavailable, !server-error', 0],
    ['not-bitbucket', 0],
  ] as const)('%s: a Jira that is down ends with %d', async ([failOn, exitCode]) => {
    const respond = routes({ myself: jiraUnavailable, status: { status: 500 } })
    const { result } = await playInProcess({ respond }, { 'fail-on': failOn, retries: '0' })
    expect(result.outputs).toMatchObject({ reason: 'server-error', category: 'unavailable' })
    expect(result.exitCode).toBe(exitCode)
    expect(result.annotations.map(({ level }) => level)).toEqual([exitCode === 0 ? 'warning' : 'error'])
  })
})
