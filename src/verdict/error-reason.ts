import { RESET_CODES } from '../base/error-code.ts'
import type { noConnection } from '../catalogue/no-connection.ts'
import type { NoAnswer } from '../wire/answer.ts'

/** What an error can stand for, the proxy aside. */
export type ErrorReason =
  | Exclude<keyof typeof noConnection, 'proxy-unreachable' | 'proxy-unauthorized' | 'proxy-refused' | 'response-cut'>
  | 'internal-error'

/** Node's and OpenSSL's codes that mean one reason each. */
const REASON_BY_CODE: Readonly<Record<string, ErrorReason>> = {
  TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  ESOCKETTIMEDOUT: 'timeout',
  ENOTFOUND: 'dns-not-found',
  ENODATA: 'dns-not-found',
  EAI_NONAME: 'dns-not-found',
  EAI_NODATA: 'dns-not-found',
  EAI_AGAIN: 'dns-unavailable',
  EAI_FAIL: 'dns-unavailable',
  ESERVFAIL: 'dns-unavailable',
  ECONNREFUSED: 'connection-refused',
  ENETUNREACH: 'network-unreachable',
  EHOSTUNREACH: 'network-unreachable',
  ENETDOWN: 'network-unreachable',
  EHOSTDOWN: 'network-unreachable',
  EADDRNOTAVAIL: 'network-unreachable',
  EACCES: 'network-unreachable',
  EPERM: 'network-unreachable',
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-hostname-mismatch',
  HOSTNAME_MISMATCH: 'tls-hostname-mismatch',
  HPE_HEADER_OVERFLOW: 'response-too-large',
  // The parser's word for what does not begin as HTTP does.
  HPE_INVALID_CONSTANT: 'not-http',
}

/** X.509 verification errors: https://nodejs.org/docs/latest-v24.x/api/tls.html#x509-certificate-error-codes */
const UNTRUSTED =
  /SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY|DECRYPT|DECODE)_|^CERT_(?:UNTRUSTED|REJECTED|REVOKED|SIGNATURE|CHAIN)|^INVALID_(?:CA|PURPOSE)|^PATH_LENGTH_EXCEEDED|^CRL_|^ERROR_IN_C/

/** Alerts about the client's certificate: https://www.rfc-editor.org/rfc/rfc8446#section-6 (40 can mean anything) */
const CLIENT_CERTIFICATE_ALERT =
  /alert[_ ](?:no[_ ]certificate|bad[_ ]certificate|unsupported[_ ]certificate|certificate[_ ](?:required|revoked|expired|unknown)|unknown[_ ]ca|access[_ ]denied|decrypt[_ ]error)|alert number (?:4[1-689]|116)\b/i

/** It can mean anything in the handshake; but after it, a server can only be asking for a client certificate. */
const HANDSHAKE_FAILURE = /alert[_ ]handshake[_ ]failure|alert number 40\b/i

/**
 * Tells what an error stands for, where it cannot be put down to a proxy.
 * @param isCertificateUntried whether a client certificate was given that Jira has not accepted yet
 * @returns `internal-error` for what no network says
 */
export function reasonOf(noAnswer: NoAnswer, isCertificateUntried: boolean): ErrorReason {
  const { code, message, phase } = noAnswer
  const known = Object.hasOwn(REASON_BY_CODE, code) ? REASON_BY_CODE[code] : undefined
  if (known !== undefined) return known
  if (UNTRUSTED.test(code)) return 'tls-untrusted'
  // Node's code for a certificate error that it has no name for, such as a key that is too weak.
  if (code === 'UNSPECIFIED') return 'tls-protocol'
  if (CLIENT_CERTIFICATE_ALERT.test(`${code} ${message}`)) return 'tls-client-certificate'
  if (phase === 'answer' && saysHandshakeFailure(noAnswer)) return 'tls-client-certificate'
  if (/^(?:EPROTO|ERR_SSL_|ERR_TLS_|ERR_OSSL_)/.test(code)) return 'tls-protocol'
  if (/^HPE_/.test(code)) return 'malformed-response'
  if (isReset(noAnswer)) {
    // A server can reject a client certificate without an alert: it just hangs up once it has seen it.
    return isCertificateUntried && (phase === 'answer' || phase === 'tls')
      ? 'tls-client-certificate'
      : 'connection-reset'
  }
  // Any other error of the operating system (E…) is still the network's; what bears no such code is our own bug.
  return /^E[A-Z]/.test(code) && !code.startsWith('ERR_') ? 'network-unreachable' : 'internal-error'
}

/** Whether the server aborted the handshake, which can mean anything (alert 40). */
export function saysHandshakeFailure({ code, message }: NoAnswer): boolean {
  return HANDSHAKE_FAILURE.test(`${code} ${message}`)
}

/** Whether the connection was closed from the other side, before an answer. */
function isReset({ code }: NoAnswer): boolean {
  return RESET_CODES.has(code)
}
