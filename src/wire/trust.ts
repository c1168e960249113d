import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import type { TlsMaterial } from '../inputs/certificates.ts'

/** Whom TLS trusts, and who we are to the server. Reading the CA certificates takes time, so all connections share what came of it. */
export interface Trust {
  /** For the server: with the client certificate, where there is one. */
  forServer(): SecureContext
  /** For the proxy, which never sees the client certificate. */
  forProxy(): SecureContext
}

export function createTrust({ extraCa, client }: TlsMaterial): Trust {
  let server: SecureContext | undefined
  let proxy: SecureContext | undefined
  // `ca` replaces the default CA certificates, so those have to be in it. Reading them takes time: only where needed.
  const readCa = () => (extraCa.length === 0 ? {} : { ca: [...getCACertificates('default'), ...extraCa] })
  return {
    forServer() {
      server ??= createSecureContext({ ...readCa(), ...(client && { cert: client.certificate, key: client.key }) })
      return server
    },
    forProxy() {
      proxy ??= createSecureContext(readCa())
      return proxy
    },
  }
}
