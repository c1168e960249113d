import type { Reply } from '../reply.ts'
import { authenticated } from './jira.ts'

const dayMs = 24 * 60 * 60 * 1000
const hourMs = 60 * 60 * 1000

export interface ListedToken {
  name: string
  /** Whole days until it expires, and an hour, so that the count does not change while a test runs; see `expiringAt`. */
  daysLeft?: number
  /** The date as Jira writes it, or whatever else stands there; undefined leaves the key out. */
  expiringAt?: unknown
  /** How many days ago it was used; today by default. */
  usedDaysAgo?: number
  createdDaysAgo?: number
}

/** Jira's way to write a moment: an offset with a colon, never `Z`. */
export const jiraDate = (ms: number): string => new Date(ms).toISOString().replace('Z', '+00:00')

/** What a token that never expires has for a date. */
export const neverExpires = '9999-12-31T23:59:59.000+00:00'

/** `/rest/pat/latest/tokens`: the account's own tokens, in a bare array, expired ones included. */
export const tokens = (listed: ListedToken[]): Reply => {
  const now = Date.now()
  const entries = listed.map((token, index) => ({
    id: 58 + index,
    name: token.name,
    createdAt: jiraDate(now - (token.createdDaysAgo ?? 10) * dayMs),
    lastAccessedAt: jiraDate(now - (token.usedDaysAgo ?? 0) * dayMs - 60_000),
    expiringAt: token.daysLeft === undefined ? token.expiringAt : jiraDate(now + token.daysLeft * dayMs + hourMs),
  }))
  return authenticated(entries)
}
