import { authorityOf } from '../base/authority.ts'
import type { Reason } from '../catalogue/catalogue.ts'
import type { Facts } from '../catalogue/entry.ts'
import { type Finding, finding } from '../catalogue/finding.ts'
import type { ForwardProxy } from '../inputs/proxy.ts'
import type { NoAnswer, Phase } from '../wire/answer.ts'
import { describeError, describeRejection } from './error-words.ts'

/** How Jira was asked. */
export interface Route {
  readonly proxy: ForwardProxy | undefined
  /** Whether a client certificate was given, and Jira has accepted it by answering. */
  readonly clientCertificate: 'none' | 'untried' | 'accepted'
}

/** Node's and OpenSSL's codes that mean one reason each. */
const REASON_BY_CODE: Readonly<Record<string, Reason>> = {
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
}

/** X.509 verification errors: https://nodejs.org/docs/latest-v24.x/api/tls.html#x509-certificate-error-codes */
const UNTRUSTED =
  /SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY|DECRYPT|DECODE)_|^CERT_(?:UNTRUSTED|REJECTED|REVOKED|SIGNATURE|CHAIN)|^INVALID_(?:CA|PURPOSE)|^PATH_LENGTH_EXCEEDED|^CRL_|^ERROR_IN_C/

/** Alerts about the client's certificate: https://www.rfc-editor.org/rfc/rfc8446#section-6 (40 can mean anything) */
const CLIENT_CERTIFICATE_ALERT =
  /alert[_ ](?:no[_ ]certificate|bad[_ ]certificate|unsupported[_ ]certificate|certificate[_ ](?:required|revoked|expired|unknown)|unknown[_ ]ca|access[_ ]denied|decrypt[_ ]error)|alert number (?:4[1-689]|116)\b/i

/**
 * Puts what the network or TLS reported in place of an answer under a reason of the catalogue.
 * @returns the finding; `internal-error` for what no network says
 */
export function diagnoseNoAnswer(noAnswer: NoAnswer, host: string, route: Route): Finding {
  const { proxy } = route
  const { proxyStatusCode } = noAnswer
  const reason = reasonOf(noAnswer, route)
  const facts: Facts = {
    host,
    // The status says it all.
    detail: proxyStatusCode === undefined ? describeDetail(noAnswer, reason, route) : undefined,
    status: proxyStatusCode?.toString(),
    seconds: String(Math.ceil(noAnswer.timeoutMs / 1000)),
    phase: PHASES[noAnswer.phase],
    proxy: proxy && authorityOf(proxy.hostname, proxy.port),
    proxyVariable: proxy?.variable,
    ...describeCertificate(noAnswer),
  }
  return finding(reason, facts, proxyStatusCode || null)
}

/** Whether the connection was closed from the other side, before an answer. */
export function isReset({ code }: NoAnswer): boolean {
  return ['ECONNRESET', 'EPIPE', 'ECONNABORTED'].includes(code)
}

function describeDetail(noAnswer: NoAnswer, reason: Reason, { clientCertificate }: Route): string | undefined {
  if (reason !== 'tls-client-certificate') return describeError(noAnswer)
  return clientCertificate === 'none' ? 'none was given' : describeRejection(noAnswer)
}

function reasonOf(noAnswer: NoAnswer, { clientCertificate }: Route): Reason {
  const { code, message, phase, proxyStatusCode } = noAnswer
  if (proxyStatusCode !== undefined) return proxyStatusCode === 407 ? 'proxy-unauthorized' : 'proxy-refused'
  // A proxy that accepts the connection and says nothing may itself be waiting for Jira.
  if (phase === 'proxy' && code !== 'TIMEOUT') return /^HPE_/.test(code) ? 'proxy-refused' : 'proxy-unreachable'
  const known = Object.hasOwn(REASON_BY_CODE, code) ? REASON_BY_CODE[code] : undefined
  if (known !== undefined) return known
  if (UNTRUSTED.test(code)) return 'tls-untrusted'
  // Node's code for a certificate error that it has no name for, such as a key that is too weak.
  if (code === 'UNSPECIFIED') return 'tls-protocol'
  if (CLIENT_CERTIFICATE_ALERT.test(`${code} ${message}`)) return 'tls-client-certificate'
  if (/^(?:EPROTO|ERR_SSL_|ERR_TLS_|ERR_OSSL_)/.test(code)) return 'tls-protocol'
  if (/^HPE_/.test(code)) return 'not-http'
  if (isReset(noAnswer)) {
    // A server can reject a client certificate without an alert: it just hangs up once it has seen it.
    return clientCertificate === 'untried' && (phase === 'answer' || phase === 'tls')
      ? 'tls-client-certificate'
      : 'connection-reset'
  }
  // Any other error of the operating system (E…) is still the network's; what bears no such code is our own bug.
  return /^E[A-Z]/.test(code) && !code.startsWith('ERR_') ? 'network-unreachable' : 'internal-error'
}

const PHASES: Readonly<Record<Phase, string>> = {
  lookup: 'resolving the host name',
  connect: 'connecting',
  proxy: 'waiting for the proxy to open a connection to Jira',
  tls: 'in the TLS handshake',
  answer: 'waiting for the answer',
}

function describeCertificate({ code, certificate }: NoAnswer): Facts {
  if (certificate === undefined) return { validity: 'is not valid at this time' }
  const { subject, issuer, hosts, validFrom, validTo } = certificate
  return {
    subject,
    issuer,
    certificateHosts: hosts.slice(0, 10).join(', '),
    validity:
      code === 'CERT_NOT_YET_VALID' ? `is not valid before ${dayOf(validFrom)}` : `expired on ${dayOf(validTo)}`,
  }
}

/** OpenSSL's date (`Oct 23 15:13:40 2026 GMT`) as people sort it. */
function dayOf(date: string): string {
  const time = Date.parse(date)
  return Number.isNaN(time) ? date : new Date(time).toISOString().slice(0, 10)
}
