import { describe, expect, it } from 'vitest'
import type { ListedToken } from '../../../src/verdict/listed-token.ts'
import { hasRotationStopped, rotationWarnDays } from '../../../src/watch/sweep/rotation.ts'

const DAY_MS = 86_400_000
const nowMs = Date.UTC(2026, 2, 1)

/** A rotated token that lives for so many days, of which so many are left. */
const token = (lifeDays: number, leftDays = 0, name = 'ci-260101-1a2b3c4d-x7yz'): ListedToken => ({
  name,
  createdAt: nowMs + (leftDays - lifeDays) * DAY_MS,
  expiresAt: nowMs + leftDays * DAY_MS,
  lastAccessedAt: undefined,
})

describe('the days before the expiry at which a rotated token has outlived its rotation', () => {
  it.each([
    // Rotated with 14 days left, and given two days.
    [365, 12],
    [90, 12],
    [42, 12],
    // Rotated after two thirds, and given two days.
    [30, 8],
    [15, 3],
    // Rotated after two thirds, and given half of the rest, which is less than two days.
    [9, 1.5],
    [3, 0.5],
    [0, 0],
  ])('of one that lives for %d days: %d', (lifeDays, expected) => {
    expect(rotationWarnDays(token(lifeDays))).toBeCloseTo(expected, 9)
  })

  it('of one of which nobody knows when it was made: those of a long life', () => {
    expect(rotationWarnDays({ ...token(3), createdAt: undefined })).toBe(12)
  })

  it('of one that has no date there is none', () => {
    expect(rotationWarnDays({ ...token(90), expiresAt: 'never' })).toBeUndefined()
    expect(rotationWarnDays({ ...token(90), expiresAt: 'unreadable' })).toBeUndefined()
  })
})

describe('its rotation has stopped', () => {
  it.each([
    ['the moment before', 12 + 1 / 86_400, false],
    ['from that moment on', 12, true],
    ['after its end', -1, true],
  ])('%s', (_, leftDays, expected) => {
    expect(hasRotationStopped(token(90, leftDays), 'ci-*', nowMs)).toBe(expected)
  })

  it.each([
    ['a token of another name', token(90, 1, 'ci'), 'ci-*'],
    ['a token of another family', token(90, 1, 'ci-web-260101-1a2b3c4d-x7yz'), 'ci-*'],
    ['an entry that means no family', token(90, 1), 'ci-260101-1a2b3c4d-x7yz'],
    ['one that never expires', { ...token(90, 1), expiresAt: 'never' } as const, 'ci-*'],
  ])('not of %s', (_, listed, tokenName) => {
    expect(hasRotationStopped(listed, tokenName, nowMs)).toBe(false)
  })
})
