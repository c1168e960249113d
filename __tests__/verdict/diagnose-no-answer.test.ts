import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/catalogue/finding.ts'
import type { ForwardProxy } from '../../src/inputs/proxy.ts'
import { diagnoseNoAnswer, type Route } from '../../src/verdict/diagnose-no-answer.ts'
import type { NoAnswer, Phase } from '../../src/wire/answer.ts'
import { proxyAnswer } from '../support/proxy-answer.ts'

const proxy: ForwardProxy = {
  variable: 'HTTPS_PROXY',
  protocol: 'http:',
  hostname: 'proxy.example.com',
  port: 3128,
  credentials: { username: 'svc-ci', password: 'hunter2' },
}
const direct: Route = { product: 'Jira', proxy: undefined, clientCertificate: 'none' }
const withClientCertificate: Route = { product: 'Jira', proxy: undefined, clientCertificate: 'untried' }
const throughProxy: Route = { product: 'Jira', proxy, clientCertificate: 'none' }

const fault = (changes: Partial<NoAnswer>): NoAnswer => ({
  kind: 'no-answer',
  code: '',
  message: '',
  phase: 'connect',
  durationMs: 10_000,
  ...changes,
})

const diagnose = (changes: Partial<NoAnswer>, route = direct) => diagnoseNoAnswer(fault(changes), route)

const openssl = (reason: string): string =>
  `write EPROTO 80FB1E5D547F0000:error:0A00010B:SSL routines:tls_validate_record_header:${reason}:../deps/openssl/openssl/ssl/record/methods/tlsany_meth.c:80:\n`

describe("Node's codes", () => {
  it.each([
    ['no such host', 'ENOTFOUND', 'dns-not-found'],
    ['a host without an address', 'ENODATA', 'dns-not-found'],
    ['a name that is none', 'EAI_NONAME', 'dns-not-found'],
    ['a name without an address', 'EAI_NODATA', 'dns-not-found'],
    ['a name server that does not answer', 'EAI_AGAIN', 'dns-unavailable'],
    ['a name server that fails', 'EAI_FAIL', 'dns-unavailable'],
    ['a name server that fails otherwise', 'ESERVFAIL', 'dns-unavailable'],
    ['a closed port', 'ECONNREFUSED', 'connection-refused'],
    ['no route to the network', 'ENETUNREACH', 'network-unreachable'],
    ['no route to the host', 'EHOSTUNREACH', 'network-unreachable'],
    ['a network that is down', 'ENETDOWN', 'network-unreachable'],
    ['a host that is down', 'EHOSTDOWN', 'network-unreachable'],
    ['no address of that kind here', 'EADDRNOTAVAIL', 'network-unreachable'],
    ['a firewall on the runner', 'EACCES', 'network-unreachable'],
    ['another firewall on the runner', 'EPERM', 'network-unreachable'],
    ['another error of the system', 'EMFILE', 'network-unreachable'],
    ['time is up', 'TIMEOUT', 'timeout'],
    ['time is up for the system', 'ETIMEDOUT', 'timeout'],
    ['time is up for the socket', 'ESOCKETTIMEDOUT', 'timeout'],
    ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-untrusted'],
    ['a private CA, leaf only', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-untrusted'],
    ['a private CA, intermediate too', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls-untrusted'],
    ['a private CA, root too', 'SELF_SIGNED_CERT_IN_CHAIN', 'tls-untrusted'],
    ['an incomplete chain', 'UNABLE_TO_GET_ISSUER_CERT', 'tls-untrusted'],
    ['a signature that cannot be decrypted', 'UNABLE_TO_DECRYPT_CERT_SIGNATURE', 'tls-untrusted'],
    ['a key that cannot be decoded', 'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY', 'tls-untrusted'],
    ['a CRL that is not there', 'UNABLE_TO_GET_CRL', 'tls-untrusted'],
    ['a CA that is not trusted', 'CERT_UNTRUSTED', 'tls-untrusted'],
    ['a certificate that is rejected', 'CERT_REJECTED', 'tls-untrusted'],
    ['a certificate that is revoked', 'CERT_REVOKED', 'tls-untrusted'],
    ['a signature that is wrong', 'CERT_SIGNATURE_FAILURE', 'tls-untrusted'],
    ['a chain that is too long', 'CERT_CHAIN_TOO_LONG', 'tls-untrusted'],
    ['a path that is too long', 'PATH_LENGTH_EXCEEDED', 'tls-untrusted'],
    ['an issuer that is no CA', 'INVALID_CA', 'tls-untrusted'],
    ['a purpose that is wrong', 'INVALID_PURPOSE', 'tls-untrusted'],
    ['a CRL that has expired', 'CRL_HAS_EXPIRED', 'tls-untrusted'],
    ['a date that cannot be read', 'ERROR_IN_CERT_NOT_AFTER_FIELD', 'tls-untrusted'],
    ['a certificate that has expired', 'CERT_HAS_EXPIRED', 'tls-expired'],
    ['a certificate that is not valid yet', 'CERT_NOT_YET_VALID', 'tls-expired'],
    ['a certificate for another host', 'ERR_TLS_CERT_ALTNAME_INVALID', 'tls-hostname-mismatch'],
    ['the same, from OpenSSL', 'HOSTNAME_MISMATCH', 'tls-hostname-mismatch'],
    ['TLS that Node cannot do', 'ERR_TLS_INVALID_PROTOCOL_VERSION', 'tls-protocol'],
    ['TLS that OpenSSL cannot do', 'ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls-protocol'],
    ['another error of OpenSSL', 'ERR_OSSL_EVP_UNSUPPORTED', 'tls-protocol'],
    [
      'a client certificate is wanted, on TLS 1.3',
      'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
      'tls-client-certificate',
    ],
    ['headers without end', 'HPE_HEADER_OVERFLOW', 'response-too-large'],
    ['no HTTP', 'HPE_INVALID_CONSTANT', 'not-http'],
    ['no HTTP version', 'HPE_INVALID_VERSION', 'malformed-response'],
    ['a smuggled length', 'HPE_UNEXPECTED_CONTENT_LENGTH', 'malformed-response'],
    ['a reset', 'ECONNRESET', 'connection-reset'],
    ['a closed pipe', 'EPIPE', 'connection-reset'],
    ['a connection that was given up', 'ECONNABORTED', 'connection-reset'],
  ])('%s: %s is %s', (_, code, reason) => {
    expect(diagnose({ code })).toMatchObject({ kind: 'finding', reason, statusCode: null })
  })

  it.each([
    '',
    'ERR_INVALID_CHAR',
    'ERR_INVALID_ARG_TYPE',
    'constructor',
    'toString',
    'X',
    'E',
    'MY_EPROTO',
    'MY_HPE_',
    'X_CERT_REVOKED',
    'X_INVALID_CA',
    'XPATH_LENGTH_EXCEEDED',
    'X_CRL_HAS_EXPIRED',
    'X_ERROR_IN_CERT',
  ])('%j is nothing that a network says', (code) => {
    expect(diagnose({ code })).toMatchObject({ reason: 'internal-error' })
  })
})

describe("OpenSSL's messages", () => {
  it.each([
    ['https to an http port', 'wrong version number'],
    ['an old TLS on the server', 'tlsv1 alert protocol version'],
    ['an old TLS here', 'unsupported protocol'],
    ['no cipher in common, or a client certificate is wanted on TLS 1.2', 'ssl/tls alert handshake failure'],
    ['no such name', 'tlsv1 unrecognized name'],
    ['a reason that has no words here', 'unexpected eof while reading'],
  ])('tls-protocol: %s', (_, reason) => {
    expect(diagnose({ code: 'EPROTO', message: openssl(reason) })).toMatchObject({ reason: 'tls-protocol' })
  })

  it.each([
    'tlsv13 alert certificate required',
    'sslv3 alert no certificate',
    'sslv3 alert bad certificate',
    'sslv3 alert unsupported certificate',
    'sslv3 alert certificate unknown',
    'sslv3 alert certificate expired',
    'sslv3 alert certificate revoked',
    'tlsv1 alert unknown ca',
    'tlsv1 alert access denied',
    'tlsv1 alert decrypt error',
  ])('tls-client-certificate: %s', (reason) => {
    const expected = { reason: 'tls-client-certificate' }
    expect(diagnose({ code: 'EPROTO', message: openssl(reason) })).toMatchObject(expected)
    expect(diagnose({ code: `ERR_SSL_${reason.toUpperCase().replaceAll(' ', '_')}` })).toMatchObject(expected)
  })

  it.each([41, 42, 43, 44, 45, 46, 48, 49, 116])('tls-client-certificate: alert number %d', (number) => {
    expect(diagnose({ code: 'EPROTO', message: openssl(`x:SSL alert number ${number}`) })).toMatchObject({
      reason: 'tls-client-certificate',
    })
  })

  it.each([40, 47, 50, 70, 80, 112, 1160, 411])('tls-protocol: alert number %d', (number) => {
    expect(diagnose({ code: 'EPROTO', message: openssl(`x:SSL alert number ${number}`) })).toMatchObject({
      reason: 'tls-protocol',
    })
  })
})

describe('alert 40', () => {
  const alert40 = [
    { code: 'EPROTO', message: openssl('ssl/tls alert handshake failure') },
    { code: 'EPROTO', message: openssl('x:SSL alert number 40') },
    { code: 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', message: openssl('ssl/tls alert handshake failure') },
  ]

  it.each(alert40)('in the handshake can mean anything, a missing client certificate included: %o', (error) => {
    expect(diagnose({ ...error, phase: 'tls' })).toMatchObject({
      reason: 'tls-protocol',
      facts: { alert: 'alert 40' },
    })
  })

  it.each(alert40)('after it asks for a client certificate: %o', (error) => {
    expect(diagnose({ ...error, phase: 'answer' })).toMatchObject({
      reason: 'tls-client-certificate',
      facts: { detail: 'none was given' },
    })
    expect(diagnose({ ...error, phase: 'answer' }, withClientCertificate)).toMatchObject({
      reason: 'tls-client-certificate',
      facts: { detail: 'it rejects the one given' },
    })
  })

  it('is no other', () => {
    for (const error of [{ code: 'EPROTO', message: openssl('x:SSL alert number 401') }, { code: 'ECONNRESET' }]) {
      expect(diagnose({ ...error, phase: 'answer' })).not.toMatchObject({ reason: 'tls-client-certificate' })
      expect(factsOf(diagnose(error)).alert).toBeUndefined()
    }
  })
})

describe('what the operators of the server have to be asked for', () => {
  const name = 'add a certificate for this host name, if the name in <url> is the right one'
  it.each([
    ['tlsv1 unrecognized name', name],
    ['tlsv1 alert internal error', name],
    ['x:SSL alert number 80', name],
    ['tlsv1 alert no application protocol', 'allow HTTP/1.1 beside HTTP/2'],
    [
      'unsafe legacy renegotiation disabled',
      'update that device, or to switch secure renegotiation on: OpenSSL 3, and so Node.js, refuses to go without',
    ],
    ['ee key too small', 'use a certificate with a stronger key and signature'],
    ['ca md too weak', 'use a certificate with a stronger key and signature'],
    ['ssl/tls alert handshake failure', undefined],
    ['wrong version number', undefined],
    ['tlsv1 alert protocol version', undefined],
  ])('%s: %s', (reason, request) => {
    expect(diagnose({ code: 'EPROTO', message: openssl(reason) })).toHaveProperty('facts.request', request)
  })
})

describe('what the message names', () => {
  it('how long was waited, and for what', () => {
    expect(diagnose({ code: 'TIMEOUT', phase: 'tls', durationMs: 9001 })).toEqual({
      kind: 'finding',
      reason: 'timeout',
      facts: { seconds: '9', phase: 'in the TLS handshake', proxy: undefined },
      common: {},
      statusCode: null,
    })
  })

  it.each<[Phase, string]>([
    ['lookup', 'resolving the host name'],
    ['connect', 'connecting'],
    ['proxy', 'waiting for the proxy to open a connection to Jira'],
    ['tls', 'in the TLS handshake'],
    ['answer', 'waiting for the answer'],
  ])('in the phase %s: %s', (phase, words) => {
    expect(diagnose({ code: 'TIMEOUT', phase })).toMatchObject({ reason: 'timeout', facts: { phase: words } })
  })

  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'it is self-signed'],
    ['HPE_INVALID_CONSTANT', 'no status line came'],
    ['HPE_INVALID_STATUS', 'its status line is not one of HTTP/1.1'],
    ['EHOSTUNREACH', 'EHOSTUNREACH'],
    ['ECONNRESET', 'reset'],
    ['', ''],
  ])('what the error says, in words: %s', (code, detail) => {
    expect(diagnose({ code })).toHaveProperty('facts.detail', detail)
  })

  const certificate = {
    subject: 'CN=wiki.example.com',
    issuer: 'CN=Example Root CA',
    hosts: ['wiki.example.com', '*.wiki.example.com'],
    validFrom: 'Oct 23 12:00:00 2026 GMT',
    validTo: 'Jan 21 12:00:00 2027 GMT',
  }

  it('subject and issuer of the certificate, and the hosts that it is for', () => {
    expect(diagnose({ code: 'ERR_TLS_CERT_ALTNAME_INVALID', certificate })).toMatchObject({
      reason: 'tls-hostname-mismatch',
      facts: { certificateHosts: 'wiki.example.com, *.wiki.example.com' },
    })
    const { subject, issuer } = certificate
    expect(diagnose({ code: 'CERT_UNTRUSTED', certificate })).toMatchObject({ facts: { subject, issuer } })
    expect(diagnose({ code: 'CERT_HAS_EXPIRED', certificate })).toMatchObject({ facts: { subject } })
  })

  it('ten of its hosts at most', () => {
    const hosts = Array.from({ length: 12 }, (_, index) => `h${index}`)
    expect(diagnose({ code: 'ERR_TLS_CERT_ALTNAME_INVALID', certificate: { ...certificate, hosts } })).toMatchObject({
      facts: { certificateHosts: 'h0, h1, h2, h3, h4, h5, h6, h7, h8, h9' },
    })
  })

  it('since when it has expired, or from when it will be valid', () => {
    expect(diagnose({ code: 'CERT_HAS_EXPIRED', certificate })).toMatchObject({
      facts: { validity: 'expired on 2027-01-21' },
    })
    expect(diagnose({ code: 'CERT_NOT_YET_VALID', certificate })).toMatchObject({
      facts: { validity: 'is not valid before 2026-10-23' },
    })
    expect(diagnose({ code: 'CERT_HAS_EXPIRED', certificate: { ...certificate, validTo: 'long ago' } })).toMatchObject({
      facts: { validity: 'expired on long ago' },
    })
    expect(diagnose({ code: 'CERT_HAS_EXPIRED' })).toMatchObject({ facts: { validity: 'is not valid at this time' } })
  })
})

describe('a client certificate that was sent', () => {
  const hangsUp = 'it closes the connection after receiving the one given'

  it.each(['ECONNRESET', 'EPIPE', 'ECONNABORTED'])('is rejected where the server just hangs up (%s)', (code) => {
    for (const phase of ['tls', 'answer'] as const) {
      expect(diagnose({ code, phase }, withClientCertificate)).toMatchObject({
        reason: 'tls-client-certificate',
        facts: { detail: hangsUp },
      })
    }
  })

  it('is not to blame before the handshake begins', () => {
    for (const phase of ['lookup', 'connect'] as const) {
      expect(diagnose({ code: 'ECONNRESET', phase }, withClientCertificate)).toMatchObject({
        reason: 'connection-reset',
        facts: { detail: 'reset' },
      })
    }
  })

  it.each(['none', 'accepted'] as const)('is not to blame where it is %s', (clientCertificate) => {
    const route: Route = { product: 'Jira', proxy: undefined, clientCertificate }
    expect(diagnose({ code: 'ECONNRESET', phase: 'answer' }, route)).toMatchObject({ reason: 'connection-reset' })
  })

  it('is rejected by an alert', () => {
    expect(
      diagnose({ code: 'EPROTO', message: openssl('tlsv1 alert unknown ca') }, withClientCertificate),
    ).toMatchObject({
      reason: 'tls-client-certificate',
      facts: { detail: 'it does not trust the CA of the one given' },
    })
  })
})

it('a client certificate that was not sent is what an alert about it asks for', () => {
  for (const reason of ['tlsv13 alert certificate required', 'sslv3 alert bad certificate', 'tlsv1 alert unknown ca']) {
    expect(diagnose({ code: 'EPROTO', message: openssl(reason) })).toMatchObject({
      reason: 'tls-client-certificate',
      facts: { detail: 'none was given' },
    })
  }
})

it('a certificate that OpenSSL finds too weak is told as such', () => {
  const weak = { code: 'UNSPECIFIED', message: 'EE certificate key too weak', phase: 'tls' } as const
  expect(diagnose(weak)).toMatchObject({
    reason: 'tls-protocol',
    facts: { detail: 'the key or the signature of its certificate is too weak' },
  })
})

describe('a proxy', () => {
  const named = { proxy: 'proxy.example.com:3128', proxyVariable: 'HTTPS_PROXY' }

  const answering = (...answer: Parameters<typeof proxyAnswer>) =>
    diagnose({ proxyAnswer: proxyAnswer(...answer), phase: 'proxy' }, throughProxy)

  it('that wants a login', () => {
    for (const loginSchemes of [[], ['Basic'], ['NTLM', 'Basic']]) {
      expect(answering(407, { loginSchemes })).toMatchObject({
        reason: 'proxy-unauthorized',
        facts: { ...named, proxyLogins: undefined },
        statusCode: 407,
      })
    }
  })

  it('that takes no user name and password', () => {
    expect(answering(407, { loginSchemes: ['Negotiate', 'NTLM'] })).toMatchObject({
      reason: 'proxy-unauthorized',
      facts: { proxy: named.proxy, proxyVariable: undefined, proxyLogins: 'Negotiate and NTLM' },
    })
  })

  it.each([400, 403, 404, 500, 502, 503, 504])('that answers CONNECT with %d', (statusCode) => {
    const found = answering(statusCode, { reasonPhrase: 'No', squidError: 'ERR_CANNOT_FORWARD 0' })
    expect(found).toMatchObject({
      reason: 'proxy-refused',
      facts: { ...named, proxyWords: 'No, ERR_CANNOT_FORWARD: it knows no way there', connectPort: undefined },
      statusCode,
    })
    expect(factsOf(found).detail).toBeUndefined()
  })

  it('that forbids another port than 443', () => {
    expect(answering(403, { port: 8443 })).toMatchObject({ facts: { connectPort: '8443' } })
    expect(answering(403, { port: 443 })).toMatchObject({ facts: { connectPort: undefined } })
    expect(answering(502, { port: 8443 })).toMatchObject({ facts: { connectPort: undefined } })
  })

  it('that answers without a status', () => {
    expect(answering(0)).toMatchObject({
      reason: 'proxy-refused',
      statusCode: null,
    })
  })

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'EPROTO', ''])(
    'that cannot be reached: %s',
    (code) => {
      expect(diagnose({ code, phase: 'proxy' }, throughProxy)).toMatchObject({
        reason: 'proxy-unreachable',
        facts: named,
        statusCode: null,
      })
    },
  )

  it('that does not speak HTTP', () => {
    expect(diagnose({ code: 'HPE_INVALID_CONSTANT', phase: 'proxy' }, throughProxy)).toMatchObject({
      reason: 'proxy-refused',
      statusCode: null,
    })
    expect(diagnose({ code: 'MY_HPE_', phase: 'proxy' }, throughProxy)).toMatchObject({ reason: 'proxy-unreachable' })
  })

  it('that says nothing may itself be waiting for Jira', () => {
    expect(diagnose({ code: 'TIMEOUT', phase: 'proxy' }, throughProxy)).toMatchObject({
      reason: 'timeout',
      facts: { phase: 'waiting for the proxy to open a connection to Jira' },
    })
  })

  it('is not to blame for what happens in its tunnel', () => {
    expect(diagnose({ code: 'ECONNRESET', phase: 'tls' }, throughProxy)).toMatchObject({ reason: 'connection-reset' })
    expect(diagnose({ code: 'CERT_HAS_EXPIRED', phase: 'tls' }, throughProxy)).toMatchObject({ reason: 'tls-expired' })
  })

  it('is named by host and port, never with its credentials', () => {
    const found = answering(407)
    expect(JSON.stringify(found)).not.toMatch(/svc-ci|hunter2/)
  })

  it('at an IPv6 address has its brackets', () => {
    const route = { ...throughProxy, proxy: { ...proxy, hostname: '2001:db8::1' } }
    expect(diagnose({ code: 'ECONNREFUSED', phase: 'proxy' }, route)).toMatchObject({
      facts: { proxy: '[2001:db8::1]:3128' },
    })
  })
})
