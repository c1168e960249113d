import type { CommonFacts, Facts } from '../../src/catalogue/facts.ts'
import type { Finding } from '../../src/catalogue/finding.ts'
import type { Reason } from '../../src/catalogue/reasons.ts'

const commonNames = new Set<string>([
  ...(['baseUrl', 'host', 'user', 'provenUser', 'failedQuestion', 'askedPath', 'unprovenToken'] as const),
  ...(['tokenPage', 'tokenSource', 'attempts', 'wait', 'otherProduct', 'otherInput'] as const),
  ...(['secretState', 'newTokenState', 'placesState'] as const),
] satisfies (keyof CommonFacts)[])

/** A finding of a reason that is not known before the test runs, whatever facts it would have to have. */
export function anyFinding(reason: Reason, given: Facts = {}, statusCode: number | null = null): Finding {
  const entries = Object.entries(given)
  const isCommon = ([name]: [string, unknown]): boolean => commonNames.has(name)
  const common: CommonFacts = Object.fromEntries(entries.filter(isCommon))
  const facts = Object.fromEntries(entries.filter((entry) => !isCommon(entry)))
  return { kind: 'finding', reason, facts, common, statusCode } as Finding
}
