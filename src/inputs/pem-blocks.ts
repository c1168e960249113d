import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import type { Finding } from '../catalogue/finding.ts'
import { invalidPem, type PemInput, type ReadFile, readPem } from './pem.ts'

/** A certificate, as it was given and as it is. */
export interface Certificate {
  readonly pem: string
  readonly x509: X509Certificate
}

/** A private key likewise. */
export interface PrivateKey {
  readonly pem: string
  readonly object: KeyObject
}

const CERTIFICATE_BLOCK =
  /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[\s\S]*?-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g

/** @returns the certificates of an input in their order, at least one; or a finding `certificate-invalid` */
export function readCertificateBlocks(
  input: PemInput,
  textOrPath: string,
  readFile: ReadFile,
): readonly [Certificate, ...Certificate[]] | Finding {
  const text = readPem(input, textOrPath, readFile)
  if (typeof text !== 'string') return text
  const blocks = text.match(CERTIFICATE_BLOCK) ?? []
  const certificates = blocks.map(parseCertificate)
  const [first, ...more] = certificates.filter((certificate) => certificate !== undefined)
  const position = certificates.indexOf(undefined) + 1
  if (position > 0) {
    const problem = `has a certificate (number ${position} of ${blocks.length}) that cannot be read: it is damaged or has lost its line breaks`
    return invalidPem(input, problem)
  }
  return first === undefined ? invalidBlock(input, text, 'certificate') : [first, ...more]
}

/** @returns the private key of `client-key`, or a finding `certificate-invalid` */
export function readPrivateKey(textOrPath: string, readFile: ReadFile): PrivateKey | Finding {
  const pem = readPem('client-key', textOrPath, readFile)
  if (typeof pem !== 'string') return pem
  if (/-----BEGIN ENCRYPTED|Proc-Type:.*ENCRYPTED/.test(pem)) {
    const wanted = 'the key without a passphrase (openssl pkey -in FILE -out FILE.key), from a secret'
    return invalidPem('client-key', 'is encrypted with a passphrase, which cannot be given here', wanted)
  }
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) return invalidBlock('client-key', pem, 'private key')
  try {
    return { pem, object: createPrivateKey(pem) }
  } catch {
    return invalidPem('client-key', 'is a private key that cannot be read: it is damaged or has lost its line breaks')
  }
}

function parseCertificate(pem: string): Certificate | undefined {
  try {
    return { pem, x509: new X509Certificate(pem) }
  } catch {
    return undefined
  }
}

/** @param wanted what the PEM text holds no block of */
function invalidBlock(input: PemInput, pem: string, wanted: 'certificate' | 'private key'): Finding {
  const label = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(pem)?.[1]?.toLowerCase()
  if (label === undefined) return invalidPem(input, `is not PEM: it has no BEGIN line of a ${wanted}`)
  return label === wanted
    ? invalidPem(input, `has a BEGIN line of a ${wanted}, but no matching END line`)
    : invalidPem(input, `holds no ${wanted}, but a PEM block of another kind: ${label}`, `the PEM block of a ${wanted}`)
}
