import { Scalar, stringify } from 'yaml'
import { meaningFor, meanings } from '../../src/inputs/meanings.ts'
import { inputsOf } from '../../src/inputs/program.ts'
import type { Program } from '../../src/inputs/row.ts'
import { defaultText, fillFrom } from '../../src/inputs/words.ts'
import { outputMeanings } from '../../src/report/output-meanings.ts'
import { table } from '../../src/report/table.ts'
import { rotationOutputMeanings } from '../../src/rotate/output-meanings.ts'
import { watchOutputMeanings } from '../../src/watch/output-meanings.ts'

/** What each output of a program means. */
const outputMeaningsOf: Readonly<Record<Program, Readonly<Record<string, string>>>> = {
  check: outputMeanings,
  watch: watchOutputMeanings,
  rotate: { ...outputMeanings, ...rotationOutputMeanings },
}

/** How long a line of `action.yml` may be. */
const LINE_WIDTH = 120

/**
 * Writes the inputs and outputs of a program into its `action.yml`, in place of those that it has; the rest stays. No
 * input is required: the environment can give what is missing.
 *
 * @throws where there are none to be replaced
 */
export const writeFields = (actionText: string, program: Program): string => {
  const inputs = describedInputs(program).map(({ name, meaning, byDefault }) => [
    name,
    { description: folded(meaning), required: false, ...(byDefault !== undefined && { default: byDefault }) },
  ])
  const outputs = Object.entries(outputMeaningsOf[program]).map(([name, meaning]) => [
    name,
    { description: folded(meaning) },
  ])
  const withInputs = replaceSection(actionText, 'inputs', Object.fromEntries(inputs))
  return replaceSection(withInputs, 'outputs', Object.fromEntries(outputs))
}

/** The inputs of a program, as a table. */
export const describeInputs = (program: Program): string =>
  table(
    ['input', 'default', 'meaning'],
    describedInputs(program).map(({ name, meaning, byDefault }) => [
      `\`${name}\``,
      byDefault === undefined ? '' : `\`${byDefault}\``,
      cell(meaning),
    ]),
  )

/** The outputs of a program, as a table. */
export const describeOutputs = (program: Program): string =>
  table(
    ['output', 'meaning'],
    Object.entries(outputMeaningsOf[program]).map(([name, meaning]) => [`\`${name}\``, cell(meaning)]),
  )

const describedInputs = (program: Program) =>
  Array.from(inputsOf(program), ([name, row]) => ({
    name,
    meaning: fillFrom(row, meaningFor(program, meanings[name])),
    byDefault: row.programs?.[program]?.expression ?? defaultText(row),
  }))

const replaceSection = (text: string, name: 'inputs' | 'outputs', fields: object): string => {
  // A key at the margin with all that is indented beneath it.
  const section = new RegExp(`^${name}:.*\n(?: .*\n|\n(?= ))*`, 'm')
  if (!section.test(text)) throw new Error(`the action has no ${name}`)
  const yaml = stringify({ [name]: fields }, { lineWidth: LINE_WIDTH })
  return text.replace(section, () => yaml.replace('\n', ' # written by npm run docs\n'))
}

/** A description that is too long for its line begins on the next one, where no sign in it needs quotation marks. */
const folded = (description: string): Scalar => {
  const scalar = new Scalar(description)
  if (`    description: ${description}`.length >= LINE_WIDTH) scalar.type = Scalar.BLOCK_FOLDED
  return scalar
}

const cell = (text: string): string => text.replaceAll('|', '\\|')
