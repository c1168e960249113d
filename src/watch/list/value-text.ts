import { nearest } from '../../base/nearest.ts'
import type { Row } from '../../inputs/row.ts'
import type { Value } from './document.ts'
import { type Flaw, flaw, isFlaw } from './flaw.ts'

/** What people write who are used to YAML 1.1. */
const OTHER_BOOLEANS = new Map(
  Object.entries({ yes: 'true', y: 'true', on: 'true', 1: 'true', no: 'false', n: 'false', off: 'false', 0: 'false' }),
)

/** @returns a text of one line, trimmed */
export function lineOf(value: Value): string | Flaw {
  const text = textOf(value)
  if (isFlaw(text) || !/\p{Cc}/u.test(text)) return text
  return flaw(value.at, 'has a line break or a control character in a value of one line', 'one line of text')
}

/**
 * @returns the raw text of an input, as its reader takes it: items of a sequence stand in lines. Whether it can be right
 *   is the reader's to say; here only whether it is of the kind that the row wants.
 */
export function inputTextOf(value: Value, { kind }: Pick<Row, 'kind'>): string | Flaw {
  switch (kind) {
    case 'list':
    case 'headers':
      return value.kind === 'sequence' ? linesOf(value.items) : textOf(value, 'a text or a list of texts')
    case 'pem':
      return textOf(value)
    case 'boolean':
      return booleanOf(value)
    case 'whole-number':
      return wholeNumberOf(value)
    default:
      return lineOf(value)
  }
}

function textOf(value: Value, accepts = 'a text'): string | Flaw {
  if (value.kind !== 'text') {
    const problem = `has ${value.kind === 'mapping' ? 'keys of their own' : 'a list'} where a value of one piece belongs`
    return flaw(value.at, problem, accepts)
  }
  return value.isNull
    ? flaw(value.at, 'has a key without a value', 'a value for it, or else no such key')
    : value.text.trim()
}

function linesOf(items: readonly Value[]): string | Flaw {
  const lines: string[] = []
  for (const item of items) {
    const line = lineOf(item)
    if (isFlaw(line)) return line
    lines.push(line)
  }
  return lines.join('\n')
}

function booleanOf(value: Value): string | Flaw {
  const text = textOf(value, 'true or false')
  if (isFlaw(text) || text === '' || /^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) return text
  const meant = OTHER_BOOLEANS.get(text.toLowerCase()) ?? nearest(text, ['true', 'false'])
  return flaw(value.at, 'has a value that is neither true nor false', 'true or false', meant)
}

function wholeNumberOf(value: Value): string | Flaw {
  const accepts = 'a whole number, in digits alone'
  const text = textOf(value, accepts)
  if (isFlaw(text) || /^\d*$/.test(text)) return text
  // With its unit behind it: `14 days`.
  const [, digits] = /^(\d{1,5})\s*(?:s|secs?|seconds?|d|days?|times?)$/i.exec(text) ?? []
  return flaw(value.at, 'has a value that is no whole number', accepts, digits)
}
