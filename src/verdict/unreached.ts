import type { Answer } from '../wire/answer.ts'

/** Sentences and headers by which a gateway says that it never reached the server, and why. */
const CAUSES: readonly (readonly [RegExp, string])[] = [
  [
    /DNS lookup failure for|ERR_DNS_FAIL|could not be resolved|name resolution failed/i,
    'it cannot resolve the host name of what is behind it',
  ],
  [
    /ERR_SECURE_CONNECT_FAIL|certificate[_ ]verify[_ ]failed|SSL handshake (?:failed|error)|x509: |certificate signed by unknown authority/i,
    'it does not trust the certificate of what is behind it',
  ],
  [/ERR_CONNECT_FAIL 111|delayed connect error: 111|connection refused/i, 'nothing listens behind it'],
  [
    // The last is what Apache says where it cannot connect, whatever its words make one think of.
    /ERR_CONNECT_FAIL|reset reason: (?:remote |local )?connection failure|temporarily unable to service your\s+request due to maintenance downtime or capacity\s+problems/i,
    'it cannot connect to what is behind it',
  ],
  [
    /ERR_READ_TIMEOUT|ERR_LIFETIME_EXP|The server didn't respond in time|upstream request timeout|Gateway Time-?out/i,
    'what is behind it did not answer in time',
  ],
  [
    /No server is available to handle this request|no available server|no healthy upstream|ring-balancer|ERR_CANNOT_FORWARD|no live upstreams/i,
    'it knows no healthy server behind it',
  ],
  // Varnish says so whatever is the matter.
  [/Backend fetch failed/i, 'it got no answer from what is behind it'],
  // Apache says the same of both.
  [/Error reading from remote server/i, 'what is behind it did not answer in time, or broke off the connection'],
  [
    /upstream connect error or disconnect\/reset before headers|upstream prematurely closed|ERR_ZERO_SIZE_OBJECT|ERR_READ_ERROR/i,
    'what is behind it broke off the connection',
  ],
  [
    /<title>\s*(?:50\d\s+)?Proxy Error|invalid response (?:was received )?from (?:the|an) upstream|could not handle the request|returned an invalid or incomplete response/i,
    'what is behind it gave no proper answer',
  ],
]

/** Statuses of Cloudflare: https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/ */
const CLOUDFLARE: Readonly<Record<number, string>> = {
  520: 'what is behind it gave no proper answer',
  521: 'nothing listens behind it',
  522: 'it cannot connect to what is behind it in time',
  523: 'it has no route to what is behind it',
  524: 'what is behind it did not answer in time',
  525: 'its TLS handshake with what is behind it fails',
  526: 'it does not trust the certificate of what is behind it',
  527: 'its tunnel to what is behind it is interrupted',
  530: 'it cannot resolve the host name of what is behind it',
}

/**
 * Why a gateway never reached the server behind it, as far as its answer says so.
 * @param answer a 5xx without a trace of the product in its headers
 * @returns words that follow “it says that”; undefined where it says nothing of the kind
 */
export function describeUnreached({ statusCode, headers, body }: Answer): string | undefined {
  const byStatus = CLOUDFLARE[statusCode]
  if (byStatus !== undefined) return byStatus
  // It has no Server header either.
  if (statusCode === 500 && body.trim() === '' && !headers.has('server'))
    return 'Traefik says nothing else where it cannot ask its login service'
  const text = `${headers.get('x-squid-error') ?? ''}\n${body.slice(0, 20_000)}`
  return CAUSES.find(([pattern]) => pattern.test(text))?.[1]
}

/** Whether only a gateway gives this status, whatever it says. */
export function isGatewayStatus(statusCode: number): boolean {
  return statusCode === 502 || statusCode === 504 || Object.hasOwn(CLOUDFLARE, statusCode)
}
