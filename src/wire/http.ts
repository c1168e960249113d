import type { Clock } from '../base/clock.ts'
import { RESET_CODES } from '../base/error-code.ts'
import type { TlsMaterial } from '../inputs/certificates.ts'
import type { ForwardProxy } from '../inputs/proxy.ts'
import { createAddresses, type LookUp } from './addresses.ts'
import { ServerAgent } from './agent.ts'
import type { TracedOutcome } from './answer.ts'
import { createConnector } from './connector.ts'
import { exchange, type Request } from './exchange.ts'

/** GET requests to one Jira. */
export interface Http {
  /**
   * Makes one request, follows no redirect, reads at most 1 MiB. Where the connection that an earlier request had left
   * turns out to be dead, it is made once more on a new one.
   * @param path begins with a slash and is appended to the base URL
   * @param authorization value of the `Authorization` header; without it the request is anonymous
   * @param timeoutMs bound on everything, from name resolution to the end of the body
   * @returns what came of it; never rejects for anything that the network or the server does
   */
  get(path: string, authorization: string | undefined, timeoutMs: number): Promise<TracedOutcome>
  /** How many requests were made. */
  readonly requestCount: number
}

/** Where and how Jira is reached. */
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
}

export function createHttp(
  { baseUrl, tls, proxy, userAgent, headers = new Map(), readSystemCa, lookUp }: HttpOptions,
  clock: Clock,
): Http {
  const { protocol, hostname } = new URL(baseUrl)
  const addresses = createAddresses(proxy?.hostname ?? hostname.replace(/^\[(.*)\]$/, '$1'), lookUp)
  const connector = createConnector({ isSecure: protocol === 'https:', tls, proxy, addresses, readSystemCa }, clock)
  const agent = new ServerAgent(protocol, connector)
  const options = { agent, userAgent, route: proxy === undefined ? 'direct' : 'proxy', clock } as const
  const givenHeaders = Object.fromEntries(Array.from(headers, ([name, value]) => [name.toLowerCase(), value]))
  let requestCount = 0

  const send = async (request: Request): Promise<TracedOutcome> => {
    requestCount += 1
    await agent.dropEndedIdleSockets()
    const outcome = await exchange(request, options)
    // The address may be what is wrong: next time, all of them are tried.
    if (outcome.kind === 'no-answer') addresses.forget()
    return outcome
  }

  /** Only for what does no harm when it arrives twice: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2 */
  const sendUntilAlive = async (request: Request): Promise<TracedOutcome> => {
    const first = await send(request)
    const leftMs = request.timeoutMs - first.durationMs
    if (!isFromDeadConnection(first) || leftMs <= 0) return first
    agent.closeIdleSockets()
    const second = await send({ ...request, timeoutMs: leftMs })
    const durationMs = first.durationMs + second.durationMs
    return { ...second, durationMs, trace: { ...second.trace, requestCount: 2 } }
  }

  return {
    get requestCount() {
      return requestCount
    },
    get(path, authorization, timeoutMs) {
      const ownHeaders = {
        accept: 'application/json',
        // Without this a server may compress: https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3
        'accept-encoding': 'identity',
        // An answer out of a cache could be somebody else's.
        'cache-control': 'no-cache',
        // Per call and with redirects off, so that it goes to this origin and no other.
        ...(authorization !== undefined && { authorization }),
      }
      const request = { method: 'GET', headers: { ...givenHeaders, ...ownHeaders }, timeoutMs } as const
      return sendUntilAlive({ ...request, url: `${baseUrl}${path}` })
    },
  }
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
