import { type Finding, finding } from '../catalogue/finding.ts'
import type { Answer } from '../wire/answer.ts'
import { describeRetryAt } from './retry-at.ts'
import type { SentRequest } from './sent-request.ts'
import { speakerOf } from './speaker.ts'
import { describeUnreached, isGatewayStatus } from './unreached.ts'

/** A 429 of the product is about its user, one of something in front about the address of the runner. */
export function diagnoseRateLimit(answer: Answer, request: SentRequest, nowMs: number): Finding {
  const { isOwn, edge, operator, pageTitle } = speakerOf(answer, request)
  const who = isOwn ? { limitedUser: 'the user' } : { limiter: edge ?? 'something', operator, pageTitle }
  return finding('rate-limited', { ...who, retryAt: describeRetryAt(answer, nowMs) }, answer.statusCode)
}

/**
 * What a status from 500 to 599 means.
 * @param nowMs milliseconds since the epoch, to tell when the server may be asked again
 * @returns `gateway-error` where something in front did not reach the server, by the status (502, 504, those of Cloudflare)
 *   or by its words, and for a 503 without a trace of the product; else `server-error`
 */
export function diagnoseServerError(answer: Answer, request: SentRequest, nowMs: number): Finding {
  const { statusCode } = answer
  const { isOwn, edge, operator, pageTitle } = speakerOf(answer, request)
  const unreached = isOwn ? undefined : describeUnreached(answer)
  if (isGatewayStatus(statusCode) || unreached !== undefined || (statusCode === 503 && !isOwn)) {
    const facts = { edge, pageTitle, operator, unreached, retryAt: describeRetryAt(answer, nowMs) }
    return finding('gateway-error', facts, statusCode)
  }
  // The title of a page of the product's own says nothing that the status does not.
  return finding('server-error', isOwn ? {} : { edge, pageTitle, operator }, statusCode)
}
