import type { Reason } from '../catalogue/catalogue.ts'
import type { Category, Result, Stage } from '../catalogue/entry.ts'
import type { ExpiryStatus } from '../verdict/expiry.ts'
import type { Gate } from '../verdict/gates.ts'
import type { Identity } from '../verdict/identity.ts'
import type { Product } from '../verdict/product.ts'

/**
 * The whole verdict: the JSON of the output `report`. Every text in it is plain and sanitized. New properties may
 * come; a change to one that exists raises `schemaVersion`.
 */
export interface Report {
  readonly schemaVersion: 2
  readonly product: Product['name']
  readonly result: Result
  readonly category: Category
  readonly reason: Reason
  readonly stage: Stage
  readonly message: string
  readonly remedy: string
  /** Base URL of Jira; null where it cannot be read. */
  readonly baseUrl: string | null
  /** HTTP status of the answer that decided. */
  readonly statusCode: number | null
  /** Who the token belongs to; null where that is not proven. Texts that Jira does not send are empty. */
  readonly identity: Identity | null
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
  /** `PROJECT:PERMISSION`, or `PERMISSION` for a global one; empty also where none was asked for. */
  readonly missingPermissions: readonly string[]
  readonly advice: readonly string[]
  /** How many HTTP requests were made. */
  readonly requests: number
  readonly durationMs: number
}
