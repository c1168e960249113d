import type { Reason } from '../../catalogue/reasons.ts'

/** What is wrong with the whole of it: the list, every secret at once, or the watch itself. Plain and sanitized. */
export interface Problem {
  /** A few words that a person understands. */
  readonly title: string
  /** What happened, in one sentence. */
  readonly message: string
  /** What to do, step by step. */
  readonly steps: readonly string[]
}

/** What people are told beside the report. */
export interface PageContext {
  /** Milliseconds since the epoch: days are counted from here, not from when a report was written. */
  readonly nowMs: number
  /** Null where the list is sound, its secrets are there, and nothing broke. */
  readonly problem: Problem | null
  /** How many issues there was no room for in this run. */
  readonly issuesToFollow: number
  /** Path of the HTML page, or where else it is to be found; empty where none is written. Plain and sanitized. */
  readonly htmlPage: string
  /** The page that explains a reason. */
  readonly documentationOf: (reason: Reason) => string
}
