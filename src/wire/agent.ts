import { Agent, type ClientRequest, type ClientRequestArgs, request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { connect, isIP, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import {
  connect as connectTls,
  createSecureContext,
  getCACertificates,
  type SecureContext,
  type TLSSocket,
} from 'node:tls'
import { authorityOf } from '../base/authority.ts'
import type { TlsMaterial } from '../inputs/certificates.ts'
import { authorizationOf } from '../inputs/credentials.ts'
import type { ForwardProxy } from '../inputs/proxy.ts'
import type { Attempt } from './attempt.ts'
import { describePeer } from './peer-certificate.ts'

type Done = (error: Error | null, socket?: Duplex) => void

/** Opens the connections to one Jira, through the proxy where there is one, and keeps them alive. */
export class JiraAgent extends Agent {
  readonly #secure: boolean
  readonly #proxy: ForwardProxy | undefined
  readonly #tls: { ca?: string[]; cert?: string; key?: string }
  /** Reading the CA certificates takes time, so all connections share what came of it. */
  #secureContext: SecureContext | undefined

  constructor(jiraUrl: URL, tls: TlsMaterial, proxy: ForwardProxy | undefined) {
    super({ keepAlive: true })
    this.#secure = jiraUrl.protocol === 'https:'
    this.#proxy = proxy
    // `ca` replaces the default CA certificates, so those have to be in it. Reading them takes time: only where needed.
    const ca = tls.extraCa.length === 0 ? {} : { ca: [...getCACertificates('default'), ...tls.extraCa] }
    this.#tls = tls.client === undefined ? ca : { ...ca, cert: tls.client.certificate, key: tls.client.key }
    if (this.#secure) {
      // node:https refuses an agent for another protocol.
      Object.assign(this, { protocol: 'https:', defaultPort: 443 })
    }
  }

  /** Called by Node when a request finds no free connection. */
  override createConnection(options: ClientRequestArgs, done: Done): Socket | undefined {
    const attempt = options.attempt ?? { phase: 'lookup' }
    if (this.#proxy === undefined) {
      const address = { host: options.host ?? '', port: Number(options.port) }
      return this.#connect(address, attempt)
    }
    this.#openTunnel(this.#proxy, options, attempt, (error, socket) => {
      if (error !== null || socket === undefined || !this.#secure) return done(error, socket)
      try {
        done(null, this.#startTls({ socket, host: options.host ?? '' }, attempt))
      } catch (thrown) {
        // Nobody else would catch it here, in the proxy's event.
        done(thrown instanceof Error ? thrown : new Error(String(thrown)))
      }
    })
    return undefined
  }

  /** Lets what has arrived on idle connections be heard before one of them is used again. */
  async dropEndedIdleSockets(): Promise<void> {
    if (Object.keys(this.freeSockets).length === 0) return
    // The first comes before the event loop looks at the sockets again, the second after.
    await new Promise(setImmediate)
    await new Promise(setImmediate)
  }

  /** An idle connection that ends, or on which something is sent unasked, is not used again. */
  override keepSocketAlive(socket: Duplex): boolean {
    socket.once('data', destroy).once('end', destroy)
    return Boolean(super.keepSocketAlive(socket))
  }

  override reuseSocket(socket: Duplex, request: ClientRequest): void {
    socket.off('data', destroy).off('end', destroy)
    super.reuseSocket(socket, request)
  }

  #connect(address: { host: string; port: number }, attempt: Attempt): Socket {
    attempt.phase = isIP(address.host) === 0 ? 'lookup' : 'connect'
    const socket = this.#secure ? this.#startTls(address, attempt) : connect(address)
    socket.once('lookup', () => {
      attempt.phase = 'connect'
    })
    socket.once('connect', () => {
      attempt.phase = this.#secure ? 'tls' : 'answer'
    })
    return socket
  }

  /** Asks the proxy for a tunnel, also for http, so that it never sees the token. */
  #openTunnel(proxy: ForwardProxy, options: ClientRequestArgs, attempt: Attempt, done: Done): void {
    attempt.phase = 'proxy'
    const host = options.host ?? ''
    const authority = authorityOf(host, options.port ?? '')
    const { credentials } = proxy
    const login =
      credentials && authorizationOf({ scheme: 'Basic', username: credentials.username, token: credentials.password })
    const request = (proxy.protocol === 'https:' ? httpsRequest : httpRequest)({
      method: 'CONNECT',
      host: proxy.hostname,
      port: proxy.port,
      path: authority,
      headers: { host: authority, ...(login && { 'proxy-authorization': login }) },
      // Node would take it from the Host header, and check the proxy's certificate against Jira's name.
      servername: isIP(proxy.hostname) === 0 ? proxy.hostname : '',
      agent: false,
      ...(this.#tls.ca && { ca: this.#tls.ca }),
      ...(attempt.signal && { signal: attempt.signal }),
    })
    request.once('connect', (response, socket, head) => {
      const { statusCode = 0 } = response
      // Any 2xx opens the tunnel: https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6
      if (statusCode >= 200 && statusCode <= 299) {
        attempt.phase = 'answer'
        socket.unshift(head)
        done(null, socket)
        return
      }
      attempt.proxyStatusCode = statusCode
      socket.destroy()
      done(new Error(`the proxy answered CONNECT with HTTP ${statusCode}`))
    })
    request.once('error', done)
    request.end()
  }

  #startTls(to: { host: string; port?: number; socket?: Duplex }, attempt: Attempt): TLSSocket {
    // An IP address is no server name: https://www.rfc-editor.org/rfc/rfc6066#section-3
    const servername = isIP(to.host) === 0 ? to.host : ''
    this.#secureContext ??= createSecureContext(this.#tls)
    const secureContext = this.#secureContext
    const socket = connectTls({ ...to, secureContext, servername, ALPNProtocols: ['http/1.1'] })
    if (to.socket !== undefined) attempt.phase = 'tls'
    // Node judges the certificate in its own listener for this event, and an untrusted one is gone right after.
    socket.prependOnceListener('secure', () => {
      const certificate = describePeer(socket)
      if (certificate !== undefined) attempt.certificate = certificate
    })
    socket.once('secureConnect', () => {
      attempt.phase = 'answer'
    })
    return socket
  }
}

function destroy(this: Duplex): void {
  this.destroy()
}
