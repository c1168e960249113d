import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import type { Certificates, Pair } from './certificates.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** Shorter than OpenSSL takes from anybody. */
const weakAlgorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 1024,
  publicExponent: Uint8Array.of(1, 0, 1),
}
const dayMs = 24 * 60 * 60 * 1000

interface Authority extends Pair {
  certificate: X509Certificate
  keys: webcrypto.CryptoKeyPair
}

interface Request {
  name: string
  /** Names and addresses for a server; none for a client or an authority. */
  hosts?: string[]
  purpose: 'authority' | 'server' | 'client'
  /** Signs itself where it is left out. */
  issuer?: Authority
  keyAlgorithm?: typeof algorithm | typeof weakAlgorithm
  /** Relative to now, in days. */
  validDays?: [from: number, to: number]
}

/** Signs everything anew. */
export async function makeCertificates(): Promise<Certificates> {
  const hosts = ['localhost', '127.0.0.1', '::1', 'jira.example.com']
  const root = await issue({ name: 'Example Root CA', purpose: 'authority' })
  const intermediate = await issue({ name: 'Example Issuing CA', purpose: 'authority', issuer: root })
  const stranger = await issue({ name: 'Somebody Else CA', purpose: 'authority' })

  const server = (request: Partial<Request>) =>
    issue({ name: 'jira.example.com', purpose: 'server', issuer: root, hosts, ...request })
  const client = (request: Partial<Request>) => issue({ name: 'svc-ci', purpose: 'client', issuer: root, ...request })

  const throughIntermediate = await server({ issuer: intermediate })
  return {
    root: pair(root),
    intermediate: pair(intermediate),
    server: pair(await server({})),
    serverWithChain: { cert: throughIntermediate.cert + intermediate.cert, key: throughIntermediate.key },
    serverWithoutChain: pair(throughIntermediate),
    selfSigned: pair(await issue({ name: 'jira.example.com', purpose: 'server', hosts })),
    expired: pair(await server({ validDays: [-60, -30] })),
    notYetValid: pair(await server({ validDays: [30, 60] })),
    wrongHost: pair(await server({ name: 'wiki.example.com', hosts: ['wiki.example.com', '*.wiki.example.com'] })),
    weakServer: pair(await server({ keyAlgorithm: weakAlgorithm })),
    client: pair(await client({})),
    weakClient: pair(await client({ keyAlgorithm: weakAlgorithm })),
    expiredClient: pair(await client({ validDays: [-60, -30] })),
    strangerClient: pair(await client({ issuer: stranger })),
    strangerRoot: pair(stranger),
  }
}

const pair = ({ cert, key }: Pair): Pair => ({ cert, key })

let serialNumber = 1

async function issue(request: Request): Promise<Authority> {
  const { name, hosts = [], purpose, issuer, keyAlgorithm = algorithm, validDays = [-1, 30] } = request
  const keys = await webcrypto.subtle.generateKey(keyAlgorithm, true, ['sign', 'verify'])
  const subject = `CN=${name}, O=Example`
  const certificate = await X509CertificateGenerator.create({
    serialNumber: (serialNumber++).toString(16).padStart(2, '0'),
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    notBefore: new Date(Date.now() + validDays[0] * dayMs),
    notAfter: new Date(Date.now() + validDays[1] * dayMs),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    extensions: extensionsFor(purpose, hosts),
  })
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  return {
    certificate,
    keys,
    cert: `${certificate.toString('pem')}\n`,
    key: `-----BEGIN PRIVATE KEY-----\n${pkcs8.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`,
  }
}

function extensionsFor(purpose: Request['purpose'], hosts: string[]): Extension[] {
  if (purpose === 'authority') {
    return [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ]
  }
  const usage = purpose === 'server' ? ExtendedKeyUsage.serverAuth : ExtendedKeyUsage.clientAuth
  const names = hosts.map((value) => ({ type: /^[\d.]+$|:/.test(value) ? ('ip' as const) : ('dns' as const), value }))
  return [
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new ExtendedKeyUsageExtension([usage]),
    ...(names.length > 0 ? [new SubjectAlternativeNameExtension(names)] : []),
  ]
}
