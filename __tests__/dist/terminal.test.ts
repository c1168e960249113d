import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { badToken, goodToken } from '../support/healthy.ts'
import { type StandInJira, startJira } from '../support/jira.ts'
import { startPackaged } from '../support/packaged.ts'
import { runAction } from '../support/runner.ts'
import { startOnTerminal } from '../support/terminal.ts'

const escapeSign = '\u001B'
const red = `${escapeSign}[1;31m`
const green = `${escapeSign}[1;32m`

// Elsewhere `script` takes other arguments.
describe.skipIf(process.platform !== 'linux')('with a terminal', () => {
  let jira: StandInJira
  beforeAll(async () => {
    jira = await startJira()
  })
  afterAll(() => jira.close())

  const environment = (token: string) => ({ JIRA_DOMAIN: jira.url, JIRA_PAT: token })

  it.concurrent.each([
    ['green where the token is good', goodToken, green, 0],
    ['red where Jira refuses it', badToken, red, 1],
  ])('the command line is %s', async (_, token, colour, exitCode) => {
    const run = await startOnTerminal({ env: environment(token) })
    expect(run).toMatchObject({ exitCode, stdout: expect.stringContaining(colour) })
  })

  it.concurrent.each([
    ['NO_COLOR', { NO_COLOR: '1' }],
    ['a terminal that has none', { TERM: 'dumb' }],
  ])('the command line has no colour for %s', async (_, env) => {
    const { stdout, exitCode } = await startOnTerminal({ env: { ...environment(badToken), ...env } })
    expect({ stdout, exitCode }).toEqual({ stdout: expect.not.stringContaining(escapeSign), exitCode: 1 })
    expect(stdout).toContain('rejected')
  })

  it.concurrent('the command line has no colour where its output goes elsewhere', async () => {
    const { stdout, stderr } = await startPackaged({ env: { ...environment(badToken), TERM: 'xterm-256color' } })
    expect(stdout + stderr).toContain('rejected')
    expect(stdout + stderr).not.toContain(escapeSign)
  })

  it.concurrent.each([
    ['good', goodToken, 'authenticated'],
    ['bad', badToken, 'token-rejected'],
  ])('a step of GitHub has no colour, as a runner may give it a terminal (%s token)', async (_, token, reason) => {
    const { stdout, outputs, summary } = await runAction({ inputs: { 'jira-url': jira.url, token } }, startOnTerminal)
    expect(outputs['reason']).toBe(reason)
    expect(stdout + summary).not.toContain(escapeSign)
  })
})
