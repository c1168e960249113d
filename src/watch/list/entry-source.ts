import { readVariable } from '../../base/environment.ts'
import type { InputSource } from '../../inputs/inputs.ts'
import { missingSecret } from './missing-secret.ts'
import { resolve } from './variables.ts'
import type { ListEntry } from './watch-list.ts'

/**
 * Where the inputs of one entry come from: the list, and for its secrets the environment. No variable stands in for
 * what the list leaves out (`JIRA_PAT` for a secret that is blank would be another token).
 * @param source of the run
 * @param used all variables that the list names, none of which is meant by another name
 */
export function createEntrySource(
  entry: ListEntry,
  source: Pick<InputSource, 'environment' | 'readFile' | 'readEvent' | 'nowMs'>,
  used: ReadonlySet<string> = new Set(),
): InputSource {
  const { environment, readFile, nowMs } = source
  const { secret, line, texts } = entry
  const resolved = new Map<string, string>([...texts].map(([name, text]) => [name, resolve(name, text, environment)]))
  return {
    readInput: (name) => (name === 'token' ? readVariable(environment, secret) : (resolved.get(name) ?? '')),
    sourceOf: (name) => (name === 'token' ? `secret ${secret} of the list, line ${line}` : `the list, line ${line}`),
    standsAlone: true,
    missingToken: () => missingSecret(entry, source, used),
    readEvent: () => source.readEvent(),
    environment,
    readFile,
    nowMs,
  }
}
