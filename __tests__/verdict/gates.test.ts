import { describe, expect, it } from 'vitest'
import type { Stage } from '../../src/catalogue/entry.ts'
import { finding } from '../../src/catalogue/finding.ts'
import type { Inputs } from '../../src/inputs/inputs.ts'
import { EXPIRY_NOT_CHECKED, type Expiry, judgeExpiry, unknownExpiry } from '../../src/verdict/expiry.ts'
import { type GateEvidence, judgeGates } from '../../src/verdict/gates.ts'
import { type PlaceAccess, sumUpPermissions } from '../../src/verdict/permissions.ts'
import { accessTo, identityOf, inputsOf, invisible, nowMs, tokenOf } from './asked-for.ts'

interface Heard extends Partial<Omit<GateEvidence, 'permissions'>> {
  access?: readonly PlaceAccess[]
}

/** Judges what was heard of a proven user, when everything was answered. */
function judge(changes: Partial<Inputs>, { access = [], ...heard }: Heard = {}) {
  const inputs = inputsOf(changes)
  const permissions = sumUpPermissions(access, inputs.permissions)
  const proven = { identity: identityOf(), isComplete: true, expiry: EXPIRY_NOT_CHECKED }
  const { gates, failed } = judgeGates(inputs, { ...proven, permissions, ...heard }, 'Jira')
  return { gates, failure: failed?.failure, stage: failed?.stage }
}

describe('which gates there are', () => {
  it('that of the active user always', () => {
    expect(judge({})).toEqual({ gates: [{ gate: 'user-active', holds: true }] })
  })

  it('the others where they were asked for, in this order', () => {
    const { gates } = judge({
      expectedUsers: ['svc-ci'],
      projects: ['OPS'],
      permissions: ['BROWSE_PROJECTS'],
      expiryFailDays: 0,
    })
    expect(gates.map(({ gate }) => gate)).toEqual([
      'user-active',
      'expected-user',
      'projects',
      'permissions',
      'expiry-fail-days',
    ])
  })

  it('none is judged without an identity', () => {
    const inputs = { expectedUsers: ['svc-ci'], projects: ['OPS'], permissions: ['A'], expiryFailDays: 7 }
    const { gates, failure } = judge(inputs, { identity: null, isComplete: false })
    expect(gates.map(({ holds }) => holds)).toEqual([null, null, null, null, null])
    expect(failure).toBeUndefined()
  })
})

describe('the active user', () => {
  it.each([
    [true, true],
    [null, true],
    [false, false],
  ])('active is %j: it holds %j', (active, holds) => {
    const { gates, failure } = judge({}, { identity: identityOf({ active }) })
    expect(gates).toEqual([{ gate: 'user-active', holds }])
    expect(failure).toEqual(holds ? undefined : finding('user-inactive', {}, 200))
  })
})

describe('the expected user', () => {
  it('holds for one of several', () => {
    const { gates, failure } = judge({ expectedUsers: ['svc-deploy', 'SVC-CI@example.com'] })
    expect(gates).toContainEqual({ gate: 'expected-user', holds: true })
    expect(failure).toBeUndefined()
  })

  it('names the user found and those expected, without e-mail addresses', () => {
    const { gates, failure } = judge({ expectedUsers: ['svc-deploy', 'jane@example.com'] })
    expect(gates).toContainEqual({ gate: 'expected-user', holds: false })
    expect(failure).toEqual(finding('wrong-user', { expected: ['svc-deploy', 'the user of an e-mail address'] }, 200))
  })
})

describe('projects and permissions', () => {
  const inputs = { projects: ['OPS', 'HR', 'WEB'], permissions: ['BROWSE_PROJECTS', 'CREATE_ISSUES'] }
  const all = { BROWSE_PROJECTS: 'held', CREATE_ISSUES: 'held' } as const

  it('hold where everything is held', () => {
    const { gates, failure } = judge(inputs, { access: [accessTo('OPS', all), accessTo('HR', all)] })
    expect(gates.slice(1)).toEqual([
      { gate: 'projects', holds: true },
      { gate: 'permissions', holds: true },
    ])
    expect(failure).toBeUndefined()
  })

  it('an invisible project counts with all its permissions', () => {
    const access = [accessTo('OPS', all), invisible('HR'), invisible('WEB')]
    const { gates, failure } = judge(inputs, { access })
    expect(gates.slice(1)).toEqual([
      { gate: 'projects', holds: false },
      { gate: 'permissions', holds: false },
    ])
    expect(failure).toEqual(
      finding(
        'project-not-visible',
        {
          projects: ['HR', 'WEB'],
          missing: ['HR:BROWSE_PROJECTS', 'HR:CREATE_ISSUES', 'WEB:BROWSE_PROJECTS', 'WEB:CREATE_ISSUES'],
          unknownPermissions: [],
        },
        404,
      ),
    )
  })

  it('all that is missing is listed at once', () => {
    const access = [
      accessTo('OPS', { BROWSE_PROJECTS: 'held', CREATE_ISSUES: 'missing' }),
      accessTo('HR', { BROWSE_PROJECTS: 'missing', CREATE_ISSUES: 'missing' }),
    ]
    const { gates, failure } = judge(inputs, { access })
    expect(gates.slice(1)).toEqual([
      { gate: 'projects', holds: true },
      { gate: 'permissions', holds: false },
    ])
    expect(failure).toEqual(
      finding(
        'permission-missing',
        {
          missing: ['OPS:CREATE_ISSUES', 'HR:BROWSE_PROJECTS', 'HR:CREATE_ISSUES'],
          unknownPermissions: [],
        },
        200,
      ),
    )
  })

  it('a permission that this Jira does not know is named once, beside one that is missing', () => {
    const access = ['OPS', 'HR'].map((key) => accessTo(key, { BROWSE_PROJECTS: 'missing', CREATE_ISSUES: 'unknown' }))
    expect(judge(inputs, { access }).failure).toEqual(
      finding(
        'permission-missing',
        {
          missing: ['OPS:BROWSE_PROJECTS', 'OPS:CREATE_ISSUES', 'HR:BROWSE_PROJECTS', 'HR:CREATE_ISSUES'],
          unknownPermissions: ['CREATE_ISSUES'],
        },
        200,
      ),
    )
  })

  it('where nothing else is missing, a permission that this Jira does not know is a setting to be mended', () => {
    const known = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES']
    const place = accessTo('OPS', { BROWSE_PROJECTS: 'held', CREATE_ISUES: 'unknown' })
    const access = [{ ...place, permissions: place.permissions && { ...place.permissions, known } }]
    const asked = { projects: ['OPS'], permissions: ['BROWSE_PROJECTS', 'CREATE_ISUES'] }
    expect(judge(asked, { access }).failure).toEqual(
      finding('permission-unknown', { unknownPermissions: ['CREATE_ISUES'], meant: ['CREATE_ISSUES'] }, 200),
    )
  })

  it('that a permission is unknown does not show that the project can be seen', () => {
    const access = [accessTo('OPS', all), { ...accessTo('HR', { CREATE_ISSUES: 'unknown' }), statusCode: 400 }]
    expect(judge(inputs, { access }).gates).toEqual([
      { gate: 'user-active', holds: true },
      { gate: 'projects', holds: null },
      { gate: 'permissions', holds: false },
    ])
  })

  it('a global permission has no project', () => {
    const { gates, failure } = judge(
      { permissions: ['ADMINISTER'] },
      { access: [accessTo(undefined, { ADMINISTER: 'missing' })] },
    )
    expect(gates).toEqual([
      { gate: 'user-active', holds: true },
      { gate: 'permissions', holds: false },
    ])
    expect(failure).toMatchObject({ reason: 'permission-missing', facts: { missing: ['ADMINISTER'] } })
  })

  it('that nothing is missing is not proven while not all has answered', () => {
    const { gates, failure } = judge(inputs, { access: [accessTo('OPS', all)], isComplete: false })
    expect(gates.slice(1)).toEqual([
      { gate: 'projects', holds: null },
      { gate: 'permissions', holds: null },
    ])
    expect(failure).toBeUndefined()
  })

  it('that something is missing is proven all the same', () => {
    const access = [accessTo('OPS', { BROWSE_PROJECTS: 'held', CREATE_ISSUES: 'missing' })]
    const { gates, failure } = judge(inputs, { access, isComplete: false })
    expect(gates.slice(1)).toEqual([
      { gate: 'projects', holds: null },
      { gate: 'permissions', holds: false },
    ])
    expect(failure).toMatchObject({ reason: 'permission-missing' })
  })
})

describe('the expiry', () => {
  const expiryOf = (daysLeft: number | 'never', others: number[] = []): Expiry =>
    judgeExpiry(
      [tokenOf('ci', daysLeft), ...others.map((days, index) => tokenOf(`other-${index}`, days))],
      { tokenName: others.length === 0 ? 'ci' : '', fingerprint: () => '', expiryWarnDays: 14, expiryFailDays: 7 },
      nowMs,
    )

  it.each<[string, Expiry, boolean | null]>([
    ['far away', expiryOf(80), true],
    ['within the days of the warning', expiryOf(10), true],
    ['within the days of the gate', expiryOf(7), false],
    ['past', expiryOf(-1), false],
    ['never', expiryOf('never'), true],
    ['ambiguous, and no risk', expiryOf(80, [90]), true],
    ['not asked', EXPIRY_NOT_CHECKED, null],
  ])('%s', (_, expiry, holds) => {
    const { gates, failure } = judge({ expiryFailDays: 7 }, { expiry })
    expect(gates).toContainEqual({ gate: 'expiry-fail-days', holds })
    const refusal = { reason: 'token-expiring', statusCode: 200, facts: { tokenName: 'ci', givenTokenName: '' } }
    if (holds === false) expect(failure).toMatchObject(refusal)
    else expect(failure).toBeUndefined()
  })

  it.each<[string, Expiry, RegExp, string | undefined]>([
    ['ambiguous, and a risk', expiryOf(3, [80]), /several tokens.*expires on 2026-11-25 \(3 days left\)/, 'ci'],
    ['not known', unknownExpiry('the list cannot be read'), /^the list cannot be read$/, undefined],
    [
      'not in the list, and a risk',
      judgeExpiry(
        [tokenOf('ci', 3, { isOwn: false })],
        { tokenName: '', fingerprint: () => '', expiryWarnDays: 14, expiryFailDays: 7 },
        nowMs,
      ),
      /^the account lists no token with the number of the one that was sent, and the first that it lists expires on/,
      'ci',
    ],
  ])('%s, it cannot be shown', (_, expiry, problem, ambiguousName) => {
    const { gates, failure } = judge({ expiryFailDays: 7 }, { expiry })
    expect(gates).toContainEqual({ gate: 'expiry-fail-days', holds: false })
    const gateInput = '<expiry-fail-days>'
    expect(failure).toMatchObject({
      reason: 'expiry-unknown',
      facts: { problem: expect.stringMatching(problem), gateInput },
    })
    expect(failure).toHaveProperty(
      ambiguousName === undefined ? 'facts' : 'facts.ambiguousName',
      ambiguousName ?? expect.anything(),
    )
  })

  it('tells what keeps the list of tokens back', () => {
    const blocker = { operator: 'the operators of jira.example.com', path: '/rest/pat/latest/tokens' }
    const { failure } = judge({ expiryFailDays: 7 }, { expiry: unknownExpiry('it is blocked', blocker) })
    expect(failure).toMatchObject({ reason: 'expiry-unknown', facts: blocker })
  })

  it('tells the day, and the name that was given', () => {
    expect(judge({ tokenName: 'ci', expiryFailDays: 7 }, { expiry: expiryOf(7) }).failure).toEqual(
      finding(
        'token-expiring',
        { tokenName: 'ci', givenTokenName: 'ci', expiry: 'expires on 2026-11-29 (7 days left)' },
        200,
      ),
    )
  })

  it('refuses nothing where it was not asked for', () => {
    expect(judge({}, { expiry: expiryOf(-1) })).toEqual({
      gates: [{ gate: 'user-active', holds: true }],
    })
  })
})

describe('the first that fails gives the reason, and all are judged', () => {
  const inputs = { expectedUsers: ['svc-deploy'], projects: ['HR', 'OPS'], permissions: ['A'], expiryFailDays: 7 }
  const expiry = judgeExpiry(
    [tokenOf('ci', 1)],
    { tokenName: 'ci', fingerprint: () => '', expiryWarnDays: 14, expiryFailDays: 7 },
    nowMs,
  )
  const access = [invisible('HR'), accessTo('OPS', { A: 'missing' })]

  it.each<[string, Stage, Partial<Inputs>, Heard]>([
    ['user-inactive', 'authentication', {}, { identity: identityOf({ active: false }) }],
    ['wrong-user', 'authentication', {}, {}],
    ['project-not-visible', 'permissions', { expectedUsers: [] }, {}],
    ['permission-missing', 'permissions', { expectedUsers: [] }, { access: access.slice(1) }],
    ['token-expiring', 'expiry', { expectedUsers: [] }, { access: [accessTo('OPS', { A: 'held' })] }],
  ])('%s, which is about the %s', (reason, expectedStage, inputChanges, evidence) => {
    const { gates, failure, stage } = judge({ ...inputs, ...inputChanges }, { access, expiry, ...evidence })
    expect(failure).toMatchObject({ reason })
    expect(stage).toBe(expectedStage)
    expect(gates.at(-1)).toEqual({ gate: 'expiry-fail-days', holds: false })
  })
})

describe('a place that is not seen', () => {
  const hidden = (gate: PlaceAccess['gate'], place: string): PlaceAccess => ({
    gate,
    place,
    permissions: undefined,
    lacks: ['REPO_READ'].filter(() => gate === 'repositories'),
    statusCode: 404,
  })

  it.each<[PlaceAccess['gate'], string, object]>([
    ['spaces', 'space-not-visible', { spaces: ['A'] }],
    ['repositories', 'repository-not-visible', { repositories: ['A'], missing: ['A:REPO_READ'] }],
  ])('%s: %s', (gate, reason, facts) => {
    const asked = { [gate]: ['A'], permissions: gate === 'repositories' ? ['REPO_READ'] : [] }
    const { gates, failure, stage } = judge(asked, { access: [hidden(gate, 'A')] })
    expect(gates).toContainEqual({ gate, holds: false })
    expect(failure).toMatchObject({ reason, facts, statusCode: 404 })
    expect(stage).toBe('permissions')
  })
})

it('where a permission is unknown and a place is invisible, it is a permission that is missing', () => {
  const { failure } = judge(
    { permissions: ['A'], repositories: [] },
    {
      access: [
        { gate: 'projects', place: 'HR', permissions: undefined, statusCode: 404 },
        accessTo('OPS', { A: 'unknown' }),
      ],
    },
  )
  expect(failure).toMatchObject({ reason: 'permission-missing', facts: { missing: ['HR:A', 'OPS:A'] } })
})
