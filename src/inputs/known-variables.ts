import type { Environment } from '../base/environment.ts'
import { nearest } from '../base/nearest.ts'
import { type Finding, finding } from '../catalogue/finding.ts'
import { table } from './table.ts'
import { variableOf } from './words.ts'

const PREFIX = variableOf('')

/**
 * Finds a variable that looks like an input and is none: a misspelt input would be left out in silence.
 * @returns a finding `input-invalid` that names the first such variable, in the order of letters; undefined where all
 *   are known. A blank variable counts as not given.
 */
export function findUnknownVariable(environment: Environment): Finding | undefined {
  const known = new Set(Object.keys(table).map(variableOf))
  const [unknown] = Object.keys(environment)
    .filter((name) => name.startsWith(PREFIX) && !known.has(name) && environment[name]?.trim())
    .sort()
  if (unknown === undefined) return undefined
  const meant = nearest(
    unknown.slice(PREFIX.length),
    Array.from(known, (name) => name.slice(PREFIX.length)),
  )
  // The name of a variable may hold anything.
  const shown = /^\w{1,60}$/.test(unknown) ? unknown : `${PREFIX}…`
  return finding('input-invalid', {
    input: shown,
    problem: `is no input, though it begins with ${PREFIX}`,
    meant: meant === undefined ? [] : [`${PREFIX}${meant}`],
    ownVariable: shown,
  })
}
