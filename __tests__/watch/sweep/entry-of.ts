import type { Entry } from '../../../src/watch/entry.ts'
import { sourceOf } from '../../inputs/source.ts'

/** An entry of a list, by the texts of its inputs. */
export function entryOf(secret: string, texts: Record<string, string>, changes: Partial<Entry> = {}): Entry {
  return {
    secret,
    owner: '@octocat',
    usedBy: 'build',
    source: { ...sourceOf({ inputs: texts }), standsAlone: true },
    hasOwnWarnDays: false,
    variableValues: [],
    missingVariable: undefined,
    nameOf: (input) => input,
    ...changes,
  }
}
