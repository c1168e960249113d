import { describe, expect, it } from 'vitest'
import {
  EXPIRY_NOT_CHECKED,
  type Expiry,
  type ExpiryThresholds,
  isLive,
  judgeExpiry,
  unknownExpiry,
} from '../../src/verdict/expiry.ts'
import type { ListedToken } from '../../src/verdict/listed-token.ts'
import { dayMs, nowMs, tokenOf } from './asked-for.ts'

const judge = (tokens: readonly ListedToken[], thresholds: Partial<ExpiryThresholds> = {}): Expiry =>
  judgeExpiry(
    tokens,
    { tokenName: '', fingerprint: () => '', expiryWarnDays: 14, expiryFailDays: undefined, ...thresholds },
    nowMs,
  )

const minute = 1 / (24 * 60)
const second = minute / 60

describe('the only live token is the one that was sent', () => {
  it('and all of it is told', () => {
    const token = tokenOf('ci', 80.5)
    expect(judge([token])).toEqual({
      status: 'ok',
      tokenName: 'ci',
      expiresAt: nowMs + 80.5 * dayMs,
      daysLeft: 80,
      warns: false,
      fails: false,
      token,
      problem: undefined,
    })
  })

  it('though expired ones stay listed for a while', () => {
    expect(judge([tokenOf('old', -3), tokenOf('ci', 80), tokenOf('older', -40)])).toMatchObject({
      status: 'ok',
      tokenName: 'ci',
    })
  })

  it('though it may never expire', () => {
    const token = tokenOf('ci', 'never')
    expect(judge([tokenOf('old', -3), token])).toEqual({
      status: 'never',
      tokenName: 'ci',
      expiresAt: undefined,
      daysLeft: undefined,
      warns: false,
      fails: false,
      token,
      problem: undefined,
    })
  })
})

describe('thresholds, to the second: within N days is N times 24 hours', () => {
  it.each([
    // days left, warn, fail → status, warns, fails, whole days
    [15, 14, undefined, 'ok', false, false, 15],
    [14 + second, 14, undefined, 'ok', false, false, 14],
    [14, 14, undefined, 'expiring', true, false, 14],
    [14 - second, 14, undefined, 'expiring', true, false, 13],
    [1, 14, undefined, 'expiring', true, false, 1],
    [1 - second, 14, undefined, 'expiring', true, false, 0],
    [second, 14, undefined, 'expiring', true, false, 0],
    [second, 0, undefined, 'ok', false, false, 0],
    [0, 0, undefined, 'expired', true, false, 0],
    [14, 14, 7, 'expiring', true, false, 14],
    [7 + second, 14, 7, 'expiring', true, false, 7],
    [7, 14, 7, 'expiring', true, true, 7],
    [7 - second, 14, 7, 'expiring', true, true, 6],
    [second, 14, 0, 'expiring', true, false, 0],
    [20, 14, 30, 'expiring', false, true, 20],
    [30 + second, 14, 30, 'ok', false, false, 30],
  ] as const)('%d days left, warn within %j, fail within %j', (daysLeft, warn, fail, status, warns, fails, whole) => {
    const expiry = judge([tokenOf('ci', daysLeft)], {
      tokenName: 'ci',
      fingerprint: () => '',
      expiryWarnDays: warn,
      expiryFailDays: fail,
    })
    expect(expiry).toMatchObject({ status, warns, fails, daysLeft: whole })
  })

  it.each([
    [0, true, 0],
    [-second, true, -1],
    [-1, true, -1],
    [-1 - second, true, -2],
    [-30, true, -30],
  ])('a named token %d days after its end has expired', (daysLeft, fails, whole) => {
    const expiry = judge([tokenOf('ci', daysLeft)], { tokenName: 'ci', expiryFailDays: 0 })
    expect(expiry).toMatchObject({ status: 'expired', warns: true, fails, daysLeft: whole })
  })
})

describe('token-name decides', () => {
  const tokens = [tokenOf('ci', 80), tokenOf('nightly', 3), tokenOf('old', -3), tokenOf('ever', 'never')]

  it.each([
    ['ci', 'ok', 80],
    ['nightly', 'expiring', 3],
    ['old', 'expired', -3],
    ['ever', 'never', undefined],
  ])('%s: %s', (tokenName, status, daysLeft) => {
    const token = tokens.find(({ name }) => name === tokenName)
    expect(judge(tokens, { tokenName })).toMatchObject({ status, tokenName, daysLeft, token })
  })

  it('one that lives before one of the same name that has expired', () => {
    const renewed = [tokenOf('ci', -3), tokenOf('ci', 80)]
    expect(judge(renewed, { tokenName: 'ci' })).toMatchObject({ status: 'ok', daysLeft: 80, token: renewed[1] })
  })

  it.each(['CI', 'c', 'ci '])('a name that is not there (%j) leaves it unknown', (tokenName) => {
    expect(judge(tokens, { tokenName })).toEqual(
      unknownExpiry(`the account has no token named “${tokenName}” (correct <token-name>)`),
    )
  })
})

describe('token-name: PREFIX-* is a family of rotated tokens', () => {
  const created = (daysOld: number) => ({ createdAt: nowMs - daysOld * dayMs })
  const older = tokenOf('release-261001-11111111-a1b2', 5, created(60))
  const newer = tokenOf('release-261101-22222222-a1b2', 60, created(20))

  it('of which the newest was sent', () => {
    expect(judge([older, newer], { tokenName: 'release-*' })).toMatchObject({ status: 'ok', token: newer })
  })

  it('of which the one before the newest was sent, where the newest names it', () => {
    const thresholds = { tokenName: 'release-*', fingerprint: () => '22222222' }
    expect(judge([older, newer], thresholds)).toMatchObject({ status: 'expiring', token: older })
  })

  it('of which one that has expired counts no more', () => {
    const expired = tokenOf('release-261110-33333333-a1b2', -1, created(10))
    expect(judge([newer, expired], { tokenName: 'release-*' })).toMatchObject({ status: 'ok', token: newer })
  })

  it('where a younger one by hand leaves it in doubt, and the earlier end is the risk', () => {
    const byHand = tokenOf('by hand', 3, created(1))
    const expiry = judge([newer, byHand], { tokenName: 'release-*' })
    expect(expiry).toMatchObject({ status: 'ambiguous', tokenName: 'by hand', daysLeft: 3, warns: true })
  })

  it('but a token of just that name wins', () => {
    const literal = tokenOf('release-*', 90)
    expect(judge([older, newer, literal], { tokenName: 'release-*' })).toMatchObject({ status: 'ok', token: literal })
  })

  it('of which none is there, and several others', () => {
    const tokens = [tokenOf('a', 5), tokenOf('b', 60)]
    expect(judge(tokens, { tokenName: 'release-*' })).toMatchObject({ status: 'unknown' })
  })
})

it('what may be one of several warns as soon as one of them does, each by its own days', () => {
  const warnDaysOf = ({ name }: ListedToken): number => (name === 'long' ? 12 : 3)
  const tokens = [tokenOf('short', 10), tokenOf('long', 11)]
  expect(judge(tokens, { warnDaysOf })).toMatchObject({ status: 'ambiguous', tokenName: 'short', warns: true })
  expect(judge([tokenOf('short', 10), tokenOf('long', 13)], { warnDaysOf })).toMatchObject({ warns: false })
})

describe('several live tokens are ambiguous', () => {
  it('and the first to expire is the risk', () => {
    const tokens = [tokenOf('ci', 80), tokenOf('nightly', 3), tokenOf('old', -3), tokenOf('ever', 'never')]
    expect(judge(tokens, { expiryFailDays: 7 })).toEqual({
      status: 'ambiguous',
      tokenName: 'nightly',
      expiresAt: nowMs + 3 * dayMs,
      daysLeft: 3,
      warns: true,
      fails: true,
      token: undefined,
      problem: undefined,
    })
  })

  it('though the risk may be far away', () => {
    expect(judge([tokenOf('ci', 80), tokenOf('nightly', 90)])).toMatchObject({
      status: 'ambiguous',
      tokenName: 'ci',
      warns: false,
      fails: false,
    })
  })

  it('but never expire where all of them never do', () => {
    expect(judge([tokenOf('a', 'never'), tokenOf('b', 'never')])).toEqual({
      status: 'never',
      tokenName: '',
      expiresAt: undefined,
      daysLeft: undefined,
      warns: false,
      fails: false,
      token: undefined,
      problem: undefined,
    })
  })

  it('and stay so where two have the name that is asked for', () => {
    expect(judge([tokenOf('ci', 80), tokenOf('ci', 3)], { tokenName: 'ci' })).toMatchObject({
      status: 'ambiguous',
      daysLeft: 3,
    })
  })
})

describe('what cannot be known is not guessed', () => {
  it.each([
    ['no token at all', [], 'the account lists no live token'],
    ['no live token', [tokenOf('old', -3)], 'the account lists no live token'],
    ['a token that expires this very moment', [tokenOf('ci', 0)], 'the account lists no live token'],
    ['a date that cannot be read', [tokenOf('ci', 'unreadable')], 'a date in the list of tokens cannot be read'],
    [
      'a date among others that cannot be read',
      [tokenOf('ci', 80), tokenOf('x', 'unreadable')],
      'a date in the list of tokens cannot be read',
    ],
  ])('%s', (_, tokens, problem) => {
    expect(judge(tokens)).toEqual({
      status: 'unknown',
      tokenName: '',
      expiresAt: undefined,
      daysLeft: undefined,
      warns: false,
      fails: false,
      token: undefined,
      problem,
    })
  })

  it('a date that cannot be read does not matter where another token is named', () => {
    expect(judge([tokenOf('ci', 80), tokenOf('x', 'unreadable')], { tokenName: 'ci' })).toMatchObject({ status: 'ok' })
  })
})

it('nothing is known where nothing was asked', () => {
  expect(EXPIRY_NOT_CHECKED).toEqual({
    status: 'not-checked',
    tokenName: '',
    expiresAt: undefined,
    daysLeft: undefined,
    warns: false,
    fails: false,
    token: undefined,
    problem: undefined,
  })
})

it.each([
  [1, true],
  [second, true],
  [0, false],
  [-1, false],
  ['never', true],
  ['unreadable', true],
] as const)('a token with %j days left is live: %j', (daysLeft, live) => {
  expect(isLive(tokenOf('ci', daysLeft), nowMs)).toBe(live)
})

describe('where the list tells by its numbers which token was sent', () => {
  const own = { isOwn: true }
  const other = { isOwn: false }

  it('that one is the one, whatever its name and the others are', () => {
    const tokens = [tokenOf('old', 5, other), tokenOf('ci', 80, own), tokenOf('new', 90)]
    for (const tokenName of ['', 'old', 'none'])
      expect(judge(tokens, { tokenName })).toMatchObject({ status: 'ok', tokenName: 'ci', daysLeft: 80 })
  })

  it('that one is none where it has expired, as it cannot be', () => {
    expect(judge([tokenOf('ci', -1, own), tokenOf('new', 80)])).toMatchObject({ status: 'ok', tokenName: 'new' })
  })

  it('none is the one where all have numbers and none has its own, be it a single one', () => {
    expect(judge([tokenOf('ci', 80, other)])).toMatchObject({ status: 'ambiguous', tokenName: 'ci', isUnlisted: true })
    expect(judge([tokenOf('ci', 80, other)]).token).toBeUndefined()
    expect(judge([tokenOf('ci', 'never', other)])).toEqual({ ...judge([tokenOf('a', 'never'), tokenOf('b', 'never')]) })
  })

  it('it may be any where not all have such numbers', () => {
    const judged = judge([tokenOf('a', 80, other), tokenOf('b', 70)])
    expect(judged).toMatchObject({ status: 'ambiguous', tokenName: 'b' })
    expect(judged).not.toHaveProperty('isUnlisted')
  })

  it('a name that was given decides all the same', () => {
    const judged = judge([tokenOf('ci', 80, other)], { tokenName: 'ci' })
    expect(judged).toMatchObject({ status: 'ok', tokenName: 'ci' })
    expect(judged).not.toHaveProperty('isUnlisted')
  })
})

it('says why no token of a family can be told', () => {
  const successor = tokenOf('ci-261101-0badcafe-a1b2', 60)
  expect(judge([successor], { tokenName: 'ci-*', fingerprint: () => '0badcafe' })).toMatchObject({
    status: 'unknown',
    problem: 'no token of the account can be told to be the one of “ci-*” that was sent',
  })
})
