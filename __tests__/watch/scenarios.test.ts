import { it, vi } from 'vitest'
import { compileClosed } from '../report/schema.ts'
import { createFastClock } from '../support/clock.ts'
import { runActionInProcess } from '../support/in-process.ts'
import { play } from '../support/play.ts'
import { type ActionRun, runAction } from '../support/runner.ts'
import { scenarios } from '../support/scenarios.ts'
import { tokensOf, watchOf } from './watched.ts'

vi.setConfig({ testTimeout: 30_000 })

/** The check of a scenario as the one entry of a list. */
function throughWatch({ inputs = {}, env = {}, ...run }: ActionRun): ActionRun {
  const { token, 'fail-on': failOn, 'job-summary': _, headers, 'client-key': key, ...others } = inputs
  const variables: Record<string, string> = {}
  const inVariables = (text: string): string =>
    text.replace(/^(.*?:)\s*(.*)$/gm, (_line, name: string, value: string) => {
      const variable = `HEADER_${Object.keys(variables).length}`
      variables[variable] = value
      return `${name} $${variable}`
    })
  if (key?.includes('\n')) variables['CLIENT_KEY'] = key
  const entry = {
    ...others,
    'jira-url': others['jira-url'] || (env['JIRA_DOMAIN'] ?? ''),
    ...(headers && { headers: inVariables(headers) }),
    ...(key && { 'client-key': key.includes('\n') ? '$CLIENT_KEY' : key }),
    secret: 'THE_SECRET',
    token: token || (env['JIRA_PAT'] ?? ''),
  }
  const given = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== ''))
  return watchOf([{ secret: 'THE_SECRET', ...given }], {
    ...run,
    env: { ...env, ...variables },
    inputs: failOn === undefined ? {} : { 'fail-on': failOn },
  })
}

/** Time enough for a busy machine, whose clock runs ten times as fast here. */
const slowed = ({ inputs = {}, ...setting }: ActionRun): ActionRun => {
  const seconds = inputs['timeout-seconds']
  const isShort = seconds !== undefined && Number(seconds) < 15
  return { ...setting, inputs: isShort ? { ...inputs, 'timeout-seconds': '15' } : inputs }
}

const run = (setting: ActionRun) =>
  setting.nodeArgs === undefined ? runActionInProcess(setting, createFastClock()) : runAction(setting)

const { validate } = compileClosed('docs/watch-report.schema.json')

/** What is wrong with the list or the run itself: nothing is asked, and no token stands in the report. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set([
  ...['url-missing', 'input-invalid', 'timeout-with-unit', 'boolean-of-yaml-1.1', 'headers-folded'],
  ...['fail-on-invalid', 'fail-on-misspelt', 'fail-on-success', 'fail-on-internal', 'node-unsupported'],
])

/** The words of a check or of a watch, but for ports, times and where the token came from. */
const wordsOf = (text: string | undefined): string | undefined =>
  text
    ?.replace(/:\d{4,5}\b/g, ':PORT')
    .replace(/from (?:the input token|JIRA_PAT|secret THE_SECRET of the list, line 1)/g, 'from …')
    .replace(/[\d.]+ s\b/g, '… s')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'DATE')

const named = (names: (name: string) => boolean) => scenarios.filter(({ name }) => names(name))

it.concurrent.for(named((name) => !OF_THE_WHOLE.has(name)))('$name', async (scenario, { expect }) => {
  const [alone, watched] = await Promise.all([
    play(scenario, (setting) => run(slowed(setting))),
    play(scenario, (setting) => run(throughWatch(slowed(setting)))),
  ])
  const token = tokensOf(watched.result).get('THE_SECRET')
  const { result, reason, stage, message } = token ?? {}
  expect({ result, reason, stage }).toEqual({
    result: scenario.result,
    reason: scenario.reason,
    stage: alone.result.report?.stage,
  })
  const { cut, ...report } = JSON.parse(watched.result.outputs['report'] ?? '')
  validate(report)
  expect.soft(validate.errors ?? []).toEqual([])
  expect.soft(cut).toBe(0)
  // Of a secret that is missing the list has words of its own; a crash is told of the whole.
  if (['token-missing', 'internal-error'].includes(scenario.reason) || scenario.name === 'headers-empty') return
  expect.soft(wordsOf(message)).toContain(wordsOf(alone.result.report?.message))
})

it.concurrent.for(named((name) => OF_THE_WHOLE.has(name)))('$name: of the whole', async (scenario, { expect }) => {
  const { result } = await play(scenario, (setting) => run(throughWatch(setting)))
  expect(result.outputs).toMatchObject({ result: 'misconfigured', 'needs-care': '', checked: '0' })
  expect(JSON.parse(result.outputs['report'] || '{"tokens":[]}').tokens).toEqual([])
  expect(result.exitCode).toBe(1)
  expect(result.annotations).toEqual([expect.objectContaining({ level: 'error' })])
})
