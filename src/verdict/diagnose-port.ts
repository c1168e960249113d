import { type Finding, finding } from '../catalogue/finding.ts'
import type { Answer } from '../wire/answer.ts'
import { askedPath, type SentRequest } from './sent-request.ts'
import { speakerOf } from './speaker.ts'

/** Words of nginx, Go, Apache and Tomcat for plain HTTP at a port that speaks TLS. */
const PLAIN_HTTP =
  /plain HTTP request was sent to HTTPS port|Client sent an HTTP request to an HTTPS server|speaking plain HTTP to an SSL-enabled server port|combination of host and port requires TLS/i

/**
 * Words for a client certificate that did not come, or was not taken, after a handshake that went well; what they mean,
 * and what the operators have to be asked for.
 */
const CLIENT_CERTIFICATE: readonly (readonly [RegExp, { readonly detail: string; readonly request?: string }])[] = [
  [/No required SSL certificate was sent/i, { detail: 'none was given' }],
  [/The SSL certificate error/i, { detail: 'it rejects the one given' }],
  [
    // With TLS 1.2 Apache asks by a second handshake, which Node answers.
    /Cannot perform Post-Handshake Authentication/i,
    {
      detail:
        'it asks for one only after the handshake, which neither Node.js nor most other clients can answer on TLS 1.3',
      request: 'want the certificate for the whole host (SSLVerifyClient outside of <Location>), or to allow TLS 1.2',
    },
  ],
]

/**
 * What answered is a port that wants TLS, or more of it: words that stand in an error page of a web server.
 * @returns undefined where it is nothing of the kind
 */
export function diagnoseUnreachedPort(answer: Answer, request: SentRequest): Finding | undefined {
  const { statusCode, body } = answer
  if (statusCode < 400 || statusCode > 499) return undefined
  const wanted = CLIENT_CERTIFICATE.find(([pattern]) => pattern.test(body))?.[1]
  if (wanted !== undefined) return finding('tls-client-certificate', wanted, statusCode)
  if (!PLAIN_HTTP.test(body)) return undefined
  const { baseUrl } = request
  const httpsUrl = baseUrl.startsWith('http:') ? baseUrl.replace('http:', 'https:') : undefined
  const { edge } = speakerOf(answer, request)
  const facts = { edge, detail: 'that port wants https://, not http://', httpsUrl, path: askedPath(request) }
  return finding('unexpected-status', facts, statusCode)
}
