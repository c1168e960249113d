import type { Environment } from '../base/environment.ts'
import { isObject, textOf } from '../base/json.ts'
import type { GitHub } from './api.ts'

/** A repository, and whose it is. */
export interface Repository {
  readonly owner: string
  readonly name: string
}

/** Reads `GITHUB_REPOSITORY`, which the runner sets: `owner/name`; undefined where it is none. */
export function readRepository(environment: Environment): Repository | undefined {
  return parseRepository(environment['GITHUB_REPOSITORY'] ?? '')
}

/** @returns undefined for what is no `owner/name` */
function parseRepository(text: string): Repository | undefined {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(text) ?? []
  if (owner === undefined || name === undefined) return undefined
  // Both would lead elsewhere in a path.
  return [owner, name].some((part) => /^\.{1,2}$/.test(part)) ? undefined : { owner, name }
}

/**
 * Asks what a repository that was renamed is called now, within so many milliseconds.
 * @param movedTo the address that GitHub gave, of which nothing but the number of the repository is used
 * @returns undefined where that cannot be told
 */
export async function getNewName(github: GitHub, movedTo: string, timeoutMs: number): Promise<Repository | undefined> {
  const id = /\/repositories\/(\d{1,20})(?:\/|$)/.exec(movedTo)?.[1]
  if (id === undefined) return undefined
  const outcome = await github.send({ method: 'GET', path: `/repositories/${id}` }, timeoutMs)
  if (outcome.kind !== 'answer' || outcome.statusCode !== 200 || !isObject(outcome.json)) return undefined
  return parseRepository(textOf(outcome.json, 'full_name'))
}
