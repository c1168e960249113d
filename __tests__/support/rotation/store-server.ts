import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { never, type Reply, sendReply } from '../reply.ts'

/** One request to a server that keeps something, and what became of it. */
export interface Exchange {
  readonly server: string
  readonly method: string
  /** Path and query, as they were sent. */
  readonly path: string
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** The client's port: one connection. */
  readonly clientPort: number
  /** When it arrived, by the server's own clock, in milliseconds since the epoch. */
  readonly atMs: number
  /** What the server did, if it came to that; not always what the client got to see. */
  acted?: Reply
}

/** What goes wrong between the server and its client. */
export type Interference =
  /** This instead of the server's own answer. */
  | { readonly reply: Reply }
  /** The server's own answer, cut short. Before the server has acted it is a reset. */
  | { readonly cut: true }
  /** Nothing, while the connection stays open. */
  | { readonly hang: true }
  /** The connection is reset, and so is every further one until `StoreServer.comeBack`. */
  | { readonly leave: true }

/** Called when a request has come whole, and again when the server has acted upon it. What it waits for, the client waits for. */
export type Interfere = (
  exchange: Exchange,
  moment: 'before' | 'after',
) => Interference | undefined | Promise<Interference | undefined>

export interface StoreServerOptions {
  readonly name: string
  /** The server's own clock, which every answer's `Date` shows. */
  readonly now: () => number
  /** Does what is asked for, at once, and says what to answer. */
  readonly act: (exchange: Exchange) => Reply
  readonly interfere: Interfere
  /** Told of a client that waits for an answer that never comes. */
  readonly onHeld?: ((clientPort: number) => void) | undefined
}

export interface StoreServer {
  readonly url: string
  /** Takes connections again after it had left. */
  comeBack(): void
  close(): Promise<void>
}

/** Serves on a free loopback port what `act` keeps; every request passes by `interfere` twice. */
export async function startStoreServer(options: StoreServerOptions): Promise<StoreServer> {
  const { name, now, act, interfere, onHeld } = options
  const sockets = new Set<Socket>()
  let isGone = false
  const server: Server = createServer()
  server.on('connection', (socket: Socket) => {
    if (isGone) socket.resetAndDestroy()
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  })
  server.on('request', async (message, response) => {
    const { method = '', url: path = '', headers, socket } = message
    const clientPort = socket.remotePort ?? 0
    // A client may be killed in the middle of its request.
    const body = await text(message).catch(() => undefined)
    if (body === undefined) return
    const exchange: Exchange = { server: name, method, path, headers, body, clientPort, atMs: now() }

    const send = (reply: Reply | undefined): void => {
      const date = { Date: new Date(now()).toUTCString() }
      if (reply !== undefined) void sendReply(response, { ...reply, headers: { ...date, ...reply.headers } })
    }
    const replyIn = (interference: Interference): Reply | undefined => {
      if ('reply' in interference) return interference.reply
      if ('cut' in interference) return exchange.acted ? cutShort(exchange.acted) : { reset: true }
      if ('hang' in interference) {
        onHeld?.(clientPort)
        return { after: never }
      }
      isGone = true
      for (const open of sockets) open.resetAndDestroy()
      return undefined
    }

    const early = await interfere(exchange, 'before')
    if (early !== undefined) {
      send(replyIn(early))
      return
    }
    exchange.acted = act(exchange)
    const late = await interfere(exchange, 'after')
    send(late === undefined ? exchange.acted : replyIn(late))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    comeBack() {
      isGone = false
    },
    async close() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}

/** Half of the body; of an answer without a body, the status line and no more. */
function cutShort(reply: Reply): Reply {
  const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? null)
  return reply.body === undefined
    ? { raw: `HTTP/1.1 ${reply.status ?? 200} \r\n` }
    : { ...reply, cutAfterBytes: text.length >> 1 }
}
