import type { Stage } from '../catalogue/entry.ts'
import type { Finding } from '../catalogue/finding.ts'
import type { Outcome } from '../wire/answer.ts'
import type { JsonAnswer } from './diagnose-answer.ts'

/** One question to a server, and how to make sense of what comes. */
export interface Question<T> {
  /** Appended to the base URL; begins with a slash. */
  readonly path: string
  /** What is asked, for the log: `the identity`. */
  readonly what: string
  readonly stage: Stage
  /** @returns the value that was asked for, or what was found instead */
  readonly read: (diagnosis: JsonAnswer | Finding, outcome: Outcome) => T | Finding
}
