import type { AttemptProgress } from '../asking/ask.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import { fill } from '../catalogue/fill.ts'
import type { Finding } from '../catalogue/finding.ts'

/** @returns a line for the log about an attempt that failed, in which nothing is the server's text */
export function describeAttempt(failed: Finding, { what, attempt, attempts, waitMs }: AttemptProgress): string {
  // Of all facts a title names only the status here.
  const title = fill(catalogue[failed.reason].title, { status: failed.statusCode?.toString() })
  const next = waitMs === undefined ? 'No further attempt.' : `Next attempt in ${(waitMs / 1000).toFixed(1)} s.`
  return `Asking for ${what}, attempt ${attempt} of ${attempts}: ${title}. ${next}`
}
