import type { Result, Stage, ToldCategory } from '../catalogue/entry.ts'
import type { ProductName } from '../catalogue/product-words.ts'
import type { Reason } from '../catalogue/reasons.ts'
import type { ExpiryStatus } from '../verdict/expiry.ts'
import type { Gate } from '../verdict/gates.ts'
import type { Identity } from '../verdict/identity.ts'

/**
 * The whole verdict: the JSON of the output `report`. Every text in it is plain and sanitized. New properties may
 * come; a change to one that exists raises `schemaVersion`.
 */
export interface Report {
  readonly schemaVersion: 2
  readonly product: ProductName
  readonly result: Result
  /** The one of answers that are not the product's is named after it: `not-jira`, `not-bitbucket`. */
  readonly category: ToldCategory
  readonly reason: Reason
  readonly stage: Stage
  readonly message: string
  readonly remedy: string
  /** Base URL of the server; null where it cannot be read. */
  readonly baseUrl: string | null
  /** HTTP status of the answer that decided. */
  readonly statusCode: number | null
  /** Who the token belongs to; null where that is not proven. Texts that the server does not send are empty. */
  readonly identity: Omit<Identity, 'slug'> | null
  readonly expiry: {
    readonly status: ExpiryStatus
    readonly tokenName: string
    /** ISO 8601 UTC; null where there is none. */
    readonly expiresAt: string | null
    /** Whole days, rounded down. */
    readonly daysLeft: number | null
  }
  /** The gates that were asked for; `holds` is null where one was not judged. */
  readonly gates: readonly Gate[]
  /** `PROJECT:PERMISSION`, `KEY/slug:PERMISSION`, or `PERMISSION` for a global one; empty also where none was asked for. */
  readonly missingPermissions: readonly string[]
  readonly advice: readonly string[]
  /** How many HTTP requests were made. */
  readonly requests: number
  readonly durationMs: number
}
