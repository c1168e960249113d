import { describe, expect, it } from 'vitest'
import { familyPrefixOf, findOwnEntry, isOfFamily, predecessorOf } from '../../src/verdict/family.ts'
import type { ListedToken } from '../../src/verdict/listed-token.ts'
import { dayMs, nowMs, tokenOf } from './asked-for.ts'

const prefix = 'github-release-1f3b'
const fingerprint = '0badcafe'

/** A token of so many days, which names the one before it. */
const rotated = (daysOld: number, predecessor: string, chance = 'a1b2') =>
  tokenOf(`${prefix}-261101-${predecessor}-${chance}`, 60, { createdAt: nowMs - daysOld * dayMs })

const stranger = (name: string, daysOld: number) => tokenOf(name, 60, { createdAt: nowMs - daysOld * dayMs })

const candidatesIn = (live: readonly ListedToken[], tokenName = ''): readonly ListedToken[] =>
  findOwnEntry(live, { prefix, fingerprint, tokenName }).candidates

it.each([
  ['github-release-1f3b-*', 'github-release-1f3b'],
  ['a-*', 'a'],
  ['ci', undefined],
  ['*', undefined],
  ['-*', undefined],
  ['ci*', undefined],
  ['ci-*-old', undefined],
  ['ci-*\n', undefined],
])('the prefix of %s is %s', (tokenName, expected) => {
  expect(familyPrefixOf(tokenName)).toBe(expected)
})

describe('a token of a family', () => {
  const name = `${prefix}-261101-${fingerprint}-a1b2`
  const inFamily = (text: string): boolean => isOfFamily(tokenOf(text, 60), `${prefix}-*`)

  it('is named by the day, the token before it and four letters of chance', () => {
    expect([inFamily(name), predecessorOf(name, prefix)]).toEqual([true, fingerprint])
    expect(isOfFamily(tokenOf(name, 60), name)).toBe(false)
    expect(isOfFamily(tokenOf(name, 60), 'github-release-*')).toBe(false)
  })

  it.each([
    prefix,
    `${prefix}-*`,
    `${prefix}-26110-${fingerprint}-a1b2`,
    `${prefix}-abcdef-${fingerprint}-a1b2`,
    `${prefix}-261101-0badcaf-a1b2`,
    `${prefix}-261101-0BADCAFE-a1b2`,
    `${prefix}-261101-wxyzwxyz-a1b2`,
    `${prefix}-261101-${fingerprint}-a1b`,
    `${prefix}-261101-${fingerprint}-A1B2`,
    `${prefix}-261101-${fingerprint}-a1b2-old`,
    `${prefix}-2-261101-${fingerprint}-a1b2`,
    `my-${prefix}-261101-${fingerprint}-a1b2`,
  ])('is not %s', (text) => {
    expect([inFamily(text), predecessorOf(text, prefix)]).toEqual([false, undefined])
  })
})

describe('the entry of a rotated token', () => {
  const oldest = rotated(50, '11111111')
  const middle = rotated(30, '22222222')
  const newest = rotated(10, '33333333')
  const successor = rotated(1, fingerprint)

  it('is the newest of its family, where none names it as the one before', () => {
    expect(candidatesIn([newest, oldest, middle])).toEqual([newest])
  })

  it('is the newest that is older than the one that names it', () => {
    expect(candidatesIn([successor, oldest, middle])).toEqual([middle])
    expect(candidatesIn([successor, rotated(0, fingerprint, 'zzzz'), middle])).toEqual([middle])
  })

  it('is the only stranger, where none is older than the one that names it', () => {
    expect(candidatesIn([successor, stranger('by hand', 90)])).toMatchObject([{ name: 'by hand' }])
    expect(candidatesIn([successor, stranger('a', 90), stranger('b', 90)])).toEqual([])
    expect(candidatesIn([successor])).toEqual([])
  })

  it('is the only token there is, where none is of the family', () => {
    expect(candidatesIn([stranger('by hand', 90)])).toMatchObject([{ name: 'by hand' }])
    expect(candidatesIn([stranger('a', 90), stranger('b', 90)])).toEqual([])
    expect(candidatesIn([])).toEqual([])
    const sister = stranger('github-other-77aa-261120-44444444-a1b2', 1)
    expect(candidatesIn([sister])).toEqual([sister])
  })

  it('is in doubt where a stranger is younger', () => {
    const younger = stranger('by hand', 5)
    expect(candidatesIn([middle, newest, younger, stranger('old', 90)])).toEqual([newest, younger])
  })

  it('is in doubt where nobody knows how old a stranger is', () => {
    const ageless = tokenOf('by hand', 60, { createdAt: undefined })
    expect(candidatesIn([newest, ageless])).toEqual([newest, ageless])
  })

  it('is in doubt for any stranger where nobody knows how old it is itself, or where both are of the same moment', () => {
    const ageless = { ...newest, createdAt: undefined }
    const [older, other] = [stranger('by hand', 90), tokenOf('another', 60, { createdAt: undefined })]
    expect(candidatesIn([ageless, older, other])).toEqual([ageless, older, other])
    expect(candidatesIn([newest, stranger('by hand', 10)])).toMatchObject([newest, { name: 'by hand' }])
  })

  it.each([
    ['a sister of another repository', 'github-other-77aa-261120-44444444-a1b2'],
    ['one whose prefix begins alike', `${prefix}-x-261120-44444444-a1b2`],
  ])('is not put in doubt by %s', (_, name) => {
    expect(candidatesIn([newest, stranger(name, 1)])).toEqual([newest])
  })

  it('is older than the one that names it, whatever strangers came after that', () => {
    const later = stranger('by hand', 0.5)
    expect(candidatesIn([middle, successor, later])).toEqual([middle])
    expect(candidatesIn([successor, later])).toEqual([])
    expect(candidatesIn([middle, successor, stranger('of the same moment', 1)])).toEqual([middle])
    expect(candidatesIn([successor, later, stranger('first', 90)])).toMatchObject([{ name: 'first' }])
    expect(candidatesIn([middle, stranger('between', 10), successor])).toMatchObject([middle, { name: 'between' }])
  })
})

describe('the entry of a token that a person has named', () => {
  const first = stranger('ci', 90)
  const newest = rotated(10, '33333333')
  const successor = rotated(1, fingerprint)

  it.each<[what: string, live: ListedToken[], expected: string[]]>([
    ['is the one of that name, before there is a family', [first, stranger('other', 3)], ['ci']],
    ['may be any of several with that name', [first, stranger('ci', 3)], ['ci', 'ci']],
    ['is the only one, where none has that name', [stranger('other', 3)], ['other']],
    ['cannot be told, where none has that name and there are several', [stranger('a', 3), stranger('b', 3)], []],
    ['is of the family, once that is younger', [first, newest], [newest.name]],
    ['is the one of that name, where that is younger than the family', [newest, stranger('ci', 2)], ['ci']],
    ['is of the family, where that of the name is just as old', [newest, stranger('ci', 10)], [newest.name]],
    ['is not in doubt for strangers', [newest, stranger('other', 2)], [newest.name]],
    ['is the one of that name, where the first of the family names it', [successor, first, stranger('b', 80)], ['ci']],
    ['is no younger one than the one that names it', [newest, successor, stranger('ci', 0.5)], [newest.name]],
    ['is the younger one that the next of the family names', [newest, stranger('ci', 5), successor], ['ci']],
  ])('%s', (_, live, expected) => {
    expect(candidatesIn(live, 'ci').map(({ name }) => name)).toEqual(expected)
  })

  it('says what it is told by', () => {
    const tokenName = 'ci'
    expect(findOwnEntry([first], { prefix, fingerprint, tokenName }).by).toBe('token-name')
    expect(findOwnEntry([first], { prefix, fingerprint }).by).toBe('only')
    expect(findOwnEntry([newest], { prefix, fingerprint, tokenName }).by).toBe('family')
  })
})

it.each([
  ['the day, the fingerprint and four letters of chance', `${prefix}-261101-0badcafe-a1b2`, '0badcafe'],
  ['of another family, whose prefix begins alike', `${prefix}-x-261101-0badcafe-a1b2`, undefined],
  ['of another family, which this one’s begins like', 'github-261101-0badcafe-a1b2', undefined],
  ['in capitals', `${prefix}-261101-0BADCAFE-a1b2`, undefined],
  ['with a day too short', `${prefix}-61101-0badcafe-a1b2`, undefined],
  ['with more behind it', `${prefix}-261101-0badcafe-a1b2-x`, undefined],
  ['amid its prefix', 'github-261101-0badcafe-a1b2-release-1f3b', undefined],
])('a name of the family holds %s', (_, name, expected) => {
  expect(predecessorOf(name, prefix)).toBe(expected)
})
