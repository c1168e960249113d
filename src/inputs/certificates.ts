import type { X509Certificate } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import type { Finding } from '../catalogue/finding.ts'
import { isFinding } from '../catalogue/finding.ts'
import { invalidPem, type ReadFile } from './pem.ts'
import { readCertificateBlocks, readPrivateKey } from './pem-blocks.ts'

/** The PEM material that the TLS connections to Jira use besides the runner's own CA certificates. */
export interface TlsMaterial {
  /** Extra CA certificates, one PEM block each; none where the runner's own are to do. */
  readonly extraCa: readonly string[]
  /** Client certificate (with its intermediates) and its key, as PEM text. */
  readonly client?: { readonly certificate: string; readonly key: string }
}

/** The three inputs as they were given: PEM text or path, or an empty text. */
export interface CertificateInputs {
  readonly caCertificate: string
  readonly clientCertificate: string
  readonly clientKey: string
}

/**
 * Reads and checks the certificates and the key, so that a mistake in them is told as such, before anything is sent.
 * @returns the material, or a finding `certificate-invalid` that names the input and says why; it never quotes the
 *   input, which may be a private key, unless that is a path
 */
export function readCertificates(inputs: CertificateInputs, readFile: ReadFile, nowMs: number): TlsMaterial | Finding {
  const ca = inputs.caCertificate === '' ? [] : readCertificateBlocks('ca-certificate', inputs.caCertificate, readFile)
  if (isFinding(ca)) return ca
  const client = readClient(inputs, readFile, nowMs)
  if (isFinding(client)) return client
  const extraCa = ca.map(({ pem }) => pem)
  return client === undefined ? { extraCa } : { extraCa, client }
}

function readClient(
  { clientCertificate, clientKey }: CertificateInputs,
  readFile: ReadFile,
  nowMs: number,
): TlsMaterial['client'] | Finding {
  if (clientCertificate === '' && clientKey === '') return undefined
  if (clientKey === '') {
    const wanted = 'the private key of <client-certificate>, or leave both out'
    return invalidPem('client-key', 'is missing, though <client-certificate> is given', wanted)
  }
  if (clientCertificate === '') {
    const wanted = 'the certificate that <client-key> belongs to, or leave both out'
    return invalidPem('client-certificate', 'is missing, though <client-key> is given', wanted)
  }
  const chain = readCertificateBlocks('client-certificate', clientCertificate, readFile)
  if (isFinding(chain)) return chain
  const key = readPrivateKey(clientKey, readFile)
  if (isFinding(key)) return key
  const [{ x509 }] = chain
  const problem = describeDates(x509, nowMs)
  if (problem !== undefined) {
    return invalidPem('client-certificate', problem, 'one that is valid now, with its own key as <client-key>')
  }
  if (!x509.checkPrivateKey(key.object)) {
    const wanted = 'the private key of that certificate, which has to come before its intermediates'
    return invalidPem('client-key', 'does not fit the (first) certificate in <client-certificate>', wanted)
  }
  const client = { certificate: chain.map(({ pem }) => pem).join('\n'), key: key.pem }
  if (isAcceptable(client)) return client
  const wanted = 'one with a longer key (RSA of 2048 bits, or an elliptic curve)'
  return invalidPem('client-certificate', 'cannot be used for TLS: its key is too weak', wanted)
}

/** @returns that a certificate is not valid now; undefined where it is */
function describeDates(certificate: X509Certificate, nowMs: number): string | undefined {
  if (certificate.validToDate.getTime() < nowMs) return `has expired: it was valid until ${certificate.validTo}`
  return certificate.validFromDate.getTime() > nowMs ? `is not valid until ${certificate.validFrom}` : undefined
}

/** OpenSSL refuses weak keys, and would do so in the middle of a connection. */
function isAcceptable({ certificate, key }: { certificate: string; key: string }): boolean {
  try {
    createSecureContext({ cert: certificate, key })
    return true
  } catch {
    return false
  }
}
