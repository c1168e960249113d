import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTransient } from '../../src/asking/retry.ts'
import { type Finding, isFinding } from '../../src/catalogue/finding.ts'
import { reasonTable } from '../../src/catalogue/reasons.ts'
import { jira } from '../../src/products/jira/jira.ts'
import { createRedactor } from '../../src/report/redact.ts'
import { diagnoseAnswer } from '../../src/verdict/diagnose-answer.ts'
import { diagnoseNoAnswer } from '../../src/verdict/diagnose-no-answer.ts'
import { readJsonAnswer } from '../../src/verdict/json-answer.ts'
import { judge, NO_EVIDENCE } from '../../src/verdict/judge.ts'
import { present } from '../support/present.ts'
import { isReason } from '../support/reasons.ts'
import { question } from '../verdict/answered.ts'
import { inputsOf, nowMs } from '../verdict/asked-for.ts'
import { anyAnswer, anyFault, anyRoute } from './diagnosed.ts'
import { withSeed } from './reproducible.ts'

const scheme = fc.constantFrom('Bearer', 'Basic')
const moreRuns = { numRuns: 2000 }

/** Shows a finding as a run would, when there is nothing else to tell. */
function show(finding: Finding) {
  const verdict = judge(inputsOf(), { ...NO_EVIDENCE, failure: { finding, stage: 'authentication' } }, jira, nowMs)
  return present(verdict, createRedactor([]), { requests: 1, durationMs: 1, nowMs, nameOf: (input) => input })
}

function expectPlainWords(finding: Finding): void {
  const { title, report } = show(finding)
  for (const text of [title, report.message, report.remedy]) {
    expect(text).not.toMatch(/\(unknown\)|undefined|NaN|Infinity/)
    expect(text).not.toMatch(/::|##|\p{Cc}/u)
  }
}

const ANYWHERE: ReadonlySet<string> = new Set([
  ...(['captcha-required', 'tls-client-certificate', 'edge-forbidden', 'cloud-needs-basic'] as const),
  ...(['token-rejected', 'basic-rejected', 'unexpected-status'] as const),
])

describe(withSeed('whatever a server answers'), () => {
  it('is JSON of a whole 200, or a reason of the catalogue that is not usable', () => {
    fc.assert(
      fc.property(anyAnswer, scheme, (answer, as) => {
        const diagnosis = diagnoseAnswer(answer, { ...question, scheme: as }, nowMs)
        if (!isFinding(diagnosis)) {
          expect(answer).toMatchObject({ statusCode: 200, bodyState: 'complete' })
          expect(diagnosis).toMatchObject({ kind: 'json', json: JSON.parse(answer.body), statusCode: 200 })
          return
        }
        expect(isReason(diagnosis.reason)).toBe(true)
        expect(reasonTable[diagnosis.reason].result).not.toBe('usable')
        expect(diagnosis.reason).not.toBe('internal-error')
        // What is no status is not told as one.
        expect(diagnosis.statusCode).toBe(answer.statusCode < 100 ? null : answer.statusCode)
      }),
      moreRuns,
    )
  })

  it('is taken for plain JSON only where the diagnosis has nothing against it', () => {
    fc.assert(
      fc.property(anyAnswer, scheme, (answer, as) => {
        const request = { ...question, scheme: as }
        const json = readJsonAnswer(answer, request)
        if (json !== undefined) expect(json).toEqual(diagnoseAnswer(answer, request, nowMs))
      }),
      moreRuns,
    )
  })

  it('401 and 403 have their own categories, and nothing else has', () => {
    fc.assert(
      fc.property(anyAnswer, scheme, (answer, as) => {
        const diagnosis = diagnoseAnswer(answer, { ...question, scheme: as }, nowMs)
        const reason = isFinding(diagnosis) ? diagnosis.reason : 'authenticated'
        const { category } = reasonTable[reason]
        // These are told at any status, by words of their own.
        if (ANYWHERE.has(reason)) return
        if (answer.statusCode === 401) expect(category).toBe('unauthorized')
        else if (answer.statusCode === 403) expect(category).toBe('forbidden')
        else expect(category).not.toBe('forbidden')
      }),
      moreRuns,
    )
  })

  it('is a verdict, or passes; a verdict on the token never passes', () => {
    fc.assert(
      fc.property(anyAnswer, scheme, (answer, as) => {
        const diagnosis = diagnoseAnswer(answer, { ...question, scheme: as }, nowMs)
        fc.pre(isFinding(diagnosis))
        if (!isFinding(diagnosis) || !isTransient(diagnosis, answer)) return
        expect(reasonTable[diagnosis.reason].result).toBe('unknown')
        expect([401, 403, 404, 407]).not.toContain(answer.statusCode)
      }),
      moreRuns,
    )
  })

  it('reads as plain words', () => {
    fc.assert(
      fc.property(anyAnswer, scheme, (answer, as) => {
        const diagnosis = diagnoseAnswer(answer, { ...question, scheme: as }, nowMs)
        if (isFinding(diagnosis)) expectPlainWords(diagnosis)
      }),
    )
  })
})

describe(withSeed('whatever the network says instead'), () => {
  const faultAndRoute = anyFault.chain((failure) => fc.tuple(fc.constant(failure), anyRoute(failure)))

  it('is a reason of the catalogue that proves nothing', () => {
    fc.assert(
      fc.property(faultAndRoute, ([failure, route]) => {
        const { reason, statusCode } = diagnoseNoAnswer(failure, route)
        expect(isReason(reason)).toBe(true)
        expect(reasonTable[reason].result).toBe('unknown')
        expect(['connection', 'internal']).toContain(reasonTable[reason].category)
        expect(statusCode).toBe(failure.proxyAnswer?.statusCode || null)
      }),
      moreRuns,
    )
  })

  it('is the network’s failure where the system says so', () => {
    fc.assert(
      fc.property(faultAndRoute, ([failure, route]) => {
        fc.pre(/^E[A-Z]{2,}$/.test(failure.code))
        expect(diagnoseNoAnswer(failure, route).reason).not.toBe('internal-error')
      }),
    )
  })

  it('reads as plain words', () => {
    fc.assert(
      fc.property(faultAndRoute, ([failure, route]) => {
        expectPlainWords(diagnoseNoAnswer(failure, route))
      }),
    )
  })
})
