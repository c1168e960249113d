import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect, type PeerCertificate, type SecureContext, type TLSSocket } from 'node:tls'

/**
 * Speaks TLS over an open connection, and sees that the certificate is for this host.
 * @param onCertificate given the server's certificate, trusted or not; an empty object where it sent none
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
    // Not getPeerX509Certificate(), after which Node finds no host names in the certificate and refuses every one.
    secure.prependOnceListener('secure', () => onCertificate(secure.getPeerCertificate()))
    secure
      .once('secureConnect', () => resolve(secure))
      .once('error', reject)
      .once('close', () => reject())
  })
}
