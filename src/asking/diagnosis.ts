import type { Finding } from '../catalogue/finding.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { readJsonAnswer } from '../verdict/json-answer.ts'
import type { Failures } from '../verdict/load-failures.ts'
import type { ProductTraits } from '../verdict/product-traits.ts'
import type { JsonAnswer } from '../verdict/question.ts'
import type { SentRequest } from '../verdict/sent-request.ts'
import type { NoAnswer, Outcome } from '../wire/answer.ts'

/** Judges the outcomes of one run. */
export interface Diagnosis {
  /**
   * The JSON of an answer that nothing speaks against. Of any other outcome {@link of} tells what it is.
   * @param path what was asked for
   */
  jsonOf(outcome: Outcome, path: string): JsonAnswer | undefined
  /** @param path what was asked for */
  of(outcome: Outcome, path: string, nowMs: number, failures: Failures): JsonAnswer | Finding
  /** Of a question for which no time was left. */
  ofNoTime(timeoutMs: number, failures: Failures): Finding
}

/** How the server is asked, as far as it matters for judging. */
export type Asked = Pick<Inputs, 'baseUrl' | 'proxy' | 'tls'>

/** Once the server has answered at all, it has accepted the client certificate. */
export function createDiagnosis(
  { baseUrl, proxy, tls }: Asked,
  sent: Pick<SentRequest, 'scheme' | 'traits'>,
  product: ProductTraits,
): Diagnosis {
  const { protocol } = new URL(baseUrl)
  const isCertificateGiven = tls.client !== undefined && protocol === 'https:'
  let hasAnswered = false
  const ofNoAnswer = (noAnswer: NoAnswer, { diagnoseNoAnswer }: Failures): Finding => {
    const clientCertificate = !isCertificateGiven ? 'none' : hasAnswered ? 'accepted' : 'untried'
    return diagnoseNoAnswer(noAnswer, { product: product.words.product, proxy, clientCertificate })
  }
  return {
    jsonOf(outcome, path) {
      if (outcome.kind === 'no-answer') return undefined
      hasAnswered = true
      return readJsonAnswer(outcome, { baseUrl, path, ...sent, product })
    },
    of: (outcome, path, nowMs, failures) =>
      outcome.kind === 'no-answer'
        ? ofNoAnswer(outcome, failures)
        : failures.diagnoseAnswer(outcome, { baseUrl, path, ...sent, product }, nowMs),
    ofNoTime: (timeoutMs, failures) =>
      ofNoAnswer({ kind: 'no-answer', code: 'TIMEOUT', message: '', phase: 'answer', durationMs: timeoutMs }, failures),
  }
}
