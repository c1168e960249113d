import { DAY_MS } from '../../base/clock.ts'
import { table } from '../../inputs/table.ts'
import { restAtRotationMs } from '../../verdict/due-rotation.ts'
import { isOfFamily } from '../../verdict/family.ts'
import type { ListedToken } from '../../verdict/listed-token.ts'

/** `rotate` acts when so many days are left, unless it is told otherwise: the list does not say what it is told. */
const ROTATE_DAYS = table['rotate-days'].default

/** So many days it is given to be tried again, */
const PATIENCE_DAYS = 2

/** but no more than this of what was left when it should have acted. */
const LARGEST_PART_OF_REST = 1 / 2

/**
 * When a rotated token should have been replaced for certain: later than `rotate` acts, or each night before would warn.
 * @returns days of 24 hours before its expiry; undefined for a token that never expires, or of which that cannot be read
 */
export function rotationWarnDays(token: ListedToken): number | undefined {
  const { expiresAt } = token
  return typeof expiresAt === 'number' ? warnDaysOf(token, expiresAt) : undefined
}

function warnDaysOf(token: Pick<ListedToken, 'createdAt'>, expiresAt: number): number {
  const restDays = Math.max(0, restAtRotationMs(token, expiresAt, ROTATE_DAYS) / DAY_MS)
  return Math.max(restDays - PATIENCE_DAYS, restDays * (1 - LARGEST_PART_OF_REST))
}

/** Whether a token of the family that `tokenName` means should have been replaced by now. */
export function hasRotationStopped(token: ListedToken, tokenName: string, nowMs: number): boolean {
  const { expiresAt } = token
  if (typeof expiresAt !== 'number' || !isOfFamily(token, tokenName)) return false
  return expiresAt - nowMs <= warnDaysOf(token, expiresAt) * DAY_MS
}
