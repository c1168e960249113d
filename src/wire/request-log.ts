import type { Clock } from '../base/clock.ts'
import type { Outcome } from './answer.ts'
import type { Http } from './http.ts'

/** How a request went, where that is known. */
interface Trace {
  readonly route: 'direct' | 'proxy'
  readonly connection: 'new' | 'reused'
  readonly tlsVersion: string | undefined
  readonly bodyBytes: number
  readonly requestCount: 1 | 2
}

type Traced = Outcome & { readonly trace?: Trace }

/** What is known of a request besides what came of it. */
export interface LoggedRequest {
  readonly path: string
  /** How often this path has been asked for, this time included. */
  readonly attempt: number
  readonly hasToken: boolean
  /** From the request to the end of the answer, in milliseconds. */
  readonly durationMs: number
}

/**
 * The same requests, each of which is told in a line once something has come of it.
 * @param tell gets a line with names of the server's in it, not yet sanitized
 */
export function logRequests(http: Http, clock: Clock, tell: (line: string) => void): Http {
  const attempts = new Map<string, number>()
  return {
    get requestCount() {
      return http.requestCount
    },
    async get(path, authorization, timeoutMs) {
      const attempt = (attempts.get(path) ?? 0) + 1
      attempts.set(path, attempt)
      const startMs = clock.monotonicMs()
      const outcome = await http.get(path, authorization, timeoutMs)
      const durationMs = clock.monotonicMs() - startMs
      tell(describeRequest({ path, attempt, hasToken: authorization !== undefined, durationMs }, outcome))
      return outcome
    },
  }
}

/**
 * One request in a line, for who looks for a fault: no value of a header, nothing of a body.
 * @returns of no set length, since nothing may be cut before the secrets are out of it
 */
export function describeRequest({ path, attempt, hasToken, durationMs }: LoggedRequest, outcome: Traced): string {
  const { trace } = outcome
  const facts = [
    `attempt ${attempt}`,
    hasToken ? 'with the token' : 'without the token',
    ...(trace === undefined ? [] : describeTrace(trace)),
  ]
  return `GET ${path}: ${describeOutcome(outcome, durationMs)}; ${facts.join(', ')}${describeHeaders(outcome)}`
}

function describeOutcome(outcome: Traced, durationMs: number): string {
  const time = `${Math.round(durationMs)} ms`
  if (outcome.kind === 'no-answer') return `no answer (${outcome.code || 'no code'}, ${outcome.phase}) after ${time}`
  const { statusCode, bodyState, body, trace } = outcome
  const state = bodyState === 'complete' ? '' : `, ${bodyState}`
  return `HTTP ${statusCode} in ${time}, ${trace?.bodyBytes ?? Buffer.byteLength(body)} bytes${state}`
}

function describeTrace({ route, connection, tlsVersion, requestCount }: Trace): readonly string[] {
  return [
    route === 'direct' ? route : 'through the proxy',
    tlsVersion ?? 'no TLS',
    requestCount === 1
      ? `${connection} connection`
      : 'sent again on a new connection, since the one that was left was dead',
  ]
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
