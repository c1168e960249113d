import { isObject, parseJson } from '../base/json.ts'
import { type Finding, finding } from '../catalogue/finding.ts'
import type { Answer } from '../wire/answer.ts'
import { describeRetryAt } from '../wire/retry-after.ts'
import { diagnoseBrokenBody } from './broken-body.ts'
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
  if (statusCode === 401) return diagnoseUnauthorized(answer, request)
  if (statusCode === 403) return diagnoseForbidden(answer, request)
  if (saysAuthenticationFailed(answer)) return rejection(answer, request)
  if (statusCode === 407) return finding('proxy-unauthorized', { proxyVariable: 'the proxy variable' }, statusCode)
  if (statusCode === 404) return finding('not-found', {}, statusCode)
  if (statusCode === 429) return finding('rate-limited', { retryAt: describeRetryAt(answer, nowMs) }, statusCode)
  if (statusCode >= 500 && statusCode <= 599) return diagnoseServerError(answer, request)
  if (isRedirect(answer)) return diagnoseRedirect(answer, request)
  if (statusCode >= 200 && statusCode <= 299) return diagnoseSuccess(answer, request)
  return diagnoseUnexpected(answer)
}

function rejection({ statusCode }: Answer, { scheme }: SentRequest): Finding {
  return finding(scheme === 'Basic' ? 'basic-rejected' : 'token-rejected', {}, statusCode)
}

function diagnoseUnauthorized(answer: Answer, request: SentRequest): Finding {
  if (request.hasTrace(answer)) return rejection(answer, request)
  return finding('edge-unauthorized', { edge: nameEdge(answer) }, answer.statusCode)
}

function diagnoseForbidden(answer: Answer, request: SentRequest): Finding {
  const { statusCode, headers, body } = answer
  if (
    /CAPTCHA_CHALLENGE/i.test(headers.get('x-authentication-denied-reason') ?? '') ||
    /AUTHENTICATION_DENIED/i.test(headers.get('x-seraph-loginreason') ?? '') ||
    /AUTHENTICATION_DENIED/.test(body)
  ) {
    return finding('captcha-required', { loginUrl: loginUrlOf(answer, request) }, statusCode)
  }
  if (/Basic Authentication has been disabled/i.test(body)) return finding('basic-auth-disabled', {}, statusCode)
  if (/Failed to parse Connect Session Auth Token/i.test(body)) return finding('cloud-needs-basic', {}, statusCode)
  if (request.hasTrace(answer)) return finding('access-denied', {}, statusCode)
  return finding('edge-forbidden', { edge: nameEdge(answer) }, statusCode)
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

function diagnoseServerError(answer: Answer, { hasTrace }: SentRequest): Finding {
  const { statusCode } = answer
  const isGateway = statusCode === 502 || statusCode === 504 || (statusCode === 503 && !hasTrace(answer))
  return finding(isGateway ? 'gateway-error' : 'server-error', { edge: nameEdge(answer) }, statusCode)
}

function isRedirect({ statusCode, headers }: Answer): boolean {
  return [301, 302, 303, 307, 308].includes(statusCode) || (statusCode === 300 && headers.has('location'))
}

function diagnoseRedirect({ statusCode, headers, body }: Answer, { jiraUrl, path }: SentRequest): Finding {
  const base = `${jiraUrl}${path}`
  const url = URL.parse(headers.get('location') ?? '', base)
  if (!headers.has('location') || url === null || !/^https?:$/.test(url.protocol)) {
    return isLoginPage(body, base) ? finding('sso-login', {}, statusCode) : finding('redirected', {}, statusCode)
  }
  // Origin and path only: the rest can hold a session, a state or credentials.
  const location = `${url.origin}${url.pathname}`
  const resource = new URL(`${url.origin}${path}`).pathname
  // What still asks for the same resource is Jira at another address, wherever it is.
  const newBaseUrl = url.pathname.endsWith(resource) ? location.slice(0, -resource.length) : undefined
  if (newBaseUrl === undefined && isLoginUrl(url)) return finding('sso-login', { location }, statusCode)
  return finding('redirected', { location, newBaseUrl: newBaseUrl === jiraUrl ? undefined : newBaseUrl }, statusCode)
}

function diagnoseSuccess(answer: Answer, { jiraUrl, path }: SentRequest): JsonAnswer | Finding {
  const broken = diagnoseBrokenBody(answer)
  if (broken !== undefined) return broken
  const { statusCode, headers, body } = answer
  if (body.trim() === '') return finding('empty-response', {}, statusCode)
  const json = parseJson(body)
  const isPage = json === undefined && isHtml(body, headers.get('content-type') ?? '')
  if (isPage && isLoginPage(body, `${jiraUrl}${path}`)) return finding('sso-login', {}, statusCode)
  if (statusCode !== 200) return finding('unexpected-status', {}, statusCode)
  if (isPage) return finding('html-page', { pageTitle: titleOf(body) }, statusCode)
  if (json === undefined) return finding('invalid-json', {}, statusCode)
  if (headers.get('x-ausername')?.split(', ').some(isAnonymous)) return finding('no-identity', {}, statusCode)
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

function titleOf(page: string): string | undefined {
  return /<title\b[^>]{0,100}>([^<]{1,200})/i.exec(page)?.[1]?.trim()
}

function diagnoseUnexpected({ statusCode, body }: Answer): Finding {
  // nginx wants a client certificate in words, after a handshake that went well.
  const isAboutCertificate = /No required SSL certificate was sent|The SSL certificate error/i.test(body)
  if (isAboutCertificate && [400, 495, 496].includes(statusCode)) {
    const detail = /No required SSL certificate/i.test(body) ? 'none was given' : 'it rejects the one given'
    return finding('tls-client-certificate', { detail }, statusCode)
  }
  const isPlainHttp = /plain HTTP request was sent to HTTPS port/i.test(body)
  const detail = isPlainHttp ? 'that port wants https://, not http://' : undefined
  return finding('unexpected-status', { detail }, statusCode)
}
