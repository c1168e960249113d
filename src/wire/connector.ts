import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Clock } from '../base/clock.ts'
import type { TlsMaterial } from '../inputs/certificates.ts'
import type { ForwardProxy } from '../inputs/proxy.ts'
import type { Addresses } from './addresses.ts'
import type { Attempt } from './attempt.ts'
import { type Dialled, dial } from './dial.ts'
import { shakeHands } from './handshake.ts'
import { createTrust } from './trust.ts'
import { type Endpoint, openTunnel } from './tunnel.ts'

/** How connections are to be opened. */
export interface ConnectorOptions {
  readonly isSecure: boolean
  readonly tls: TlsMaterial
  readonly proxy: ForwardProxy | undefined
  /** Of the proxy, where there is one, else of the server. */
  readonly addresses: Addresses
  readonly readSystemCa: () => readonly string[]
}

/** Opens connections to a server, over which it can be asked at once. */
export interface Connector {
  /** Rejects with Node's error, or with that of a proxy which does not open the way: see the attempt. */
  open(server: Endpoint, attempt: Attempt): Promise<Duplex>
}

/**
 * Makes what opens connections: through the proxy where there is one, and with TLS where it is wanted. Nothing of a
 * request is sent before all of that has gone well.
 */
export function createConnector(options: ConnectorOptions, clock: Clock): Connector {
  const { isSecure, proxy, addresses } = options
  const trust = createTrust(options.tls, options.readSystemCa)

  return {
    async open(server, attempt) {
      const { isWide } = trust
      try {
        return await openOnce(server, attempt)
      } catch (error) {
        if (isWide || !trust.widen(error)) throw error
        return openOnce(server, attempt)
      }
    },
  }

  async function openOnce(server: Endpoint, attempt: Attempt): Promise<Duplex> {
    const { address, socket } = await dialFirst(proxy?.port ?? server.port, attempt)
    const way = proxy === undefined ? socket : await passProxy(proxy, socket, server, attempt)
    const connection = isSecure ? await secure(way, server, attempt) : way
    addresses.prefer(address)
    attempt.phase = 'answer'
    return connection
  }

  async function dialFirst(port: number, attempt: Attempt): Promise<Dialled> {
    const dialAll = async (): Promise<Dialled> => {
      attempt.phase = proxy === undefined ? 'lookup' : 'proxy'
      const all = await addresses.toTry()
      attempt.phase = proxy === undefined ? 'connect' : 'proxy'
      return dial(all, (host) => attempt.lifetime.keep(connect({ host, port })), clock)
    }
    try {
      return await dialAll()
    } catch (error) {
      if (!addresses.forget()) throw error
      return dialAll()
    }
  }

  async function passProxy(through: ForwardProxy, socket: Duplex, to: Endpoint, attempt: Attempt): Promise<Duplex> {
    const { protocol, hostname } = through
    const connected = protocol === 'https:' ? await shakeHands(socket, hostname, trust.forProxy()) : socket
    return openTunnel(connected, to, through, attempt)
  }

  async function secure(socket: Duplex, { host }: Endpoint, attempt: Attempt): Promise<Duplex> {
    attempt.phase = 'tls'
    const secured = await shakeHands(socket, host, trust.forServer(), (certificate) => {
      attempt.certificate = certificate
    })
    attempt.tlsVersion = secured.getProtocol() ?? ''
    return secured
  }
}
