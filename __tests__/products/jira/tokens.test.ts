import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { jira } from '../../../src/products/jira/jira.ts'
import { parseDate, parseTokens, TOKENS_PATH, tokenPageOf } from '../../../src/products/jira/tokens.ts'
import { diagnoseAnswer } from '../../../src/verdict/diagnose-answer.ts'
import type { AskOne } from '../../../src/verdict/product.ts'
import { bearerRejected } from '../../support/answers.ts'
import type { Reply } from '../../support/reply.ts'
import { answered, question } from '../../verdict/answered.ts'
import { identityOf } from '../../verdict/asked-for.ts'

it('are asked for at the resource of the account', () => {
  expect(TOKENS_PATH).toBe('/rest/pat/latest/tokens')
})

describe('the list of tokens', () => {
  const list = (reply: Reply) => {
    const asked: object[] = []
    const ask: AskOne = async ({ path, what, stage, read }) => {
      asked.push({ path, what, stage })
      const answer = answered(reply)
      return read(diagnoseAnswer(answer, { ...question, path }, 0), answer)
    }
    return jira.listTokens(ask, identityOf({}), '').then((found) => ({ found, asked }))
  }

  it('is one question', async () => {
    const { found, asked } = await list({ body: [{ id: 58, name: 'ci' }] })
    expect(asked).toEqual([{ path: '/rest/pat/latest/tokens', what: 'the expiry', stage: 'expiry' }])
    expect(found).toMatchObject([{ id: 58, name: 'ci' }])
  })

  it.each<[string, Reply]>([
    ['invalid-json', { body: { tokens: [] } }],
    ['token-rejected', bearerRejected],
  ])('is none, but %s: %j', async (reason, reply) => {
    expect((await list(reply)).found).toMatchObject({ reason })
  })

  it('as Jira sends it', () => {
    const list = [
      {
        id: 58,
        name: ' ci ',
        createdAt: '2026-09-04T22:35:14.728+00:00',
        lastAccessedAt: '2026-09-04T22:55:16.025+00:00',
        expiringAt: '2026-12-03T22:35:14.728+00:00',
      },
      {
        id: 59,
        name: 'nightly',
        createdAt: '2026-09-04T22:35:14.728+00:00',
        expiringAt: '9999-12-31T23:59:59.000+00:00',
      },
    ]
    expect(parseTokens(list)).toEqual([
      {
        id: 58,
        name: 'ci',
        createdAt: Date.UTC(2026, 8, 4, 22, 35, 14, 728),
        lastAccessedAt: Date.UTC(2026, 8, 4, 22, 55, 16, 25),
        expiresAt: Date.UTC(2026, 11, 3, 22, 35, 14, 728),
      },
      {
        id: 59,
        name: 'nightly',
        createdAt: Date.UTC(2026, 8, 4, 22, 35, 14, 728),
        lastAccessedAt: undefined,
        expiresAt: 'never',
      },
    ])
  })

  it('may be empty', () => {
    expect(parseTokens([])).toEqual([])
  })

  it('may have entries of which little is known', () => {
    expect(parseTokens([{ id: 58, name: 'ci' }])).toEqual([
      { id: 58, name: 'ci', createdAt: undefined, lastAccessedAt: undefined, expiresAt: 'never' },
    ])
  })

  it.each<[unknown]>([['58'], [0], [-1], [5.5], [2 ** 53], [null]])('may have an id that cannot be used: %j', (id) => {
    expect(parseTokens([{ id, name: 'ci' }])).toEqual([expect.not.objectContaining({ id })])
  })

  it.each<[unknown, number | 'never' | 'unreadable']>([
    ['2026-12-03T22:35:14.728+00:00', Date.UTC(2026, 11, 3, 22, 35, 14, 728)],
    [undefined, 'never'],
    [null, 'never'],
    ['', 'unreadable'],
    ['9999-12-31T00:00:00.000+00:00', 'never'],
    ['9999-01-01T00:00:00.000+00:00', 'never'],
    ['9998-12-31T23:59:59.999+00:00', Date.UTC(9998, 11, 31, 23, 59, 59, 999)],
    ['9998-12-31T23:59:59.999-01:00', 'never'],
    ['soon', 'unreadable'],
    [' ', 'unreadable'],
    [1795348800000, 'unreadable'],
    [0, 'unreadable'],
    [false, 'unreadable'],
    [{}, 'unreadable'],
  ])('expiringAt %j: %j', (expiringAt, expiresAt) => {
    expect(parseTokens([{ name: 'ci', expiringAt }])).toMatchObject([{ expiresAt }])
  })

  it('a date of another name cannot be read', () => {
    expect(parseTokens([{ id: 58, name: 'ci', expiresAt: '2026-12-03' }])).toMatchObject([{ expiresAt: 'unreadable' }])
  })

  it('a date of use that cannot be read is not known', () => {
    expect(parseTokens([{ name: 'ci', lastAccessedAt: 'yesterday', createdAt: 5 }])).toMatchObject([
      { lastAccessedAt: undefined, createdAt: undefined },
    ])
  })

  it.each<[string, unknown]>([
    ['null', null],
    ['nothing', undefined],
    ['an object', { tokens: [] }],
    ['a text', '[]'],
    ['a list with null in it', [{ id: 58, name: 'ci' }, null]],
    ['a list of something else', [{}]],
    ['a list of errors', [{ error: 'no' }]],
    ['a list of names', [{ name: 'jira', status: 'up' }]],
    ['a list of numbers', [{ id: 58 }]],
    [
      'a list in which one is no token',
      [
        { id: 58, name: 'ci' },
        { id: 59, name: ' ' },
      ],
    ],
    ['a list of texts', ['ci']],
    ['a list of lists', [[]]],
    ['more tokens than any account has', Array.from({ length: 1001 }, () => ({ id: 1, name: 'ci' }))],
  ])('%s is none', (_, json) => {
    expect(parseTokens(json)).toBeUndefined()
  })

  it('may be long', () => {
    expect(parseTokens(Array.from({ length: 1000 }, () => ({ id: 1, name: 'ci' })))).toHaveLength(1000)
  })
})

describe('a date', () => {
  it.each([
    ['2026-12-03T22:35:14.728+00:00', Date.UTC(2026, 11, 3, 22, 35, 14, 728)],
    ['2026-12-03T22:35:14.728+0000', Date.UTC(2026, 11, 3, 22, 35, 14, 728)],
    ['2026-12-03T22:35:14.728Z', Date.UTC(2026, 11, 3, 22, 35, 14, 728)],
    ['2026-12-03T22:35:14.728', Date.UTC(2026, 11, 3, 22, 35, 14, 728)],
    ['2026-12-03T22:35:14.728123456Z', Date.UTC(2026, 11, 3, 22, 35, 14, 728)],
    ['2026-12-03T22:35:14.7+02:00', Date.UTC(2026, 11, 3, 20, 35, 14, 700)],
    ['2026-12-03T22:35:14-0530', Date.UTC(2026, 11, 4, 4, 5, 14)],
    ['2026-12-03T22:35+05:30', Date.UTC(2026, 11, 3, 17, 5)],
    ['2026-12-03T22:35Z', Date.UTC(2026, 11, 3, 22, 35)],
    ['2026-12-03', Date.UTC(2026, 11, 3)],
    ['2028-02-29', Date.UTC(2028, 1, 29)],
    ['1970-01-01T00:00:00Z', 0],
    ['1969-12-31T23:59:59Z', -1000],
  ])('%s', (text, ms) => {
    expect(parseDate(text)).toBe(ms)
  })

  // A worker thread keeps the zone of its process: there this says no more than the rows above.
  it('without an offset is one of UTC, wherever the machine stands', () => {
    vi.stubEnv('TZ', 'America/New_York')
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(parseDate('2026-12-03T22:35:14')).toBe(Date.UTC(2026, 11, 3, 22, 35, 14))
    expect(parseDate('2026-12-03')).toBe(Date.UTC(2026, 11, 3))
  })

  it.each<[unknown]>([
    ['2026-02-30T00:00:00Z'],
    ['2026-02-29'],
    ['2026-13-01'],
    ['2026-00-01'],
    ['2026-12-32'],
    ['2026-12-00'],
    ['2026-12-03T25:00:00Z'],
    ['2026-12-03T22:61:00Z'],
    ['2026-12-03T22:35:61Z'],
    ['2026-12-03T22:35:14.Z'],
    ['2026-12-03T22:35:14.7281234567Z'],
    ['2026-12-03T22Z'],
    ['2026-12-03 22:35:14Z'],
    ['2026-12-03Z'],
    ['2026-12-03T22:35:14+00'],
    ['2026-12-03T22:35:14+00:0'],
    ['2026-12-03T22:35:14UTC'],
    ['2026-12-3'],
    ['26-12-03'],
    ['12026-12-03'],
    [' 2026-12-03'],
    ['2026-12-03 '],
    ['2026-12-03T22:35:14z'],
    ['Thu, 03 Dec 2026 22:35:14 GMT'],
    ['1795348800000'],
    ['tomorrow'],
    [''],
    [1795348800000],
    [null],
    [undefined],
    [['2026-12-03']],
  ])('%j is none', (value) => {
    expect(parseDate(value)).toBeUndefined()
  })
})

it('the page of the tokens is below the base URL', () => {
  expect(tokenPageOf('https://jira.example.com/jira')).toBe(
    'https://jira.example.com/jira/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens',
  )
})
