import { describe, expect, it, vi } from 'vitest'
import { DAY_MS, sleep, systemClock } from '../../src/base/clock.ts'
import { createHandMovedClock } from '../support/clock.ts'

describe("the system's clock", () => {
  it('tells durations by what nobody can set, and dates by what somebody may have set', () => {
    const beforeMs = systemClock.monotonicMs()
    vi.setSystemTime(new Date('2001-01-01T00:00:00Z'))
    try {
      expect(systemClock.now()).toBe(Date.UTC(2001, 0, 1))
      expect(systemClock.monotonicMs() - beforeMs).toBeGreaterThanOrEqual(0)
      expect(systemClock.monotonicMs() - beforeMs).toBeLessThan(60_000)
    } finally {
      vi.useRealTimers()
    }
  })

  it('calls back once, and not when it is called off', async () => {
    vi.useFakeTimers()
    try {
      const called: string[] = []
      systemClock.after(1_000, () => called.push('kept'))
      systemClock.after(1_000, () => called.push('called off'))()
      await vi.advanceTimersByTimeAsync(999)
      expect(called).toEqual([])
      await vi.advanceTimersByTimeAsync(5_000)
      expect(called).toEqual(['kept'])
    } finally {
      vi.useRealTimers()
    }
  })
})

it('a day has 86,400 seconds', () => {
  expect(DAY_MS).toBe(86_400_000)
})

it('sleeping lasts as long as it is to', async () => {
  const clock = createHandMovedClock()
  let isAwake = false
  const slept = sleep(clock, 500).then(() => {
    isAwake = true
  })
  await clock.advance(499)
  expect(isAwake).toBe(false)
  await clock.advance(1)
  await slept
})

describe('the clock that a test moves', () => {
  it('keeps its timers and durations when the date is set', async () => {
    const clock = createHandMovedClock()
    const startedMs = clock.monotonicMs()
    let calledAtMs = 0
    clock.after(1_000, () => {
      calledAtMs = clock.monotonicMs()
    })
    clock.setDate(clock.now() - 3_600_000)
    await clock.advance(1_500)
    expect(calledAtMs - startedMs).toBe(1_000)
    expect(clock.monotonicMs() - startedMs).toBe(1_500)
    expect(clock.now()).toBe(Date.UTC(2026, 2, 1, 11, 0, 1, 500))
  })
})
