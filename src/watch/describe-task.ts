import type { Redactor } from '../report/redact.ts'
import { plainText } from '../report/sanitize.ts'
import type { WatchInputs } from './inputs.ts'
import type { ReadList } from './list/read-list.ts'

/** @returns what this run is about to do: words that follow its name and version */
export function describeTask(
  { merge, only }: WatchInputs,
  read: ReadList | undefined,
  count: number,
  { redactLong }: Redactor,
): string {
  const list = read === undefined ? '' : plainText(read.identity.name, redactLong)
  const place = list === '' ? '' : ` of ${list}`
  if (merge.length > 0)
    return `puts together what other jobs have found${place === '' ? '' : ` about the tokens${place}`}`
  if (count === 0) return `watches the tokens${place}`
  return `watches ${only.length === 0 ? '' : `${only.length} of `}${count} ${count === 1 ? 'token' : 'tokens'}${place}`
}
