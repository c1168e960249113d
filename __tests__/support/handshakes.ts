import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { certificates } from './certificates.ts'

/** A server with which no TLS handshake goes well. */
export interface FailingServer {
  port: number
  close(): Promise<void>
}

/** Answers every handshake with this alert: https://www.rfc-editor.org/rfc/rfc8446#section-6 */
export function startAlerting(alert: number): Promise<FailingServer> {
  const fatalAlert = Buffer.from([0x15, 3, 3, 0, 2, 2, alert])
  const server = createServer((socket) => socket.on('error', () => {}).once('data', () => socket.end(fatalAlert)))
  return start(server)
}

/** Knows nothing newer than TLS 1.2, and nothing of RFC 5746, as old firewalls that open TLS do. */
export async function startWithoutSecureRenegotiation(): Promise<FailingServer> {
  const { server: certificate } = await certificates()
  const behind = createTlsServer({ ...certificate, maxVersion: 'TLSv1.2' })
  const { port, close } = await start(behind)
  const front = createServer((socket) => {
    const upstream = connect(port, '127.0.0.1')
    upstream.once('data', (bytes) => socket.write(withoutRenegotiationInfo(bytes))).on('error', () => {})
    socket.on('error', () => {}).pipe(upstream)
  })
  const started = await start(front)
  return { port: started.port, close: async () => void (await Promise.all([started.close(), close()])) }
}

/** Takes the extension `renegotiation_info` out of a ServerHello, at the beginning of these bytes. */
function withoutRenegotiationInfo(bytes: Buffer): Buffer {
  const extension = Buffer.from([0xff, 0x01, 0x00, 0x01, 0x00])
  const start = bytes.indexOf(extension)
  const shorter = Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + extension.length)])
  const shorten = (offset: number): void => {
    shorter.writeUInt16BE(shorter.readUInt16BE(offset) - extension.length, offset)
  }
  const lengthOfRecord = 3
  const lengthOfServerHello = 7
  const sessionId = 43
  const lengthOfExtensions = sessionId + 1 + (shorter[sessionId] ?? 0) + 3
  for (const offset of [lengthOfRecord, lengthOfServerHello, lengthOfExtensions]) shorten(offset)
  return shorter
}

async function start(server: Server): Promise<FailingServer> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    async close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
