import { wrap } from '../report/wrap.ts'
import type { Told } from './told.ts'

const [RED, GREEN, YELLOW] = [31, 32, 33]

/** What a terminal shows, line by line: the same words as on GitHub. */
export function listTerminalLines(
  { presentation, documentationUrl }: Told,
  columns: number | undefined,
  isColoured: boolean,
): readonly string[] {
  const { report, title, remedySteps, warnings, lines } = presentation
  const isUsable = report.result === 'usable'
  const bold = (text: string, colour: number): string => (isColoured ? `\u001B[1;${colour}m${text}\u001B[0m` : text)
  const say = (text: string, indent?: string): string => wrap(text, columns, indent)
  const list = (steps: readonly string[]): readonly string[] =>
    steps.map((step, index) => say(`  ${index + 1}. ${step}`, '     '))
  const heading = isUsable ? (warnings.length === 0 ? 'OK' : 'OK, with a warning') : report.result.toUpperCase()
  return [
    bold(say(`${heading}: ${title}`), isUsable ? (warnings.length === 0 ? GREEN : YELLOW) : RED),
    say(report.message),
    ...list(remedySteps),
    ...lines.map((text) => say(text)),
    ...warnings.flatMap((warning) => [
      bold(say(`Warning: ${warning.title}`), YELLOW),
      say(warning.message),
      ...list(warning.remedySteps),
    ]),
    ...(isUsable ? [] : [`More: ${documentationUrl}`]),
  ]
}
