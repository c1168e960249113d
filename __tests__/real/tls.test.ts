import { describe } from 'vitest'
import { play } from '../support/play.ts'
import type { Certificates } from './certificates.ts'
import { behindNginx, passOn, presenting } from './front.ts'
import type { NginxOptions } from './nginx.ts'
import { type Expected, expectVerdict } from './verdict.ts'
import { it } from './with-certificates.ts'

interface Tls {
  /** What nginx presents: jira.example.com with its chain, unless told otherwise. */
  presents?: keyof Certificates
  /** More directives for nginx. */
  directives?: string[]
  listen?: NginxOptions['listen']
  scheme?: 'https'
  /** The private CA, unless told otherwise. */
  inputs?: (made: Certificates) => Record<string, string>
  env?: (made: Certificates) => Record<string, string>
}

/** The action, directly at an nginx with this TLS. */
const playTls = (
  made: Certificates,
  { presents = 'server', directives = [], listen = 'ssl', scheme, inputs, env }: Tls,
) =>
  play({
    setUp: behindNginx({
      listen,
      ...(scheme && { scheme }),
      server: (jiraPort) => [...presenting(made[presents]), ...directives, ...passOn(jiraPort)],
      inputs: { retries: '5', ...(inputs?.(made) ?? { 'ca-certificate': made.root.certificate }) },
      env: env?.(made) ?? {},
    }),
  })

const withoutCa = () => ({})

describe('a private CA', () => {
  const ways: [how: string, tls: Tls][] = [
    ['as text', { inputs: (made) => ({ 'ca-certificate': made.root.certificate }) }],
    ['as a path', { inputs: (made) => ({ 'ca-certificate': made.root.certificateFile }) }],
    [
      'in a bundle of several',
      { inputs: (made) => ({ 'ca-certificate': made.proxyRoot.certificate + made.root.certificate }) },
    ],
    [
      'as a text with Windows line ends',
      { inputs: (made) => ({ 'ca-certificate': made.root.certificate.replaceAll('\n', '\r\n') }) },
    ],
    [
      'by NODE_EXTRA_CA_CERTS',
      { inputs: withoutCa, env: (made) => ({ NODE_EXTRA_CA_CERTS: made.root.certificateFile }) },
    ],
    [
      'by NODE_EXTRA_CA_CERTS, beside another one in ca-certificate',
      {
        inputs: (made) => ({ 'ca-certificate': made.proxyRoot.certificate }),
        env: (made) => ({ NODE_EXTRA_CA_CERTS: made.root.certificateFile }),
      },
    ],
    [
      'in ca-certificate, beside another one by NODE_EXTRA_CA_CERTS',
      { env: (made) => ({ NODE_EXTRA_CA_CERTS: made.proxyRoot.certificateFile }) },
    ],
    [
      'with the intermediate certificate that the server leaves out',
      {
        presents: 'serverWithoutChain',
        inputs: (made) => ({ 'ca-certificate': made.issuing.certificate + made.root.certificate }),
      },
    ],
    [
      'that is the certificate itself',
      { presents: 'selfSigned', inputs: (made) => ({ 'ca-certificate': made.selfSigned.certificate }) },
    ],
  ]

  it.concurrent.for(ways)('is trusted when given %s', async ([, tls], { expect, made }) => {
    expectVerdict(expect, await playTls(made, tls), { reason: 'authenticated' })
  })
})

describe('TLS that works', () => {
  const kinds: [what: string, tls: Tls][] = [
    ['1.2 alone', { directives: ['ssl_protocols TLSv1.2;'] }],
    ['1.3 alone', { directives: ['ssl_protocols TLSv1.3;'] }],
    ['beside HTTP/2', { listen: 'ssl http2' }],
  ]

  it.concurrent.for(kinds)('%s', async ([, tls], { expect, made }) => {
    expectVerdict(expect, await playTls(made, tls), { reason: 'authenticated' })
  })
})

describe('TLS that fails', () => {
  const faults: [what: string, tls: Tls, expected: Expected][] = [
    [
      'a private CA that nobody gave',
      { inputs: withoutCa },
      { reason: 'tls-untrusted', mentions: ['CN=jira.example.com', 'CN=Example Issuing CA', 'ca-certificate'] },
    ],
    [
      'another private CA than the one that was given',
      { inputs: (made) => ({ 'ca-certificate': made.proxyRoot.certificate }) },
      { reason: 'tls-untrusted', mentions: ['CN=Example Issuing CA'] },
    ],
    [
      'an incomplete chain',
      { presents: 'serverWithoutChain' },
      { reason: 'tls-untrusted', mentions: ['CN=Example Issuing CA', 'intermediate'] },
    ],
    [
      'a self-signed certificate',
      { presents: 'selfSigned' },
      { reason: 'tls-untrusted', mentions: ['CN=jira.example.com', 'self-signed'] },
    ],
    [
      'an expired certificate',
      { presents: 'expired' },
      { reason: 'tls-expired', mentions: [/expired on \d{4}-\d\d-\d\d/] },
    ],
    [
      'a certificate that is not valid yet',
      { presents: 'notYetValid' },
      { reason: 'tls-expired', mentions: [/is not valid before \d{4}-\d\d-\d\d/] },
    ],
    [
      'a certificate for another host',
      { presents: 'wrongHost' },
      { reason: 'tls-hostname-mismatch', mentions: ['jira.example.com', 'wiki.example.com', '*.wiki.example.com'] },
    ],
    [
      'TLS 1.1 alone',
      { directives: ['ssl_protocols TLSv1.1;', 'ssl_ciphers DEFAULT:@SECLEVEL=0;'] },
      { reason: 'tls-protocol', mentions: ['TLS version'] },
    ],
    [
      'no cipher in common',
      { directives: ['ssl_protocols TLSv1.2;', 'ssl_ciphers ECDHE-ECDSA-NULL-SHA:@SECLEVEL=0;'] },
      { reason: 'tls-protocol', mentions: ['cipher', 'client-certificate'] },
    ],
    [
      'a server that has no certificate for the host name',
      { directives: ['ssl_reject_handshake on;'] },
      { reason: 'tls-protocol', mentions: ['no certificate for this host name'] },
    ],
    [
      'TLS spoken to an HTTP port',
      { listen: '', scheme: 'https' },
      { reason: 'tls-protocol', mentions: ['does not speak TLS'] },
    ],
  ]

  it.concurrent.for(faults)('%s', async ([, tls, expected], { expect, made }) => {
    const played = await playTls(made, tls)
    expectVerdict(expect, played, expected)
    // A fault of TLS is a verdict, whatever number of retries there may be.
    expect(played.result.report?.requests).toBe(1)
  })
})
