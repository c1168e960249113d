import type { Inputs } from '../../src/inputs/inputs.ts'
import { jira } from '../../src/products/jira/jira.ts'
import type { Presentation } from '../../src/report/presentation.ts'
import { createRedactor } from '../../src/report/redact.ts'
import { judgeExpiry } from '../../src/verdict/expiry.ts'
import { type Evidence, judge, NO_EVIDENCE, type Verdict } from '../../src/verdict/judge.ts'
import { present } from '../support/present.ts'
import { identityOf, inputsOf, nowMs } from '../verdict/asked-for.ts'

/** What is shown of a verdict. */
export const shownOf = (verdict: Verdict): Presentation =>
  present(verdict, createRedactor([]), { requests: 2, durationMs: 80, nowMs, nameOf: (input) => input })

/** What is shown where Jira named `svc-ci`, and of whatever else was heard from it and asked for. */
export function heard(evidence: Partial<Evidence> = {}, changes: Partial<Inputs> = {}): Presentation {
  const inputs = inputsOf({ baseUrl: 'https://jira.example.com', ...changes })
  const expiry =
    evidence.tokens === undefined
      ? NO_EVIDENCE.expiry
      : judgeExpiry(evidence.tokens, { ...inputs, fingerprint: () => '' }, nowMs)
  return shownOf(judge(inputs, { ...NO_EVIDENCE, identity: identityOf(), expiry, ...evidence }, jira, nowMs))
}
