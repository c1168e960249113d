import type { Reason } from '../../src/catalogue/catalogue.ts'
import type { CommonFacts, Facts } from '../../src/catalogue/facts.ts'
import type { Finding } from '../../src/catalogue/finding.ts'

/** A finding of a reason that is not known before the test runs, whatever facts it would have to have. */
export function anyFinding(reason: Reason, given: Facts = {}, statusCode: number | null = null): Finding {
  const { jira, host, user, provenUser, tokenPage, attempts, wait, ...facts } = given
  const common: Required<CommonFacts> = { jira, host, user, provenUser, tokenPage, attempts, wait }
  return { kind: 'finding', reason, facts, common, statusCode } as Finding
}
