import { fileURLToPath } from 'node:url'

/** What whole runs start: what is packaged; under the mutation tests the sources, in which Stryker has put its mutants. */
export const program = fileURLToPath(
  new URL(`../../${process.env['PROGRAM_UNDER_TEST'] ?? 'dist/index.js'}`, import.meta.url),
)

/** Tells the program which mutant is active: Stryker tells this process alone, and reads the variable in any other. */
export function mutantEnvironment(): Record<string, string> {
  const { activeMutant }: { activeMutant?: string } = Reflect.get(globalThis, '__stryker__') ?? {}
  return activeMutant === undefined ? {} : { __STRYKER_ACTIVE_MUTANT__: activeMutant }
}
