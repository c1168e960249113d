import { EventEmitter, once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'
import { onTestFinished } from 'vitest'
import type { Clock } from '../../src/base/clock.ts'
import { createHttp, type Http, type HttpOptions } from '../../src/wire/http.ts'
import { createHandMovedClock } from '../support/clock.ts'

export interface Listening {
  port: number
  /** Every connection so far. */
  sockets: Socket[]
  /** The next connection on which something comes in. */
  heard(): Promise<Socket>
  close(): void
}

/**
 * Listens on a free loopback port until the test is over, and does this with every connection.
 * @param tls speaks TLS with this certificate and key
 */
export async function listen(
  onConnection: (socket: Socket, number: number) => void,
  tls?: TlsOptions,
): Promise<Listening> {
  const sockets: Socket[] = []
  const events = new EventEmitter()
  const welcome = (socket: Socket): void => {
    sockets.push(socket)
    socket.on('error', () => {}).on('data', () => events.emit('heard', socket))
    onConnection(socket, sockets.length)
  }
  const server = tls === undefined ? createServer(welcome) : createTlsServer(tls, welcome)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = (): void => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  onTestFinished(close)
  return { port, sockets, close, heard: async () => (await once(events, 'heard'))[0] }
}

/** Says nothing. */
export const silent = (): void => {}

/** Says this whenever something comes in. */
export const saying =
  (text: string) =>
  (socket: Socket): void => {
    socket.on('data', () => socket.write(text))
  }

/** A whole answer. */
export const complete = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'

/** Until a connection is closed, in whatever way. */
export const closing = (socket: Socket): Promise<void> =>
  new Promise((resolve) => (socket.destroyed ? resolve() : socket.once('close', () => resolve())))

/** Lets come in what was written: it is in this machine already, and needs no more than turns of the event loop. */
export async function delivery(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Requests to what listens at this port. */
export const httpTo = (port: number, clock: Clock = createHandMovedClock(), changes: Partial<HttpOptions> = {}): Http =>
  createHttp(
    {
      baseUrl: `http://127.0.0.1:${port}`,
      tls: { extraCa: [] },
      proxy: undefined,
      userAgent: 'test',
      readSystemCa: () => [],
      ...changes,
    },
    clock,
  )
