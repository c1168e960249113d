import { describe, it, type TestContext } from 'vitest'
import { createFastClock } from '../support/clock.ts'
import { categories, outputNames, verdicts } from '../support/contract.ts'
import { badBitbucketToken, goodBitbucketToken } from '../support/healthy/bitbucket.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { runActionInProcess } from '../support/in-process.ts'
import { leaksOf, spellingsOf, writtenBy } from '../support/leaks.ts'
import { type Played, play } from '../support/play.ts'
import { followUpsOf, questionOf, questionsOf } from '../support/questions.ts'
import { type ActionResult, type ActionRun, runAction } from '../support/runner.ts'
import { allScenarios, type Scenario, scenariosByProduct, scenariosOf } from '../support/scenarios.ts'

type Expect = TestContext['expect']

/**
 * The packaged program; under the mutation tests `src/` in this process, but for what breaks the machine's name
 * resolution, or the program itself.
 */
const run = (setting: ActionRun): Promise<ActionResult> =>
  process.env['SCENARIOS'] === 'in-process' && setting.nodeArgs === undefined
    ? runActionInProcess(setting, createFastClock())
    : runAction(setting)

it('has a scenario named after every reason', ({ expect }) => {
  const names = allScenarios.filter((scenario) => scenario.name === scenario.reason).map((scenario) => scenario.name)
  // A rotation has worlds of its own in place of scenarios.
  const reasons = Object.entries(verdicts).filter(([, [category]]) => category !== 'rotation')
  expect([...new Set(names)].toSorted()).toEqual(reasons.map(([reason]) => reason).toSorted())
})

describe.each(categories.filter((category) => category !== 'rotation'))('%s', (category) => {
  it.concurrent.for(scenariosOf(category))('$name', (scenario, { expect }) => expectScenario(expect, scenario))
})

describe('confluence', () => {
  it.concurrent.for(scenariosByProduct.confluence)('$name', (scenario, { expect }) => expectScenario(expect, scenario))
})

describe('bitbucket', () => {
  it.concurrent.for(scenariosByProduct.bitbucket)('$name', (scenario, { expect }) => expectScenario(expect, scenario))
})

async function expectScenario(expect: Expect, scenario: Scenario): Promise<void> {
  const played = await play(scenario, run)

  expectVerdict(expect, scenario, played)
  expectOutputs(expect, scenario, played)
  expectAnnotations(expect, scenario, played)
  expectNothingLeaked(expect, played)
  expectRequests(expect, scenario, played)
  expect.soft(wordsOf(played)).toMatchSnapshot()
}

function expectVerdict(expect: Expect, scenario: Scenario, { result }: Played): void {
  const { result: conclusion, category, reason, stage } = result.outputs
  const seen = { result: conclusion, category, reason, stage, exitCode: result.exitCode }
  expect.soft(seen).toEqual({
    result: scenario.result,
    category: scenario.category,
    reason: scenario.reason,
    stage: scenario.stage ?? stage,
    exitCode: scenario.exitCode,
  })
  expect
    .soft(result.report)
    .toMatchObject({ schemaVersion: 2, product: scenario.product, result: conclusion, category, reason, stage })
}

function expectOutputs(expect: Expect, scenario: Scenario, { result }: Played): void {
  const { outputs } = result
  expect.soft(Object.keys(outputs).toSorted()).toEqual(outputNames.toSorted())
  expect.soft(outputs).toMatchObject(scenario.outputs ?? {})
  if (scenario.statusCode !== undefined) expect.soft(outputs['status-code']).toBe(scenario.statusCode)
  for (const mention of scenario.mentions ?? []) {
    expect.soft(`${outputs['message']} ${outputs['remedy']}`).toMatch(mention)
  }
}

function expectAnnotations(expect: Expect, scenario: Scenario, { result }: Played): void {
  const errors = scenario.result === 'usable' ? 0 : 1
  const levels = result.annotations.map((annotation) => annotation.level)
  expect
    .soft(levels.toSorted())
    .toEqual([...Array<string>(errors).fill('error'), ...Array<string>(scenario.warnings ?? 0).fill('warning')])
  for (const annotation of result.annotations) expect.soft(annotation.title).toMatch(/\w/)
  expect.soft(result.commands).toEqual([])
  expect.soft(result.stderr).toBe('')
  expect.soft(result.stdout).not.toMatch(/^\s+at |node:internal|dist[\\/]index\.js/m)
}

function expectNothingLeaked(expect: Expect, { setting, result }: Played): void {
  const { token = '', username } = setting.inputs ?? {}
  const tokens = [goodToken, badToken, goodBitbucketToken, badBitbucketToken, ...token.split('\n')].filter(
    (text) => text.length >= 16,
  )
  const spellings = [...tokens, ...(setting.secrets ?? [])].flatMap((secret) => spellingsOf(secret, username))
  expect.soft(leaksOf(spellings, writtenBy(result))).toEqual([])

  const places = ['output email', 'output username', 'output report']
  expect.soft(places).toEqual(expect.arrayContaining(leaksOf(['svc-ci@example.com'], writtenBy(result))))
}

function expectRequests(expect: Expect, scenario: Scenario, { setting }: Played): void {
  const requests = setting.jira?.requests ?? []
  const asked = questionsOf(requests)
  if (scenario.asks) expect.soft(asked.toSorted()).toEqual(scenario.asks.toSorted())
  else expect.soft(asked).toEqual([...new Set(asked)])

  const looks = followUpsOf(requests)
  expect.soft(looks.map(questionOf)).toEqual([...new Set(looks.map(questionOf))])
  for (const look of looks) expect.soft(look.headers.authorization).toBeUndefined()
  if (scenario.result === 'usable') expect.soft(looks).toEqual([])
  // A proxy sees where the tunnel leads, and nothing of what goes through it.
  for (const { method, headers } of setting.proxy?.requests ?? []) {
    expect.soft({ method, authorization: headers.authorization }).toEqual({ method: 'CONNECT' })
  }
}

/** The words that people read, without what is different in every run. */
function wordsOf({ result }: Played): string {
  const { message, remedy } = result.outputs
  const annotations = result.annotations.map(({ level, title, message: text }) =>
    level === 'error' ? `error: ${title}` : `${level}: ${title}: ${text}`,
  )
  return [...annotations, `message: ${message}`, `remedy: ${remedy}`]
    .join('\n')
    .replace(/(127\.0\.0\.1|\]|localhost):\d+/g, '$1:PORT')
    .replace(/(\.example\.com):\d{5}/g, '$1:PORT')
    .replace(/\d{4}-\d\d-\d\d/g, 'YYYY-MM-DD')
    .replace(/T\d\d:\d\d:\d\dZ/g, 'Thh:mm:ssZ')
    .replace(/\w{3} [ \d]\d [\d:]{8} \d{4} GMT/g, 'MMM DD hh:mm:ss YYYY GMT')
}
