import type { NoAnswer } from '../wire/answer.ts'

/** What Node's codes and OpenSSL's reasons mean. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /wrong[_ ]version[_ ]number|packet length too long|http request/i,
    'what listens there does not speak TLS, but perhaps plain HTTP',
  ],
  [
    /alert[_ ]protocol[_ ]version|unsupported[_ ]protocol|alert number 70/i,
    'there is no TLS version that both sides speak',
  ],
  [
    /handshake[_ ]failure|alert number 40/i,
    'the server aborted the handshake (alert 40): no cipher in common, or it wants a client certificate',
  ],
  [/unrecognized[_ ]name|alert number 112/i, 'the server has no certificate for this host name'],
  [
    /alert[_ ]internal[_ ]error|alert number 80/i,
    'the server reports an internal error (alert 80): servers written in Go, such as Caddy, say so when they have no certificate for this host name',
  ],
  [
    /no[_ ]application[_ ]protocol|alert number 120/i,
    'the server speaks HTTP/2 only (alert 120), and this check speaks HTTP/1.1',
  ],
  [
    /unsafe[_ ]legacy[_ ]renegotiation/i,
    'what answers there does not know secure renegotiation (RFC 5746): most often an old firewall or load balancer in front of {product}',
  ],
  [
    /(?:dh|ee|ca)[_ ](?:certificate[_ ])?key[_ ]too[_ ](?:small|weak)|ca[_ ](?:md|signature digest algorithm)[_ ]too[_ ]weak/i,
    'the key or the signature of its certificate is too weak',
  ],
  [/^DEPTH_ZERO_SELF_SIGNED_CERT/, 'it is self-signed'],
  [/^SELF_SIGNED_CERT_IN_CHAIN/, 'its chain ends in a private CA'],
  [
    /^UNABLE_TO_VERIFY_LEAF_SIGNATURE/,
    'it is from a private CA, or the server does not send the intermediate certificates',
  ],
  [/^UNABLE_TO_GET_ISSUER_CERT/, 'it is from a private CA, or a certificate of its chain is missing'],
  [/^HPE_INVALID_CONSTANT/, 'no status line came'],
  [/^ECONNREFUSED/, 'nothing listens there'],
  [/^ENOTFOUND/, 'its name does not exist'],
  [/^EAI_AGAIN/, 'its name cannot be resolved for now'],
  [/socket hang up/, 'no answer came'],
  [/before secure TLS connection/, 'in the TLS handshake'],
  [/^ECONNRESET/, 'reset'],
]

/** What only its operators can mend. */
const REQUESTS: typeof WORDS = [
  [
    /unrecognized[_ ]name|alert[_ ]internal[_ ]error|alert number (?:80|112)/i,
    'add a certificate for this host name, if the name in <url> is the right one',
  ],
  [/no[_ ]application[_ ]protocol|alert number 120/i, 'allow HTTP/1.1 beside HTTP/2'],
  [
    /unsafe[_ ]legacy[_ ]renegotiation/i,
    'update that device, or to switch secure renegotiation on: OpenSSL 3, and so Node.js, refuses to go without',
  ],
  [/key[_ ]too[_ ](?:small|weak)|too[_ ]weak/i, 'use a certificate with a stronger key and signature'],
]

/** What the server says about a client certificate. */
const REJECTIONS: typeof WORDS = [
  [/certificate[_ ]required|no[_ ]certificate|alert number (?:41|116)/i, 'it did not see the one given'],
  [/unknown[_ ]ca/i, 'it does not trust the CA of the one given'],
  [/certificate[_ ]expired/i, 'it says that the one given has expired'],
  [/certificate[_ ]revoked/i, 'it says that the one given is revoked'],
  [/^(?:ECONNRESET|EPIPE|ECONNABORTED)/, 'it closes the connection after receiving the one given'],
]

/**
 * What the network or TLS reported, in words where there are any for it; else its code; empty where there is none.
 * @param product in words
 */
export function describeError({ code, message }: NoAnswer, product: string): string {
  const words = wordsFor(code, message, WORDS)
  if (words !== undefined) return words.replace('{product}', product)
  // OpenSSL's own line is file names and numbers around its reason.
  const reason = code === 'UNSPECIFIED' ? message : /:SSL routines:[^:]*:([^:]+):/.exec(message)?.[1]
  return reason ?? code
}

/** What the operators of the server have to be asked for: words that follow “to”; undefined where nothing is known. */
export function describeRequest({ code, message }: NoAnswer): string | undefined {
  return wordsFor(code, message, REQUESTS)
}

/** Why the server does not take the client certificate that it was given: words that follow “but”. */
export function describeRejection({ code, message }: NoAnswer): string {
  return wordsFor(code, message, REJECTIONS) ?? 'it rejects the one given'
}

function wordsFor(code: string, message: string, table: typeof WORDS): string | undefined {
  return table.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1]
}
