import type { Category } from '../catalogue/entry.ts'
import { type Finding, factsOf } from '../catalogue/finding.ts'
import type { ProductWords } from '../catalogue/product-words.ts'
import { reasonTable } from '../catalogue/reasons.ts'
import { titleOf } from '../catalogue/title.ts'
import type { Blocker } from './expiry.ts'

const NO_ANSWER: ReadonlySet<Category> = new Set(['connection', 'unavailable', 'internal'])

/** Whether what came in place of the list of tokens says nothing of the list: nobody answered, or nobody can now. */
export function saysNothingOfTheList({ reason }: Finding): boolean {
  return NO_ANSWER.has(reasonTable[reason].category)
}

/** What keeps the list of tokens back, where it is something in front of the server. */
export function blockerOf(found: Finding): Blocker | undefined {
  const { operator, path } = factsOf(found)
  return operator === undefined || path === undefined ? undefined : { operator, path }
}

/** Why the list of tokens cannot be read, after the identity was proven: words that follow “it is not known:”. */
export function describeUnreadableList(found: Finding, listPath: string, words: Pick<ProductWords, 'product'>): string {
  const { path = listPath } = factsOf(found)
  const why =
    found.statusCode === 401
      ? 'the answer is HTTP 401, though the same token had just been accepted'
      : titleOf(found, words)
  return `the list of tokens at ${path} cannot be read (${why})`
}
