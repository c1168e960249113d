import { describe, expect, it } from 'vitest'
import { parsePage, readEntries, tokenNumberOf, tokensPathOf } from '../../../src/products/bitbucket/tokens.ts'
import { goodBitbucketToken, tokenNumber } from '../../support/healthy/bitbucket.ts'
import { identityOf } from '../../verdict/asked-for.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const dayMs = 24 * 60 * 60 * 1000

it('are asked for by the slug of their user', () => {
  expect(tokensPathOf(identityOf({ slug: 'svc_ci@example.com' }))).toBe(
    '/rest/access-tokens/latest/users/svc_ci%40example.com',
  )
})

describe('the number in a token', () => {
  it('is what precedes the colon', () => {
    expect(tokenNumberOf(goodBitbucketToken)).toBe(tokenNumber)
  })

  it.each([
    ['', 'BBDC-'],
    ['a mark behind something', `x${goodBitbucketToken}`],
    ['something behind it', `${goodBitbucketToken}*`],
    ['no mark', base64('271828182845:abc')],
    ['too few digits', `BBDC-${base64('27182818284:abc')}`],
    ['too many digits', `BBDC-${base64('2718281828459:abc')}`],
    ['no digits', `BBDC-${base64('two-seven-one:abc')}`],
    ['no base64', 'BBDC-****'],
  ])('is not there: %s', (_, token) => {
    expect(tokenNumberOf(token)).toBeUndefined()
  })
})

describe('a page of the list', () => {
  const entry = { id: '271828182845', name: 'ci' }

  it.each<[unknown, number, number | undefined]>([
    [{ values: [entry], isLastPage: true }, 0, undefined],
    [{ values: [], isLastPage: false, nextPageStart: 100 }, 0, 100],
  ])('%j is one', (json, start, nextStart) => {
    expect(parsePage(json, start)).toMatchObject({ nextStart })
  })

  it.each<[unknown]>([
    [undefined],
    [[]],
    [{}],
    [{ values: [entry] }],
    [{ values: [entry], isLastPage: 'true' }],
    [{ values: {}, isLastPage: true }],
    [{ values: [{ name: 'ci' }], isLastPage: true }],
    [{ values: [{ id: '1' }], isLastPage: true }],
    [{ values: ['ci'], isLastPage: true }],
    [{ values: [], isLastPage: false }],
    [{ values: [], isLastPage: false, nextPageStart: null }],
    [{ values: [], isLastPage: false, nextPageStart: '100' }],
    [{ values: [], isLastPage: false, nextPageStart: 5 }],
    [{ values: [], isLastPage: false, nextPageStart: 5.5 }],
  ])('%j is none that begins at 5', (json) => {
    expect(parsePage(json, 5)).toBeUndefined()
  })
})

describe('an entry', () => {
  it('tells its name, when it was made, and when it was used last', () => {
    const entry = { id: '1', name: 'ci', createdDate: 1_780_000_000_000, lastAuthenticated: 1_790_000_000_000 }
    expect(readEntries([entry], undefined)).toEqual([
      { name: 'ci', createdAt: 1_780_000_000_000, lastAccessedAt: 1_790_000_000_000, expiresAt: 'never' },
    ])
  })

  const createdDate = Date.UTC(2026, 8, 4)
  const expiryOf = (more: object): unknown =>
    readEntries([{ id: '1', name: 'ci', createdDate, ...more }], undefined)[0]?.expiresAt

  it.each<[object, unknown]>([
    [{}, 'never'],
    [{ expiryDate: null, expiryDays: null }, 'never'],
    [{ expiryDate: 1_800_000_000_000 }, 1_800_000_000_000],
    [{ expiryDate: 1_800_000_000_000, expiryDays: 1 }, 1_800_000_000_000],
    [{ expiryDays: 90 }, createdDate + 90 * dayMs],
    [{ expiryDate: 8.64e15 }, 8.64e15],
    [{ expiryDate: 8.64e15 + 1 }, 'unreadable'],
    [{ expiryDate: 0 }, 'unreadable'],
    [{ expiryDate: '1800000000000' }, 'unreadable'],
    [{ expiryDate: '2027-01-01' }, 'unreadable'],
    [{ expiryDate: -1 }, 'unreadable'],
    [{ expiryDays: '90' }, 'unreadable'],
    [{ expiryDays: 0 }, 'unreadable'],
    [{ expiryDays: 1e300 }, 'unreadable'],
    [{ expiryDays: 90, createdDate: undefined }, 'unreadable'],
    [{ expiresOn: 1_800_000_000_000 }, 'unreadable'],
  ])('%j expires %j', (more, expiresAt) => {
    expect(expiryOf(more)).toBe(expiresAt)
  })

  it.each<[string, string[], string | undefined, (boolean | undefined)[]]>([
    ['is the one of the number in the token', ['161803398874', '271828182845'], '271828182845', [false, true]],
    ['is the one, whatever the others are', ['7', '271828182845'], '271828182845', [undefined, true]],
    ['is none, where all have numbers of that kind', ['161803398874'], '271828182845', [false]],
    ['may be the one, where they have others', ['7'], '271828182845', [undefined]],
    ['may be the one, where they have longer ones', ['1618033988745'], '271828182845', [undefined]],
    ['may be the one, where they have more than a number', ['x161803398874'], '271828182845', [undefined]],
    ['may be the one, where the token has no number', ['161803398874'], undefined, [undefined]],
  ])('%s', (_, ids, number, isOwn) => {
    const entries = readEntries(
      ids.map((id) => ({ id, name: 'ci' })),
      number,
    )
    expect(entries.map((entry) => entry.isOwn)).toEqual(isOwn)
  })
})
