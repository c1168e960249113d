import { startInForeground } from './foreground.ts'
import type { Certificate } from './openssl.ts'

export interface TlsServerOptions {
  certificate: Certificate
  version: 'TLSv1.2' | 'TLSv1.3'
  /** Wants a client certificate that was signed by this CA, and breaks the handshake off where there is none. */
  clientCa: Certificate
}

export interface TlsServer {
  port: number
  close(): Promise<void>
}

/** Starts `openssl s_server` on a free loopback port. It answers every request with a page about the connection. */
export async function startTlsServer({ certificate, version, clientCa }: TlsServerOptions): Promise<TlsServer> {
  const { certificateFile, keyFile } = certificate
  const server = await startInForeground(
    'openssl',
    [
      ...['s_server', '-accept', '127.0.0.1:0', '-www', version === 'TLSv1.2' ? '-tls1_2' : '-tls1_3'],
      ...['-cert', certificateFile, '-cert_chain', certificateFile, '-key', keyFile],
      ...['-Verify', '3', '-verify_return_error', '-CAfile', clientCa.certificateFile],
    ],
    /ACCEPT 127\.0\.0\.1:(\d+)/,
  )
  return { port: Number(server.ready[1]), close: server.stop }
}
