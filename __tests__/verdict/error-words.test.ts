import { describe, expect, it } from 'vitest'
import { describeError, describeRejection } from '../../src/verdict/error-words.ts'
import type { NoAnswer } from '../../src/wire/answer.ts'

const fault = (code: string, message = ''): NoAnswer => ({
  kind: 'no-answer',
  code,
  message,
  phase: 'connect',
  durationMs: 1000,
})

const describeCode = (code: string, message = ''): string => describeError(fault(code, message), 'Jira')

const openssl = (reason: string): string =>
  `write EPROTO 80FB1E5D547F0000:error:0A00010B:SSL routines:tls_validate_record_header:${reason}:../deps/openssl/openssl/ssl/record/methods/tlsany_meth.c:80:\n`

describe("Node's codes in words", () => {
  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'it is self-signed'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'its chain ends in a private CA'],
    [
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'it is from a private CA, or the server does not send the intermediate certificates',
    ],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'it is from a private CA, or a certificate of its chain is missing'],
    ['UNABLE_TO_GET_ISSUER_CERT', 'it is from a private CA, or a certificate of its chain is missing'],
    ['HPE_INVALID_CONSTANT', 'no status line came'],
    ['ECONNREFUSED', 'nothing listens there'],
    ['ENOTFOUND', 'its name does not exist'],
    ['EAI_AGAIN', 'its name cannot be resolved for now'],
    ['ECONNRESET', 'reset'],
  ])('%s: %s', (code, words) => {
    expect(describeCode(code)).toBe(words)
  })

  it.each([
    ...['CERT_REVOKED', 'HPE_INTERNAL', 'EMFILE', 'X_ECONNREFUSED', 'X_ENOTFOUND', 'X_EAI_AGAIN', 'X_ECONNRESET'],
    ...['X_DEPTH_ZERO_SELF_SIGNED_CERT', 'X_SELF_SIGNED_CERT_IN_CHAIN', 'X_UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ...['X_UNABLE_TO_GET_ISSUER_CERT', 'X_HPE_INVALID_CONSTANT'],
  ])('%s has none', (code) => {
    expect(describeCode(code)).toBe(code)
  })

  it('there are none where there is no code', () => {
    expect(describeCode('')).toBe('')
  })

  it.each([
    ['socket hang up', 'no answer came'],
    ['Client network socket disconnected before secure TLS connection was established', 'in the TLS handshake'],
    ['read ECONNRESET', 'reset'],
  ])('a reset with %j: %s', (message, words) => {
    expect(describeCode('ECONNRESET', message)).toBe(words)
  })
})

describe("OpenSSL's reasons in words", () => {
  const wrongPort = 'what listens there does not speak TLS, but perhaps plain HTTP'
  const noVersion = 'there is no TLS version that both sides speak'
  const alert40 = 'the server aborted the handshake (alert 40): no cipher in common, or it wants a client certificate'
  const noName = 'the server has no certificate for this host name'
  const goName =
    'the server reports an internal error (alert 80): servers written in Go, such as Caddy, say so when they have no certificate for this host name'
  const http2 = 'the server speaks HTTP/2 only (alert 120), and this check speaks HTTP/1.1'
  const oldFirewall =
    'what answers there does not know secure renegotiation (RFC 5746): most often an old firewall or load balancer in front of Jira'
  const weak = 'the key or the signature of its certificate is too weak'

  it.each([
    ['wrong version number', wrongPort],
    ['wrong_version_number', wrongPort],
    ['packet length too long', wrongPort],
    ['http request', wrongPort],
    ['tlsv1 alert protocol version', noVersion],
    ['tlsv1_alert_protocol_version', noVersion],
    ['unsupported protocol', noVersion],
    ['unsupported_protocol', noVersion],
    ['reason(1070):x:SSL alert number 70', noVersion],
    ['ssl/tls alert handshake failure', alert40],
    ['sslv3_alert_handshake_failure', alert40],
    ['reason(1040):x:SSL alert number 40', alert40],
    ['tlsv1 unrecognized name', noName],
    ['tlsv1_unrecognized_name', noName],
    ['reason(1112):x:SSL alert number 112', noName],
    ['tlsv1 alert internal error', goName],
    ['tlsv1_alert_internal_error', goName],
    ['reason(1080):x:SSL alert number 80', goName],
    ['tlsv1 alert no application protocol', http2],
    ['tlsv1_alert_no_application_protocol', http2],
    ['reason(1120):x:SSL alert number 120', http2],
    ['unsafe legacy renegotiation disabled', oldFirewall],
    ['unsafe_legacy_renegotiation_disabled', oldFirewall],
    ['dh key too small', weak],
    ['dh_key_too_small', weak],
    ['ee key too small', weak],
    ['ee_key_too_small', weak],
    ['ca md too weak', weak],
    ['ca_md_too_weak', weak],
    ['ee certificate key too weak', weak],
    ['ca certificate key too weak', weak],
    ['ca signature digest algorithm too weak', weak],
  ])('%s: %s', (reason, words) => {
    expect(describeCode('EPROTO', openssl(reason))).toBe(words)
    expect(describeCode(`ERR_SSL_${reason.toUpperCase()}`)).toBe(words)
  })

  it('a reason that has none is told alone, without the file names and numbers around it', () => {
    expect(describeCode('EPROTO', openssl('unexpected eof while reading'))).toBe('unexpected eof while reading')
    expect(describeCode('EPROTO', 'write EPROTO')).toBe('EPROTO')
  })
})

it('an error that Node has no code for is told in its own words', () => {
  expect(describeCode('UNSPECIFIED', 'EE certificate key too weak')).toBe(
    'the key or the signature of its certificate is too weak',
  )
  expect(describeCode('UNSPECIFIED', 'name constraints violated')).toBe('name constraints violated')
})

describe('why a client certificate is not taken', () => {
  const notSeen = 'it did not see the one given'
  const rejected = 'it rejects the one given'
  const hangsUp = 'it closes the connection after receiving the one given'

  it.each([
    ['tlsv13 alert certificate required', notSeen],
    ['tlsv13_alert_certificate_required', notSeen],
    ['sslv3 alert no certificate', notSeen],
    ['sslv3_alert_no_certificate', notSeen],
    ['x:SSL alert number 116', notSeen],
    ['x:SSL alert number 41', notSeen],
    ['sslv3 alert bad certificate', rejected],
    ['sslv3_alert_bad_certificate', rejected],
    ['sslv3 alert unsupported certificate', rejected],
    ['sslv3 unknown_certificate', rejected],
    ['sslv3 alert certificate unknown', rejected],
    ['sslv3_alert_certificate_unknown', rejected],
    ['tlsv1 alert access denied', rejected],
    ['tlsv1_alert_access_denied', rejected],
    ['tlsv1 alert decrypt error', rejected],
    ['tlsv1_alert_decrypt_error', rejected],
    ['tlsv1 alert unknown ca', 'it does not trust the CA of the one given'],
    ['tlsv1_alert_unknown_ca', 'it does not trust the CA of the one given'],
    ['sslv3 alert certificate expired', 'it says that the one given has expired'],
    ['sslv3_alert_certificate_expired', 'it says that the one given has expired'],
    ['sslv3 alert certificate revoked', 'it says that the one given is revoked'],
    ['sslv3_alert_certificate_revoked', 'it says that the one given is revoked'],
  ])('%s: %s', (reason, words) => {
    expect(describeRejection(fault('EPROTO', openssl(reason)))).toBe(words)
    expect(describeRejection(fault(`ERR_SSL_${reason.toUpperCase()}`))).toBe(words)
  })

  it.each(['ECONNRESET', 'EPIPE', 'ECONNABORTED'])('%s', (code) => {
    expect(describeRejection(fault(code, 'socket hang up'))).toBe(hangsUp)
    expect(describeRejection(fault(`X_${code}`))).toBe(rejected)
  })
})
