import type { Environment } from '../base/environment.ts'
import type { Finding } from '../catalogue/finding.ts'
import { finding } from '../catalogue/finding.ts'
import { rowFor } from './program.ts'
import type { ListRow, Program, Row, TextRow } from './row.ts'
import { type DefaultOf, type InputName, type NameOf, table } from './table.ts'

/** Where the texts of inputs come from. An input wins over the environment variable that stands in for it. */
export interface FieldSource {
  /** The raw text of an input; an empty text where it is not given. */
  readInput(name: string): string
  readonly environment: Environment
}

/**
 * Reads inputs one after the other, each kind by a function of its own and by the input's row in the table, and keeps
 * the first finding. A value that cannot be read comes back as its default, so that reading goes on; `firstFinding`
 * tells at the end.
 */
export interface FieldReader {
  /** The text of an input, trimmed; empty where it is not given. Whoever asks judges what it says. */
  text(name: NameOf<TextRow['kind']>): string
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

/** An input that cannot be read. `problem` must not quote the value, which may be a misplaced secret. */
export function invalidInput(input: string, problem: string, accepts: string): Finding {
  return finding('input-invalid', { input, problem, accepts })
}

const TRUE = new Set(['true', 'True', 'TRUE'])
const FALSE = new Set(['false', 'False', 'FALSE'])

/** @param program the one that reads, whose own defaults count */
export function createFieldReader(program: Program, { readInput, environment }: FieldSource): FieldReader {
  let firstFinding: Finding | undefined
  const reject = (found: Finding): void => {
    firstFinding ??= found
  }
  const text = (name: InputName): string => {
    const { variable }: Row = table[name]
    return readInput(name).trim() || (variable === undefined ? '' : (environment[variable] ?? '').trim())
  }

  return {
    text,
    reject,
    get firstFinding() {
      return firstFinding
    },
    boolean(name) {
      const value = text(name)
      if (TRUE.has(value)) return true
      if (FALSE.has(value)) return false
      if (value !== '') reject(invalidInput(name, 'is neither true nor false', 'true or false'))
      return rowFor(program, table[name]).default
    },
    wholeNumber(name) {
      const { min, max, unit, default: byDefault } = rowFor(program, table[name])
      const value = text(name)
      if (value === '') return byDefault
      const number = Number(value)
      if (/^\d+$/.test(value) && number >= min && number <= max) return number
      const accepts = `a whole number${unit && ` of ${unit}`} from ${min} to ${max}`
      reject(invalidInput(name, `is not ${accepts}`, accepts))
      return byDefault
    },
    list(name) {
      const { pattern, accepts, maxItems, default: byDefault = [] }: ListRow = rowFor(program, table[name])
      const items = [
        ...new Set(
          text(name)
            .split(/[\s,]+/)
            .filter(Boolean),
        ),
      ]
      if (items.length > maxItems) {
        reject(
          invalidInput(name, `has ${items.length} items, which is more than ${maxItems}`, `up to ${maxItems} items`),
        )
      }
      const wrong = items.findIndex((item) => !pattern.test(item))
      if (wrong >= 0) reject(invalidInput(name, `has an item that cannot be right (number ${wrong + 1})`, accepts))
      return items.length === 0 ? byDefault : items
    },
  }
}
