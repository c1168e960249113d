import { isObject, parseJson } from '../../base/json.ts'
import type { Answer } from '../../wire/answer.ts'
import { isOfAtlassianEdge } from '../atlassian-edge.ts'

const TRACE_HEADERS = [
  'x-arequestid',
  'x-anodeid',
  'x-asessionid',
  'x-asen',
  'x-ausername',
  'x-seraph-loginreason',
  'x-authentication-denied-reason',
  'atl-traceid',
]

const TRACE_BODY =
  /Client must be authenticated to access this resource|Basic Authentication Failure - Reason|Basic Authentication has been disabled on this instance|Failed to parse Connect Session Auth Token|AUTHENTICATION_DENIED/i

/**
 * Whether an answer came from Jira itself: it bears one of Jira's headers or is one of Jira's bodies. Without such a
 * trace something in front of Jira answered, and nothing is known about the token.
 */
export function hasTraceOfJira(answer: Answer): boolean {
  return hasTraceHeader(answer.headers) || TRACE_BODY.test(answer.body) || isErrorEnvelope(answer.body)
}

/** Whether an answer bears one of Jira's headers. */
export function hasTraceHeader(headers: Answer['headers']): boolean {
  return (
    TRACE_HEADERS.some((name) => headers.has(name)) ||
    /(?:^|,)\s*OAuth\s+realm\s*=/i.test(headers.get('www-authenticate') ?? '')
  )
}

/** The two shapes in which Jira's REST resources tell an error. */
function isErrorEnvelope(body: string): boolean {
  if (!/"(?:errorMessages|status-code)"/.test(body)) return false
  const json = parseJson(body)
  if (!isObject(json)) return false
  return Array.isArray(json['errorMessages']) || (typeof json['message'] === 'string' && 'status-code' in json)
}

/** Whether an answer is one of Jira Cloud: of Atlassian's edge, or one that takes every Bearer for a session of an app. */
export function isOfCloud({ headers, body }: Answer): boolean {
  return isOfAtlassianEdge(headers) || /Failed to parse Connect Session Auth Token/i.test(body)
}
