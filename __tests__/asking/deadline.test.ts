import { describe, expect, it } from 'vitest'
import { createDeadline } from '../../src/asking/deadline.ts'
import { createHandMovedClock } from '../support/clock.ts'

/** A deadline that begins now. */
function deadlineOf(timeoutMs: number, retries: number) {
  const clock = createHandMovedClock()
  return { clock, deadline: createDeadline(clock, clock.monotonicMs() + timeoutMs, timeoutMs, retries) }
}

describe('one attempt may take', () => {
  it.each([
    ['ten seconds, where the attempts would get less', 20_000, 2, 10_000],
    ['its part, where that is more', 60_000, 2, 20_000],
    ['all of it, where there is no retry', 60_000, 0, 60_000],
    ['no more than there is', 3_000, 2, 3_000],
  ])('%s', (_, timeoutMs, retries, attemptMs) => {
    expect(deadlineOf(timeoutMs, retries).deadline.attemptMs()).toBe(attemptMs)
  })

  it('no more than what is left', async () => {
    const { clock, deadline } = deadlineOf(30_000, 2)
    await clock.advance(29_000)
    expect([deadline.leftMs(), deadline.attemptMs()]).toEqual([1_000, 1_000])
    await clock.advance(2_000)
    expect(deadline.leftMs()).toBe(-1_000)
    expect(deadline.attemptMs()).toBeLessThan(0)
  })
})
