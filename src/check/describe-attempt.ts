import type { AttemptProgress } from '../asking/ask.ts'

/** @returns a line for the log about an attempt that failed, in which nothing is the server's text */
export function describeAttempt({ title, what, attempt, attempts, waitMs }: AttemptProgress): string {
  const next = waitMs === undefined ? 'No further attempt.' : `Next attempt in ${(waitMs / 1000).toFixed(1)} s.`
  return `Asking for ${what}, attempt ${attempt} of ${attempts}: ${title}. ${next}`
}
