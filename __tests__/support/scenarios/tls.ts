import type { ServerOptions } from 'node:https'
import { type Certificates, certificates, weakCiphers } from '../certificates.ts'
import { type FailingServer, startAlerting, startWithoutSecureRenegotiation } from '../handshakes.ts'
import { goodToken } from '../healthy.ts'
import { startJira } from '../jira.ts'
import { type Scenario, scenario, withJira } from './scenario.ts'

type Choose<Chosen> = (made: Certificates) => Chosen

/** A Jira with this TLS; the action trusts the private CA unless the inputs say otherwise. */
const withTls =
  (
    tls: Choose<ServerOptions>,
    inputs: Choose<Record<string, string>> = ({ root }) => ({ 'ca-certificate': root.cert }),
  ) =>
  async () => {
    const made = await certificates()
    return withJira({ tls: tls(made) }, { retries: '0', ...inputs(made) })()
  }

const withoutCa = () => ({})

const mutualTls =
  (version: 'TLSv1.2' | 'TLSv1.3'): Choose<ServerOptions> =>
  ({ server, root }) => ({ ...server, ca: root.cert, requestCert: true, minVersion: version, maxVersion: version })

const withoutHandshake = (start: () => Promise<FailingServer>) => async () => {
  const { port, close } = await start()
  return { inputs: { 'jira-url': `https://127.0.0.1:${port}`, token: goodToken, retries: '0' }, close }
}

const asks: Scenario['asks'] = []
const statusCode = ''

export const tls: Scenario[] = [
  scenario('tls-untrusted', {
    title: 'The certificate was signed by a private CA that the runner does not know',
    asks,
    statusCode,
    mentions: ['ca-certificate', 'Example Issuing CA'],
    setUp: withTls(({ serverWithChain }) => serverWithChain, withoutCa),
  }),
  scenario('tls-self-signed', {
    title: 'The certificate signed itself',
    reason: 'tls-untrusted',
    asks,
    statusCode,
    mentions: ['ca-certificate', 'jira.example.com'],
    setUp: withTls(({ selfSigned }) => selfSigned, withoutCa),
  }),
  scenario('tls-incomplete-chain', {
    title: 'The server leaves out the intermediate certificate',
    reason: 'tls-untrusted',
    asks,
    statusCode,
    mentions: ['Example Issuing CA'],
    setUp: withTls(({ serverWithoutChain }) => serverWithoutChain),
  }),
  scenario('tls-expired', {
    title: 'The certificate of the server has expired',
    asks,
    statusCode,
    setUp: withTls(({ expired }) => expired),
  }),
  scenario('tls-not-yet-valid', {
    title: 'The certificate of the server is not valid yet',
    reason: 'tls-expired',
    asks,
    statusCode,
    setUp: withTls(({ notYetValid }) => notYetValid),
  }),
  scenario('tls-hostname-mismatch', {
    title: 'The certificate is for another host',
    asks,
    statusCode,
    mentions: ['wiki.example.com'],
    setUp: withTls(({ wrongHost }) => wrongHost),
  }),
  scenario('tls-protocol', {
    title: 'https to a port that speaks plain http',
    asks,
    statusCode,
    setUp: async () => {
      const jira = await startJira()
      const inputs = { 'jira-url': jira.url.replace('http:', 'https:'), token: goodToken, retries: '0' }
      return { inputs, jira, close: jira.close }
    },
  }),
  scenario('tls-old-version', {
    title: 'The server knows nothing newer than TLS 1.1',
    reason: 'tls-protocol',
    asks,
    statusCode,
    setUp: withTls(({ server }) => ({
      ...server,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: weakCiphers,
    })),
  }),
  scenario('tls-weak-key', {
    title: 'The certificate has a key that is too weak',
    reason: 'tls-protocol',
    asks,
    statusCode,
    setUp: withTls(({ weakServer }) => ({ ...weakServer, ciphers: weakCiphers })),
  }),
  scenario('tls-no-name', {
    title: 'The server has no certificate for this host name, as Go and Caddy say it (alert 80)',
    reason: 'tls-protocol',
    statusCode,
    mentions: ['no certificate for this host name', 'add a certificate'],
    setUp: withoutHandshake(() => startAlerting(80)),
  }),
  scenario('tls-http2-only', {
    title: 'The server speaks HTTP/2 only (alert 120)',
    reason: 'tls-protocol',
    statusCode,
    mentions: ['HTTP/2', 'HTTP/1.1'],
    setUp: withoutHandshake(() => startAlerting(120)),
  }),
  scenario('tls-legacy-renegotiation', {
    title: 'An old firewall in front of Jira does not know secure renegotiation',
    reason: 'tls-protocol',
    statusCode,
    mentions: ['old firewall', 'RFC 5746'],
    setUp: withoutHandshake(startWithoutSecureRenegotiation),
  }),
  scenario('tls-client-certificate', {
    title: 'The server wants a client certificate (TLS 1.3)',
    asks,
    statusCode,
    mentions: ['client-certificate', 'client-key'],
    setUp: withTls(mutualTls('TLSv1.3')),
  }),
  scenario('tls-client-certificate-1.2', {
    title: 'The server wants a client certificate (TLS 1.2, where it only says that the handshake failed)',
    reason: 'tls-protocol',
    asks,
    statusCode,
    mentions: ['client-certificate'],
    setUp: withTls(mutualTls('TLSv1.2')),
  }),
  scenario('tls-client-certificate-rejected', {
    title: 'The server does not know the CA of the client certificate',
    reason: 'tls-client-certificate',
    asks,
    statusCode,
    setUp: withTls(mutualTls('TLSv1.3'), ({ root, strangerClient }) => ({
      'ca-certificate': root.cert,
      'client-certificate': strangerClient.cert,
      'client-key': strangerClient.key,
    })),
  }),
]
