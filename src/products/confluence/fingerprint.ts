import { isObject, type JsonObject } from '../../base/json.ts'
import type { Answer } from '../../wire/answer.ts'
import { isOfAtlassianEdge } from '../atlassian-edge.ts'
import { isErrorEnvelope } from './mark.ts'

/** Those that its login layer sends, as Jira's does; its own; that of Atlassian's Cloud. */
const TRACE_HEADERS = [
  'x-ausername',
  'x-seraph-loginreason',
  'x-authentication-denied-reason',
  'x-confluence-request-time',
  'atl-traceid',
]

const TRACE_BODY =
  /Client must be authenticated to access this resource|Basic Authentication Failure - Reason|Basic Authentication has been disabled on this instance|AUTHENTICATION_DENIED|not permitted to use confluence/i

/** Whether an answer came from Confluence itself: it bears one of its headers, or is one of its bodies. */
export function hasTraceOfConfluence(answer: Answer): boolean {
  return hasTraceHeader(answer.headers) || TRACE_BODY.test(answer.body) || isErrorEnvelope(answer.body)
}

/** Whether an answer bears one of Confluence's headers. */
export function hasTraceHeader(headers: Answer['headers']): boolean {
  return (
    TRACE_HEADERS.some((name) => headers.has(name)) ||
    /(?:^|,)\s*OAuth\s+realm\s*=/i.test(headers.get('www-authenticate') ?? '')
  )
}

/** Whether JSON has the links that Confluence puts into every resource. */
export function hasOwnLinks(json: JsonObject): boolean {
  const links = json['_links']
  return isObject(links) && typeof links['base'] === 'string' && typeof links['context'] === 'string'
}

/** Whether an answer is one of Confluence Cloud: a wrong token gets the same there as an account that may not use it. */
export function isOfCloud({ headers, body }: Answer): boolean {
  return isOfAtlassianEdge(headers) || /Current user not permitted to use Confluence/i.test(body)
}
