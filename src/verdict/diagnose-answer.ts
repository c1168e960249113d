import { type Finding, finding } from '../catalogue/finding.ts'
import type { Answer } from '../wire/answer.ts'
import { diagnoseUnreachedPort } from './diagnose-port.ts'
import { diagnoseRedirect, isRedirect } from './diagnose-redirect.ts'
import {
  diagnoseCaptcha,
  diagnoseForbidden,
  diagnoseUnauthorized,
  edgeForbidden,
  rejection,
} from './diagnose-refusal.ts'
import { diagnoseSuccess, ssoLogin } from './diagnose-success.ts'
import { diagnoseRateLimit, diagnoseServerError } from './diagnose-unavailable.ts'
import { describeMissingRoute, isBlockPage } from './edge.ts'
import { saysAuthenticationFailed } from './failed-login.ts'
import { findFrontUrl } from './other-product.ts'
import type { JsonAnswer } from './question.ts'
import { askedPath, askedUrl, type SentRequest } from './sent-request.ts'
import { speakerOf } from './speaker.ts'

/**
 * Judges an answer, by the precedence of the contract. How the body ended matters only with 2xx.
 * @returns the parsed body of a 200 that is JSON, or what was found instead
 */
export function diagnoseAnswer(answer: Answer, request: SentRequest, nowMs: number): JsonAnswer | Finding {
  const { statusCode } = answer
  // https://www.rfc-editor.org/rfc/rfc9110#section-15
  if (statusCode < 100) return finding('malformed-response', { detail: 'its status is no number from 100 to 599' })
  const early = diagnoseCaptcha(answer, request) ?? diagnoseUnreachedPort(answer, request)
  if (early !== undefined) return early
  if (isBlockPage(answer) && !request.product.hasTrace(answer)) return edgeForbidden(answer, request)
  if (statusCode === 401) return diagnoseUnauthorized(answer, request)
  if (statusCode === 403) return diagnoseForbidden(answer, request)
  if (saysAuthenticationFailed(answer)) return rejection(answer, request)
  if (statusCode === 407) return finding('proxy-unauthorized', { proxyVariable: 'the proxy variable' }, statusCode)
  if (statusCode === 404) return diagnoseNotFound(answer, request)
  if (statusCode === 429) return diagnoseRateLimit(answer, request, nowMs)
  // A network that lets nobody out before they have logged in: https://www.rfc-editor.org/rfc/rfc6585#section-6
  if (statusCode === 511) return ssoLogin(answer, request)
  if (statusCode >= 500 && statusCode <= 599) return diagnoseServerError(answer, request, nowMs)
  if (isRedirect(answer)) return diagnoseRedirect(answer, request)
  if (statusCode >= 200 && statusCode <= 299) return diagnoseSuccess(answer, request)
  return diagnoseUnexpected(answer, request)
}

function diagnoseNotFound(answer: Answer, request: SentRequest): Finding {
  const { edge, pageTitle } = speakerOf(answer, request)
  const frontUrl = findFrontUrl(answer, askedUrl(request), request.baseUrl, request.product)
  return finding('not-found', { edge, pageTitle, noRoute: describeMissingRoute(answer), frontUrl }, answer.statusCode)
}

/** Statuses that a server of ours never has for a GET, and with which firewalls turn requests away. */
const FIREWALL_STATUSES = [405, 406, 418, 451]

/** Words of nginx, Apache and Tomcat for headers that they do not read to the end. */
const TOO_LARGE =
  /Request Header Or Cookie Too Large|Size of a request header field exceeds server limit|Request header is too large/i

function describeUnexpected({ statusCode, body }: Answer): string | undefined {
  // https://www.rfc-editor.org/rfc/rfc6585#section-5
  const isTooLarge = statusCode === 431 || (statusCode === 400 && TOO_LARGE.test(body))
  return isTooLarge ? 'it finds the headers too large, so look at the length of the token' : undefined
}

function diagnoseUnexpected(answer: Answer, request: SentRequest): Finding {
  const { statusCode } = answer
  const { edge, pageTitle, operator, isOwn } = speakerOf(answer, request)
  const isFirewall = !isOwn && FIREWALL_STATUSES.includes(statusCode)
  return finding(
    'unexpected-status',
    {
      edge,
      pageTitle,
      detail: describeUnexpected(answer),
      path: askedPath(request),
      firewallOperator: isFirewall ? operator : undefined,
    },
    statusCode,
  )
}
