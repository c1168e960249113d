import { nearest } from '../base/nearest.ts'
import type { Finding } from '../catalogue/finding.ts'
import { invalidInput } from '../inputs/invalid.ts'

/**
 * @param only names of the secrets that are to be checked; none where all are
 * @returns their entries, in the order of the list; or a finding `input-invalid` about a name that is not in it
 */
export function pickEntries<Entry extends { readonly secret: string }>(
  entries: readonly Entry[],
  only: readonly string[],
): readonly Entry[] | Finding {
  const names = entries.map(({ secret }) => secret)
  const unknown = only.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    const problem = `names ${unknown}, which is no secret of the list`
    return invalidInput('only', problem, 'names of secrets that the list has', nearest(unknown, names))
  }
  return only.length === 0 ? entries : entries.filter(({ secret }) => only.includes(secret))
}
