import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { createServer as createTlsServer, type ServerOptions } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'

export interface ProxyOptions {
  /** Which loopback port stands for which host, as `jira.example.com` or `jira.example.com:8443`. Others get 502. */
  hosts?: Record<string, number>
  /** Wants `user:password` by Basic authentication, and answers 407 without. */
  credentials?: string
  /** Answers every CONNECT with this status, or with the whole of this answer. */
  refuseWith?: number | string
  /** Accepts the connection and never answers. */
  silent?: true
  /** Is asked over TLS, with this certificate and key. */
  tls?: ServerOptions
}

export interface StandInProxy {
  url: string
  port: number
  /** Every request so far: `CONNECT jira.example.com:443`, and its headers. */
  requests: { method: string; target: string; headers: IncomingHttpHeaders }[]
  close(): Promise<void>
}

/** Starts an HTTP proxy on a free loopback port. It tunnels, and answers 405 to whatever is not CONNECT. */
export async function startProxy(options: ProxyOptions = {}): Promise<StandInProxy> {
  const { hosts = {}, credentials, refuseWith, silent, tls } = options
  const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`
  const requests: StandInProxy['requests'] = []
  const sockets = new Set<Socket>()
  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    return socket
  }

  const server = tls === undefined ? createServer() : createTlsServer(tls)
  server.on('request', (request, response) => {
    requests.push({ method: request.method ?? '', target: request.url ?? '', headers: request.headers })
    response.writeHead(405, { Allow: 'CONNECT' }).end()
  })
  server.on('connection', keep)
  server.on('connect', (request, client: Socket, head: Buffer) => {
    const target = request.url ?? ''
    requests.push({ method: 'CONNECT', target, headers: request.headers })
    if (silent) return
    if (typeof refuseWith === 'string') {
      client.end(refuseWith)
      return
    }
    if (wanted && request.headers['proxy-authorization'] !== wanted) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="proxy"\r\n\r\n')
      return
    }
    const port = hosts[target] ?? hosts[target.replace(/:\d+$/, '')]
    if (refuseWith !== undefined || port === undefined) {
      client.end(`HTTP/1.1 ${refuseWith ?? 502} No Tunnel\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
      return
    }
    const upstream = keep(connect(port, '127.0.0.1'))
    upstream.once('connect', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.write(head)
      client.pipe(upstream).pipe(client)
    })
    upstream.on('close', () => client.destroy())
    client.on('close', () => upstream.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const { port } = server.address() as AddressInfo
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    requests,
    async close() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}
