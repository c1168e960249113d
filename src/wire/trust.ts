import { createSecureContext, type SecureContext } from 'node:tls'
import { errorCodeOf } from '../base/error-code.ts'
import type { TlsMaterial } from '../inputs/certificates.ts'
import { readDefaultCa } from './ca.ts'

/** A chain whose end is not among the CAs: a longer list may have it. */
const UNKNOWN_ISSUER: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

/** Whom TLS trusts, and who we are to the server. Reading the CA certificates takes time, so all connections share what came of it. */
export interface Trust {
  /** For the server: with the client certificate, where there is one. */
  forServer(): SecureContext
  /** For the proxy, which never sees the client certificate. */
  forProxy(): SecureContext
  /** Whether the operating system's CAs are trusted already. */
  readonly isWide: boolean
  /**
   * Trusts the operating system's CAs too, as curl and Go do, where a handshake has failed for want of one.
   * @returns whether another handshake may do better
   */
  widen(error: unknown): boolean
}

/**
 * Trusts Node's own list with `NODE_EXTRA_CA_CERTS`, and the CAs that are given.
 * @param readSystemCa the operating system's CA certificates, which take time to read: asked at most once
 */
export function createTrust({ extraCa, client }: TlsMaterial, readSystemCa: () => readonly string[]): Trust {
  const identity = client === undefined ? {} : { cert: client.certificate, key: client.key }
  let systemCa: readonly string[] | undefined
  let server: SecureContext | undefined
  let proxy: SecureContext | undefined

  const readAuthorities = () => {
    const added = [...extraCa, ...(systemCa ?? [])]
    if (added.length === 0) return {}
    // `ca` replaces Node's own list, so that has to be in it; many of the system's are in it, too.
    const ca = [...new Set([...readDefaultCa(), ...added])]
    // An intermediate CA is an anchor too, as for curl: else its root would have to be given, which nobody may have.
    return { ca, allowPartialTrustChain: true }
  }

  return {
    forServer() {
      server ??= createSecureContext({ ...readAuthorities(), ...identity })
      return server
    },
    forProxy() {
      proxy ??= createSecureContext(readAuthorities())
      return proxy
    },
    get isWide() {
      return systemCa !== undefined
    },
    widen(error) {
      if (!UNKNOWN_ISSUER.has(errorCodeOf(error))) return false
      if (systemCa === undefined) {
        systemCa = readSystemCa()
        server = undefined
        proxy = undefined
      }
      return systemCa.length > 0
    },
  }
}
