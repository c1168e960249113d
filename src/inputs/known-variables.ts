import type { Environment } from '../base/environment.ts'
import { meantBy } from '../base/nearest.ts'
import { type Finding, finding } from '../catalogue/finding.ts'
import { table } from './table.ts'
import { variableOf } from './words.ts'

const PREFIX = variableOf('')

/** What a name looks like that somebody typed: anything else may be a secret that ran into it. */
const TYPED = /^(?:[a-z]{1,20}(?:_[a-z\d]{1,20}){0,4})?$/i

/**
 * Finds a variable that looks like an input and is none: a misspelt input would be left out in silence.
 * @returns a finding `input-invalid` that names the first such variable, in the order of letters; undefined where all
 *   are known. A blank variable counts as not given.
 */
export function findUnknownVariable(environment: Environment): Finding | undefined {
  const names = Object.keys(table)
  const known = new Set(names.map(variableOf))
  const [unknown] = Object.keys(environment)
    .filter((name) => name.startsWith(PREFIX) && !known.has(name) && environment[name]?.trim())
    .sort()
  if (unknown === undefined) return undefined
  const typed = unknown.slice(PREFIX.length)
  const shown = TYPED.test(typed) ? unknown : `${PREFIX}…`
  return finding('input-invalid', {
    input: shown,
    problem: `is no input, though it begins with ${PREFIX}`,
    meant: meantBy(typed.toLowerCase().replaceAll('_', '-'), names).map(variableOf),
    ownVariable: shown,
  })
}
