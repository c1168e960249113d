import { stripVTControlCharacters, styleText } from 'node:util'
import { linesOf, parseCommand, runnerCommands } from './commands.ts'
import { categories } from './contract.ts'
import type { ActionResult } from './runner.ts'
import type { Scenario } from './scenarios.ts'

/**
 * Prints what a person sees of a run on GitHub: the log, the outputs, the job summary, the exit code.
 *
 * @param withReport whether the output `report` is shown, or only that there is one
 */
export function showRun(result: ActionResult, withReport = true): void {
  const masked = (text: string): string => result.masks.reduce((shown, mask) => shown.replaceAll(mask, '***'), text)
  const log = linesOf(`${result.stdout}\n${result.stderr}`).flatMap(shownLine)
  const { report = '', ...outputs } = result.outputs
  const width = Math.max(...Object.keys(outputs).map((name) => name.length))
  const table = Object.entries(outputs).map(([name, value]) => `${name.padEnd(width)}  ${value}`)

  section('Log', masked(log.join('\n')))
  section('Outputs', masked(table.join('\n')))
  if (report) section('Output report', masked(withReport ? JSON.stringify(JSON.parse(report), undefined, 2) : '(JSON)'))
  section('Job summary (Markdown)', masked(result.summary))
  section(`Exit code ${result.exitCode}, after ${Math.round(result.durationMs)} ms`)
}

/** Prints the names and titles of a product's scenarios, by category. */
export function showList(product: string, scenarios: Scenario[]): void {
  const width = Math.max(...scenarios.map(({ name }) => name.length))
  const isOf = (category: string, told: string): boolean =>
    told === category || (category === 'not-jira' && told === `not-${product}`)
  for (const category of categories) {
    const lines = scenarios.filter((scenario) => isOf(category, scenario.category))
    if (lines.length === 0) continue
    section(
      product === 'jira' ? category : `${product}: ${lines[0]?.category}`,
      lines.map(({ name, title }) => `  ${name.padEnd(width)}  ${title}`).join('\n'),
    )
  }
}

export function section(heading: string, text = ''): void {
  console.log(`\n${styleText('bold', heading)}`)
  if (text !== '') console.log(text.trimEnd())
}

const levels = {
  error: { label: 'Error', colour: 'red' },
  warning: { label: 'Warning', colour: 'yellow' },
  notice: { label: 'Notice', colour: 'blue' },
} as const

/** A line of the log as GitHub renders it: annotations in colour, groups with a mark, other commands not at all. */
function shownLine(line: string): string[] {
  const command = parseCommand(line)
  if (!command || !runnerCommands.has(command.name)) return [stripVTControlCharacters(line)]
  const { name, properties, data } = command
  if (name === 'error' || name === 'warning' || name === 'notice') {
    const { label, colour } = levels[name]
    return [styleText(colour, `${label}: ${properties['title']}\n  ${data.replaceAll('\n', '\n  ')}`)]
  }
  return name === 'group' ? [`▼ ${data}`] : []
}
