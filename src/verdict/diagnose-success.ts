import { parseJson } from '../base/json.ts'
import { type Finding, finding } from '../catalogue/finding.ts'
import type { Answer } from '../wire/answer.ts'
import { diagnoseBrokenBody } from './broken-body.ts'
import { describeEdge, describeMissingRoute } from './edge.ts'
import { jsonAnswer } from './json-answer.ts'
import { isLoginPage } from './login.ts'
import { findFrontUrl } from './other-product.ts'
import { isHtml } from './page.ts'
import { contradictionOf, describeCache } from './proof.ts'
import type { JsonAnswer } from './question.ts'
import { askedPath, askedUrl, type SentRequest } from './sent-request.ts'
import { speakerOf } from './speaker.ts'

/** @param answer of a status 2xx */
export function diagnoseSuccess(answer: Answer, request: SentRequest): JsonAnswer | Finding {
  const { statusCode, headers, body } = answer
  const path = askedPath(request)
  const broken = diagnoseBrokenBody(answer)
  if (broken !== undefined) return broken
  if (body.trim() === '') {
    const { edge } = speakerOf(answer, request)
    return finding('empty-response', { edge, path, noRoute: describeMissingRoute(answer) }, statusCode)
  }
  const json = parseJson(body)
  const isPage = json === undefined && isHtml(body, headers.get('content-type') ?? '')
  if (isPage && isLoginPage(body, askedUrl(request))) return ssoLogin(answer, request)
  if (statusCode !== 200 || isPage) {
    const { edge, pageTitle } = speakerOf(answer, request)
    if (statusCode !== 200) return finding('unexpected-status', { edge, pageTitle, path }, statusCode)
    const frontUrl = findFrontUrl(answer, askedUrl(request), request.baseUrl, request.product)
    return finding('html-page', { edge, pageTitle, frontUrl }, statusCode)
  }
  if (json === undefined) return finding('invalid-json', { path }, statusCode)
  const contradiction = contradictionOf(answer)
  const asAnswered = jsonAnswer(json, answer, request)
  if (contradiction === undefined) return asAnswered
  const { operator, product } = asAnswered
  const facts = { contradiction, path, notAnswered: product }
  if (describeCache(answer) === undefined) return finding('no-identity', { ...facts, operator }, statusCode)
  // What a cache has kept is the product's own answer, and bears the marks of both.
  const edge = describeEdge(answer)
  const cache = edge.name === undefined ? 'its cache' : `the cache of ${edge.name}`
  return finding('no-identity', { ...facts, operator: edge.operator ?? operator, cache }, statusCode)
}

/** @param location where a redirect leads: origin and path */
export function ssoLogin(answer: Answer, request: SentRequest, location?: string): Finding {
  const { pageTitle: ownTitle, operator } = speakerOf(answer, request)
  // The page that comes with a redirect is not the login; its title says no more than the status.
  const pageTitle = location === undefined ? ownTitle : undefined
  return finding('sso-login', { location, pageTitle, operator, path: askedPath(request) }, answer.statusCode)
}
