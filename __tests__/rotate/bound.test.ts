import { expect, it } from 'vitest'
import { createBound } from '../../src/rotate/bound.ts'
import { createHandMovedClock } from '../support/clock.ts'

it('a bound is over by whichever clock has gone further', async () => {
  const clock = createHandMovedClock()
  const { leftMs } = createBound(clock, 10_000)
  expect(leftMs()).toBe(10_000)
  await clock.advance(4_000)
  expect(leftMs()).toBe(6_000)

  // A machine that was suspended: the clock that nobody can set stood still.
  clock.setDate(clock.now() + 5_000)
  expect(leftMs()).toBe(1_000)

  // NTP sets the date back.
  clock.setDate(clock.now() - 60_000)
  await clock.advance(6_001)
  expect(leftMs()).toBe(-1)
})
