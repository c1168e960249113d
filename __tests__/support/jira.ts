import { once } from 'node:events'
import { createServer as createHttpServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { createServer as createHttpsServer, type ServerOptions } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { ProductName } from '../../src/catalogue/product-words.ts'
import { healthyBitbucket } from './healthy/bitbucket.ts'
import { healthyConfluence } from './healthy/confluence.ts'
import { healthyAnswer, type Installation } from './healthy.ts'
import { type Reply, sendReply } from './reply.ts'

/** A request as the stand-in Jira saw it. */
export interface SeenRequest {
  method: string
  /** Path and query, as they were sent. */
  path: string
  /** Names in lower case, as Node has them. */
  headers: IncomingHttpHeaders
  /** 1 for the first connection that carried a request, and so on: equal numbers mean a kept-alive connection. */
  connection: number
}

export interface JiraOptions extends Installation {
  /** Jira, unless told otherwise. */
  product?: ProductName | undefined
  /** Answers instead of the healthy Jira; where it returns undefined, the healthy Jira answers. */
  respond?: ((request: SeenRequest) => Reply | undefined) | undefined
  /** Serves https: certificate and key, and `requestCert` with `ca` for mutual TLS. */
  tls?: ServerOptions | undefined
  /** The loopback address to listen on. */
  host?: '127.0.0.1' | '::1'
}

export interface StandInJira {
  /** The base URL, context path included. */
  url: string
  port: number
  /** Every request so far, in the order of arrival. */
  requests: SeenRequest[]
  /** How many TCP connections were accepted so far, those that never carried a request included. */
  readonly connections: number
  close(): Promise<void>
}

/** What each product answers when all is well. */
const healthy = { jira: healthyAnswer, confluence: healthyConfluence, bitbucket: healthyBitbucket }

/**
 * Starts a Jira Data Center in miniature, 10.3 unless told otherwise, on a free loopback port, over http or, with
 * `tls`, https; or another product. It knows the one token `goodToken`, which belongs to `svc-ci`, and the projects of `healthy.ts`.
 */
export async function startJira(options: JiraOptions = {}): Promise<StandInJira> {
  const { respond, tls, host = '127.0.0.1', contextPath = '', product = 'jira' } = options
  const requests: SeenRequest[] = []
  const sockets = new Set<Socket>()
  const numberOf = numbering<Socket>()
  let connections = 0

  const server = tls ? createHttpsServer(tls) : createHttpServer()
  server.on('connection', (socket: Socket) => {
    connections++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  })
  server.on('request', (message: IncomingMessage, response) => {
    const request = {
      method: message.method ?? '',
      path: message.url ?? '',
      headers: message.headers,
      connection: numberOf(message.socket),
    }
    requests.push(request)
    message.resume()
    void sendReply(response, respond?.(request) ?? healthy[product](request, options))
  })
  server.listen(0, host)
  await once(server, 'listening')

  const { port } = server.address() as AddressInfo
  return {
    url: `${tls ? 'https' : 'http'}://${host === '::1' ? '[::1]' : host}:${port}${contextPath}`,
    port,
    requests,
    get connections() {
      return connections
    },
    async close() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}

function numbering<Key extends object>(): (key: Key) => number {
  const numbers = new WeakMap<Key, number>()
  let last = 0
  return (key) => {
    const number = numbers.get(key) ?? ++last
    numbers.set(key, number)
    return number
  }
}
