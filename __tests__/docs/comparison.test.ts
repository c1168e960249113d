import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { runActionInProcess } from '../support/in-process.ts'
import { play } from '../support/play.ts'
import { scenarios } from '../support/scenarios.ts'
import { readPage } from './markdown.ts'

const { text } = readPage('docs/comparison.md')
const { inputs } = parse(readFileSync('action.yml', 'utf8'))

it('tells the defaults as action.yml has them', () => {
  expect(text).toContain(`${inputs['timeout-seconds'].default} s for all`)
  expect(text).toMatch(/\| 503 \| asked again, twice \|/)
  expect(inputs.retries.default).toBe('2')
})

describe('the comparison with curl', () => {
  const command = /`(curl -fsS -H [^`]+)`/.exec(text)?.[1] ?? ''
  const isRunnable = ['bash', 'curl'].every((tool) => !spawnSync(tool, ['--version']).error)

  /** Runs the page's command in the world of a scenario. */
  const runCurl = async (name: string): Promise<{ exitCode: unknown; stderr: string }> => {
    const scenario = scenarios.find((candidate) => candidate.name === name)
    const { inputs: given = {}, close } = (await scenario?.setUp()) ?? {}
    const env = { PATH: process.env['PATH'], JIRA_URL: given['jira-url'], JIRA_PAT: given['token'] }
    try {
      return await new Promise((resolve) => {
        execFile('bash', ['--norc', '-c', command], { env }, (error, _, stderr) =>
          resolve({ exitCode: error?.code ?? 0, stderr }),
        )
      })
    } finally {
      await close?.()
    }
  }

  it.skipIf(!isRunnable).each(['sso-login', 'sso-login-page', 'jira-login-page'])(
    'curl is green at %s',
    async (name) => {
      expect(await runCurl(name)).toEqual({ exitCode: 0, stderr: '' })
    },
  )

  it.skipIf(!isRunnable)('curl says of a rejected token that the answer was 401', async () => {
    const { exitCode, stderr } = await runCurl('token-rejected')
    expect(exitCode).toBe(22)
    expect(stderr).toContain('error: 401')
  })

  it.each(['sso-login', 'sso-login-page', 'jira-login-page'])('the action is red at %s', async (name) => {
    const scenario = scenarios.find((candidate) => candidate.name === name)
    const { result } = await play({ setUp: async () => (await scenario?.setUp()) ?? {} }, runActionInProcess)
    expect(result).toMatchObject({ exitCode: 1, outputs: { reason: 'sso-login' } })
  })
})
