import { describe, expect, it } from 'vitest'
import type { Inputs } from '../../src/inputs/inputs.ts'
import { EXPIRY_NOT_CHECKED, judgeExpiry, unknownExpiry } from '../../src/verdict/expiry.ts'
import type { ListedToken } from '../../src/verdict/listed-token.ts'
import { noteExpiry, notePermissions } from '../../src/verdict/notes.ts'
import { inputsOf, nowMs, tokenOf } from './asked-for.ts'

const user = 'CI Service (svc-ci)'
const context = { user, words: { product: 'Jira' }, tokenPage: 'https://jira.example.com/tokens', isRefusal: false }

function note(tokens: readonly ListedToken[], changes: Partial<Inputs> = {}, isRefusal = false) {
  const inputs = inputsOf(changes)
  return noteExpiry(judgeExpiry(tokens, { ...inputs, fingerprint: () => '' }, nowMs), inputs, { ...context, isRefusal })
}

describe('a token that can be told', () => {
  it('is a line in the log while all is well', () => {
    expect(note([tokenOf('ci', 80)])).toEqual([
      {
        code: 'expiry-ok',
        isWarning: false,
        facts: { tokenName: 'ci', expiry: 'expires on 2027-02-10 (80 days left)' },
      },
    ])
  })

  it('is a warning within expiry-warn-days', () => {
    expect(note([tokenOf('ci', 14)], { tokenName: 'ci' })).toEqual([
      {
        code: 'expiry-near',
        isWarning: true,
        facts: {
          user,
          tokenName: 'ci',
          givenTokenName: 'ci',
          expiry: 'expires on 2026-12-06 (14 days left)',
          tokenPage: context.tokenPage,
        },
      },
    ])
  })

  it('is a warning within expiry-fail-days, where another gate refuses', () => {
    expect(note([tokenOf('ci', 20)], { expiryFailDays: 30 })).toMatchObject([{ code: 'expiry-near', isWarning: true }])
  })

  it('is not mentioned again where its expiry is the verdict', () => {
    expect(note([tokenOf('ci', 3)], { expiryFailDays: 7 }, true)).toEqual([])
    expect(note([tokenOf('ci', -3)], { tokenName: 'ci', expiryFailDays: 7 }, true)).toEqual([])
  })

  it('is a warning when it has expired', () => {
    expect(note([tokenOf('ci', -3)], { tokenName: 'ci' })).toEqual([
      {
        code: 'expiry-past',
        isWarning: true,
        facts: { user, tokenName: 'ci', expiry: 'expired on 2026-11-19 (2 days ago)', tokenPage: context.tokenPage },
      },
    ])
  })

  it('is a line in the log when it never expires', () => {
    expect(note([tokenOf('ci', 'never')])).toEqual([
      {
        code: 'expiry-never',
        isWarning: false,
        facts: { tokenName: 'ci' },
      },
    ])
  })
})

describe('several tokens', () => {
  const tokens = (daysLeft: number) => [tokenOf('ci', daysLeft), tokenOf('other', 90)]

  it.each<[string, number, Partial<Inputs>, boolean]>([
    ['far away: a line', 80, {}, false],
    ['within expiry-warn-days: a warning', 14, {}, true],
    ['within expiry-fail-days alone: a warning', 20, { expiryFailDays: 30 }, true],
    ['beyond both: a line', 40, { expiryFailDays: 30 }, false],
  ])('%s', (_, daysLeft, inputs, isRisk) => {
    const code = isRisk ? 'expiry-ambiguous-near' : 'expiry-ambiguous'
    expect(note(tokens(daysLeft), inputs)).toMatchObject([
      { code, isWarning: isRisk, facts: { user, tokenName: 'ci' } },
    ])
  })
})

describe('an expiry that is not known', () => {
  const unknown = unknownExpiry('the account lists no live token')

  it.each<[string, Partial<Inputs>, boolean]>([
    ['is a line in the log', {}, false],
    ['is a warning for who names the token', { tokenName: 'ci' }, true],
    ['is a warning for who sets expiry-fail-days', { expiryFailDays: 7 }, true],
    ['is a warning for who sets them to 0', { expiryFailDays: 0 }, true],
  ])('%s', (_, inputs, isWarning) => {
    expect(noteExpiry(unknown, inputsOf(inputs), context)).toMatchObject([
      { code: 'expiry-unknown', isWarning, facts: { problem: 'the account lists no live token' } },
    ])
  })

  it('is put down to what stands in front, where that keeps the list back', () => {
    const blocker = { operator: 'the operators of jira.example.com', path: '/rest/pat/latest/tokens' }
    const inputs = inputsOf({ tokenName: 'ci' })
    expect(noteExpiry(unknownExpiry('it is blocked', blocker), inputs, context)).toMatchObject([
      { facts: { ...blocker, givenTokenName: undefined } },
    ])
    expect(noteExpiry(unknown, inputs, context)).toMatchObject([
      { facts: { problem: 'the account lists no live token', givenTokenName: 'ci' } },
    ])
  })
})

describe('an expiry that was not asked', () => {
  it('is nothing to speak of', () => {
    expect(noteExpiry(EXPIRY_NOT_CHECKED, inputsOf({ checkExpiry: false }), context)).toEqual([])
  })

  it('is nothing to speak of where something else went wrong before', () => {
    expect(noteExpiry(EXPIRY_NOT_CHECKED, inputsOf({ checkExpiry: true, expiryFailDays: 7 }), context)).toEqual([])
  })
})

describe('the permissions', () => {
  const held = (permission: string, place?: string) => ({ place, permission, holding: 'held' }) as const

  it.each([
    ['one in one project', [held('A', 'OPS')], ['A in OPS']],
    ['one in two projects', [held('A', 'OPS'), held('A', 'WEB')], ['A in OPS, WEB']],
    [
      'two in two projects',
      [held('A', 'OPS'), held('B', 'OPS'), held('A', 'WEB'), held('B', 'WEB')],
      ['A in OPS, WEB', 'B in OPS, WEB'],
    ],
    ['global ones', [held('A'), held('B')], ['A', 'B']],
  ])('are a line in the log where all are held: %s', (_, asked, words) => {
    expect(notePermissions(asked, user)).toEqual([
      { code: 'permissions-held', isWarning: false, facts: { user, held: words } },
    ])
  })

  it.each(['missing', 'unknown'] as const)('are nothing to boast of where one is %s', (holding) => {
    expect(notePermissions([held('A', 'OPS'), { place: 'WEB', permission: 'A', holding }], user)).toEqual([])
  })

  it('are nothing to speak of where none was asked for', () => {
    expect(notePermissions([], user)).toEqual([])
  })
})

it.each([
  ['has several tokens, and Jira does not say which one was sent', [tokenOf('a', 70), tokenOf('b', 80)]],
  ['has no token in the list with the number of the one that was sent', [tokenOf('a', 70, { isOwn: false })]],
])('a doubt is told with its cause: %s', (doubt, tokens) => {
  expect(JSON.stringify(note(tokens))).toContain(doubt)
})
