import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateTimeOf, dayOf } from '../../src/base/utc.ts'
import { parseDate, parseTokens } from '../../src/products/jira/tokens.ts'
import { askedToWaitMs, describeRetryAt } from '../../src/verdict/retry-at.ts'
import { answered } from '../verdict/answered.ts'
import { hostileText } from './hostile-text.ts'
import { withSeed } from './reproducible.ts'

const moment = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9998-12-30T00:00:00Z'),
  noInvalidDate: true,
})
const offset = fc.integer({ min: -14 * 60, max: 14 * 60 })

/** The same moment in the clock of another place, as Jira writes it. */
function written(date: Date, offsetMinutes: number, colon: string): string {
  const local = new Date(date.getTime() + offsetMinutes * 60_000).toISOString().slice(0, -1)
  const two = (number: number): string => String(number).padStart(2, '0')
  const size = Math.abs(offsetMinutes)
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${colon}${two(size % 60)}`
}

describe(withSeed('moments in UTC'), () => {
  it('are written as Date#toISOString writes them', () => {
    fc.assert(
      fc.property(moment, (date) => {
        expect(dateTimeOf(date.getTime())).toBe(date.toISOString())
        expect(dayOf(date.getTime())).toBe(date.toISOString().slice(0, 10))
      }),
    )
  })
})

describe(withSeed('dates of Jira'), () => {
  it('are the moment that they say, whatever the offset', () => {
    fc.assert(
      fc.property(moment, offset, fc.constantFrom(':', ''), (date, minutes, colon) => {
        const text = written(date, minutes, colon)
        fc.pre(/^\d{4}-/.test(text))
        expect(parseDate(text)).toBe(date.getTime())
      }),
    )
  })

  it('are days that there are', () => {
    const day = fc.tuple(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    )
    fc.assert(
      fc.property(day, ([year, month, date]) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
        const isThere = date >= 1 && new Date(Date.UTC(year, month - 1, date)).toISOString().startsWith(text)
        expect(parseDate(text) !== undefined).toBe(isThere)
      }),
    )
  })

  it('are numbers that the calendar has, or nothing, whatever is given', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.anything(), moment.map(String)), (value) => {
        const ms = parseDate(value)
        if (ms !== undefined) expect(new Date(ms).getTime()).toBe(ms)
      }),
    )
  })
})

describe(withSeed('lists of tokens'), () => {
  const json = fc.oneof(
    fc.jsonValue(),
    fc.array(fc.dictionary(fc.constantFrom('name', 'expiringAt', 'createdAt', 'lastAccessedAt'), fc.jsonValue())),
    fc.array(fc.record({ id: fc.nat(), name: fc.string(), expiringAt: fc.jsonValue() })),
  )

  it('are read, or are none; whatever is sent', () => {
    fc.assert(
      fc.property(json, (value) => {
        const tokens = parseTokens(value)
        if (Array.isArray(value)) expect(tokens ?? value).toHaveLength(value.length)
        else expect(tokens).toBeUndefined()
        for (const { name, expiresAt } of tokens ?? []) {
          expect(name).toBe(name.trim())
          expect(name).not.toBe('')
          expect(['number', 'string']).toContain(typeof expiresAt)
        }
      }),
    )
  })
})

describe(withSeed('Retry-After'), () => {
  const nowMs = Date.parse('2026-11-22T12:00:00Z')
  const at = (value: string, name = 'Retry-After') => answered({ status: 429, headers: { [name]: value } })

  it('in seconds', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 }), (seconds) => {
        expect(askedToWaitMs(at(String(seconds)), nowMs)).toBe(seconds * 1000)
      }),
    )
  })

  it('as a date is the time until then, and no less than none', () => {
    // Two digits would be a year of this century: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7
    const threeDigits = moment.filter((date) => date.getUTCFullYear() > 99)
    fc.assert(
      fc.property(threeDigits, (date) => {
        const inSeconds = Math.floor(date.getTime() / 1000) * 1000
        expect(askedToWaitMs(at(date.toUTCString()), nowMs)).toBe(Math.max(0, inSeconds - nowMs))
      }),
    )
  })

  it('is a time that can be waited, or nothing, whatever is sent', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.double().map(String), fc.bigInt().map(String)), (value) => {
        const ms = askedToWaitMs(at(value), nowMs)
        if (ms !== undefined) expect(ms).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('is said in words that hold no nonsense', () => {
    const value = fc.oneof(
      hostileText,
      fc.bigInt().map(String),
      moment.map((date) => date.toISOString()),
    )
    fc.assert(
      fc.property(value, fc.constantFrom('Retry-After', 'X-RateLimit-Reset'), (text, name) => {
        const words = describeRetryAt(at(text, name), nowMs)
        expect(words ?? '').not.toMatch(/NaN|Infinity|undefined|Invalid|in 0 /)
      }),
    )
  })
})
