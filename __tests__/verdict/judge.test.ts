import { describe, expect, it } from 'vitest'
import type { Stage } from '../../src/catalogue/entry.ts'
import { addCommonFacts, finding } from '../../src/catalogue/finding.ts'
import type { Inputs } from '../../src/inputs/inputs.ts'
import { jira } from '../../src/products/jira/jira.ts'
import { EXPIRY_NOT_CHECKED, judgeExpiry, unknownExpiry } from '../../src/verdict/expiry.ts'
import { type Evidence, judge, NO_EVIDENCE, verdictWithoutEvidence } from '../../src/verdict/judge.ts'
import { accessTo, identityOf, inputsOf, invisible, nowMs, tokenOf } from './asked-for.ts'

const identity = identityOf()

function conclude(evidence: Partial<Evidence>, changes: Partial<Inputs> = {}) {
  const inputs = inputsOf(changes)
  const { tokens } = evidence
  const expiry =
    tokens === undefined ? NO_EVIDENCE.expiry : judgeExpiry(tokens, { ...inputs, fingerprint: () => '' }, nowMs)
  return judge(inputs, { ...NO_EVIDENCE, expiry, ...evidence }, jira, nowMs)
}

const tokenPage =
  'https://jira.example.com/jira/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens'
const always = {
  baseUrl: 'https://jira.example.com/jira',
  host: 'jira.example.com',
  tokenPage,
  tokenSource: 'the input token',
}
const user = 'CI Service (svc-ci)'

it('a failure at the expiry keeps its own reason, though the expiry is a gate that is not known then', () => {
  const failure = { finding: finding('rate-limited', {}, 429), stage: 'expiry' } as const
  const expiry = unknownExpiry('the list of tokens cannot be read')
  const verdict = conclude({ identity, failure, expiry }, { expiryFailDays: 7 })
  expect(verdict).toMatchObject({ finding: { reason: 'rate-limited' }, stage: 'expiry', expiry })
  expect(verdict.gates).toContainEqual({ gate: 'expiry-fail-days', holds: null })
})

describe('usable', () => {
  it('is said where Jira named the user and nothing else was asked for', () => {
    expect(conclude({ identity })).toEqual({
      product: { name: 'jira', words: jira.words },
      finding: addCommonFacts(finding('authenticated', {}, 200), { ...always, user, provenUser: undefined }),
      stage: 'authentication',
      baseUrl: 'https://jira.example.com/jira',
      tokenPage,
      identity,
      user,
      expiry: EXPIRY_NOT_CHECKED,
      tokens: [],
      expiryWarnDays: 14,
      expiryFailDays: undefined,
      gates: [{ gate: 'user-active', holds: true }],
      asked: [],
      notes: [],
      advice: [],
    })
  })

  it('is said where every gate holds', () => {
    const tokens = [tokenOf('ci', 80)]
    const inputs = { expectedUsers: ['svc-ci'], projects: ['OPS'], permissions: ['A'], expiryFailDays: 7 }
    const verdict = conclude({ identity, tokens, access: [accessTo('OPS', { A: 'held' })] }, inputs)
    expect(verdict).toMatchObject({ finding: { reason: 'authenticated', statusCode: 200 }, stage: 'authentication' })
    expect(verdict.gates.every(({ holds }) => holds)).toBe(true)
    expect(verdict.asked).toEqual([{ place: 'OPS', permission: 'A', holding: 'held' }])
    expect(verdict.tokens).toBe(tokens)
  })

  it.each([
    ['is not known', unknownExpiry('its list of tokens cannot be read')],
    [
      'is ambiguous',
      judgeExpiry(
        [tokenOf('a', 1), tokenOf('b', 2)],
        { tokenName: '', fingerprint: () => '', expiryWarnDays: 14, expiryFailDays: 7 },
        nowMs,
      ),
    ],
  ])('is said where the expiry %s, unless it is a gate', (_, expiry) => {
    expect(conclude({ identity, expiry })).toMatchObject({ finding: { reason: 'authenticated' } })
    expect(conclude({ identity, expiry }, { expiryFailDays: 7 })).toMatchObject({
      finding: { reason: 'expiry-unknown' },
      stage: 'expiry',
    })
  })

  it('is not said where a gate was not judged', () => {
    const asked = { expiryFailDays: 7 }
    expect(() => conclude({ identity, expiry: EXPIRY_NOT_CHECKED }, asked)).toThrow('expiry-fail-days was not judged')
  })

  it('is not said where there is neither an identity nor a failure', () => {
    expect(() => conclude({})).toThrow('neither an identity nor a failure')
  })
})

describe('a fault', () => {
  const rateLimited = finding('rate-limited', { retryAt: 'in 5 s' }, 429)

  it('before the identity', () => {
    const verdict = conclude(
      { failure: { finding: rateLimited, stage: 'authentication' } },
      { expectedUsers: ['svc-ci'], projects: ['OPS'], permissions: ['A'], expiryFailDays: 7 },
    )
    expect(verdict).toMatchObject({
      finding: addCommonFacts(rateLimited, { ...always, user: '', unprovenToken: 'the token' }),
      stage: 'authentication',
      identity: null,
      user: '',
      notes: [],
      advice: [],
    })
    expect(verdict.gates.map(({ holds }) => holds)).toEqual([null, null, null, null, null])
  })

  it('before the identity proves nothing about nobody', () => {
    const failure = { finding: rateLimited, stage: 'authentication' } as const
    const heard = { access: [invisible('OPS')], tokens: [tokenOf('ci', 'never')], expiry: EXPIRY_NOT_CHECKED }
    const inputs = { projects: ['OPS'], permissions: ['A'], checkExpiry: false, expiryFailDays: 7 }
    expect(conclude({ ...heard, failure }, inputs)).toMatchObject({
      finding: { reason: 'rate-limited' },
      stage: 'authentication',
      notes: [],
    })
    expect(conclude({ tokens: [tokenOf('ci', 'never')], failure }).advice).toEqual([])
  })

  it('while the permissions are being asked: the identity stands, the gates do not', () => {
    const verdict = conclude(
      { identity, access: [accessTo('OPS', { A: 'held' })], failure: { finding: rateLimited, stage: 'permissions' } },
      { projects: ['OPS', 'WEB'], permissions: ['A'] },
    )
    expect(verdict).toMatchObject({
      finding: { reason: 'rate-limited', statusCode: 429, common: { provenUser: user } },
      stage: 'permissions',
      identity,
      gates: [
        { gate: 'user-active', holds: true },
        { gate: 'projects', holds: null },
        { gate: 'permissions', holds: null },
      ],
    })
  })

  it.each<[string, Partial<Evidence>, Partial<Inputs>, string, string]>([
    ['an inactive user', { identity: identityOf({ active: false }) }, {}, 'user-inactive', 'authentication'],
    ['the wrong user', { identity }, { expectedUsers: ['svc-deploy'] }, 'wrong-user', 'authentication'],
    [
      'a project that is not visible',
      { identity, access: [invisible('OPS')] },
      { projects: ['OPS', 'WEB'], permissions: ['A'] },
      'project-not-visible',
      'permissions',
    ],
    [
      'a permission that is missing',
      { identity, access: [accessTo('OPS', { A: 'missing' })] },
      { projects: ['OPS', 'WEB'], permissions: ['A'] },
      'permission-missing',
      'permissions',
    ],
  ])('that comes after %s does not excuse that', (_, evidence, inputs, reason, stage) => {
    const failure = { finding: rateLimited, stage: 'permissions' } as const
    expect(conclude({ ...evidence, failure }, inputs)).toMatchObject({ finding: { reason }, stage })
  })
})

describe('a gate that fails', () => {
  it.each<[string, string, number, Partial<Evidence>, Partial<Inputs>]>([
    ['user-inactive', 'authentication', 200, { identity: identityOf({ active: false }) }, {}],
    ['wrong-user', 'authentication', 200, {}, { expectedUsers: ['svc-deploy'] }],
    [
      'project-not-visible',
      'permissions',
      404,
      { access: [invisible('OPS')] },
      { projects: ['OPS'], permissions: ['A'] },
    ],
    [
      'permission-missing',
      'permissions',
      200,
      { access: [accessTo('OPS', { A: 'missing' })] },
      { projects: ['OPS'], permissions: ['A'] },
    ],
    ['token-expiring', 'expiry', 200, { tokens: [tokenOf('ci', 3)] }, { expiryFailDays: 7 }],
  ])('%s, at the stage %s, with %d', (reason, stage, statusCode, evidence, inputs) => {
    const verdict = conclude({ identity, ...evidence }, inputs)
    expect(verdict).toMatchObject({ finding: { reason, statusCode, common: { ...always, user } }, stage })
  })

  it('token-expiring names the token, the day and the page where it is renewed', () => {
    const { finding: found, notes } = conclude({ identity, tokens: [tokenOf('ci', 3)] }, { expiryFailDays: 7 })
    expect(found).toMatchObject({
      facts: { tokenName: 'ci', expiry: 'expires on 2026-11-25 (3 days left)' },
      common: { tokenPage },
    })
    // Said once is enough.
    expect(notes).toEqual([])
  })

  it('another one leaves the warning about the expiry', () => {
    const inputs = { expectedUsers: ['svc-deploy'], expiryFailDays: 7 }
    const { finding: found, notes } = conclude({ identity, tokens: [tokenOf('ci', 3)] }, inputs)
    expect(found.reason).toBe('wrong-user')
    expect(notes).toMatchObject([{ code: 'expiry-near', isWarning: true, facts: { user, tokenPage } }])
    expect(found.facts).not.toHaveProperty('tokenName')
  })

  it('lists what became of every permission', () => {
    const inputs = { projects: ['OPS', 'HR'], permissions: ['A', 'B'] }
    const access = [accessTo('OPS', { A: 'held', B: 'missing' }), invisible('HR')]
    expect(conclude({ identity, access }, inputs).asked).toEqual([
      { place: 'OPS', permission: 'A', holding: 'held' },
      { place: 'OPS', permission: 'B', holding: 'missing' },
      { place: 'HR', permission: 'A', holding: 'not-visible' },
      { place: 'HR', permission: 'B', holding: 'not-visible' },
    ])
  })
})

describe('beside the verdict', () => {
  it('there is what to say about the expiry', () => {
    expect(conclude({ identity, tokens: [tokenOf('ci', 80)] }).notes).toMatchObject([
      { code: 'expiry-ok', isWarning: false, facts: { tokenName: 'ci' } },
    ])
  })

  it('there is what is held, where all of it is and nothing went wrong', () => {
    const evidence = { identity, access: [accessTo('OPS', { A: 'held' })] }
    const inputs = { projects: ['OPS'], permissions: ['A'] }
    expect(conclude(evidence, inputs).notes).toEqual([
      { code: 'permissions-held', isWarning: false, facts: { user, held: ['A in OPS'] } },
    ])
    const failure = { finding: finding('timeout', { seconds: '30' }), stage: 'permissions' } as const
    expect(conclude({ ...evidence, failure }, inputs).notes).toEqual([])
  })

  it('there is advice', () => {
    expect(conclude({ identity, tokens: [tokenOf('ci', 'never')] }).advice).toEqual([
      { code: 'never-expires', facts: { tokenName: 'ci' } },
    ])
  })
})

it('a verdict without asking has nothing but its finding', () => {
  const found = finding('token-missing', { problem: 'x' })
  expect(verdictWithoutEvidence(found, jira, 'https://jira.example.com')).toEqual({
    product: { name: 'jira', words: jira.words },
    finding: found,
    stage: 'inputs',
    baseUrl: 'https://jira.example.com',
    tokenPage: null,
    identity: null,
    user: '',
    expiry: EXPIRY_NOT_CHECKED,
    tokens: [],
    expiryWarnDays: 0,
    expiryFailDays: undefined,
    gates: [],
    asked: [],
    notes: [],
    advice: [],
  })
  expect(verdictWithoutEvidence(found, jira, null).baseUrl).toBeNull()
})

describe('a failure', () => {
  const failureAt = (stage: Stage) => ({ finding: finding('server-error', {} as never, 500), stage })

  it.each<[Stage, string]>([
    ['authentication', 'the identity'],
    ['permissions', 'permissions'],
    ['expiry', 'the expiry'],
  ])('at the stage %s, after the user was named, says so and which question failed: %s', (stage, failedQuestion) => {
    expect(conclude({ identity, failure: failureAt(stage) }).finding.common).toMatchObject({
      provenUser: user,
      failedQuestion,
    })
  })

  it('of a rotation has words of its own for that', () => {
    expect(conclude({ identity, failure: failureAt('rotation') }).finding.common).not.toHaveProperty('failedQuestion')
  })

  it('before the user was named says that nothing is proven', () => {
    const { common } = conclude({ failure: failureAt('authentication') }).finding
    expect(common).toMatchObject({ unprovenToken: 'the token' })
    expect(common).not.toHaveProperty('failedQuestion')
  })

  it('at the expiry leaves open none of the gates that were asked before', () => {
    const inputs = { projects: ['OPS'], permissions: ['A'], expiryFailDays: 7 }
    const { gates } = conclude(
      { identity, access: [accessTo('OPS', { A: 'held' })], failure: failureAt('expiry') },
      inputs,
    )
    expect(gates).toEqual([
      { gate: 'user-active', holds: true },
      { gate: 'projects', holds: true },
      { gate: 'permissions', holds: true },
      { gate: 'expiry-fail-days', holds: null },
    ])
  })

  it('at the permissions leaves them open', () => {
    const { gates } = conclude(
      { identity, failure: failureAt('permissions') },
      { projects: ['OPS'], permissions: ['A'] },
    )
    expect(gates.map(({ holds }) => holds)).toEqual([true, null, null])
  })
})
