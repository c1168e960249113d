import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { reasonTable } from '../../src/catalogue/reasons.ts'
import type { Inputs } from '../../src/inputs/inputs.ts'
import { jira } from '../../src/products/jira/jira.ts'
import { createRedactor } from '../../src/report/redact.ts'
import { judgeExpiry, unknownExpiry } from '../../src/verdict/expiry.ts'
import type { Identity } from '../../src/verdict/identity.ts'
import { type Evidence, judge, NO_EVIDENCE, type Verdict } from '../../src/verdict/judge.ts'
import type { ListedToken } from '../../src/verdict/listed-token.ts'
import type { Holding } from '../../src/verdict/permissions.ts'
import { anyFinding } from '../support/any-finding.ts'
import { present } from '../support/present.ts'
import { isReason } from '../support/reasons.ts'
import { dayMs, inputsOf, nowMs } from '../verdict/asked-for.ts'
import { hostileText } from './hostile-text.ts'
import { withSeed } from './reproducible.ts'

const text = fc.oneof(fc.constantFrom('svc-ci', 'svc-deploy', '', 'jane@example.com'), hostileText)

const identity: fc.Arbitrary<Identity> = fc.record({
  name: text,
  key: text,
  accountId: text,
  displayName: text,
  emailAddress: text,
  active: fc.constantFrom(true, true, false, null),
  timeZone: text,
  locale: text,
})

const token: fc.Arbitrary<ListedToken> = fc.record({
  name: text,
  expiresAt: fc.oneof(
    fc.integer({ min: -400, max: 800 }).map((days) => nowMs + (days * dayMs) / 2),
    fc.constantFrom<'never' | 'unreadable'>('never', 'unreadable'),
  ),
  createdAt: fc.constantFrom(undefined, nowMs - 400 * dayMs, nowMs),
  lastAccessedAt: fc.constantFrom(undefined, nowMs - 100 * dayMs, nowMs),
})

const projects = ['OPS', 'WEB']
const permissions = ['BROWSE_PROJECTS', 'CREATE_ISSUES']
const holding = fc.constantFrom<Holding>('held', 'held', 'held', 'missing', 'unknown')
const access = fc.option(
  fc.record({
    holdings: fc.record({ BROWSE_PROJECTS: holding, CREATE_ISSUES: holding }),
    isAdministrator: fc.boolean(),
    isGlobal: fc.boolean(),
  }),
  { nil: undefined, freq: 8 },
)

/** What can go wrong on the way: neither a gate nor the configuration. */
const faults = Object.keys(catalogue)
  .filter(isReason)
  .filter((reason) => !['ok', 'configuration', 'gate'].includes(reasonTable[reason].category))

const failure = fc.record({
  finding: fc.constantFrom(...faults),
  stage: fc.constantFrom('authentication', 'permissions'),
})

interface Check {
  readonly inputs: Inputs
  readonly evidence: Evidence
  readonly verdict: Verdict
}

/** A check as it can come about: without an identity there is a failure, and every project answers or there is one. */
const check: fc.Arbitrary<Check> = fc
  .record({
    identity: fc.option(identity, { freq: 8 }),
    failure: fc.option(failure, { freq: 2 }),
    tokens: fc.option(fc.array(token, { maxLength: 4 })),
    access: fc.record({ OPS: access, WEB: access }),
    asksPermissions: fc.boolean(),
    expectedUsers: fc.constantFrom([], [], ['svc-ci'], ['jane@example.com', 'svc-deploy']),
    tokenName: fc.constantFrom('', '', 'svc-ci'),
    expiryFailDays: fc.constantFrom(undefined, 0, 7, 400),
  })
  .map((given) => {
    const { expectedUsers, tokenName, expiryFailDays } = given
    const asked = given.asksPermissions ? { projects, permissions } : {}
    const inputs = inputsOf({ expectedUsers, tokenName, expiryFailDays, ...asked })
    const hasFault = given.identity === null || given.failure !== null
    const { finding: reason, stage } = given.failure ?? { finding: 'timeout', stage: 'authentication' }
    const heard = Object.entries(given.access).map(([place, list]) => ({
      gate: 'projects' as const,
      place,
      permissions: list && {
        isAdministrator: list.isAdministrator,
        holdings: new Map(Object.entries(list.holdings)),
        global: new Set(list.isGlobal ? ['CREATE_ISSUES'] : []),
        known: permissions,
      },
      statusCode: list === undefined ? 404 : 200,
    }))
    const evidence: Evidence = {
      ...NO_EVIDENCE,
      identity: given.identity,
      failure: hasFault
        ? { finding: anyFinding(reason), stage: stage === 'permissions' ? stage : 'authentication' }
        : null,
      access: given.asksPermissions && given.identity !== null ? heard.slice(0, hasFault ? 1 : 2) : [],
      ...(!hasFault && expiryOf(given.tokens, inputs)),
    }
    return { inputs, evidence, verdict: judge(inputs, evidence, jira, nowMs) }
  })

/** Where nothing went wrong before, the list of tokens was asked for: it came, or it cannot be read. */
function expiryOf(tokens: readonly ListedToken[] | null, inputs: Inputs): Partial<Evidence> {
  if (tokens === null) return { expiry: unknownExpiry('the list cannot be read') }
  return { tokens, expiry: judgeExpiry(tokens, { ...inputs, fingerprint: () => '' }, nowMs) }
}

const moreRuns = { numRuns: 2000 }

describe(withSeed('the verdict'), () => {
  it('is usable only with an identity, without a failure, and with every gate that was judged', () => {
    let usable = 0
    fc.assert(
      fc.property(check, ({ evidence, verdict }) => {
        if (reasonTable[verdict.finding.reason].result !== 'usable') return
        usable += 1
        expect(verdict.finding.reason).toBe('authenticated')
        expect(evidence.identity).not.toBeNull()
        expect(evidence.identity?.active).not.toBe(false)
        expect(evidence.failure).toBeNull()
        expect(verdict.gates.filter(({ holds }) => holds === false)).toEqual([])
        expect(verdict.asked.filter(({ holding }) => holding !== 'held')).toEqual([])
        for (const { gate, holds } of verdict.gates) expect({ gate, holds }).toEqual({ gate, holds: true })
      }),
      moreRuns,
    )
    expect(usable).toBeGreaterThan(20)
  })

  it('is the first gate that fails, else the failure, else usable', () => {
    const reasonsOfGate: Record<string, string[]> = {
      'user-active': ['user-inactive'],
      'expected-user': ['wrong-user'],
      projects: ['project-not-visible'],
      permissions: ['permission-missing', 'permission-unknown'],
      'expiry-fail-days': ['token-expiring', 'expiry-unknown'],
    }
    fc.assert(
      fc.property(check, ({ evidence, verdict }) => {
        const failed = verdict.gates.find(({ holds }) => holds === false)
        const expected = failed ? reasonsOfGate[failed.gate] : [evidence.failure?.finding.reason ?? 'authenticated']
        expect(expected).toContain(verdict.finding.reason)
      }),
      moreRuns,
    )
  })

  it('never refuses because of an expiry that is not known for certain', () => {
    fc.assert(
      fc.property(check, ({ inputs, evidence, verdict }) => {
        if (verdict.finding.reason !== 'token-expiring') return
        const { status, expiresAt = Number.POSITIVE_INFINITY } = evidence.expiry
        expect(['expiring', 'expired']).toContain(status)
        expect(expiresAt - nowMs).toBeLessThanOrEqual((inputs.expiryFailDays ?? Number.NaN) * dayMs)
      }),
      moreRuns,
    )
  })

  it('says at most one thing about the expiry, and nothing without an identity', () => {
    fc.assert(
      fc.property(check, ({ evidence, verdict }) => {
        const about = verdict.notes.filter(({ code }) => code.startsWith('expiry-'))
        expect(about.length).toBeLessThanOrEqual(1)
        if (evidence.identity === null) expect([verdict.notes, verdict.advice]).toEqual([[], []])
      }),
    )
  })
})

describe(withSeed('what is shown of it'), () => {
  const redactor = createRedactor(['hunter2-hunter2-hunter2'])

  it('is plain words, on one line each, without an e-mail address', () => {
    fc.assert(
      fc.property(check, ({ verdict }) => {
        const shown = present(verdict, redactor, { requests: 2, durationMs: 1, nowMs, nameOf: (input) => input })
        const words = shown.warnings.flatMap(({ title, message }) => [title, message])
        const texts = [
          shown.title,
          shown.report.message,
          shown.report.remedy,
          ...words,
          ...shown.lines,
          ...shown.report.advice,
        ]
        for (const line of [...texts, shown.user, ...shown.tokens.map(({ name }) => name)]) {
          expect(line).not.toMatch(/::|##|\p{Cc}|[\u2028\u2029\u202E]/u)
        }
        const email = verdict.identity?.emailAddress ?? ''
        if (email === 'jane@example.com') for (const line of texts) expect(line).not.toContain(email)
      }),
    )
  })

  it('is a report that survives JSON', () => {
    fc.assert(
      fc.property(check, ({ verdict }) => {
        const { report } = present(verdict, redactor, { requests: 2, durationMs: 1, nowMs, nameOf: (input) => input })
        expect(JSON.parse(JSON.stringify(report))).toEqual(report)
        expect(JSON.stringify(report)).not.toMatch(/::|##|[\u2028\u2029]/)
      }),
    )
  })
})
