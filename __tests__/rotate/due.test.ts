import { describe, expect, it } from 'vitest'
import { dueMs, isShortLived } from '../../src/rotate/due.ts'
import { place } from '../../src/rotate/place.ts'
import type { Plan } from '../../src/rotate/plan.ts'
import { dayMs, listed, nowMs, ofFamily, seen } from './seen.ts'

const plan: Plan = { lifeDays: 90, rotateDays: 14, overlapDays: 7, revoke: 'later' }

const headOf = (made: number | undefined, ends: number | 'never') => {
  const standing = place(seen([ofFamily('22222222', { made, ends })]))
  if (standing.kind !== 'head') throw new Error(standing.kind)
  return standing
}

describe('a token is due', () => {
  it.each<
    [what: string, dueInDays: number | undefined, made: number | undefined, ends: number | 'never', rotateDays: number]
  >([
    ['when so many days are left', 46, -30, 60, 14],
    ['on the last day, where none has to be left', 60, -30, 60, 0],
    ['but never before two thirds of its life are over', 30, -30, 60, 80],
    ['nor where it lives short', 2, -6, 6, 14],
    ['by the days alone, where nobody knows its age', 46, undefined, 60, 14],
    ['never, where it never expires', undefined, -30, 'never', 14],
  ])('%s', (_, dueInDays, made, ends, rotateDays) => {
    const expected = dueInDays === undefined ? undefined : nowMs + dueInDays * dayMs
    expect(dueMs(headOf(made, ends), { ...plan, rotateDays })).toBe(expected)
  })
})

it('is due as soon as one of those is that it may be', () => {
  const family = ofFamily('22222222', { made: -75, ends: 15 })
  const laptop = listed('laptop', { made: -0.1, ends: 13.9 })
  const standing = place(seen([family, laptop]))
  if (standing.kind !== 'head') throw new Error(standing.kind)
  expect(standing.entry.candidates).toEqual([family, laptop])
  expect(standing.endsMs).toBe(laptop.expiresAt)
  expect(dueMs(standing, plan)).toBe(nowMs + dayMs)
})

it.each([
  [-3, 2, true],
  [-3, 3, false],
  [undefined, 3, false],
])('made %s days ago, and ending in %s, a third of its life is short: %s', (made, ends, expected) => {
  expect(isShortLived(headOf(made, ends))).toBe(expected)
})

it('what never expires is not short', () => {
  expect(isShortLived(headOf(-3, 'never'))).toBe(false)
})
