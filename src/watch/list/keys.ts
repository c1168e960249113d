import { nearest } from '../../base/nearest.ts'
import { inputsOf } from '../../inputs/program.ts'
import type { Row } from '../../inputs/row.ts'
import type { InputName } from '../../inputs/table.ts'

/** Inputs of the check that are a matter of the whole run. */
const OF_THE_RUN: ReadonlySet<string> = new Set(['fail-on', 'job-summary'])

/** Inputs of the check that an entry takes: all but these, the token and files to write. */
export const LISTED_INPUTS: ReadonlyMap<InputName, Row> = new Map(
  [...inputsOf('check')].filter(([name, { kind }]) => {
    return kind !== 'secret' && kind !== 'output-file' && !OF_THE_RUN.has(name)
  }),
)

/** The addresses among them: of two, an entry has one. */
export const ADDRESSES: readonly InputName[] = [...LISTED_INPUTS].flatMap(([name, { kind }]) =>
  kind === 'url' ? [name] : [],
)

export const LIST_KEYS: readonly string[] = ['name', 'defaults', 'tokens']

export const ENTRY_KEYS: readonly string[] = ['secret', 'owner', 'used-by', ...LISTED_INPUTS.keys()]

/** What tells one token from another is no default. */
const OF_ONE_ENTRY: ReadonlySet<string> = new Set(['secret', 'token-name', 'expected-user'])

export const DEFAULTS_KEYS: readonly string[] = ENTRY_KEYS.filter((key) => !OF_ONE_ENTRY.has(key))

/** Words that others have for these. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['token', 'secret'],
  ['env', 'secret'],
  ['variable', 'secret'],
  ['url', 'jira-url'],
  ['base-url', 'jira-url'],
  ['name', 'token-name'],
  ['user', 'expected-user'],
  ['entries', 'tokens'],
])

/** @returns the key that a mistyped one was probably meant to be */
export function nearestKey(mistyped: string, keys: readonly string[]): string | undefined {
  const word = mistyped.toLowerCase().replaceAll('_', '-')
  const synonym = SYNONYMS.get(word)
  if (synonym !== undefined && keys.includes(synonym)) return synonym
  return nearest(word, keys)
}

/** @returns why a key, known elsewhere, is none here; undefined where it is known nowhere */
export function whyElsewhere(key: string): string | undefined {
  if (OF_ONE_ENTRY.has(key)) return 'is a matter of each token'
  return OF_THE_RUN.has(key) ? 'is a matter of the whole run' : undefined
}
