import { describe, expect, it } from 'vitest'
import { decode, decodePlain, readings, unitsOf } from '../../src/report/decoding.ts'

/** UTF-8 as it comes back: one byte a character. */
const bytes = (text: string): string => Buffer.from(text).toString('latin1')

describe('what a text says', () => {
  it.each<[what: string, text: string, says: string]>([
    ['a letter', 'a', 'a'],
    ['a capital', 'A', 'a'],
    ['the alphabet of base64url', 'a-b_c', 'a+b/c'],
    ['a full-width letter', '\uFF21', 'a'],
    ['a letter of another script', 'é', bytes('é')],

    ['a byte, percent-encoded', '%41%4a%6A', 'ajj'],
    ['a byte of a longer sequence alone', '%E9', '\xe9'],
    ['a byte that begins a sequence which does not come', '%C3x', '\xc3x'],
    ['a character of two bytes', '%C3%A9%c3%a9', bytes('éé')],
    ['a character of three bytes', '%EF%BC%A1', 'a'],
    ['a character of four bytes', '%F0%9D%90%80', 'a'],
    ['no more bytes than a character has', '%E2%80%8B%41', 'a'],
    ['one of two bytes, percent-encoded twice', '%25C3%25A9', bytes('é')],
    ['one of two bytes, percent-encoded in part', '%C3%2525A9', bytes('é')],
    ['no percent-encoding', '%4 %zz 100%', '%4%zz100%'],
    ['a sequence that is none', '%C3%zz', '\xc3%zz'],

    ['nothing for what is not seen', 'a \t\u200B\u00AD\u0301\u0007b', 'ab'],
    ['nothing for what is not seen, percent-encoded', 'a%20%C2%AD%E2%80%8Bb', 'ab'],
    ['nothing for a colour', 'a\u001B[1;31mb', 'ab'],
    ['nothing for a backslash that only escapes', 'a\\/\\"b', 'a/"b'],
  ])('%s', (_, text, says) => {
    expect(decode(text)).toBe(says)
    expect(
      unitsOf(text)
        .map((unit) => unit.bytes)
        .join(''),
    ).toBe(says)
    expect(
      unitsOf(text)
        .map(({ unit }) => unit)
        .join(''),
    ).toBe(text)
  })

  it('is the text itself where it is meant as it stands', () => {
    expect(decodePlain('%41-\uFF21é')).toBe(`%41+a${bytes('é')}`)
  })
})

describe('what that says in its turn', () => {
  const nested = (depth: number): string => `&${'#38;'.repeat(depth)}#65;`

  it.each([0, 1, 2, 3, 4])('is looked for %d spellings deep', (depth) => {
    expect([...readings(nested(depth))]).toEqual([
      ...Array.from({ length: depth }, (_, at) => nested(depth - 1 - at)),
      'a',
    ])
  })

  it('is not looked for without end', () => {
    expect([...readings(nested(100))]).toHaveLength(5)
  })

  it.each(['', 'a', 'a & b', '100 %', '\\'])('is nothing new for %j', (text) => {
    expect([...readings(text)]).toHaveLength(1)
  })

  it('leaves other scripts as they are', () => {
    expect([...readings('é&#38;#65;')]).toEqual([bytes('é&#65;'), bytes('éa')])
  })
})
