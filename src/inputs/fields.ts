import type { Finding } from '../catalogue/finding.ts'
import { finding } from '../catalogue/finding.ts'

/**
 * Reads inputs one after the other and keeps the first finding. A value that cannot be read comes back as its
 * default, so that reading goes on; `firstFinding` tells at the end.
 */
export interface FieldReader {
  /** The text of an input, trimmed; empty where it is not given. */
  text(name: string): string
  /** GitHub's booleans (YAML 1.2 core schema). */
  boolean(name: string, byDefault: boolean): boolean
  /** A whole number within bounds; undefined where it is blank and has no default. */
  wholeNumber<D extends number | undefined>(name: string, bounds: NumberBounds, byDefault: D): number | D
  /** Items separated by commas, white space or new lines, each once. */
  list(name: string, items: ListRule): readonly string[]
  /** Notes that an input cannot be used. Only the first such note counts. */
  reject(found: Finding): void
  readonly firstFinding: Finding | undefined
}

export interface NumberBounds {
  readonly min: number
  readonly max: number
  /** What the number counts, for the message; may be empty. */
  readonly unit: string
}

export interface ListRule {
  /** What each item has to look like. */
  readonly pattern: RegExp
  /** The same in words. */
  readonly accepts: string
  readonly maxItems: number
}

/** An input that cannot be read. `problem` must not quote the value, which may be a misplaced secret. */
export function invalidInput(input: string, problem: string, accepts: string): Finding {
  return finding('input-invalid', { input, problem, accepts })
}

const TRUE = new Set(['true', 'True', 'TRUE'])
const FALSE = new Set(['false', 'False', 'FALSE'])

/** @param read the raw text of an input, or an empty text where it is not given */
export function createFieldReader(read: (name: string) => string): FieldReader {
  let firstFinding: Finding | undefined
  const reject = (found: Finding): void => {
    firstFinding ??= found
  }
  const text = (name: string): string => read(name).trim()

  return {
    text,
    reject,
    get firstFinding() {
      return firstFinding
    },
    boolean(name, byDefault) {
      const value = text(name)
      if (TRUE.has(value)) return true
      if (FALSE.has(value)) return false
      if (value !== '') reject(invalidInput(name, 'is neither true nor false', 'true or false'))
      return byDefault
    },
    wholeNumber(name, { min, max, unit }, byDefault) {
      const value = text(name)
      if (value === '') return byDefault
      const number = Number(value)
      if (/^\d+$/.test(value) && number >= min && number <= max) return number
      const accepts = `a whole number${unit && ` of ${unit}`} from ${min} to ${max}`
      reject(invalidInput(name, `is not ${accepts}`, accepts))
      return byDefault
    },
    list(name, { pattern, accepts, maxItems }) {
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
      return items
    },
  }
}
