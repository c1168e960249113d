import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect, type SecureContext, type TLSSocket } from 'node:tls'
import type { PeerCertificate } from './answer.ts'
import { describePeer } from './peer-certificate.ts'

/**
 * Speaks TLS over an open connection, and sees that the certificate is for this host.
 * @param onCertificate told what the certificate says of itself, trusted or not
 * @returns the connection, once the handshake is done; rejects with Node's error, or with nothing where it was given up
 */
export function shakeHands(
  socket: Duplex,
  host: string,
  secureContext: SecureContext,
  onCertificate: (certificate: PeerCertificate) => void = () => {},
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    // An IP address is no server name: https://www.rfc-editor.org/rfc/rfc6066#section-3
    const servername = isIP(host) === 0 ? host : ''
    const secure = connect({ socket, host, secureContext, servername, ALPNProtocols: ['http/1.1'] })
    // Node judges the certificate in its own listener for this event, and an untrusted one is gone right after.
    secure.prependOnceListener('secure', () => {
      const certificate = describePeer(secure)
      if (certificate !== undefined) onCertificate(certificate)
    })
    secure
      .once('secureConnect', () => resolve(secure))
      .once('error', reject)
      .once('close', () => reject())
  })
}
