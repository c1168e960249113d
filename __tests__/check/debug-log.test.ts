import { expect, it } from 'vitest'
import { badToken, goodToken } from '../support/healthy.ts'
import { playInProcess, runCommandLineInProcess } from '../support/in-process.ts'
import { startJira } from '../support/jira.ts'
import { leaksOf, spellingsOf } from '../support/leaks.ts'

const debug = { RUNNER_DEBUG: '1' }
const debugLinesOf = ({ commands }: { commands: { name: string; data: string }[] }): string[] =>
  commands.filter(({ name }) => name === 'debug').map(({ data }) => data)

it('tells of every request where debug logging is switched on, and only there', async () => {
  const { result } = await playInProcess({}, {}, { env: debug })
  expect(debugLinesOf(result)).toEqual([
    expect.stringMatching(/^GET \/rest\/api\/2\/myself: HTTP 200 in \d+ ms, \d+ bytes; attempt 1, with the token/),
    expect.stringMatching(/^GET \/rest\/pat\/latest\/tokens: HTTP 200 in \d+ ms, \d+ bytes; attempt 1, with the token/),
  ])
  expect((await playInProcess({})).result.commands).toEqual([])
})

it('tells of the follow-up too, which goes without the token', async () => {
  const { result } = await playInProcess({}, { token: badToken }, { env: debug })
  expect(debugLinesOf(result)).toEqual([
    expect.stringMatching(/^GET \/rest\/api\/2\/myself: HTTP 401 .*, with the token/),
    expect.stringMatching(/^GET \/rest\/api\/2\/serverInfo: HTTP 401 .*, without the token/),
  ])
})

it('is told on the command line with --verbose', async () => {
  const jira = await startJira()
  try {
    const run = { env: { JIRA_DOMAIN: jira.url, JIRA_PAT: goodToken } }
    const { stdout, exitCode } = await runCommandLineInProcess({ ...run, args: ['--verbose', '--retries', '0'] })
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^Debug: GET \/rest\/api\/2\/myself: HTTP 200 /m)
    expect((await runCommandLineInProcess({ ...run, args: ['--retries', '0'] })).stdout).not.toContain('Debug: ')
  } finally {
    await jira.close()
  }
})

it('holds nothing secret, and obeys nothing that the server says', async () => {
  const token = 'abcdefghijklmnopqrstuvwxyz0123456789'
  const hex = Buffer.from(token).toString('hex')
  const headers = {
    [`x-${token}`]: 'x',
    [`x-${hex}`]: token,
    'x-##warning': '##[error]x',
    [`${'y'.repeat(900)}-${token}`]: 'x',
  }
  const { result } = await playInProcess(
    { respond: () => ({ status: 418, headers, body: token }) },
    { token },
    { env: debug },
  )
  const [line = '', ...others] = debugLinesOf(result)
  expect(line).toContain('HTTP 418')
  expect(line).toContain('x-***')
  expect(line).not.toContain('##')
  expect(line.length).toBeLessThanOrEqual(1_000)
  expect(others).toEqual([])
  expect(leaksOf(spellingsOf(token), { log: result.stdout.replace(/^::add-mask::.*$/gm, '') })).toEqual([])
})
