import { describe, expect, it } from 'vitest'
import { finding } from '../../../src/catalogue/finding.ts'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import { jira } from '../../../src/products/jira/jira.ts'
import { createRedactor } from '../../../src/report/redact.ts'
import { judgeExpiry, unknownExpiry } from '../../../src/verdict/expiry.ts'
import { type Evidence, judge, NO_EVIDENCE } from '../../../src/verdict/judge.ts'
import type { ListedToken } from '../../../src/verdict/listed-token.ts'
import type { Entry } from '../../../src/watch/entry.ts'
import { type Described, describeToken, warnsByRotation } from '../../../src/watch/sweep/describe-token.ts'
import { unaskedInTime, unaskedLike } from '../../../src/watch/sweep/unasked.ts'
import { unfinished } from '../../../src/watch/sweep/unfinished.ts'
import type { WatchedToken } from '../../../src/watch/watched-token.ts'
import { createHandMovedClock } from '../../support/clock.ts'
import { dayMs, identityOf, inputsOf, nowMs, tokenOf } from '../../verdict/asked-for.ts'
import { entryOf } from './entry-of.ts'

const redactor = createRedactor(['open-sesame'])

interface Given {
  evidence?: Partial<Evidence>
  inputs?: Partial<Inputs>
  entry?: Partial<Entry>
  described?: Partial<Described>
}

/** What is said of a token of a user whom Jira has named. */
function describeGiven({ evidence = {}, inputs: changes = {}, entry = {}, described = {} }: Given = {}): WatchedToken {
  const inputs = inputsOf({ baseUrl: 'https://jira.example.com', ...changes })
  const { tokens = [] } = evidence
  const expiry =
    tokens.length === 0 ? NO_EVIDENCE.expiry : judgeExpiry(tokens, { ...inputs, fingerprint: () => '' }, nowMs)
  const verdict = judge(inputs, { ...NO_EVIDENCE, identity: identityOf(), expiry, ...evidence }, jira, nowMs)
  return describeToken(entryOf('CI', {}, entry), verdict, redactor, {
    asked: true,
    unaskedBecause: null,
    tokenName: inputs.tokenName,
    requests: 2,
    durationMs: 80,
    nowMs,
    ...described,
  })
}

/** A rotated token of ninety days. */
const rotated = (daysLeft: number, changes: Partial<ListedToken> = {}): ListedToken =>
  tokenOf('ci-260101-1a2b3c4d-x7yz', daysLeft, { createdAt: nowMs - (90 - daysLeft) * dayMs, ...changes })

describe('what is said of an entry', () => {
  it('is what the list says of it, without any secret', () => {
    const entry = { secret: 'CI', owner: 'Jane open-sesame', usedBy: 'build of open-sesame' }
    expect(describeGiven({ entry })).toMatchObject({ secret: 'CI', owner: 'Jane ***', usedBy: 'build of ***' })
  })

  it.each([
    ['usable, and nothing warns', {}, 'Jira accepts the token'],
    ['that expires soon', { evidence: { tokens: [tokenOf('ci', 5)] } }, 'The Jira token expires soon'],
    [
      'too soon to be usable: then that is said',
      { evidence: { tokens: [tokenOf('ci', 5)] }, inputs: { expiryFailDays: 7 } },
      'The Jira token expires too soon',
    ],
  ])('has a title for a token %s', (_, given, title) => {
    expect(describeGiven(given)).toMatchObject({ title })
  })

  it('is what it is refused for, though it expires soon besides', () => {
    const evidence = { identity: identityOf({ active: false }), tokens: [tokenOf('ci', 5)] }
    const token = describeGiven({ evidence })
    expect(token).toMatchObject({ result: 'refused', reason: 'user-inactive', expiryState: 'expiring' })
    expect(token.title).not.toContain('expires')
  })

  it('of one that expires soon is that it is good today, and what to do', () => {
    const { message, steps } = describeGiven({ evidence: { tokens: [tokenOf('ci', 5)] } })
    expect(message).toBe(
      'Jira at https://jira.example.com accepts the token: it belongs to CI Service (svc-ci). The token “ci” of CI Service (svc-ci) expires on 2026-11-27 (5 days left).',
    )
    expect(steps[0]).toMatch(/^Create a new token in Jira: /)
  })
})

describe('what of the expiry needs care', () => {
  const tokens = [tokenOf('one', 5), tokenOf('two', 80)]
  const unknown = unknownExpiry('the list cannot be read')

  it.each([
    ['nothing, where it is far away', { evidence: { tokens: [tokenOf('ci', 80)] } }, null],
    ['expiring', { evidence: { tokens: [tokenOf('ci', 5)] } }, 'expiring'],
    ['expired', { evidence: { tokens: [tokenOf('ci', -5)] }, inputs: { tokenName: 'ci' } }, 'expired'],
    ['ambiguous, where the first is near', { evidence: { tokens } }, 'ambiguous'],
    ['nothing, where the first of several is far away', { evidence: { tokens }, inputs: { expiryWarnDays: 3 } }, null],
    [
      'that a name was given, and it is not known',
      { evidence: { expiry: unknown }, inputs: { tokenName: 'ci' } },
      'expiry-unknown',
    ],
    ['nothing, where no name was given', { evidence: { expiry: unknown } }, null],
  ])('%s', (_, given, expiryState) => {
    expect(describeGiven(given)).toMatchObject({ expiryState })
  })
})

describe('a rotated token', () => {
  const inputs = { tokenName: 'ci-*', expiryWarnDays: 12 }

  it('that should have been replaced by now is told with the way out', () => {
    const token = describeGiven({ evidence: { tokens: [rotated(5)] }, inputs })
    expect(token).toMatchObject({ expiryState: 'expiring', hasRotationStopped: true })
    expect(token.rotatedAt).toBe(new Date(nowMs - 85 * dayMs).toISOString())
    expect(token.title).toBe('The rotation of this token has stopped')
    expect(token.steps.slice(0, 4)).toEqual([
      'Look at the last runs of the workflow that rotates it, and mend what it says: a new token should be there by now.',
      'Then start it by hand.',
      'If that does not help before the token expires, renew it by hand:',
      expect.stringMatching(/^Create a new token in Jira: /),
    ])
  })

  it('that is far from its end says when it was made, and no more', () => {
    const token = describeGiven({ evidence: { tokens: [rotated(50)] }, inputs })
    expect(token).toMatchObject({ expiryState: null, hasRotationStopped: false, title: 'Jira accepts the token' })
    expect(token.rotatedAt).toBe(new Date(nowMs - 40 * dayMs).toISOString())
  })

  it('of which nobody knows when it was made has no such date', () => {
    const tokens = [rotated(50, { createdAt: undefined })]
    expect(describeGiven({ evidence: { tokens }, inputs })).toMatchObject({ rotatedAt: null })
  })

  it('is no token of another name', () => {
    expect(describeGiven({ evidence: { tokens: [tokenOf('ci', 5)] } })).toMatchObject({
      rotatedAt: null,
      hasRotationStopped: false,
    })
  })

  it('may be one of several: then the first to expire counts, and no other of its name or its day', () => {
    const tokens = [
      tokenOf('other', 5, { createdAt: nowMs - dayMs }),
      rotated(80, { createdAt: nowMs - 88 * dayMs }),
      rotated(5),
    ]
    const token = describeGiven({ evidence: { tokens }, inputs })
    expect(token).toMatchObject({ expiryState: 'ambiguous', hasRotationStopped: true, rotatedAt: null })
  })
})

it.each([
  ['ci-*', false, true],
  ['ci-*', true, false],
  ['ci', false, false],
  ['', false, false],
])(
  'for the token-name “%s”, days of its own: %s, the warning begins by its life: %s',
  (name, hasOwnWarnDays, expected) => {
    expect(warnsByRotation(entryOf('CI', {}, { hasOwnWarnDays }), name)).toBe(expected)
  },
)

describe('a token that was not asked about', () => {
  const entry = entryOf('CI', {})
  const inputs = inputsOf({ baseUrl: 'https://jira.example.com', tokenName: 'ci' })
  const sound = { entry, product: jira, inputs }
  const options = {
    clock: createHandMovedClock(nowMs),
    redactor,
    timeoutSeconds: 120,
    nameOf: (input: string) => `the input ${input}`,
  }

  it('since time was up says what takes the time', () => {
    const token = unaskedInTime(sound, options)
    expect(token).toMatchObject({ reason: 'timeout', result: 'unknown', baseUrl: 'https://jira.example.com' })
    expect(token).toMatchObject({ asked: false, unaskedBecause: 'time', requests: 0, durationMs: 0, expiryState: null })
    expect(token.title).toBe('Time was up before this token was asked about')
    expect(token.message).toBe(
      'Nothing is known about this token: the time for the whole list (120 s) was up before it was its turn.',
    )
    expect(token.steps).toEqual([
      'See which servers of the list did not answer: they take most of the time.',
      'Where all do, give the whole more time (the input timeout-seconds).',
      'Or share the list among several jobs (the input only), and put together what they find (the input merge).',
    ])
    expect(token.remedy).toBe(token.steps.join(' '))
  })

  it('since its server had failed others gets their finding', () => {
    const token = unaskedLike(sound, finding('timeout', { seconds: '10', phase: undefined, proxy: undefined }), options)
    expect(token).toMatchObject({ reason: 'timeout', asked: false, unaskedBecause: 'server', requests: 0 })
  })

  it('since whatever was to find it out broke says that it is a fault of the program', () => {
    expect(unfinished(entry, redactor, nowMs)).toMatchObject({
      reason: 'internal-error',
      result: 'unknown',
      asked: false,
      unaskedBecause: null,
      expiryState: null,
    })
  })
})
