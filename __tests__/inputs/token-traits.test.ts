import { describe, expect, it } from 'vitest'
import { authorizationOf } from '../../src/inputs/credentials.ts'
import { fingerprintOf } from '../../src/inputs/token-fingerprint.ts'
import { readTokenTraits } from '../../src/inputs/token-traits.ts'

const nowMs = Date.UTC(2026, 10, 1, 12)
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims: unknown, header: unknown = { alg: 'HS256', typ: 'JWT' }, signature = 'c2lnbmF0dXJl'): string =>
  `${part(header)}.${part(claims)}.${signature}`

describe('a JSON Web Token', () => {
  it.each<[string, string]>([
    ['with a signature', jwt({ sub: 'svc-ci' })],
    ['without one', jwt({ sub: 'svc-ci' }, { alg: 'none' }, '')],
  ])('is told by its form, %s', (_, token) => {
    expect(readTokenTraits(token, nowMs)).toEqual({ isJwt: true, jwtExpiredOn: undefined, cloudToken: undefined })
  })

  it.each<[string, string]>([
    ['a personal access token', 'NDc4NDkyNDg3ODE3OpyEeS2hPcLK0FfF4yZMrMxRYk1A'],
    ['nothing', ''],
    ['two parts', jwt({}).split('.').slice(0, 2).join('.')],
    ['four parts', `${jwt({})}.x`],
    ['a word before it', `Bearer ${jwt({})}`],
    ['a header without an algorithm', jwt({}, { typ: 'JWT' })],
    ['a header that is a text', jwt({}, 'alg')],
    ['claims that are a list', jwt([])],
    ['parts that are no JSON', 'abc.def.ghi'],
  ])('is not %s', (_, token) => {
    expect(readTokenTraits(token, nowMs)).toMatchObject({ isJwt: false, jwtExpiredOn: undefined })
  })

  it.each<[unknown, string | undefined]>([
    [nowMs / 1000 - 86_400, '2026-10-31'],
    [nowMs / 1000, '2026-11-01'],
    [nowMs / 1000 + 1, undefined],
    [-8.64e12, '-271821-04-20'],
    [-8.64e12 - 1, undefined],
    [1e300, undefined],
    [`${nowMs / 1000 - 86_400}`, undefined],
    [null, undefined],
  ])('with exp %j says that it expired on %s', (exp, expected) => {
    expect(readTokenTraits(jwt({ exp }), nowMs).jwtExpiredOn).toBe(expected)
  })
})

it.each<[string, string | undefined]>([
  ['ATATT3xFfGF0', 'ATATT…'],
  ['xATATT3xFfGF0', undefined],
])('%s begins as an API token of Cloud: %s', (token, expected) => {
  expect(readTokenTraits(token, nowMs).cloudToken).toBe(expected)
})

describe('credentials', () => {
  it('go as Bearer, or as Basic where there is a user name', () => {
    expect(authorizationOf({ scheme: 'Bearer', token: 'the-token' })).toBe('Bearer the-token')
    expect(authorizationOf({ scheme: 'Basic', username: 'svc-ci', token: 'the-token' })).toBe(
      'Basic c3ZjLWNpOnRoZS10b2tlbg==',
    )
  })

  it('are told apart by the first eight digits of a SHA-256', () => {
    expect(fingerprintOf('abc')).toBe('ba7816bf')
  })
})
