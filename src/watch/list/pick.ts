import type { Mapping, Value } from './document.ts'
import { type Flaw, flaw } from './flaw.ts'
import { nearestKey, whyElsewhere } from './keys.ts'

/**
 * @param what has these keys: `an entry`
 * @returns the values by their keys, or that there is a key which is none of them
 */
export function pick({ pairs }: Mapping, keys: readonly string[], what: string): ReadonlyMap<string, Value> | Flaw {
  const unknown = pairs.find(({ key }) => !keys.includes(key))
  if (unknown === undefined) return new Map(pairs.map(({ key, value }) => [key, value]))
  const why = whyElsewhere(unknown.key)
  const problem = `has a key that ${what} does not take${why === undefined ? '' : `: it ${why}`}`
  const meant = why === undefined ? nearestKey(unknown.key, keys) : undefined
  return flaw(unknown.at, problem, keys.join(', '), meant)
}
