import { describe } from 'vitest'
import { play } from '../support/play.ts'
import type { Certificates } from './certificates.ts'
import { behindNginx, passOn, presenting, settingAt } from './front.ts'
import type { SquidOptions } from './squid.ts'
import { startTlsServer } from './tls-server.ts'
import { type Expected, expectVerdict } from './verdict.ts'
import { it } from './with-certificates.ts'

type Version = 'TLSv1.2' | 'TLSv1.3'

const waysAndVersions: [way: string, version: Version, squid: SquidOptions | undefined][] = [
  ['directly', 'TLSv1.2', undefined],
  ['directly', 'TLSv1.3', undefined],
  ['through squid', 'TLSv1.2', {}],
  ['through squid', 'TLSv1.3', {}],
]

type Client = (made: Certificates) => Record<string, string>

const asText: Client = ({ client }) => ({ 'client-certificate': client.certificate, 'client-key': client.key })
const asPaths: Client = ({ client }) => ({ 'client-certificate': client.certificateFile, 'client-key': client.keyFile })
const ofStranger: Client = ({ strangerClient: { certificate, key } }) => ({
  'client-certificate': certificate,
  'client-key': key,
})
const expired: Client = ({ expiredClient: { certificate, key } }) => ({
  'client-certificate': certificate,
  'client-key': key,
})
const none: Client = () => ({})

const clients: [what: string, client: Client, expected: Expected][] = [
  ['the right one as text', asText, { reason: 'authenticated' }],
  ['the right one as paths', asPaths, { reason: 'authenticated' }],
  [
    'none',
    none,
    { reason: 'tls-client-certificate', mentions: [/none was (?:given|sent)/, 'client-certificate', 'client-key'] },
  ],
  ['one of another CA', ofStranger, { reason: 'tls-client-certificate', mentions: [/rejects the one/] }],
  ['an expired one', expired, { reason: 'certificate-invalid', mentions: [/client-certificate.*expired/] }],
]

/** nginx lets every client in and then answers 400 in words. */
describe.each(waysAndVersions)('an nginx that wants a client certificate, %s, over %s', (_way, version, squid) => {
  it.concurrent.for(clients)('is given %s', async ([, client, expected], { expect, made }) => {
    const server = (jiraPort: number): string[] => [
      ...presenting(made.server),
      `ssl_protocols ${version};`,
      `ssl_client_certificate ${made.root.certificateFile};`,
      'ssl_verify_client on;',
      ...passOn(jiraPort),
    ]
    const inputs = { 'ca-certificate': made.root.certificate, ...client(made) }
    expectVerdict(expect, await play({ setUp: behindNginx({ server, squid, inputs }) }), expected)
  })
})

/** OpenSSL's own server breaks the handshake off, as most load balancers do. Only an alert says why. */
describe.each(waysAndVersions)(
  'an OpenSSL server that wants a client certificate, %s, over %s',
  (_way, version, squid) => {
    const letIn: Expected = { reason: 'html-page', asks: [] }
    const missing: Record<Version, Expected> = {
      // The same alert as for “no cipher in common”, so the remedy names both.
      'TLSv1.2': { reason: 'tls-protocol', mentions: ['alert 40', 'client-certificate'] },
      'TLSv1.3': {
        reason: 'tls-client-certificate',
        mentions: [/none was (?:given|sent)/, 'client-certificate', 'client-key'],
      },
    }
    const rejected: Expected = { reason: 'tls-client-certificate', mentions: [/does not trust the CA/] }
    const handshakes: [what: string, client: Client, expected: Expected][] = [
      ['the right one', asText, letIn],
      ['none', none, missing[version]],
      ['one of another CA', ofStranger, rejected],
    ]

    it.concurrent.for(handshakes)('is given %s', async ([, client, expected], { expect, made }) => {
      const inputs = { 'ca-certificate': made.root.certificate, ...client(made) }
      const server = { certificate: made.server, version, clientCa: made.root }
      const setUp = async () => settingAt(await startTlsServer(server), { squid, inputs })
      const played = await play({ setUp })
      expectVerdict(expect, played, expected)
      expect(played.result.report?.requests).toBe(1)
    })
  },
)
