import type { Environment } from '../base/environment.ts'
import { nearest } from '../base/nearest.ts'
import type { Finding } from '../catalogue/finding.ts'
import { type AskedUrl, findAskedUrl } from './asked-url.ts'
import { invalidInput } from './invalid.ts'
import { rowFor } from './program.ts'
import type { ListRow, Program, Row, TextRow, UrlRow, WordRow } from './row.ts'
import { type DefaultOf, type InputName, type NameOf, table } from './table.ts'

/** Where the texts of inputs come from. An input wins over the environment variable that stands in for it. */
export interface FieldSource {
  /** The raw text of an input; an empty text where it is not given. */
  readInput(name: string): string
  /** In words, where the text of an input comes from that is given: `the input token`, `standard input`. */
  sourceOf(name: string): string
  /** In words, why an input is blank that should come from a pipe: no variable stands in for it then. */
  blankBecause?(name: string): string | undefined
  /** Whether it alone says what the inputs are: no variable stands in for one then. */
  readonly standsAlone?: boolean
  readonly environment: Environment
}

/**
 * Reads inputs one after the other, each kind by a function of its own and by the input's row in the table, and keeps
 * the first finding. A value that cannot be read comes back as its default, so that reading goes on; `firstFinding`
 * tells at the end.
 */
export interface FieldReader {
  /** The URL that counts, and the product that is asked. */
  readonly asked: AskedUrl
  /** The text of an input, trimmed; where it is not given its default, or empty. Whoever asks judges what it says. */
  text(name: NameOf<TextRow['kind'] | UrlRow['kind']>): string
  /** Whether an input has any text at all. */
  isGiven(name: InputName): boolean
  /** In words, where the text of an input came from: itself, or the environment variable that stands in for it. */
  sourceOf(name: InputName): string
  /** A text that looks as its row wants it; empty where it is blank and has no default. */
  word(name: NameOf<'word'>): string
  /** GitHub's booleans (YAML 1.2 core schema). */
  boolean(name: NameOf<'boolean'>): boolean
  /** A whole number within bounds; undefined where it is blank and has no default. */
  wholeNumber<Name extends NameOf<'whole-number'>>(name: Name): number | DefaultOf<Name>
  /** Items separated by commas, white space or new lines, each once. */
  list(name: NameOf<'list'>): readonly string[]
  /** Notes that an input cannot be used. Only the first such note counts. */
  reject(found: Finding): void
  readonly firstFinding: Finding | undefined
}

const BOOLEANS = new Map([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
])

/** What people write who are used to another language. */
const OTHER_BOOLEANS = new Map(
  Object.entries({ yes: 'true', y: 'true', on: 'true', 1: 'true', no: 'false', n: 'false', off: 'false', 0: 'false' }),
)

/** @param program the one that reads, whose own defaults count */
export function createFieldReader(program: Program, source: FieldSource): FieldReader {
  const { environment } = source
  const asked = findAskedUrl((name) => source.readInput(name), environment)
  let firstFinding: Finding | undefined
  const reject = (found: Finding): void => {
    firstFinding ??= found
  }
  const given = (name: InputName): string => source.readInput(name).trim()
  const variableFor = (name: InputName, value = given(name)): string | undefined => {
    const { variable }: Row = table[name]
    return value !== '' || source.standsAlone === true || source.blankBecause?.(name) !== undefined
      ? undefined
      : name === 'token'
        ? asked.tokenVariable
        : variable
  }
  const raw = (name: InputName): string => {
    const value = given(name)
    const variable = variableFor(name, value)
    return variable === undefined ? value : (environment[variable] ?? '').trim()
  }

  return {
    asked,
    isGiven: (name) => raw(name) !== '',
    text(name) {
      const row: TextRow | UrlRow = rowFor(program, table[name])
      const why = source.blankBecause?.(name)
      // A token that is missing has a reason of its own.
      if (why !== undefined && name !== 'token') {
        reject(invalidInput(name, `is blank: ${why}`, 'a text from standard input, which has to end'))
      }
      return raw(name) || (row.default ?? '')
    },
    word(name) {
      const row: WordRow = rowFor(program, table[name])
      const value = raw(name)
      const byDefault = row.default ?? ''
      if (value === '' || row.pattern.test(value)) return value || byDefault
      reject(invalidInput(name, 'cannot be read', row.accepts, nearest(value, row.words ?? [])))
      return byDefault
    },
    sourceOf: (name) => variableFor(name) ?? source.sourceOf(name),
    reject,
    get firstFinding() {
      return firstFinding
    },
    boolean(name) {
      const value = raw(name)
      const read = BOOLEANS.get(value)
      if (read !== undefined) return read
      if (value !== '') {
        const meant = OTHER_BOOLEANS.get(value.toLowerCase()) ?? nearest(value, ['true', 'false'])
        reject(invalidInput(name, 'is neither true nor false', 'true or false', meant))
      }
      return rowFor(program, table[name]).default
    },
    wholeNumber(name) {
      const { min, max, unit, default: byDefault } = rowFor(program, table[name])
      const value = raw(name)
      if (value === '') return byDefault
      const isWithin = (number: number): boolean => number >= min && number <= max
      if (/^\d+$/.test(value) && isWithin(Number(value))) return Number(value)
      const accepts = `a whole number${unit && ` of ${unit}`} from ${min} to ${max}`
      // With its unit behind it: `30s`, `14 days`.
      const [, digits] = /^(\d{1,5})\s*(?:s|secs?|seconds?|d|days?|times?)$/i.exec(value) ?? []
      const meant = digits !== undefined && isWithin(Number(digits)) ? digits : undefined
      reject(invalidInput(name, `is not ${accepts}`, accepts, meant))
      return byDefault
    },
    list(name) {
      const common: ListRow = rowFor(program, table[name])
      const row: ListRow = { ...common, ...common.products?.[asked.product] }
      const value = raw(name)
      const items = [...new Set(value.split(/[\s,]+/).filter(Boolean))]
      if (value !== '' && items.length === 0) reject(invalidInput(name, 'holds nothing but separators', row.accepts))
      if (items.length > row.maxItems) {
        const problem = `has ${items.length} items, which is more than ${row.maxItems}`
        reject(invalidInput(name, problem, `up to ${row.maxItems} items`))
      }
      const wrong = items.findIndex((item) => !row.pattern.test(item))
      const meant = items[wrong] === undefined ? undefined : row.meantBy?.(items[wrong])
      if (wrong >= 0) {
        reject(invalidInput(name, `has an item that cannot be right (number ${wrong + 1})`, row.accepts, meant))
      }
      return items.length === 0 ? (row.default ?? []) : items
    },
  }
}
