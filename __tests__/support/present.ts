import { catalogue } from '../../src/catalogue/catalogue.ts'
import { type Presentation, present as presentInWords, type RunFacts } from '../../src/report/presentation.ts'
import type { Redactor } from '../../src/report/redact.ts'
import type { Verdict } from '../../src/verdict/judge.ts'

/** Puts a verdict into the words of its reason. */
export function present(verdict: Verdict, redactor: Redactor, run: RunFacts): Presentation {
  return presentInWords(verdict, catalogue[verdict.finding.reason], redactor, run)
}
