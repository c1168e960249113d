import { isObject, parseJson } from '../base/json.ts'
import type { Reason } from '../catalogue/catalogue.ts'
import type { Facts } from '../catalogue/entry.ts'
import { type Finding, finding } from '../catalogue/finding.ts'
import type { Answer } from '../wire/answer.ts'
import { describeRetryAt } from '../wire/retry-after.ts'
import { nameEdge } from './edge.ts'
import { isLoginPage, isLoginUrl } from './login.ts'
import { isAnonymous } from './user.ts'

/** What was asked, as far as it matters for judging the answer. */
export interface SentRequest {
  /** Base URL of Jira. */
  readonly jiraUrl: string
  /** Appended to it. */
  readonly path: string
  readonly scheme: 'Bearer' | 'Basic'
  /** Whether an answer bears a trace of the product that is asked. */
  readonly hasTrace: (answer: Answer) => boolean
}

/** An answer that is what it should be, as far as HTTP goes. */
export interface JsonAnswer {
  readonly kind: 'json'
  readonly json: unknown
  readonly statusCode: number
}

/**
 * Judges an answer by the precedence of the contract: 401 and 403, then `AUTHENTICATED_FAILED` at any other status,
 * then 407, 404, 429, 5xx, redirects, 2xx, the rest. How the body ended matters only with 2xx.
 * @returns the parsed body of a 200 that is JSON, or what was found instead
 */
export function diagnoseAnswer(answer: Answer, request: SentRequest, nowMs: number): JsonAnswer | Finding {
  const { statusCode } = answer
  const found = (reason: Reason, facts: Facts = {}): Finding =>
    finding(reason, { status: String(statusCode), edge: nameEdge(answer), ...facts }, statusCode)

  if (statusCode === 401) return found(reasonOfUnauthorized(answer, request))
  if (statusCode === 403) return found(reasonOfForbidden(answer, request), { loginUrl: loginUrlOf(answer, request) })
  if (saysAuthenticationFailed(answer)) return found(rejectionOf(request))
  if (statusCode === 407) return found('proxy-unauthorized')
  if (statusCode === 404) return found('not-found')
  if (statusCode === 429) return found('rate-limited', { retryAt: describeRetryAt(answer, nowMs) })
  if (statusCode >= 500 && statusCode <= 599) return found(reasonOfServerError(answer, request))
  if (isRedirect(answer)) return diagnoseRedirect(answer, request, found)
  if (statusCode >= 200 && statusCode <= 299) return diagnoseSuccess(answer, request, found)
  return found(wantsClientCertificate(answer) ? 'tls-client-certificate' : 'unexpected-status', {
    detail: describeUnexpected(answer),
  })
}

type Found = (reason: Reason, facts?: Facts) => Finding

function rejectionOf({ scheme }: SentRequest): Reason {
  return scheme === 'Basic' ? 'basic-rejected' : 'token-rejected'
}

function reasonOfUnauthorized(answer: Answer, request: SentRequest): Reason {
  return request.hasTrace(answer) ? rejectionOf(request) : 'edge-unauthorized'
}

function reasonOfForbidden(answer: Answer, { hasTrace }: SentRequest): Reason {
  const { headers, body } = answer
  if (
    /CAPTCHA_CHALLENGE/i.test(headers.get('x-authentication-denied-reason') ?? '') ||
    /AUTHENTICATION_DENIED/i.test(headers.get('x-seraph-loginreason') ?? '') ||
    /AUTHENTICATION_DENIED/.test(body)
  ) {
    return 'captcha-required'
  }
  if (/Basic Authentication has been disabled/i.test(body)) return 'basic-auth-disabled'
  if (/Failed to parse Connect Session Auth Token/i.test(body)) return 'cloud-needs-basic'
  return hasTrace(answer) ? 'access-denied' : 'edge-forbidden'
}

/** The login page that a CAPTCHA challenge names, if it is at the same origin as Jira: it is the server's word. */
function loginUrlOf({ headers }: Answer, { jiraUrl }: SentRequest): string | undefined {
  const text = /login-url=([^\s;,]+)/i.exec(headers.get('x-authentication-denied-reason') ?? '')?.[1]
  const url = URL.parse(text ?? '')
  return url !== null && url.origin === new URL(jiraUrl).origin ? `${url.origin}${url.pathname}` : undefined
}

/** Jira says so in a header, or in the words of an error; a display name in JSON, cut or not, says nothing. */
function saysAuthenticationFailed({ headers, body }: Answer): boolean {
  const says = (text: unknown): boolean => typeof text === 'string' && text.includes('AUTHENTICATED_FAILED')
  if (/AUTHENTICATED_FAILED/i.test(headers.get('x-seraph-loginreason') ?? '')) return true
  if (!says(body)) return false
  const json = parseJson(body)
  if (!isObject(json)) return !/^\s*[{[]/.test(body)
  const { message, errorMessages } = json
  return says(message) || (Array.isArray(errorMessages) && errorMessages.some(says))
}

function reasonOfServerError(answer: Answer, { hasTrace }: SentRequest): Reason {
  const { statusCode } = answer
  const isGateway = statusCode === 502 || statusCode === 504 || (statusCode === 503 && !hasTrace(answer))
  return isGateway ? 'gateway-error' : 'server-error'
}

function isRedirect({ statusCode, headers }: Answer): boolean {
  return [301, 302, 303, 307, 308].includes(statusCode) || (statusCode === 300 && headers.has('location'))
}

function diagnoseRedirect({ headers, body }: Answer, { jiraUrl, path }: SentRequest, found: Found): Finding {
  const base = `${jiraUrl}${path}`
  const url = URL.parse(headers.get('location') ?? '', base)
  if (!headers.has('location') || url === null || !/^https?:$/.test(url.protocol)) {
    return found(isLoginPage(body, base) ? 'sso-login' : 'redirected')
  }
  // Origin and path only: the rest can hold a session, a state or credentials.
  const location = `${url.origin}${url.pathname}`
  const resource = new URL(`${url.origin}${path}`).pathname
  // What still asks for the same resource is Jira at another address, wherever it is.
  const newBaseUrl = url.pathname.endsWith(resource) ? location.slice(0, -resource.length) : undefined
  if (newBaseUrl === undefined && isLoginUrl(url)) return found('sso-login', { location })
  return found('redirected', { location, newBaseUrl: newBaseUrl === jiraUrl ? undefined : newBaseUrl })
}

function diagnoseSuccess(answer: Answer, { jiraUrl, path }: SentRequest, found: Found): JsonAnswer | Finding {
  const { statusCode, headers, body, bodyState } = answer
  if (bodyState === 'cut') return found('response-cut')
  if (bodyState === 'too-large') return found('response-too-large')
  if (bodyState === 'late') {
    return found('timeout', { seconds: String(Math.ceil(answer.timeoutMs / 1000)), phase: 'reading the answer' })
  }
  if (body.trim() === '') return found('empty-response')
  const json = parseJson(body)
  const isPage = json === undefined && isHtml(body, headers.get('content-type') ?? '')
  if (isPage && isLoginPage(body, `${jiraUrl}${path}`)) return found('sso-login')
  if (statusCode !== 200) return found('unexpected-status')
  if (isPage) return found('html-page', { pageTitle: /<title\b[^>]{0,100}>([^<]{1,200})/i.exec(body)?.[1]?.trim() })
  if (json === undefined) return found('invalid-json')
  if (headers.get('x-ausername')?.split(', ').some(isAnonymous)) return found('no-identity')
  return { kind: 'json', json, statusCode }
}

function isHtml(body: string, contentType: string): boolean {
  if (
    /^\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script|form|div|h1|p|center)\b/i.test(
      body,
    )
  ) {
    return true
  }
  return /\bx?html\b/i.test(contentType) && !/^\s*[{["]/.test(body)
}

/** nginx wants a client certificate in words, after a handshake that went well. */
function wantsClientCertificate({ statusCode, body }: Answer): boolean {
  return (
    [400, 495, 496].includes(statusCode) && /No required SSL certificate was sent|The SSL certificate error/i.test(body)
  )
}

function describeUnexpected(answer: Answer): string | undefined {
  if (wantsClientCertificate(answer)) {
    return /No required SSL certificate/i.test(answer.body) ? 'none was given' : 'it rejects the one given'
  }
  if (/plain HTTP request was sent to HTTPS port/i.test(answer.body)) return 'that port wants https://, not http://'
  return undefined
}
