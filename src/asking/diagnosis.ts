import type { Finding } from '../catalogue/finding.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { diagnoseAnswer } from '../verdict/diagnose-answer.ts'
import { diagnoseNoAnswer } from '../verdict/diagnose-no-answer.ts'
import type { ProductTraits } from '../verdict/product-traits.ts'
import type { JsonAnswer } from '../verdict/question.ts'
import type { SentRequest } from '../verdict/sent-request.ts'
import type { NoAnswer, Outcome } from '../wire/answer.ts'

/** Judges the outcomes of one run. */
export interface Diagnosis {
  /** @param path what was asked for */
  of(outcome: Outcome, path: string, nowMs: number): JsonAnswer | Finding
  /** Of a question for which no time was left. */
  ofNoTime(timeoutMs: number): Finding
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
  const ofNoAnswer = (noAnswer: NoAnswer): Finding => {
    const clientCertificate = !isCertificateGiven ? 'none' : hasAnswered ? 'accepted' : 'untried'
    return diagnoseNoAnswer(noAnswer, { product: product.words.product, proxy, clientCertificate })
  }
  return {
    of(outcome, path, nowMs) {
      if (outcome.kind === 'no-answer') return ofNoAnswer(outcome)
      hasAnswered = true
      return diagnoseAnswer(outcome, { baseUrl: baseUrl, path, ...sent, product }, nowMs)
    },
    ofNoTime: (timeoutMs) =>
      ofNoAnswer({ kind: 'no-answer', code: 'TIMEOUT', message: '', phase: 'answer', durationMs: timeoutMs }),
  }
}
