import * as nodeTls from 'node:tls'

/** What a Node before 22.15, and from 23.0 to 23.9, does not have. */
type Tls = Partial<Pick<typeof nodeTls, 'getCACertificates'>> & Pick<typeof nodeTls, 'rootCertificates'>

/** Reads the CA certificates that Node trusts by itself, those of `NODE_EXTRA_CA_CERTS` included: PEM texts. */
export function readDefaultCa(tls: Tls = nodeTls): readonly string[] {
  return tls.getCACertificates?.('default') ?? tls.rootCertificates
}

/**
 * Reads the operating system's CA certificates: the store of Windows or macOS, or what OpenSSL reads elsewhere.
 * @param sslCertFile the variable `SSL_CERT_FILE`, by which curl and OpenSSL know more of them; Node heeds it on Linux
 * @param readFile throws where a file cannot be read
 * @returns PEM texts
 */
export function readSystemCa(
  sslCertFile: string | undefined,
  readFile: (path: string) => string,
  tls: Tls = nodeTls,
): readonly string[] {
  return [...(tls.getCACertificates?.('system') ?? []), ...readCertificateFile(sslCertFile, readFile)]
}

function readCertificateFile(path: string | undefined, readFile: (path: string) => string): readonly string[] {
  if (!path) return []
  try {
    return [readFile(path)]
  } catch {
    // As OpenSSL does it.
    return []
  }
}
