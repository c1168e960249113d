import type { Clock } from '../base/clock.ts'
import type { TlsMaterial } from '../inputs/certificates.ts'
import type { ForwardProxy } from '../inputs/proxy.ts'
import { ServerAgent } from './agent.ts'
import type { Outcome } from './answer.ts'
import { exchange } from './exchange.ts'
import { createOpenConnection } from './open-connection.ts'

/** GET requests to one Jira. */
export interface Http {
  /**
   * Makes one request, follows no redirect, reads at most 1 MiB.
   * @param path begins with a slash and is appended to the base URL
   * @param authorization value of the `Authorization` header; without it the request is anonymous
   * @param timeoutMs bound on everything, from name resolution to the end of the body
   * @returns what came of it; never rejects for anything that the network or the server does
   */
  get(path: string, authorization: string | undefined, timeoutMs: number): Promise<Outcome>
  /** How many requests were made. */
  readonly requestCount: number
}

/** Where and how Jira is reached. */
export interface HttpOptions {
  /** Base URL without trailing slashes. */
  readonly jiraUrl: string
  readonly tls: TlsMaterial
  readonly proxy: ForwardProxy | undefined
  readonly userAgent: string
}

export function createHttp({ jiraUrl, tls, proxy, userAgent }: HttpOptions, clock: Clock): Http {
  const { protocol } = new URL(jiraUrl)
  const agent = new ServerAgent(protocol, createOpenConnection({ isSecure: protocol === 'https:', tls, proxy }))
  let requestCount = 0
  return {
    get requestCount() {
      return requestCount
    },
    async get(path, authorization, timeoutMs) {
      requestCount += 1
      await agent.dropEndedIdleSockets()
      const headers = {
        accept: 'application/json',
        // Without this a server may compress: https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3
        'accept-encoding': 'identity',
        // Per call and with redirects off, so that it goes to this origin and no other.
        ...(authorization !== undefined && { authorization }),
      }
      return exchange({ method: 'GET', url: `${jiraUrl}${path}`, headers, timeoutMs }, agent, userAgent, clock)
    },
  }
}
