import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A place to which nothing may come. */
export interface Watch {
  port: number
  /** How many connections came. */
  readonly visits: number
  close(): Promise<void>
}

/** Watches a free loopback port. It answers nobody, and counts who connects, whatever they speak. */
export async function startWatch(host: '127.0.0.1' | '::1' = '127.0.0.1'): Promise<Watch> {
  const sockets = new Set<Socket>()
  let visits = 0
  const server = createServer((socket) => {
    visits++
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
  })
  server.listen(0, host)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    get visits() {
      return visits
    },
    async close() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}
