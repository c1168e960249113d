import type { Category } from '../catalogue/entry.ts'
import type { CommonFacts } from '../catalogue/facts.ts'
import type { Finding } from '../catalogue/finding.ts'
import { reasonTable } from '../catalogue/reasons.ts'
import type { Answer, Outcome } from '../wire/answer.ts'
import type { ProductTraits } from './product-traits.ts'

/** Of these, the address or the token of another product may be the cause. */
const MISTAKABLE: ReadonlySet<Category> = new Set(['not-jira', 'unauthorized'])

/** Tells, of a failure, that another product answered than the one that was asked, as far as the answer shows that. */
export function describeOther(
  found: Finding,
  outcome: Outcome,
  { others }: Pick<ProductTraits, 'others'>,
): CommonFacts {
  if (outcome.kind === 'no-answer' || !MISTAKABLE.has(reasonTable[found.reason].category)) return {}
  const other = others.find(({ isMarked }) => isMarked(outcome))
  return other === undefined ? {} : { otherProduct: other.product, otherInput: `<${other.urlInput}>` }
}

/** So much of a page is looked through. */
const MAX_LENGTH = 64 * 1024

/**
 * Finds the product in the links of a page that stands before several.
 * @param asked the address that was asked
 * @returns the base URL to which a link leads; undefined where none does, or a context path was given
 */
export function findFrontUrl(
  { body }: Answer,
  asked: URL,
  baseUrl: string,
  { contextPaths }: Pick<ProductTraits, 'contextPaths'>,
): string | undefined {
  if (new URL(baseUrl).pathname !== '/') return undefined
  const links = body.slice(0, MAX_LENGTH).matchAll(/\bhref\s{0,5}=\s{0,5}["']([^"'<>]{1,500})/gi)
  for (const [, link = ''] of links) {
    const url = URL.parse(link, asked.href)
    const path = contextPaths.find((context) => `${url?.pathname}/`.startsWith(`${context}/`))
    if (url?.origin === asked.origin && path !== undefined) return `${asked.origin}${path}`
  }
  return undefined
}
