import { describe, expect, it } from 'vitest'
import { createCancellation } from '../../src/asking/cancel.ts'
import { createHandMovedClock } from '../support/clock.ts'

const never = new Promise<string>(() => {})

describe('waiting', () => {
  it('gives what was waited for', async () => {
    const { within } = createCancellation(createHandMovedClock())
    expect(await within(Promise.resolve('answer'), 1000)).toBe('answer')
    await expect(within(Promise.reject(new Error('no')), 1000)).rejects.toThrow('no')
  })

  it('ends with the cancellation', async () => {
    const { within, cancel } = createCancellation(createHandMovedClock())
    const waiting = within(never, 0)
    cancel()
    expect(await waiting).toBeUndefined()
  })

  it('ends some time after the cancellation, where it is given that', async () => {
    const clock = createHandMovedClock()
    const { within, cancel } = createCancellation(clock)
    const inTime = Promise.withResolvers<string>()
    const [first, second] = [within(inTime.promise, 1000), within(never, 1000)]
    cancel()
    await clock.advance(999)
    inTime.resolve('answer')
    expect(await first).toBe('answer')
    expect(await clock.runUntil(second)).toBeUndefined()
  })

  it('that is over is not told of the cancellation', async () => {
    const clock = createHandMovedClock()
    const { within, cancel } = createCancellation(clock)
    await within(Promise.resolve('answer'), 1000)
    cancel()
    expect(clock.waitingMs).toEqual([])
  })

  it('does not begin after the cancellation', async () => {
    const { within, cancel } = createCancellation(createHandMovedClock())
    cancel()
    expect(await within(never, 0)).toBeUndefined()
  })
})
