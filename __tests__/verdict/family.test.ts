import { describe, expect, it } from 'vitest'
import { familyPrefixOf, findOwnEntry } from '../../src/verdict/family.ts'
import { dayMs, nowMs, tokenOf } from './asked-for.ts'

const prefix = 'github-release-1f3b'
const fingerprint = '0badcafe'

/** A token of so many days, which names the one before it. */
const rotated = (daysOld: number, predecessor: string, chance = 'a1b2') =>
  tokenOf(`${prefix}-261101-${predecessor}-${chance}`, 60, { createdAt: nowMs - daysOld * dayMs })

const stranger = (name: string, daysOld: number) => tokenOf(name, 60, { createdAt: nowMs - daysOld * dayMs })

it.each([
  ['github-release-1f3b-*', 'github-release-1f3b'],
  ['a-*', 'a'],
  ['ci', undefined],
  ['*', undefined],
  ['-*', undefined],
  ['ci*', undefined],
])('the prefix of %s is %s', (tokenName, expected) => {
  expect(familyPrefixOf(tokenName)).toBe(expected)
})

describe('the entry of a rotated token', () => {
  const oldest = rotated(50, '11111111')
  const middle = rotated(30, '22222222')
  const newest = rotated(10, '33333333')
  const successor = rotated(1, fingerprint)

  it('is the newest of its family, where none names it as the one before', () => {
    expect(findOwnEntry([newest, oldest, middle], prefix, fingerprint)).toEqual([newest])
  })

  it('is the newest that is older than the one that names it', () => {
    expect(findOwnEntry([successor, oldest, middle], prefix, fingerprint)).toEqual([middle])
    expect(findOwnEntry([successor, rotated(0, fingerprint, 'zzzz'), middle], prefix, fingerprint)).toEqual([middle])
  })

  it('is the only stranger, where none is older than the one that names it', () => {
    expect(findOwnEntry([successor, stranger('by hand', 90)], prefix, fingerprint)).toMatchObject([{ name: 'by hand' }])
    expect(findOwnEntry([successor, stranger('a', 90), stranger('b', 90)], prefix, fingerprint)).toEqual([])
    expect(findOwnEntry([successor], prefix, fingerprint)).toEqual([])
  })

  it('is the only token there is, where none is of the family', () => {
    expect(findOwnEntry([stranger('by hand', 90)], prefix, fingerprint)).toMatchObject([{ name: 'by hand' }])
    expect(findOwnEntry([stranger('a', 90), stranger('b', 90)], prefix, fingerprint)).toEqual([])
    expect(findOwnEntry([], prefix, fingerprint)).toEqual([])
  })

  it('is in doubt where a stranger is younger', () => {
    const younger = stranger('by hand', 5)
    expect(findOwnEntry([middle, newest, younger, stranger('old', 90)], prefix, fingerprint)).toEqual([newest, younger])
  })

  it('is in doubt where nobody knows how old a stranger is', () => {
    const ageless = tokenOf('by hand', 60, { createdAt: undefined })
    expect(findOwnEntry([newest, ageless], prefix, fingerprint)).toEqual([newest, ageless])
  })

  it.each([
    ['a sister of another repository', 'github-other-77aa-261120-44444444-a1b2'],
    ['one whose prefix begins alike', `${prefix}-x-261120-44444444-a1b2`],
  ])('is not put in doubt by %s', (_, name) => {
    expect(findOwnEntry([newest, stranger(name, 1)], prefix, fingerprint)).toEqual([newest])
  })
})
