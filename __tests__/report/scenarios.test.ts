import { readFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import type { ProductName } from '../../src/catalogue/product-words.ts'
import { createFastClock } from '../support/clock.ts'
import { linesOf } from '../support/commands.ts'
import { runActionInProcess } from '../support/in-process.ts'
import { play } from '../support/play.ts'
import { type ActionResult, type ActionRun, runAction } from '../support/runner.ts'
import { allScenarios } from '../support/scenarios.ts'
import { problemMatchers } from './problem-matchers.ts'
import { compileClosed, createAjv } from './schema.ts'

vi.setConfig({ testTimeout: 30_000 })

/** What breaks the machine's name resolution, or the program itself, has a process of its own. */
const run = (setting: ActionRun): Promise<ActionResult> =>
  setting.nodeArgs === undefined ? runActionInProcess(setting, createFastClock()) : runAction(setting)

const { schema, validate } = compileClosed('docs/report.schema.json')

const matchesIn = (lines: readonly string[]): string[] =>
  lines.flatMap((line) =>
    Object.entries(problemMatchers).flatMap(([tool, pattern]) => (pattern.test(line) ? [`${tool}: ${line}`] : [])),
  )

/** What people read in an annotation: the title, what happened, the steps, and where the rest stands. */
const partsOf = (message: string): { happened: string; steps: string[]; more: string[] } => {
  const [happened = '', ...lines] = message.split('\n')
  return {
    happened,
    steps: lines.filter((line) => /^\d\. /.test(line)),
    more: lines.filter((line) => line.startsWith('More: ')),
  }
}

/** Pieces of a summary with an icon, and without a word for those who do not see it. */
const silentIn = (summary: string): string[] =>
  summary.split(/\n|(?<!\\)\|/).filter((piece) => /\p{Extended_Pictographic}/u.test(piece) && !/\p{L}{2}/u.test(piece))

it.concurrent.for(allScenarios)(
  '$product $name: fits the schema of its report, is no problem of another tool, is read in a narrow box, and by ear',
  async (scenario, { expect }) => {
    const { result } = await play(scenario, run)

    validate(result.report)
    expect.soft(validate.errors ?? []).toEqual([])
    const lines = [...result.log, ...result.annotations.flatMap(({ title, message }) => [title, ...linesOf(message)])]
    expect.soft(matchesIn(lines)).toEqual([])
    for (const { title, message } of result.annotations) {
      const { happened, steps, more } = partsOf(message)
      expect.soft(title).toMatch(/^.{8,80}$/)
      expect.soft(happened.length, happened).toBeLessThanOrEqual(280)
      expect.soft(steps.length).toBeLessThanOrEqual(3)
      for (const step of steps) expect.soft(step.length, step).toBeLessThanOrEqual(200)
      expect.soft(message.split('\n').length).toBe(1 + steps.length + more.length)
    }
    expect.soft(silentIn(result.summary)).toEqual([])
    expect.soft(result.summary).toContain(`Result: ${scenario.result}`)
  },
)

it('an icon alone would be found', () => {
  expect(silentIn('| ✅ | ❌ no |')).toEqual([' ✅ '])
})

/** How each product is called in texts. */
const NAMES: Readonly<Record<ProductName, RegExp>> = {
  jira: /jira/i,
  confluence: /confluence/i,
  bitbucket: /bitbucket|stash/i,
}

/** What is called after Jira for whatever product. */
const OF_ALL = /jira(?:-|&#45;)pat(?:-|&#45;)check|JIRA_CHECK_\w*|jira_token_\w*/g

/** All that people and programs read of a run. */
const textsOf = ({ log, annotations, outputs, summary }: ActionResult): string[] =>
  [...log, ...annotations.flatMap(({ title, message }) => [title, ...linesOf(message)]), ...linesOf(summary)].concat(
    Object.values(outputs),
  )

it.concurrent.for(allScenarios)(
  '$product $name: speaks of no other product',
  async ({ product, names = [], ...scenario }, { expect }) => {
    const { result } = await play(scenario, run)
    const texts = textsOf(result).map((text) => text.replaceAll(OF_ALL, ''))
    expect(texts.join('\n')).not.toBe('')
    for (const [other, name] of Object.entries(NAMES)) {
      if (other === product || names.some((allowed) => allowed === other)) continue
      expect.soft(texts.filter((text) => name.test(text))).toEqual([])
    }
  },
)

it('the schema takes what is added to a report later, and not what is missing in it', () => {
  const accepts = createAjv().compile({ ...schema, $id: 'open' })
  const report = JSON.parse(readFileSync('docs/report.md', 'utf8').match(/```json\n(.*?)```/s)?.[1] ?? '')
  expect(accepts({ ...report, later: true })).toBe(true)
  expect(accepts({ ...report, remedy: undefined })).toBe(false)
  expect(accepts({ ...report, reason: 'authenticated' })).toBe(false)
})

it.each([
  ['tsc', 'src/a.ts(12,7): error TS2304: Cannot find name'],
  ['eslint-compact', 'a.js: line 4, col 2, Error - Unexpected (no-x)'],
  ['eslint-stylish', '  4:2  error  Unexpected  no-x'],
  ['gcc', 'a.c:4:2: warning: unused'],
  ['go', 'a.go:4:2: unused'],
  ['python', '  File "a.py", line 4, in <module>'],
  ['cargo', 'error[E0432]: unresolved import'],
  ['csc', 'A.cs(4,2): error CS0103: missing [A.csproj]'],
])('the problem matcher of %s finds what it is for', (tool, line) => {
  expect(problemMatchers[tool]?.test(line)).toBe(true)
})
