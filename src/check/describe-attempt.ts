import type { AttemptProgress } from '../asking/ask.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import { fill } from '../catalogue/fill.ts'
import type { Finding } from '../catalogue/finding.ts'
import type { ProductTraits } from '../verdict/product-traits.ts'

/** @returns a line for the log about an attempt that failed, in which nothing is the server's text */
export function describeAttempt(
  failed: Finding,
  { words }: Pick<ProductTraits, 'words'>,
  { what, attempt, attempts, waitMs }: AttemptProgress,
): string {
  // Of all facts a title names only the product and the status here.
  const title = fill(catalogue[failed.reason].title, { product: words.product, status: failed.statusCode?.toString() })
  const next = waitMs === undefined ? 'No further attempt.' : `Next attempt in ${(waitMs / 1000).toFixed(1)} s.`
  return `Asking for ${what}, attempt ${attempt} of ${attempts}: ${title}. ${next}`
}
