import { Agent, type ClientRequest, type ClientRequestArgs } from 'node:http'
import type { Duplex } from 'node:stream'
import { errorCodeOf } from '../base/error-code.ts'
import type { Attempt } from './attempt.ts'
import type { Connector } from './connector.ts'

type Done = (error: Error | null, socket?: Duplex) => void

/** Has connections to one server opened, and keeps them alive where that is wanted. */
export class ServerAgent extends Agent {
  readonly #connector: Connector

  constructor(protocol: string, connector: Connector, keepAlive: boolean) {
    super({ keepAlive })
    this.#connector = connector
    // node:https refuses an agent for another protocol.
    if (protocol === 'https:') Object.assign(this, { protocol, defaultPort: 443 })
  }

  override addRequest(request: ClientRequest, options: ClientRequestArgs): void {
    const { attempt } = options
    if (attempt !== undefined) watch(request, attempt)
    super.addRequest(request, options)
  }

  /** Called by Node when a request finds no free connection. */
  override createConnection({ host, port, attempt }: ClientRequestArgs, done: Done): undefined {
    if (attempt === undefined) throw new Error('a request without an attempt')
    attempt.connection = 'new'
    const opened = this.#connector.open({ host: host ?? '', port: Number(port) }, attempt)
    opened.then(
      (socket) => done(errorOf(socket), socket),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    )
  }

  /** Lets what has arrived on idle connections be heard before one of them is used again. */
  async dropEndedIdleSockets(): Promise<void> {
    if (Object.keys(this.freeSockets).length === 0) return
    // The first comes before the event loop looks at the sockets again, the second after.
    await new Promise(setImmediate)
    await new Promise(setImmediate)
  }

  /** So that the next request gets a new connection. */
  closeIdleSockets(): void {
    for (const socket of Object.values(this.freeSockets).flat()) socket?.destroy()
  }

  /** An idle connection that ends, or on which something is sent unasked, is not used again. Not every Node sees to that. */
  override keepSocketAlive(socket: Duplex): boolean {
    socket.once('data', destroy).once('end', destroy)
    return Boolean(super.keepSocketAlive(socket))
  }

  override reuseSocket(socket: Duplex, request: ClientRequest): void {
    socket.off('data', destroy).off('end', destroy)
    super.reuseSocket(socket, request)
  }
}

/** What became of a connection between its opening and its use: Node would wait for ever for the answer on a dead one. */
function errorOf({ errored, destroyed }: Duplex): Error | null {
  const hangUp = destroyed ? Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }) : null
  return errored ?? hangUp
}

function watch(request: ClientRequest, attempt: Attempt): void {
  attempt.lifetime.keep(request)
  // Node would drop those after the thousandth in silence, and with them what speaks against an answer. Their size is bounded.
  request.maxHeadersCount = 0
  request.on('error', (error) => {
    const code = errorCodeOf(error)
    if (code.startsWith('HPE_')) attempt.breach = { code, message: error.message }
  })
  // Without a listener Node would just close the connection, and say nothing.
  request.once('upgrade', (message, socket) => {
    socket.destroy()
    attempt.onUpgrade?.(message)
  })
}

function destroy(this: Duplex): void {
  this.destroy()
}
