import { withoutBrackets } from '../base/authority.ts'
import type { Clock } from '../base/clock.ts'
import { RESET_CODES } from '../base/error-code.ts'
import type { TlsMaterial } from '../inputs/certificates.ts'
import type { ForwardProxy } from '../inputs/proxy.ts'
import { createAddresses, type LookUp } from './addresses.ts'
import { ServerAgent } from './agent.ts'
import type { TracedOutcome } from './answer.ts'
import { MAX_BODY_BYTES } from './body.ts'
import { createConnector } from './connector.ts'
import { exchange, type Method, type Request } from './exchange.ts'

/** A request that may change something. */
export interface HttpRequest {
  readonly method: Method
  /** Begins with a slash and is appended to the base URL. */
  readonly path: string
  /** Value of the `Authorization` header; without it the request is anonymous. */
  readonly authorization: string | undefined
  /** Sent as JSON. */
  readonly body?: unknown
  /** In place of ours, but for the authorization. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Requests to one server. */
export interface Http {
  /** Makes a GET request: see `send`. */
  get(path: string, authorization: string | undefined, timeoutMs: number): Promise<TracedOutcome>
  /**
   * Makes one request, follows no redirect, reads a body up to the bound. A GET is made once more on a new connection
   * where the one that an earlier request had left turns out to be dead; anything else is never made twice.
   * @param timeoutMs bound on everything, from name resolution to the end of the body
   * @returns what came of it; never rejects for anything that the network or the server does. Whether the server can
   *   have acted on a request that got no answer, its phase says
   */
  send(request: HttpRequest, timeoutMs: number): Promise<TracedOutcome>
  /** How many requests were made. */
  readonly requestCount: number
}

/** Where and how a server is reached. */
export interface HttpOptions {
  /** Base URL without trailing slashes. */
  readonly baseUrl: string
  readonly tls: TlsMaterial
  readonly proxy: ForwardProxy | undefined
  readonly userAgent: string
  /** What goes with every request besides, to this server alone and never to a proxy; it replaces none of our own. */
  readonly headers?: ReadonlyMap<string, string>
  /** Asked only where a certificate is not trusted without them. */
  readonly readSystemCa: () => readonly string[]
  /** In place of the system's name resolution. */
  readonly lookUp?: LookUp
  /** So much of a body is read; 1 MiB by default. */
  readonly maxBodyBytes?: number
}

/**
 * Makes the way to one server. Nothing is looked up, connected or sent before the first request. A GET leaves its
 * connection for the next one; what changes something gets a connection of its own.
 * @param options certificates and proxy as they were read and found sound
 * @param clock keeps the time of every request
 * @throws a `TypeError` where the base URL is none, which is a bug of ours
 */
export function createHttp(
  { baseUrl, tls, proxy, userAgent, headers, readSystemCa, lookUp, maxBodyBytes = MAX_BODY_BYTES }: HttpOptions,
  clock: Clock,
): Http {
  const { protocol, hostname } = new URL(baseUrl)
  const addresses = createAddresses(proxy?.hostname ?? withoutBrackets(hostname), lookUp)
  const connector = createConnector({ isSecure: protocol === 'https:', tls, proxy, addresses, readSystemCa }, clock)
  const agent = new ServerAgent(protocol, connector, true)
  // A connection that was kept may be dead, and what is sent on it be in doubt: what changes something gets its own.
  const closingAgent = new ServerAgent(protocol, connector, false)
  const options = { userAgent, route: proxy === undefined ? 'direct' : 'proxy', clock, maxBodyBytes } as const
  const givenHeaders = lowerCaseNames(headers ?? [])
  let requestCount = 0

  const makeOnce = async (request: Request, through: ServerAgent): Promise<TracedOutcome> => {
    requestCount += 1
    await through.dropEndedIdleSockets()
    const outcome = await exchange(request, { ...options, agent: through })
    // The address may be what is wrong: next time, all of them are tried.
    if (outcome.kind === 'no-answer') addresses.forget()
    return outcome
  }

  /** Only for what does no harm when it arrives twice: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2 */
  const makeUntilAlive = async (request: Request): Promise<TracedOutcome> => {
    const first = await makeOnce(request, agent)
    const leftMs = request.timeoutMs - first.durationMs
    if (!isFromDeadConnection(first) || leftMs <= 0) return first
    agent.closeIdleSockets()
    const second = await makeOnce({ ...request, timeoutMs: leftMs }, agent)
    const durationMs = first.durationMs + second.durationMs
    return { ...second, durationMs, trace: { ...second.trace, requestCount: 2 } }
  }

  const send = ({ method, path, authorization, body, headers }: HttpRequest, timeoutMs: number) => {
    const ownHeaders = {
      // Without this a server may compress: https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3
      'accept-encoding': 'identity',
      // An answer out of a cache could be somebody else's.
      'cache-control': 'no-cache',
      ...lowerCaseNames(Object.entries(headers ?? {})),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      // Per call and with redirects off, so that it goes to this origin and no other.
      ...(authorization !== undefined && { authorization }),
    }
    const request = {
      method,
      url: `${baseUrl}${path}`,
      // Accept may be given, the others not (src/inputs/headers.ts).
      headers: { accept: 'application/json', ...givenHeaders, ...ownHeaders },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      timeoutMs,
    }
    return method === 'GET' ? makeUntilAlive(request) : makeOnce(request, closingAgent)
  }

  return {
    get requestCount() {
      return requestCount
    },
    get: (path, authorization, timeoutMs) => send({ method: 'GET', path, authorization }, timeoutMs),
    send,
  }
}

function lowerCaseNames(headers: Iterable<readonly [string, string]>): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from(headers, ([name, value]) => [name.toLowerCase(), value]))
}

/**
 * Whether a server has given up a connection that was kept alive, just when the next request came: some say 408 to it
 * before they close it.
 * Source: https://www.rfc-editor.org/rfc/rfc9112#section-9.3.1
 */
function isFromDeadConnection(outcome: TracedOutcome): boolean {
  if (outcome.trace.connection === 'new') return false
  return outcome.kind === 'answer' ? outcome.statusCode === 408 : RESET_CODES.has(outcome.code)
}
