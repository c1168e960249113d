import { describe, expect, it } from 'vitest'
import { jira } from '../../src/products/jira/jira.ts'
import { type AdviceEvidence, advise } from '../../src/verdict/advice.ts'
import { EXPIRY_NOT_CHECKED, judgeExpiry } from '../../src/verdict/expiry.ts'
import type { ListedToken } from '../../src/verdict/listed-token.ts'
import type { PlaceAccess } from '../../src/verdict/permissions.ts'
import { dayMs, invisible, nowMs, tokenOf } from './asked-for.ts'

const user = 'CI Service (svc-ci)'

function adviceFor(tokens: readonly ListedToken[], changes: Partial<AdviceEvidence> = {}, tokenName = 'ci') {
  const expiry = judgeExpiry(
    tokens,
    { tokenName, fingerprint: () => '', expiryWarnDays: 14, expiryFailDays: undefined },
    nowMs,
  )
  return advise({ tokens, expiry, access: [], wanted: [], user, product: jira, ...changes }, nowMs)
}

const accessOf = (place: string, isAdministrator: boolean): PlaceAccess => ({
  gate: 'projects',
  place,
  permissions: { holdings: new Map(), global: new Set(), known: [], isAdministrator },
  statusCode: 200,
})

const advised = (code: string, facts: object) => ({ code, facts })

it('nothing is said where there is nothing to say', () => {
  expect(adviceFor([tokenOf('ci', 80)])).toEqual([])
  expect(
    advise({ tokens: [], expiry: EXPIRY_NOT_CHECKED, access: [], wanted: [], user, product: jira }, nowMs),
  ).toEqual([])
})

describe('a token that lives too long', () => {
  it('never expires', () => {
    expect(adviceFor([tokenOf('ci', 'never')])).toEqual([advised('never-expires', { tokenName: 'ci' })])
  })

  it('never expires, though it is not known which of several it is', () => {
    expect(adviceFor([tokenOf('a', 'never'), tokenOf('b', 'never')], {}, '')).toEqual([
      advised('never-expires', { tokenName: '' }),
    ])
  })

  it.each([
    ['a year', 365, false],
    ['a leap year', 366, false],
    ['a day more', 367, true],
  ])('lives for %s', (_, days, isLong) => {
    const token = tokenOf('ci', days - 10)
    expect(adviceFor([token])).toEqual(isLong ? [advised('long-lived', { tokenName: 'ci' })] : [])
  })

  it('is not blamed where it is not known since when it lives', () => {
    expect(adviceFor([tokenOf('ci', 1000, { createdAt: undefined })])).toEqual([])
  })

  it('is not blamed where it is not known which one it is', () => {
    expect(adviceFor([tokenOf('a', 1000), tokenOf('b', 1000)], {}, '')).toEqual([])
  })
})

describe('other tokens of the account', () => {
  const ci = tokenOf('ci', 80)
  const unusedFor = (days: number) => ({ lastAccessedAt: nowMs - days * dayMs })

  it('that have expired', () => {
    expect(adviceFor([ci, tokenOf('old', -3), tokenOf('older', -40)])).toEqual([
      advised('expired-tokens', { tokenName: '“old”, “older”' }),
    ])
  })

  it.each([
    [90, false],
    [90.01, true],
  ])('that nobody has used for %d days', (days, isUnused) => {
    expect(adviceFor([ci, tokenOf('nightly', 80, unusedFor(days))])).toEqual(
      isUnused ? [advised('unused-tokens', { tokenName: '“nightly”' })] : [],
    )
  })

  it('that nobody has ever used since they were created', () => {
    const never = { lastAccessedAt: undefined, createdAt: nowMs - 91 * dayMs }
    expect(adviceFor([ci, tokenOf('nightly', 80, never), tokenOf('a', 'never', unusedFor(100))])).toEqual([
      advised('unused-tokens', { tokenName: '“nightly”, “a”' }),
    ])
  })

  it('of which nothing is known', () => {
    const unknown = { lastAccessedAt: undefined, createdAt: undefined }
    expect(adviceFor([ci, tokenOf('nightly', 80, unknown)])).toEqual([])
  })

  it('that have expired are not called unused too', () => {
    expect(adviceFor([ci, tokenOf('old', -3, unusedFor(100))])).toEqual([
      advised('expired-tokens', { tokenName: '“old”' }),
    ])
  })

  it('are not the one that was sent, however seldom that is used', () => {
    expect(adviceFor([tokenOf('ci', 80, unusedFor(100))])).toEqual([])
    expect(adviceFor([tokenOf('ci', -3)])).toEqual([])
  })

  it('may be the one that was sent, where that is not known: then no one is called unused', () => {
    const tokens = [tokenOf('a', 80, unusedFor(100)), tokenOf('b', 80), tokenOf('old', -3)]
    expect(adviceFor(tokens, {}, '')).toEqual([advised('expired-tokens', { tokenName: '“old”' })])
  })
})

describe('a user with global administration rights', () => {
  const ci = [tokenOf('ci', 80)]

  it('is told', () => {
    const access = [invisible('HR'), accessOf('WEB', false), accessOf('OPS', true)]
    expect(adviceFor(ci, { access, wanted: ['BROWSE_PROJECTS'] })).toEqual([advised('administrator', { user })])
  })

  it('is not invented', () => {
    expect(adviceFor(ci, { access: [invisible('HR'), accessOf('WEB', false)], wanted: ['BROWSE_PROJECTS'] })).toEqual(
      [],
    )
  })

  it.each(['ADMINISTER', 'SYSTEM_ADMIN'])('is what was wanted, where %s was asked for', (permission) => {
    expect(adviceFor(ci, { access: [accessOf('OPS', true)], wanted: ['BROWSE_PROJECTS', permission] })).toEqual([])
  })
})

it('all of it at once, in this order', () => {
  const tokens = [
    tokenOf('ci', 'never'),
    tokenOf('old', -3),
    tokenOf('nightly', 80, { lastAccessedAt: nowMs - 100 * dayMs }),
  ]
  expect(adviceFor(tokens, { access: [accessOf('OPS', true)] }).map(({ code }) => code)).toEqual([
    'never-expires',
    'expired-tokens',
    'unused-tokens',
    'administrator',
  ])
})
