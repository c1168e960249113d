import { type FactsOf, type Finding, finding } from '../catalogue/finding.ts'
import type { Answer } from '../wire/answer.ts'
import { ssoLogin } from './diagnose-success.ts'
import { isLoginPage } from './login.ts'
import { judgeRedirect } from './redirect.ts'
import { askedPath, askedUrl, type SentRequest } from './sent-request.ts'
import { speakerOf } from './speaker.ts'

export function isRedirect({ statusCode, headers }: Answer): boolean {
  return [301, 302, 303, 307, 308].includes(statusCode) || (statusCode === 300 && headers.has('location'))
}

/** @param answer that {@link isRedirect} is true of */
export function diagnoseRedirect(answer: Answer, request: SentRequest): Finding {
  const { statusCode, headers, body } = answer
  const asked = askedUrl(request)
  const target = URL.parse(fromUtf8(headers.get('location') ?? ''), asked.href)
  if (!headers.has('location') || target === null || !/^https?:$/.test(target.protocol)) {
    return isLoginPage(body, asked)
      ? ssoLogin(answer, request)
      : finding('redirected', { path: askedPath(request), comparedUrl: request.baseUrl }, statusCode)
  }
  // Origin and path only: the rest can hold a session, a state or credentials.
  const location = `${target.origin}${target.pathname}`
  const redirect = judgeRedirect(target, asked, request.baseUrl, request.product)
  if (redirect.kind === 'login') return ssoLogin(answer, request, location)
  const advice = adviceOn(redirect, request, speakerOf(answer, request).operator)
  return finding('redirected', { location, path: askedPath(request), ...advice }, statusCode)
}

/** Node reads a header as Latin-1, and some servers write paths in UTF-8. */
function fromUtf8(header: string): string {
  const text = Buffer.from(header, 'latin1').toString()
  return text.includes('\uFFFD') ? header : text
}

type Advice = Omit<FactsOf<'redirected'>, 'location' | 'path'>

function adviceOn(
  redirect: ReturnType<typeof judgeRedirect>,
  { baseUrl, product }: SentRequest,
  operator: string,
): Advice {
  switch (redirect.kind) {
    case 'moved':
      return { newBaseUrl: redirect.baseUrl, comparedUrl: baseUrl }
    case 'cloud':
      return { redirection: `it has moved to ${product.words.product} Cloud`, cloudUrl: redirect.baseUrl }
    case 'block-page':
      return { redirection: 'a web filter blocks the way', blockedHost: new URL(baseUrl).host }
    case 'loop':
      return { redirection: 'to itself, without end', loopOperator: operator }
    default:
      return { comparedUrl: baseUrl }
  }
}
