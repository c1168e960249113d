import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { pathOf } from './programs.ts'

const run = promisify(execFile)
const dayMs = 24 * 60 * 60 * 1000

/** A certificate and its private key, as PEM files and as text. */
export interface Certificate {
  certificateFile: string
  keyFile: string
  certificate: string
  key: string
}

export interface CertificateRequest {
  /** Names the files. */
  id: string
  /** The common name. */
  name: string
  /** X.509 extensions as openssl writes them. */
  extensions: string[]
  /** Signs itself where it is left out. */
  issuer?: Certificate
  /** Relative to now, in days. */
  validDays?: [from: number, to: number]
}

/** Makes a key and has its certificate signed, with the openssl program, as files in this directory. */
export async function issue(directory: string, request: CertificateRequest): Promise<Certificate> {
  const { id, name, issuer, validDays = [-1, 30] } = request
  const file = (ending: string): string => join(directory, `${id}.${ending}`)
  const [configFile, requestFile, certificateFile, keyFile] = [file('cnf'), file('csr'), file('crt'), file('key')]
  const openssl = (...args: string[]) => run(pathOf('openssl'), args)

  await writeFile(configFile, configFor(directory, request))
  await writeFile(file('index'), '')
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', keyFile]
  await openssl('req', '-config', configFile, ...newKey, '-subj', `/O=Example/CN=${name}`, '-out', requestFile)
  const [from, to] = validDays.map((days) => opensslTime(Date.now() + days * dayMs))
  const signer = issuer
    ? ['-cert', issuer.certificateFile, '-keyfile', issuer.keyFile]
    : ['-selfsign', '-keyfile', keyFile]
  // Unlike `openssl x509`, `openssl ca` lets the time of validity be chosen.
  const validity = ['-startdate', `${from}`, '-enddate', `${to}`]
  const files = ['-in', requestFile, '-out', certificateFile]
  await openssl('ca', '-config', configFile, '-batch', '-notext', ...validity, ...signer, ...files)

  return {
    certificateFile,
    keyFile,
    certificate: await readFile(certificateFile, 'utf8'),
    key: await readFile(keyFile, 'utf8'),
  }
}

const configFor = (directory: string, { id, extensions }: CertificateRequest): string => `
[req]
distinguished_name = name
[name]
[ca]
default_ca = authority
[authority]
database = ${join(directory, `${id}.index`)}
new_certs_dir = ${directory}
rand_serial = yes
default_md = sha256
policy = policy
x509_extensions = extensions
[policy]
organizationName = supplied
commonName = supplied
[extensions]
${extensions.join('\n')}
`

/** As in `20261122153000Z`. */
const opensslTime = (timeMs: number): string => new Date(timeMs).toISOString().replace(/[-:T]|\.\d+/g, '')

/** The certificate with its issuer behind it in one file, as a server has to send it. */
export async function appendCertificate(leaf: Certificate, issuer: Certificate): Promise<Certificate> {
  const certificate = leaf.certificate + issuer.certificate
  const certificateFile = leaf.certificateFile.replace(/\.crt$/, '-chain.crt')
  await writeFile(certificateFile, certificate)
  return { ...leaf, certificateFile, certificate }
}

/** As a file of passwords holds it. */
export async function hashPassword(password: string): Promise<string> {
  const { stdout } = await run(pathOf('openssl'), ['passwd', '-apr1', password])
  return stdout.trim()
}
