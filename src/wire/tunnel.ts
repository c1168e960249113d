import { request as startRequest } from 'node:http'
import type { Duplex } from 'node:stream'
import { encodeBasicCredentials } from '../base/basic-credentials.ts'
import type { ForwardProxy } from '../inputs/proxy.ts'
import type { Attempt } from './attempt.ts'

/**
 * Asks a proxy, over an open connection to it, for a tunnel: also for http, so that it never sees the token.
 * @param authority host and port of the server
 * @returns the tunnel; rejects with Node's error, or where the proxy does not open it, which is noted in the attempt
 */
export function openTunnel(
  socket: Duplex,
  authority: string,
  { credentials }: ForwardProxy,
  attempt: Attempt,
): Promise<Duplex> {
  const login = credentials && `Basic ${encodeBasicCredentials(credentials.username, credentials.password)}`
  return new Promise((resolve, reject) => {
    const request = startRequest({
      method: 'CONNECT',
      createConnection: () => socket,
      path: authority,
      headers: { host: authority, ...(login && { 'proxy-authorization': login }) },
      signal: attempt.signal,
    })
    request.once('connect', ({ statusCode = 0 }, tunnel, head) => {
      // Any 2xx opens the tunnel: https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6
      if (statusCode >= 200 && statusCode <= 299) {
        tunnel.unshift(head)
        resolve(tunnel)
        return
      }
      attempt.proxyStatusCode = statusCode
      tunnel.destroy()
      reject(new Error(`the proxy answered CONNECT with HTTP ${statusCode}`))
    })
    request.once('error', reject)
    request.end()
  })
}
