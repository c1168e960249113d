import type { Report } from '../report/report.ts'

/** Why a token was not asked about: its server had failed others, time was up, or the job that had to left no report. */
export type UnaskedBecause = 'server' | 'time' | 'no-report'

/** What of the expiry needs care; for `ambiguous` only where the earliest lies inside the warning. */
export type ExpiryState = 'expiring' | 'expired' | 'ambiguous' | 'expiry-unknown'

/**
 * One token of a list, and what the check says of it. Everything that people see of a night is made of these, whether
 * they come from this process or from the report of another job. Every text is plain and sanitized.
 */
export interface WatchedToken extends Report {
  /** Name of the secret, and so of the environment variable that holds it. */
  readonly secret: string
  /** `@octocat`, `@org/team`, or plain words; empty where the list names nobody. */
  readonly owner: string
  /** Plain words; may be empty. */
  readonly usedBy: string
  readonly asked: boolean
  readonly unaskedBecause: UnaskedBecause | null
  /** A few words that a person understands: the title of the finding; of a usable token that of its warning, if any. */
  readonly title: string
  /** What to do, step by step; empty where there is nothing to do. */
  readonly steps: readonly string[]
  /** Null where nothing of the expiry needs care, or where it was not to be known. */
  readonly expiryState: ExpiryState | null
  /** When this token of a family of rotated ones was made, ISO 8601 UTC; null for any other. */
  readonly rotatedAt: string | null
  /** Whether its rotation should have replaced it by now. */
  readonly hasRotationStopped: boolean
}

/** What came of a list: the JSON of the output `report-file`. A change to what is there raises `schemaVersion`. */
export interface WatchReport {
  readonly schemaVersion: 2
  /** Name of the list, else its path; empty for a list that was given as a text without a name. */
  readonly list: string
  /** ISO 8601 UTC */
  readonly checkedAt: string
  /** Every token of the list, in its order. */
  readonly tokens: readonly WatchedToken[]
}
