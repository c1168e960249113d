import type { Outcome, TracedOutcome } from './answer.ts'
import type { Http, HttpRequest } from './http.ts'

/** What is known of a request besides what came of it. */
export interface LoggedRequest {
  readonly method: HttpRequest['method']
  readonly path: string
  /** How often this method and path have been asked for, this time included. */
  readonly attempt: number
  readonly hasToken: boolean
}

/**
 * The same requests, each of which is told in a line once something has come of it.
 * @param tell gets a line with names of the server's in it, not yet sanitized
 */
export function logRequests(http: Http, tell: (line: string) => void): Http {
  const attempts = new Map<string, number>()
  const send: Http['send'] = async (request, timeoutMs) => {
    const { method, path, authorization } = request
    const attempt = (attempts.get(`${method} ${path}`) ?? 0) + 1
    attempts.set(`${method} ${path}`, attempt)
    const outcome = await http.send(request, timeoutMs)
    tell(describeRequest({ method, path, attempt, hasToken: authorization !== undefined }, outcome))
    return outcome
  }
  return {
    get requestCount() {
      return http.requestCount
    },
    get: (path, authorization, timeoutMs) => send({ method: 'GET', path, authorization }, timeoutMs),
    send,
  }
}

/**
 * One request in a line, for who looks for a fault: no value of a header, nothing of a body.
 * @returns of no set length, since nothing may be cut before the secrets are out of it
 */
export function describeRequest({ method, path, attempt, hasToken }: LoggedRequest, outcome: TracedOutcome): string {
  const { route, connection, tlsVersion, requestCount } = outcome.trace
  const facts = [
    `attempt ${attempt}`,
    hasToken ? 'with the token' : 'without the token',
    route === 'direct' ? route : 'through the proxy',
    tlsVersion ?? 'no TLS',
    requestCount === 1 ? `${connection} connection` : 'sent again on a new connection, since the kept one was dead',
  ]
  return `${method} ${path}: ${describeOutcome(outcome)}; ${facts.join(', ')}${describeHeaders(outcome)}`
}

function describeOutcome(outcome: TracedOutcome): string {
  const time = `${Math.round(outcome.durationMs)} ms`
  if (outcome.kind === 'no-answer') return `no answer (${outcome.code || 'no code'}, ${outcome.phase}) after ${time}`
  const { statusCode, bodyState, trace } = outcome
  return `HTTP ${statusCode} in ${time}, ${trace.bodyBytes} bytes${bodyState === 'complete' ? '' : `, ${bodyState}`}`
}

/** Headers that say nothing of what is on the way, or that every Jira sends. */
const USUAL_HEADERS: ReadonlySet<string> = new Set([
  ...['cache-control', 'connection', 'content-encoding', 'content-length', 'content-type', 'date', 'etag', 'expires'],
  ...['keep-alive', 'last-modified', 'pragma', 'set-cookie', 'transfer-encoding', 'vary', 'www-authenticate'],
  ...['content-security-policy', 'referrer-policy', 'strict-transport-security', 'x-content-type-options'],
  ...['x-frame-options', 'x-xss-protection'],
  ...['x-anodeid', 'x-arequestid', 'x-asen', 'x-asessionid', 'x-ausername', 'x-seraph-loginreason'],
])

const MAX_HEADERS = 20

/** The names of the headers that may tell who stands in front; their values may hold anything. */
function describeHeaders(outcome: Outcome): string {
  if (outcome.kind === 'no-answer') return ''
  const names = [...outcome.headers.keys()].filter((name) => !USUAL_HEADERS.has(name))
  if (names.length === 0) return ''
  const shown = names.slice(0, MAX_HEADERS)
  const more = names.length > MAX_HEADERS ? [`and ${names.length - MAX_HEADERS} more`] : []
  return `; headers besides the usual: ${[...shown, ...more].join(', ')}`
}
