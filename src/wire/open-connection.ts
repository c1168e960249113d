import { isIP, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { authorityOf } from '../base/authority.ts'
import type { TlsMaterial } from '../inputs/certificates.ts'
import type { ForwardProxy } from '../inputs/proxy.ts'
import type { OpenConnection } from './agent.ts'
import type { Attempt } from './attempt.ts'
import { dial } from './dial.ts'
import { shakeHands } from './handshake.ts'
import { createTrust } from './trust.ts'
import { openTunnel } from './tunnel.ts'

/** How connections are to be opened. */
export interface ConnectionOptions {
  readonly isSecure: boolean
  readonly tls: TlsMaterial
  readonly proxy: ForwardProxy | undefined
}

/**
 * Makes what opens connections: through the proxy where there is one, and with TLS where it is wanted. Nothing of a
 * request is sent before all of that has gone well.
 */
export function createOpenConnection({ isSecure, tls, proxy }: ConnectionOptions): OpenConnection {
  const trust = createTrust(tls)

  return async (to, attempt) => {
    const socket = proxy === undefined ? await dialServer(to, attempt) : await passProxy(proxy, to, attempt)
    if (!isSecure) {
      attempt.phase = 'answer'
      return socket
    }
    attempt.phase = 'tls'
    const secure = await shakeHands(socket, to.host, trust.forServer(), (certificate) => {
      attempt.certificate = certificate
    })
    attempt.phase = 'answer'
    attempt.tlsVersion = secure.getProtocol() ?? ''
    return secure
  }

  function dialServer({ host, port }: { host: string; port: number }, attempt: Attempt): Promise<Socket> {
    attempt.phase = isIP(host) === 0 ? 'lookup' : 'connect'
    return dial(host, port, attempt.signal, () => {
      attempt.phase = 'connect'
    })
  }

  async function passProxy(
    through: ForwardProxy,
    { host, port }: { host: string; port: number },
    attempt: Attempt,
  ): Promise<Duplex> {
    const { protocol, hostname } = through
    attempt.phase = 'proxy'
    const socket = await dial(hostname, through.port, attempt.signal, () => {})
    const connected = protocol === 'https:' ? await shakeHands(socket, hostname, trust.forProxy()) : socket
    return openTunnel(connected, authorityOf(host, port), through, attempt)
  }
}
