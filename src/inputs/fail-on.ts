import type { Result } from '../catalogue/entry.ts'
import { type FieldReader, invalidInput } from './fields.ts'
import { table } from './table.ts'

const { default: FAILING, accepts: ACCEPTS }: { default: readonly Result[]; accepts: string } = table['fail-on']

/** Reads which results fail the step; all that can, where it is blank or cannot be read. */
export function readFailOn(fields: FieldReader): ReadonlySet<Result> {
  const words = fields.list('fail-on').map((word) => word.toLowerCase())
  const results = FAILING.filter((result) => words.includes(result))
  if (words.length === 1 && words[0] === 'none') return new Set()
  if (results.length === words.length) return new Set(results)
  const problem = words.includes('none') ? 'combines none with something else' : 'has a word that is no result'
  fields.reject(invalidInput('fail-on', problem, ACCEPTS))
  return new Set(FAILING)
}
