import { DAY_MS } from '../../base/clock.ts'
import { isOfFamily } from '../../verdict/family.ts'
import type { ListedToken } from '../../verdict/listed-token.ts'

/** `rotate` acts when so many days are left, unless it is told otherwise, */
const ROTATE_DAYS = 14

/** but not before so much of the token's life is over. */
const LEAST_PART_OF_LIFE = 2 / 3

/** So many days it is given to be tried again, */
const PATIENCE_DAYS = 2

/** but no more than this of what was left when it should have acted. */
const LARGEST_PART_OF_REST = 1 / 2

/**
 * When a rotated token should have been replaced for certain: later than `rotate` acts, or each night before would warn.
 * @returns days of 24 hours before its expiry; undefined for a token that never expires, or of which that cannot be read
 */
export function rotationWarnDays({ createdAt, expiresAt }: ListedToken): number | undefined {
  return typeof expiresAt === 'number' ? warnDaysOf(createdAt, expiresAt) : undefined
}

function warnDaysOf(createdAt: number | undefined, expiresAt: number): number {
  // Of a token whose beginning is not known, only the days are.
  const lifeDays = createdAt === undefined ? Number.POSITIVE_INFINITY : Math.max(0, (expiresAt - createdAt) / DAY_MS)
  const restDays = Math.min(ROTATE_DAYS, lifeDays * (1 - LEAST_PART_OF_LIFE))
  return Math.max(restDays - PATIENCE_DAYS, restDays * (1 - LARGEST_PART_OF_REST))
}

/** Whether a token of the family that `tokenName` means should have been replaced by now. */
export function hasRotationStopped(token: ListedToken, tokenName: string, nowMs: number): boolean {
  const { createdAt, expiresAt } = token
  if (typeof expiresAt !== 'number' || !isOfFamily(token, tokenName)) return false
  return expiresAt - nowMs <= warnDaysOf(createdAt, expiresAt) * DAY_MS
}
