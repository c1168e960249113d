import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { goodToken } from '../support/healthy.ts'
import { playInProcess, runActionInProcess } from '../support/in-process.ts'
import { play } from '../support/play.ts'
import { scenarios } from '../support/scenarios.ts'
import { readPage } from './markdown.ts'

const { text, blocks, links } = readPage('README.md')
const { inputs, runs } = parse(readFileSync('action.yml', 'utf8'))

describe('the README', () => {
  it('shows the step in five lines', () => {
    const [step] = blocks
    expect(step?.text.trimEnd().split('\n')).toHaveLength(5)
    expect(Object.keys(parse(step?.text ?? '')[0].with)).toEqual(['jira-url', 'token'])
  })

  it('names the command of the tests on a line of its own, and CI runs that one', () => {
    expect(text).toMatch(/^npm cit$/m)
    expect(readFileSync('.ci/run', 'utf8')).toMatch(/^npm cit$/m)
  })

  it('has no picture from elsewhere, so no badge that could be wrong', () => {
    const pictures = links.filter((link) => /\.(?:png|svg|gif)\b|badge/.test(link))
    expect(pictures.length).toBeGreaterThan(0)
    expect(pictures.filter((link) => !link.startsWith('docs/images/'))).toEqual([])
  })

  it('tells the defaults as action.yml has them', () => {
    expect(text).toContain(`${inputs['timeout-seconds'].default} s for all`)
    expect(text).toMatch(/\| 503 \| asked again, twice \|/)
    expect(inputs.retries.default).toBe('2')
    expect(runs.using).toBe('node24')
    expect(text).toContain('the first with Node 24')
  })

  it('counts the requests of a check: two, to read', async () => {
    const { setting } = await playInProcess({})
    expect(setting.jira?.requests.map(({ method }) => method)).toEqual(['GET', 'GET'])
    expect(text).toContain('It makes two `GET` requests')
  })

  it('says where names are written, and where not', async () => {
    const { result } = await playInProcess({})
    const { email, report, ...outputs } = result.outputs
    const shown = result.stdout.replace(/^::add-mask::.*$/gm, '') + result.summary
    expect(shown).toContain('CI Service')
    expect(shown).toContain('svc-ci')
    expect(email).toBe('svc-ci@example.com')
    expect(report).toContain('svc-ci@example.com')
    expect(shown + Object.values(outputs).join()).not.toContain('svc-ci@example.com')
    expect(shown + Object.values(result.outputs).join()).not.toContain(goodToken)
  })
})

describe('the comparison with curl', () => {
  const command = /`(curl -fsS -H [^`]+)`/.exec(text)?.[1] ?? ''
  const isRunnable = ['bash', 'curl'].every((tool) => !spawnSync(tool, ['--version']).error)

  /** Runs the README's command in the world of a scenario. */
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
