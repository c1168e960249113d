import { describe, expect, it } from 'vitest'
import { askedToWaitMs, describeRetryAt, describeWait } from '../../src/verdict/retry-at.ts'
import { answered } from './answered.ts'

const nowMs = Date.parse('2026-11-22T12:00:00Z')

const retryAfter = (value: string) => answered({ status: 429, headers: { 'Retry-After': value } })

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['17', 17_000],
    [' 17 ', 17_000],
    ['1.5', 1500],
    ['1.25', 1250],
    ['86400', 86_400_000],
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['Sunday, 22-Nov-26 12:00:30 GMT', 30_000],
    ['Sun Nov 22 12:00:30 2026 GMT', 30_000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['9'.repeat(400), Number.POSITIVE_INFINITY],
  ])('%j is %d ms', (value, ms) => {
    expect(askedToWaitMs(retryAfter(value), nowMs)).toBe(ms)
  })

  it.each([
    '',
    ' ',
    '-1',
    '+1',
    '1e3',
    '0x10',
    '1.',
    '.5',
    '1, soon',
    'soon',
    '17 seconds',
    '１７',
    '2026-11-22',
    '2026-11-22T12:00:30Z',
  ])('%j says nothing', (value) => {
    expect(askedToWaitMs(retryAfter(value), nowMs)).toBeUndefined()
  })

  it('may be missing', () => {
    expect(askedToWaitMs(answered(), nowMs)).toBeUndefined()
  })
})

describe('a wait in words', () => {
  it.each([
    [1, '1 s'],
    [1000, '1 s'],
    [1001, '2 s'],
    [365 * 24 * 60 * 60 * 1000, '31536000 s'],
    [365 * 24 * 60 * 60 * 1000 + 1, 'more than a year'],
    [Number.POSITIVE_INFINITY, 'more than a year'],
  ])('%d ms: %s', (waitMs, words) => {
    expect(describeWait(waitMs)).toBe(words)
  })
})

describe('when Jira may be asked again', () => {
  const at = (headers: Record<string, string>) => describeRetryAt(answered({ status: 429, headers }), nowMs)

  it.each([
    ['seconds', { 'Retry-After': '17' }, 'in 17 s (2026-11-22T12:00:17Z)'],
    ['a part of a second', { 'Retry-After': '0.2' }, 'in 1 s (2026-11-22T12:00:00Z)'],
    ['a date', { 'Retry-After': 'Sun, 22 Nov 2026 12:01:00 GMT' }, 'in 60 s (2026-11-22T12:01:00Z)'],
    ["Cloud's own header", { 'X-RateLimit-Reset': '2026-11-22T12:00:09Z' }, 'in 9 s (2026-11-22T12:00:09Z)'],
    [
      "Cloud's own header, to the minute",
      { 'X-RateLimit-Reset': '2026-11-22T12:01Z' },
      'in 60 s (2026-11-22T12:01:00Z)',
    ],
    [
      'Retry-After before the other',
      { 'Retry-After': '17', 'X-RateLimit-Reset': '2026-11-22T13:00:00Z' },
      'in 17 s (2026-11-22T12:00:17Z)',
    ],
    ['a year', { 'Retry-After': '31536000' }, 'in 31536000 s (2027-11-22T12:00:00Z)'],
    ['more than a year', { 'Retry-After': '31536001' }, 'in more than a year'],
    ['a time beyond all calendars', { 'Retry-After': '9'.repeat(15) }, 'in more than a year'],
    ['an absurd number', { 'Retry-After': '9'.repeat(400) }, 'in more than a year'],
  ])('%s', (_, headers, words) => {
    expect(at(headers)).toBe(words)
  })

  it.each([
    ['nothing is said', {}],
    ['at once', { 'Retry-After': '0' }],
    ['the time has passed', { 'X-RateLimit-Reset': '2026-11-22T11:00:00Z' }],
    ['it is now', { 'X-RateLimit-Reset': '2026-11-22T12:00:00Z' }],
    ['nothing can be read', { 'Retry-After': 'soon', 'X-RateLimit-Reset': 'later' }],
    // Other products write seconds there, or seconds since the epoch: no year.
    ['there is a number of seconds', { 'X-RateLimit-Reset': '3600' }],
    ['there is another number of seconds', { 'X-RateLimit-Reset': '60' }],
    ['there are seconds since the epoch', { 'X-RateLimit-Reset': '1795348800' }],
  ])('is not said where %s', (_, headers) => {
    expect(at(headers)).toBeUndefined()
  })
})
