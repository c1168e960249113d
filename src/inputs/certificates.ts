import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import { errorCodeOf } from '../base/error-code.ts'
import type { Finding } from '../catalogue/finding.ts'
import { finding, isFinding } from '../catalogue/finding.ts'

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

/** @returns the text of a file; throws where it cannot be read */
export type ReadFile = (path: string) => string

const CERTIFICATE_BLOCK =
  /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[\s\S]*?-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g

/**
 * Reads and checks the certificates and the key, so that a mistake in them is told as such, before anything is sent.
 * @returns the material, or a finding `certificate-invalid` that names the input and says why; it never quotes the
 *   input, which may be a private key
 */
export function readCertificates(inputs: CertificateInputs, readFile: ReadFile, nowMs: number): TlsMaterial | Finding {
  const ca = inputs.caCertificate === '' ? [] : readCertificateBlocks('ca-certificate', inputs.caCertificate, readFile)
  if (isFinding(ca)) return ca
  const client = readClient(inputs, readFile, nowMs)
  if (isFinding(client)) return client
  const extraCa = ca.map(({ pem }) => pem)
  return client === undefined ? { extraCa } : { extraCa, client }
}

interface Certificate {
  readonly pem: string
  readonly x509: X509Certificate
}

function readClient(
  { clientCertificate, clientKey }: CertificateInputs,
  readFile: ReadFile,
  nowMs: number,
): TlsMaterial['client'] | Finding {
  if (clientCertificate === '' && clientKey === '') return undefined
  if (clientKey === '') return invalid('client-key', 'is missing, though client-certificate is given: they go together')
  if (clientCertificate === '') {
    return invalid('client-certificate', 'is missing, though client-key is given: they go together')
  }
  const chain = readCertificateBlocks('client-certificate', clientCertificate, readFile)
  if (isFinding(chain)) return chain
  const key = readKey(clientKey, readFile)
  if (isFinding(key)) return key
  const [leaf] = chain
  if (leaf === undefined) return invalid('client-certificate', 'holds no certificate')
  if (leaf.x509.validToDate.getTime() < nowMs) {
    return invalid('client-certificate', `has expired: it was valid until ${leaf.x509.validTo}`)
  }
  if (leaf.x509.validFromDate.getTime() > nowMs) {
    return invalid('client-certificate', `is not valid until ${leaf.x509.validFrom}`)
  }
  if (!leaf.x509.checkPrivateKey(key.object)) {
    return invalid('client-key', 'does not fit the (first) certificate in client-certificate')
  }
  const client = { certificate: chain.map(({ pem }) => pem).join('\n'), key: key.pem }
  return isAcceptable(client) ? client : invalid('client-certificate', 'cannot be used for TLS: its key is too weak')
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

function readCertificateBlocks(
  input: string,
  textOrPath: string,
  readFile: ReadFile,
): readonly Certificate[] | Finding {
  const text = readPem(input, textOrPath, readFile)
  if (typeof text !== 'string') return text
  const blocks = text.match(CERTIFICATE_BLOCK) ?? []
  if (blocks.length === 0) return invalid(input, problemOfPem(text, 'certificate'))
  const certificates = blocks.map(parseCertificate)
  const readable = certificates.filter((certificate) => certificate !== undefined)
  if (readable.length < certificates.length) {
    const position = certificates.indexOf(undefined) + 1
    return invalid(
      input,
      `has a certificate (number ${position} of ${blocks.length}) that cannot be read: it is damaged or has lost its line breaks`,
    )
  }
  return readable
}

function parseCertificate(pem: string): Certificate | undefined {
  try {
    return { pem, x509: new X509Certificate(pem) }
  } catch {
    return undefined
  }
}

function readKey(textOrPath: string, readFile: ReadFile): { pem: string; object: KeyObject } | Finding {
  const pem = readPem('client-key', textOrPath, readFile)
  if (typeof pem !== 'string') return pem
  if (/-----BEGIN ENCRYPTED|Proc-Type:.*ENCRYPTED/.test(pem)) {
    return invalid(
      'client-key',
      'is encrypted with a passphrase, which cannot be given here: store the key decrypted, in a secret',
    )
  }
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) return invalid('client-key', problemOfPem(pem, 'private key'))
  try {
    return { pem, object: createPrivateKey(pem) }
  } catch {
    return invalid('client-key', 'is a private key that cannot be read: it is damaged or has lost its line breaks')
  }
}

function readPem(input: string, textOrPath: string, readFile: ReadFile): string | Finding {
  if (textOrPath.includes('-----BEGIN')) return textOrPath
  // A path has one line; anything else is text that is not PEM, and must not end up in a message about files.
  if (/[\r\n]/.test(textOrPath)) return invalid(input, 'is neither PEM text nor a path: it has no BEGIN line')
  try {
    return readFile(textOrPath)
  } catch (error) {
    const isMissing = ['ENOENT', 'ENAMETOOLONG'].includes(errorCodeOf(error))
    return invalid(
      input,
      isMissing ? 'is neither PEM text nor the path of a file that exists here' : 'names a file that cannot be read',
    )
  }
}

function problemOfPem(text: string, wanted: 'certificate' | 'private key'): string {
  const label = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(text)?.[1]?.toLowerCase()
  if (label === undefined) return `is not PEM: it has no BEGIN line of a ${wanted}`
  return label === wanted
    ? `has a BEGIN line of a ${wanted}, but no matching END line`
    : `holds no ${wanted}, but a PEM block of another kind: ${label}`
}

function invalid(input: string, problem: string): Finding {
  return finding('certificate-invalid', { input, problem })
}
