import { type Finding, finding } from '../catalogue/finding.ts'
import type { Answer } from '../wire/answer.ts'
import { describeChallenge } from './challenge.ts'
import { readLoginReason } from './proof.ts'
import { askedPath, type SentRequest } from './sent-request.ts'
import { speakerOf } from './speaker.ts'

/** A login that is refused until a CAPTCHA is solved, which servers tell at any status, and in a body only of an error. */
export function diagnoseCaptcha(answer: Answer, request: SentRequest): Finding | undefined {
  const { statusCode, headers, body } = answer
  const isError = statusCode < 200 || statusCode > 299
  const isDenied =
    readLoginReason(headers) === 'denied' ||
    /CAPTCHA_CHALLENGE/i.test(headers.get('x-authentication-denied-reason') ?? '') ||
    (isError && /AUTHENTICATION_DENIED|CAPTCHA_CHALLENGE/.test(body)) ||
    request.product.asksForCaptcha(answer)
  return isDenied ? finding('captcha-required', { loginUrl: loginUrlOf(answer, request) }, statusCode) : undefined
}

/** The login page that a CAPTCHA challenge names, if it is at the same origin: it is the server's word. */
function loginUrlOf({ headers }: Answer, { baseUrl }: SentRequest): string | undefined {
  const text = /login-url=([^\s;,]+)/i.exec(headers.get('x-authentication-denied-reason') ?? '')?.[1]
  const url = URL.parse(text ?? '')
  return url !== null && url.origin === new URL(baseUrl).origin ? `${url.origin}${url.pathname}` : undefined
}

/**
 * The server does not accept what it was sent.
 * @param asNobody how it shows that, where it does so by its answer to an anonymous user: words that follow “It”
 */
export function rejection(
  { statusCode }: Pick<Answer, 'statusCode'>,
  { scheme, traits }: Pick<SentRequest, 'scheme' | 'traits'>,
  asNobody?: string,
): Finding {
  if (scheme === 'Basic') return finding('basic-rejected', {}, statusCode)
  const { jwtExpiredOn, cloudToken } = traits
  return finding('token-rejected', { jwtExpiredOn, cloudToken, asNobody }, statusCode)
}

/**
 * What a 401 means that is no CAPTCHA.
 * @returns `token-rejected` or `basic-rejected` from the product itself; `cloud-needs-basic` from its Cloud, where what was
 *   sent as Bearer is no JWT; `edge-unauthorized` where there is no trace of the product, with the login that is wanted
 */
export function diagnoseUnauthorized(answer: Answer, request: SentRequest): Finding {
  const { statusCode } = answer
  if (request.product.isOfCloud(answer)) return cloudRefusal(answer, request)
  const { isOwn, edge, pageTitle, operator } = speakerOf(answer, request)
  if (isOwn) return rejection(answer, request)
  const facts = { edge, pageTitle, operator, path: askedPath(request), challenge: describeChallenge(answer) }
  return finding('edge-unauthorized', facts, statusCode)
}

/**
 * What a 403 means that is no CAPTCHA.
 * @returns `basic-auth-disabled` where the body says so; from Cloud the same as a 401, unless it refuses the address or a
 *   user whom it names; `access-denied` where there is a trace of the product, else `edge-forbidden`
 */
export function diagnoseForbidden(answer: Answer, request: SentRequest): Finding {
  const { statusCode, body } = answer
  if (/Basic Authentication has been disabled/i.test(body)) return finding('basic-auth-disabled', {}, statusCode)
  if (request.product.isOfCloud(answer)) {
    if (SAYS_ADDRESS_REFUSED.test(body)) return edgeForbidden(answer, request)
    if (!namesUser(answer)) return cloudRefusal(answer, request)
  }
  return request.product.hasTrace(answer) ? finding('access-denied', {}, statusCode) : edgeForbidden(answer, request)
}

/**
 * Something in front of the server turns the request away.
 * @returns `edge-forbidden` with its name and the title of its page, where they can be told, and whom to ask
 */
export function edgeForbidden(answer: Answer, request: SentRequest): Finding {
  const { edge, pageTitle, operator } = speakerOf(answer, request)
  return finding('edge-forbidden', { edge, pageTitle, operator, path: askedPath(request) }, answer.statusCode)
}

/** Words of an allow-list of addresses: Atlassian's Cloud has one, which looks at no token. */
const SAYS_ADDRESS_REFUSED = /\bIP[ -]address\b[^<>{}]{0,100}\b(?:not|isn[’']t) allowed|\bIP allow-?list/i

/** Whether the server says whom it has recognised, so that what it refuses is no login. */
function namesUser({ headers }: Answer): boolean {
  const words = (headers.get('x-seraph-loginreason') ?? '').split(/[^A-Z_]+/i)
  return words.includes('OK') && readLoginReason(headers) === undefined
}

/** Cloud takes a JWT as Bearer (OAuth 2.0), so that one is refused for itself. */
function cloudRefusal(answer: Answer, request: SentRequest): Finding {
  const { scheme, traits } = request
  const needsBasic = scheme === 'Bearer' && !traits.isJwt
  return needsBasic ? finding('cloud-needs-basic', {}, answer.statusCode) : rejection(answer, request)
}
