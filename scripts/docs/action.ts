import { parse } from 'yaml'
import { table } from '../../src/report/table.ts'

/** The inputs of an `action.yml`, as a table. */
export const describeInputs = (actionText: string): string =>
  table(
    ['input', 'default', 'meaning'],
    fieldsOf(parse(actionText).inputs).map(([name, field]) => [
      `\`${name}\``,
      field['default'] ? `\`${field['default']}\`` : '',
      cell(field['description']),
    ]),
  )

/** The outputs of an `action.yml`, as a table. */
export const describeOutputs = (actionText: string): string =>
  table(
    ['output', 'meaning'],
    fieldsOf(parse(actionText).outputs).map(([name, field]) => [`\`${name}\``, cell(field['description'])]),
  )

const fieldsOf = (section: Readonly<Record<string, Readonly<Record<string, string>>>>) => Object.entries(section)

const cell = (text = ''): string => text.trim().replaceAll('|', '\\|')
