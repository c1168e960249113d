import { appendCertificate, type Certificate, type CertificateRequest, issue } from './openssl.ts'

export interface Certificates {
  /** The private CA. */
  root: Certificate
  /** Signed by the root, and signs the server's certificate. */
  issuing: Certificate
  /** For jira.example.com, with the issuing CA behind it in the file, as a server has to send it. */
  server: Certificate
  /** The same without the issuing CA. */
  serverWithoutChain: Certificate
  selfSigned: Certificate
  expired: Certificate
  notYetValid: Certificate
  /** For wiki.example.com and *.wiki.example.com. */
  wrongHost: Certificate
  /** For localhost, signed by a CA of its own. */
  proxy: Certificate
  proxyRoot: Certificate
  /** For jira.example.com, though it is the proxy that presents it. */
  wrongProxy: Certificate
  /** For `svc-ci`, signed by the root. */
  client: Certificate
  expiredClient: Certificate
  /** Signed by a CA that no server here knows. */
  strangerClient: Certificate
}

const authority = ['basicConstraints=critical,CA:true', 'keyUsage=critical,keyCertSign,cRLSign']
const forHosts = (...hosts: string[]): string[] => [
  'extendedKeyUsage=serverAuth',
  `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}`,
]
const forClient = ['extendedKeyUsage=clientAuth']

/** Makes a private CA and all that it signed, as files in this directory. */
export async function makeCertificates(directory: string): Promise<Certificates> {
  const make = (request: CertificateRequest): Promise<Certificate> => issue(directory, request)

  const [root, stranger, proxyRoot] = await Promise.all([
    make({ id: 'root', name: 'Example Root CA', extensions: authority }),
    make({ id: 'stranger', name: 'Somebody Else CA', extensions: authority }),
    make({ id: 'proxy-root', name: 'Example Proxy CA', extensions: authority }),
  ])
  const issuing = await make({ id: 'issuing', name: 'Example Issuing CA', extensions: authority, issuer: root })

  const jira = { name: 'jira.example.com', extensions: forHosts('jira.example.com'), issuer: issuing }
  const wiki = { name: 'wiki.example.com', extensions: forHosts('wiki.example.com', '*.wiki.example.com') }
  const client = { name: 'svc-ci', extensions: forClient, issuer: root }
  const ended: [number, number] = [-60, -30]
  const [server, selfSigned, expired, notYetValid, wrongHost, proxy, wrongProxy, good, expiredClient, strangerClient] =
    await Promise.all([
      make({ id: 'server', ...jira }),
      make({ id: 'self-signed', name: jira.name, extensions: jira.extensions }),
      make({ id: 'expired', ...jira, validDays: ended }),
      make({ id: 'not-yet-valid', ...jira, validDays: [30, 60] }),
      make({ id: 'wrong-host', ...wiki, issuer: issuing }),
      make({ id: 'proxy', name: 'localhost', extensions: forHosts('localhost'), issuer: proxyRoot }),
      make({ id: 'wrong-proxy', ...jira, issuer: proxyRoot }),
      make({ id: 'client', ...client }),
      make({ id: 'expired-client', ...client, validDays: ended }),
      make({ id: 'stranger-client', ...client, issuer: stranger }),
    ])
  const withChain = (leaf: Certificate): Promise<Certificate> => appendCertificate(leaf, issuing)
  return {
    root,
    issuing,
    server: await withChain(server),
    serverWithoutChain: server,
    selfSigned,
    expired: await withChain(expired),
    notYetValid: await withChain(notYetValid),
    wrongHost: await withChain(wrongHost),
    proxy,
    proxyRoot,
    wrongProxy,
    client: good,
    expiredClient,
    strangerClient,
  }
}
