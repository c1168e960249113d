import type { AttemptProgress } from '../asking/ask.ts'
import type { Finding } from '../catalogue/finding.ts'
import { titleOf } from '../catalogue/title.ts'
import type { ProductTraits } from '../verdict/product-traits.ts'

/** @returns a line for the log about an attempt that failed, in which nothing is the server's text */
export function describeAttempt(
  failed: Finding,
  { words }: Pick<ProductTraits, 'words'>,
  { what, attempt, attempts, waitMs }: AttemptProgress,
): string {
  const next = waitMs === undefined ? 'No further attempt.' : `Next attempt in ${(waitMs / 1000).toFixed(1)} s.`
  return `Asking for ${what}, attempt ${attempt} of ${attempts}: ${titleOf(failed, words)}. ${next}`
}
