import { DAY_MS } from '../base/clock.ts'
import { lastThirdMs, restAtRotationMs } from '../verdict/due-rotation.ts'
import { BEING_WRITTEN_MS, TOLERANCE_MS } from './periods.ts'
import type { Head } from './place.ts'
import type { Plan } from './plan.ts'

/** A third of the life that is shorter than this leaves no room for a rotation that fails once or twice. */
const SHORT_THIRD_MS = 2 * DAY_MS

/**
 * When the token is to be rotated: when so many days are left, but never before two thirds of its life are over. Where it
 * may be one of several, as soon as one of them is to be.
 * @returns milliseconds since the epoch; undefined for one that never expires
 */
export function dueMs(
  { token, endsMs, entry }: DatedToken,
  { rotateDays }: Pick<Plan, 'rotateDays'>,
): number | undefined {
  const others = (entry?.candidates ?? []).filter((candidate) => candidate !== token)
  const dues = [{ ...token, expiresAt: endsMs }, ...others].flatMap((one) =>
    typeof one.expiresAt === 'number' ? one.expiresAt - restAtRotationMs(one, one.expiresAt, rotateDays) : [],
  )
  return dues.length === 0 ? undefined : Math.min(...dues)
}

/** A token and its end; and what else it may be. */
type DatedToken = Pick<Head, 'token' | 'endsMs'> & Partial<Pick<Head, 'entry'>>

/** Whether a new token is to be made now. After a leak it is, whatever is left, unless it has just been made. */
export function isDue(head: Head, plan: Plan, nowMs: number): boolean {
  if (plan.revoke === 'now') {
    const { appearedMs } = head
    if (appearedMs === undefined || nowMs - appearedMs >= BEING_WRITTEN_MS + TOLERANCE_MS) return true
  }
  const due = dueMs(head, plan)
  return due !== undefined && due <= nowMs
}

/** Whether a new token would live longer than this one: else nothing is gained. After a leak that does not matter. */
export function outlives({ endsMs }: Head, { lifeDays, revoke }: Plan, nowMs: number): boolean {
  if (revoke === 'now' || lifeDays === 'never') return true
  return endsMs !== 'never' && nowMs + lifeDays * DAY_MS > endsMs
}

/** Whether the token lives so short that a third of its life is hardly time enough to replace it. */
export function isShortLived({ endsMs, token }: Head): boolean {
  const thirdMs = endsMs === 'never' ? undefined : lastThirdMs(token, endsMs)
  return thirdMs !== undefined && thirdMs < SHORT_THIRD_MS
}
