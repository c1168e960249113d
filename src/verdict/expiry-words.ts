import { dayOf } from '../base/utc.ts'
import type { DatedExpiry } from './expiry.ts'

/** When the token expires, or has expired: `expires on 2026-12-03 (11 days left)`. */
export function describeExpiry({ expiresAt, daysLeft }: Pick<DatedExpiry, 'expiresAt' | 'daysLeft'>): string {
  const day = dayOf(expiresAt)
  return `${daysLeft < 0 ? 'expired' : 'expires'} on ${day} (${describeDaysLeft(daysLeft)})`
}

/** How long it is until a day, in words. */
export function describeDaysLeft(daysLeft: number): string {
  if (daysLeft < -1) return daysLeft === -2 ? '1 day ago' : `${-daysLeft - 1} days ago`
  if (daysLeft === -1) return 'within the last day'
  if (daysLeft === 0) return 'in less than a day'
  return daysLeft === 1 ? '1 day left' : `${daysLeft} days left`
}

/** Takes out of a text how long it is until a day, in the words of {@link describeExpiry}: the day itself stays true. */
export function withoutDaysLeft(text: string): string {
  return text.replace(/ \((?:\d+ days? (?:left|ago)|within the last day|in less than a day)\)/g, '')
}
