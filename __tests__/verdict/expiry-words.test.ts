import { describe, expect, it } from 'vitest'
import { wholeDaysLeft } from '../../src/verdict/expiry.ts'
import { describeExpiry, withoutDaysLeft } from '../../src/verdict/expiry-words.ts'
import { dayMs, nowMs } from './asked-for.ts'

describe('the expiry in words', () => {
  const minute = 1 / (24 * 60)

  it.each([
    [90, 'expires on 2027-02-20 (90 days left)'],
    [2, 'expires on 2026-11-24 (2 days left)'],
    [2 - minute, 'expires on 2026-11-24 (1 day left)'],
    [1, 'expires on 2026-11-23 (1 day left)'],
    [1 - minute, 'expires on 2026-11-23 (in less than a day)'],
    [minute, 'expires on 2026-11-22 (in less than a day)'],
    [-minute, 'expired on 2026-11-22 (within the last day)'],
    [-1, 'expired on 2026-11-21 (within the last day)'],
    [-1 - minute, 'expired on 2026-11-21 (1 day ago)'],
    [-2, 'expired on 2026-11-20 (1 day ago)'],
    [-2 - minute, 'expired on 2026-11-20 (2 days ago)'],
    [-30 - minute, 'expired on 2026-10-23 (30 days ago)'],
  ])('%d days: %s', (daysLeft, words) => {
    const expiresAt = nowMs + daysLeft * dayMs
    expect(describeExpiry({ expiresAt, daysLeft: wholeDaysLeft(expiresAt, nowMs) })).toBe(words)
  })
})

it.each([400, 11, 1, 0, -1, -2, -30])('the day stays where the days that are left are taken out: %i', (daysLeft) => {
  const expiry = describeExpiry({ expiresAt: Date.UTC(2026, 11, 3), daysLeft })
  expect(withoutDaysLeft(`It ${expiry}, and (11 things) stay.`)).toMatch(
    /^It expire[sd] on 2026-12-03, and \(11 things\) stay\.$/,
  )
})
