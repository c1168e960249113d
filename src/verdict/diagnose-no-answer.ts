import { authorityOf } from '../base/authority.ts'
import { dayOf } from '../base/utc.ts'
import { type Finding, finding } from '../catalogue/finding.ts'
import type { ForwardProxy } from '../inputs/proxy.ts'
import type { NoAnswer, Phase, ProxyAnswer } from '../wire/answer.ts'
import { describeBreach } from './breach-words.ts'
import { reasonOf, saysHandshakeFailure } from './error-reason.ts'
import { describeError, describeRejection, describeRequest } from './error-words.ts'
import { describeLogins, describeProxyAnswer } from './proxy-words.ts'
import { describeSeconds } from './waited.ts'

/** How the server was asked. */
export interface Route {
  /** The product, in words. */
  readonly product: string
  readonly proxy: ForwardProxy | undefined
  /** Whether a client certificate was given, and the server has accepted it by answering. */
  readonly clientCertificate: 'none' | 'untried' | 'accepted'
}

/**
 * Puts what the network or TLS reported in place of an answer under a reason of the catalogue.
 * @returns the finding; `internal-error` for what no network says
 */
export function diagnoseNoAnswer(noAnswer: NoAnswer, route: Route): Finding {
  return diagnoseProxy(noAnswer, route) ?? diagnoseError(noAnswer, route)
}

/** Only where there is a proxy can anything be put down to it. */
function diagnoseProxy(noAnswer: NoAnswer, { product, proxy }: Route): Finding | undefined {
  if (proxy === undefined) return undefined
  const { code, phase, proxyAnswer } = noAnswer
  const named = { proxy: nameOf(proxy), proxyVariable: proxy.variable }
  if (proxyAnswer !== undefined) return diagnoseProxyAnswer(proxyAnswer, named)
  // A proxy that accepts the connection and says nothing may itself be waiting for the server.
  if (phase !== 'proxy' || code === 'TIMEOUT') return undefined
  const facts = { ...named, detail: describeError(noAnswer, product) }
  return /^HPE_/.test(code) ? finding('proxy-refused', facts) : finding('proxy-unreachable', facts)
}

function diagnoseProxyAnswer(answer: ProxyAnswer, named: { proxy: string; proxyVariable: string }): Finding {
  const { statusCode, port } = answer
  if (statusCode === 407) {
    const proxyLogins = describeLogins(answer)
    // Where a password in the variable cannot help, nobody is sent there.
    const proxyVariable = proxyLogins === undefined ? named.proxyVariable : undefined
    return finding('proxy-unauthorized', { proxy: named.proxy, proxyVariable, proxyLogins }, statusCode)
  }
  const connectPort = statusCode === 403 && port !== 443 ? String(port) : undefined
  const connectFailure = statusCode >= 500 ? String(statusCode) : undefined
  return finding(
    'proxy-refused',
    { ...named, proxyWords: describeProxyAnswer(answer), connectPort, connectFailure },
    statusCode || null,
  )
}

function nameOf({ hostname, port }: ForwardProxy): string {
  return authorityOf(hostname, port)
}

function diagnoseError(noAnswer: NoAnswer, { product, proxy, clientCertificate }: Route): Finding {
  const { certificate } = noAnswer
  const reason = reasonOf(noAnswer, clientCertificate === 'untried')
  switch (reason) {
    case 'timeout':
      return finding(reason, {
        seconds: describeSeconds(noAnswer.durationMs),
        phase: PHASES[noAnswer.phase].replace('{product}', product),
        proxy: proxy && nameOf(proxy),
      })
    case 'tls-untrusted':
      return finding(reason, {
        subject: certificate?.subject,
        issuer: certificate?.issuer,
        detail: describeError(noAnswer, product),
      })
    case 'tls-expired':
      return finding(reason, { subject: certificate?.subject, validity: describeValidity(noAnswer) })
    case 'tls-hostname-mismatch':
      return finding(reason, { certificateHosts: certificate?.hosts.slice(0, 10).join(', ') })
    case 'tls-client-certificate':
      return finding(reason, {
        detail: clientCertificate === 'none' ? 'none was given' : describeRejection(noAnswer),
      })
    case 'malformed-response':
      return finding(reason, { detail: describeBreach(noAnswer) })
    case 'tls-protocol':
      return finding(reason, {
        detail: describeError(noAnswer, product),
        request: describeRequest(noAnswer),
        alert: saysHandshakeFailure(noAnswer) ? 'alert 40' : undefined,
      })
    case 'connection-reset':
    case 'network-unreachable':
    case 'not-http':
    case 'internal-error':
      return finding(reason, { detail: describeError(noAnswer, product) })
    default:
      return finding(reason, {})
  }
}

const PHASES: Readonly<Record<Phase, string>> = {
  lookup: 'resolving the host name',
  connect: 'connecting',
  proxy: 'waiting for the proxy to open a connection to {product}',
  tls: 'in the TLS handshake',
  answer: 'waiting for the answer',
}

function describeValidity({ code, certificate }: NoAnswer): string {
  if (certificate === undefined) return 'is not valid at this time'
  const { validFrom, validTo } = certificate
  return code === 'CERT_NOT_YET_VALID'
    ? `is not valid before ${dayOfCertificate(validFrom)}`
    : `expired on ${dayOfCertificate(validTo)}`
}

/** OpenSSL's date (`Oct 23 15:13:40 2026 GMT`) as people sort it. */
function dayOfCertificate(date: string): string {
  const time = Date.parse(date)
  return Number.isNaN(time) ? date : dayOf(time)
}
