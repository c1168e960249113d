import { type Environment, readVariable } from '../base/environment.ts'
import type { InputSource } from '../inputs/inputs.ts'
import type { Entry } from './entry.ts'
import { createEntrySource } from './list/entry-source.ts'
import { missingVariable } from './list/missing-variable.ts'
import type { WatchList } from './list/watch-list.ts'

/** Where the inputs of the entries come from, but for the list: the run. */
export type EntryOrigin = Pick<InputSource, 'environment' | 'readFile' | 'readEvent' | 'nowMs'>

/** @returns the entries of a list, each with its inputs */
export function listEntries(list: WatchList, origin: EntryOrigin): readonly Entry[] {
  // A variable that the list uses may be called like an input, and is none.
  const used = usedBy(list)
  const environment = withoutUsed(origin.environment, list)
  return list.entries.map((entry) => ({
    secret: entry.secret,
    owner: entry.owner,
    usedBy: entry.usedBy,
    source: { ...createEntrySource(entry, origin, used), environment },
    hasOwnWarnDays: entry.own.has('expiry-warn-days'),
    variableValues: entry.variables.flatMap((name) => readVariable(origin.environment, name) || []),
    missingVariable: missingVariable(entry, origin.environment, used),
    nameOf: (input) => input,
  }))
}

/** @returns the environment without the variables that a list uses for its secrets */
export function withoutUsed(environment: Environment, list: WatchList): Environment {
  const used = usedBy(list)
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !used.has(name)))
}

function usedBy({ entries }: WatchList): ReadonlySet<string> {
  return new Set(entries.flatMap(({ secret, variables }) => [secret, ...variables]))
}
