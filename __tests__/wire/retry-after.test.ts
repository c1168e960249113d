import { describe, expect, it } from 'vitest'
import { parseRetryAfter } from '../../src/wire/retry-after.ts'

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    [' 17 ', 17_000],
    ['1.5', 1500],
    ['0.25', 250],
    ['60, 60', 60_000],
    ['1 ,20,3', 20_000],
    ['9'.repeat(400), Number.POSITIVE_INFINITY],
  ])('%j is %d ms', (value, waitMs) => {
    expect(parseRetryAfter(value)).toEqual({ waitMs })
  })

  it.each(['Sun, 22 Nov 2026 12:00:30 GMT', 'Sunday, 22-Nov-26 12:00:30 GMT', 'Sun Nov 22 12:00:30 2026 GMT'])(
    '%j is a time',
    (value) => {
      expect(parseRetryAfter(value)).toEqual({ atMs: Date.parse('2026-11-22T12:00:30Z') })
    },
  )

  it.each([undefined, '', '-1', '1e3', '1, soon', '1,', 'soon', 's 5', '2026-11-22'])('%j says nothing', (value) => {
    expect(parseRetryAfter(value)).toBeUndefined()
  })
})
