import type { Finding } from '../catalogue/finding.ts'
import type { FollowUp } from '../verdict/product.ts'
import type { Http } from '../wire/http.ts'

const MAX_MS = 3_000

/**
 * Asks once more after a failure, once and without the token: it can make the failure plainer and do nothing else.
 * @param leftMs until the deadline
 * @returns the finding, refined where the answer allows it
 */
export async function askFollowUp(
  found: Finding,
  followUp: FollowUp | undefined,
  http: Http,
  leftMs: number,
): Promise<Finding> {
  if (followUp === undefined || leftMs <= 0) return found
  const outcome = await http.get(followUp.path, undefined, Math.min(MAX_MS, leftMs))
  return outcome.kind === 'answer' ? followUp.refine(outcome) : found
}
