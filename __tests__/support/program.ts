import { fileURLToPath } from 'node:url'

/** What whole runs start: what is packaged; under the mutation tests the sources, in which Stryker has put its mutants. */
export const program = fileURLToPath(
  new URL(`../../${process.env['PROGRAM_UNDER_TEST'] ?? 'dist/index.js'}`, import.meta.url),
)

/** The bundle that an action of its own runs. */
export const bundleOf = (name: 'watch' | 'rotate'): string =>
  fileURLToPath(new URL(`../../dist/${name}.js`, import.meta.url))

/** By this variable Stryker says which of its mutants is active. */
const ACTIVE_MUTANT = '__STRYKER_ACTIVE_MUTANT__'

/** Thousands of processes read the same bundles: what V8 made of them is kept here, which is a fifth of each one's time. */
const NODE_COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/compile/', import.meta.url))

/** What every process needs of this one's environment, and no more. */
export function machineEnvironment(): Record<string, string> {
  const needed = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', ACTIVE_MUTANT]
  const given = needed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))
  return { ...Object.fromEntries(given), NODE_COMPILE_CACHE }
}
