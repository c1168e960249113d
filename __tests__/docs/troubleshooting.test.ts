import { execFile, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { type Confirmation, confirmations } from '../../scripts/docs/confirmations.ts'
import { type Scenario, scenarios } from '../support/scenarios.ts'

/** The resolver and the routes of the machine are nothing that a test can bend for another program. */
const needingAnotherNetwork = ['dns-not-found', 'dns-unavailable', 'network-unreachable']
const tools = ['bash', 'curl', 'openssl', 'head', 'wc']
const isRunnable = process.platform === 'linux' && tools.every((tool) => !spawnSync(tool, ['--version']).error)

/** Runs the commands of a reason in the world of one of its scenarios; standard output and error, as they came. */
const confirm = async ({ setUp }: Scenario, commands: readonly string[]): Promise<string> => {
  const { inputs = {}, env = {}, close } = await setUp()
  try {
    const url = new URL(inputs['jira-url'] ?? '')
    const variables = {
      PATH: process.env['PATH'],
      JIRA_URL: url.href.replace(/\/$/, ''),
      JIRA_HOST: url.hostname,
      JIRA_PORT: url.port,
      ...env,
    }
    const script = commands.join('\n').replaceAll('--max-time 30', '--max-time 1')
    return await new Promise((resolve) => {
      execFile('bash', ['--norc', '-c', script], { env: variables }, (_, stdout, stderr) => resolve(stdout + stderr))
    })
  } finally {
    await close?.()
  }
}

describe.skipIf(!isRunnable)('what the troubleshooting page tells to run shows what it says', () => {
  const cases = Object.entries<Confirmation>(confirmations)
    .filter(([reason]) => !needingAnotherNetwork.includes(reason))
    .flatMap(([reason, confirmation]) =>
      scenarios
        .filter((scenario) => scenario.reason === reason)
        .map((scenario) => ({ ...confirmation, reason, name: scenario.name, scenario })),
    )

  it.each(cases)('$reason, for $name', async ({ scenario, commands, signs }) => {
    const output = await confirm(scenario, commands)
    expect(
      signs.filter((sign) => output.includes(sign)),
      output,
    ).not.toEqual([])
  })
})

it('never sends a token, and prints no password of a proxy', () => {
  const commands = Object.values<Confirmation>(confirmations).flatMap((confirmation) => confirmation.commands)
  expect(commands.filter((command) => /JIRA_PAT|Authorization|secrets/.test(command))).toEqual([])
  expect(commands.filter((command) => command.includes('--proxy ') && command.includes('-v'))).toEqual([])
})
