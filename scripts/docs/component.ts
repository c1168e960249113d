import { Scalar, stringify } from 'yaml'
import { meaningFor, meanings } from '../../src/inputs/meanings.ts'
import { inputsOf } from '../../src/inputs/program.ts'
import type { Row } from '../../src/inputs/row.ts'
import type { InputName } from '../../src/inputs/table.ts'
import { defaultText, fillFrom, variableOf } from '../../src/inputs/words.ts'

/** The programs of which there is a component of GitLab. */
type Component = 'check' | 'watch'

/** How long a line of a component may be. */
const LINE_WIDTH = 120

/**
 * The inputs of a program that its component does not take. What may be a secret is a CI/CD variable there, since inputs
 * stand in the pipeline's YAML; the files have names of their own, and issues are GitHub's.
 */
export const LEFT_OUT: Readonly<Record<Component, readonly InputName[]>> = {
  check: ['token', 'headers', 'client-key', 'job-summary'],
  watch: [
    ...(['github-token', 'issues', 'issue-label', 'job-summary'] as const),
    ...(['html', 'junit', 'metrics', 'report-path', 'merge'] as const),
  ],
}

/** The defaults that differ: where a list stands that has nothing to do with GitHub. */
const OWN_DEFAULTS: Readonly<Partial<Record<InputName, string>>> = { tokens: '.gitlab/jira-tokens.yml' }

/** The inputs of a program that its component hands on. */
export const inputsOfComponent = (program: Component): readonly [InputName, Row][] =>
  [...inputsOf(program)].filter(([name]) => !LEFT_OUT[program].includes(name))

/**
 * Writes the inputs of a program into its component, and the variables by which the job hands them on, in place of those
 * that it has; the rest stays. Both stand between comments `# NAME: written by npm run docs` and `# /NAME`.
 *
 * @throws where the component lacks one of the two
 */
export const writeComponent = (text: string, program: Component): string => {
  const inputs = inputsOfComponent(program)
  const described = inputs.map(([name, row]) => [
    name,
    { description: folded(fillFrom(row, meaningFor(program, meanings[name]))), ...describeValue(name, row) },
  ])
  // Quoted, so that a value such as `!unavailable` is a text whoever puts it in.
  const variables = inputs.map(([name]) => [variableOf(name), quoted(`$[[ inputs.${name} ]]`)])
  const withInputs = replaceSection(text, 'inputs', Object.fromEntries(described))
  return replaceSection(withInputs, 'variables', Object.fromEntries(variables))
}

const describeValue = (name: InputName, row: Row): object => {
  const byDefault = OWN_DEFAULTS[name] ?? defaultText(row)
  if (row.kind === 'boolean') return { type: 'boolean', default: row.default }
  if (row.kind !== 'whole-number') return { type: 'string', default: byDefault ?? '' }
  // A number cannot be left blank.
  if (row.default === undefined) return { type: 'string', regex: '^[0-9]*$', default: '' }
  return { type: 'number', default: row.default }
}

const replaceSection = (text: string, name: 'inputs' | 'variables', fields: object): string => {
  const section = new RegExp(`^( *)(# ${name}: written by npm run docs\n).*?^( *# /${name})$`, 'ms')
  if (!section.test(text)) throw new Error(`the component has no ${name} to be written`)
  return text.replace(section, (_, indentation: string, start: string, end: string) => {
    const yaml = stringify(fields, { lineWidth: LINE_WIDTH - indentation.length })
    return `${indentation}${start}${yaml.replace(/^(?=.)/gm, indentation)}${end}`
  })
}

const quoted = (text: string): Scalar => Object.assign(new Scalar(text), { type: Scalar.QUOTE_DOUBLE })

const folded = (description: string): Scalar =>
  Object.assign(new Scalar(description), description.length > LINE_WIDTH - 20 ? { type: Scalar.BLOCK_FOLDED } : {})
