import { type IncomingMessage, request as startRequest } from 'node:http'
import type { Duplex } from 'node:stream'
import { authorityOf } from '../base/authority.ts'
import { encodeBasicCredentials } from '../base/basic-credentials.ts'
import { parseSchemes } from '../base/schemes.ts'
import type { ForwardProxy } from '../inputs/proxy.ts'
import type { ProxyAnswer } from './answer.ts'
import type { Attempt } from './attempt.ts'

/** A host, without the brackets of an IPv6 literal, and a port. */
export interface Endpoint {
  readonly host: string
  readonly port: number
}

/**
 * Asks a proxy, over an open connection to it, for a tunnel: also for http, so that it never sees the token.
 * @returns the tunnel; rejects with Node's error, or where the proxy does not open it, which is noted in the attempt
 */
export function openTunnel(
  socket: Duplex,
  to: Endpoint,
  { credentials }: ForwardProxy,
  attempt: Attempt,
): Promise<Duplex> {
  const authority = authorityOf(to.host, to.port)
  const login = credentials && `Basic ${encodeBasicCredentials(credentials.username, credentials.password)}`
  return new Promise((resolve, reject) => {
    const request = startRequest({
      method: 'CONNECT',
      createConnection: () => socket,
      path: authority,
      headers: { host: authority, ...(login && { 'proxy-authorization': login }) },
    })
    attempt.lifetime.keep(request)
    request.once('connect', (response, tunnel, head) => {
      const answer = readAnswer(response, to.port)
      const { statusCode } = answer
      // Any 2xx opens the tunnel: https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6
      if (statusCode >= 200 && statusCode <= 299) {
        tunnel.unshift(head)
        resolve(tunnel)
        return
      }
      attempt.proxyAnswer = answer
      tunnel.destroy()
      reject(new Error(`the proxy answered CONNECT with HTTP ${statusCode}`))
    })
    request.once('error', reject)
    request.end()
  })
}

function readAnswer({ statusCode = 0, statusMessage, headersDistinct }: IncomingMessage, port: number): ProxyAnswer {
  return {
    statusCode,
    reasonPhrase: statusMessage?.trim() ?? '',
    squidError: headersDistinct['x-squid-error']?.[0] ?? '',
    loginSchemes: [...new Set((headersDistinct['proxy-authenticate'] ?? []).flatMap(parseSchemes))],
    port,
  }
}
