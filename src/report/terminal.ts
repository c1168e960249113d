import type { Presentation } from './presentation.ts'
import { wrap } from './wrap.ts'

/** The colours of text, by their numbers: https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ */
export const RED = 31
export const GREEN = 32
export const YELLOW = 33

/** Writes a text bold and in a colour, or as it is. */
export type Paint = (text: string, colour: number) => string

/** @param isColoured whether the terminal wants colour */
export function createPaint(isColoured: boolean): Paint {
  return (text, colour) => (isColoured ? `\u001B[1;${colour}m${text}\u001B[0m` : text)
}

/** What a terminal shows of one token. */
export interface Shown {
  readonly presentation: Presentation
  /** What the account should tidy up, a sentence each. */
  readonly advice: readonly string[]
  /** Page that explains the reason. */
  readonly documentationUrl: string
}

/**
 * The verdict on one token for a terminal, in the same words as on GitHub.
 * @param columns of the terminal; undefined where the output is none, so that whatever reads it finds one line for each text
 * @returns a text for each paragraph, in which a long one may be wrapped to several lines
 */
export function listTerminalLines(
  { presentation, advice, documentationUrl }: Shown,
  columns: number | undefined,
  isColoured: boolean,
): readonly string[] {
  const { report, title, remedySteps, warnings, lines } = presentation
  const paint = createPaint(isColoured)
  const say = (text: string, indent?: string): string => wrap(text, columns, indent)
  const list = (steps: readonly string[]): readonly string[] =>
    steps.map((step, index) => say(`  ${index + 1}. ${step}`, '     '))
  const [heading, colour] = headingOf(presentation)
  return [
    paint(say(`${heading}: ${title}`), colour),
    say(report.message),
    ...list(remedySteps),
    ...lines.map((text) => say(text)),
    ...warnings.flatMap((warning) => [
      paint(say(`Warning: ${warning.title}`), YELLOW),
      say(warning.message),
      ...list(warning.remedySteps),
    ]),
    ...advice.map((text) => say(`Worth knowing: ${text}`)),
    ...(report.result === 'usable' ? [] : [`More: ${documentationUrl}`]),
  ]
}

/** The first word is for scripts and hurried people; a token that is good today and not for long has its own. */
function headingOf({ report, warnings }: Presentation): readonly [words: string, colour: number] {
  if (report.result !== 'usable') return [report.result.toUpperCase(), RED]
  return warnings.length === 0 ? ['OK', GREEN] : ['OK, with a warning', YELLOW]
}
