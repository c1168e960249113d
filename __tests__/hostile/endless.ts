import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** Starts a server that answers with the beginning, and then the same again and again: so often, or as fast as it is taken. */
export async function startEndless(
  beginning: string,
  again: string,
  everyMs?: number,
): Promise<{ url: string; close(): void }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let timer: NodeJS.Timeout | undefined
    socket.on('error', () => socket.destroy())
    socket.on('close', () => clearInterval(timer))
    socket.once('data', () => {
      socket.write(beginning)
      if (everyMs !== undefined) {
        timer = setInterval(() => socket.write(again), everyMs)
        return
      }
      const chunk = again.repeat(Math.ceil(65_536 / again.length))
      const pour = (): void => {
        while (!socket.destroyed && socket.write(chunk));
      }
      socket.on('drain', pour)
      pour()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
