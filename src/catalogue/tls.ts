import type { Entry } from './entry.ts'

const NOT_SENT = 'The token was not sent.'

/** What goes wrong in the TLS handshake. */
export const tls = {
  'tls-untrusted': {
    when: 'self-signed, private CA, or incomplete chain',
    title: 'The TLS certificate of {product} is not trusted',
    message:
      'The TLS certificate of {host}[ (subject {subject}; issuer {issuer})] is not signed by a CA that this runner trusts: {detail}.',
    cause: NOT_SENT,
    remedy: [
      'Set <ca-certificate> to the CA that signed it: PEM text, or the path of a file.',
      'If the certificate is from a public CA, have the operators of {host} send the intermediate certificates too.',
    ],
  },
  'tls-expired': {
    when: "the server's certificate has expired, or is not valid yet",
    title: 'The TLS certificate of {product} is not valid at this time',
    message: 'The TLS certificate of {host}[ (subject {subject})] {validity}.',
    cause: NOT_SENT,
    remedy: [
      'Have the operators of {host} renew the certificate.',
      'If it is valid when seen from elsewhere, check the clock of the runner.',
    ],
  },
  'tls-hostname-mismatch': {
    when: 'the certificate is for another host; the message names the hosts that it is for',
    title: 'The TLS certificate is for another host',
    message: 'The TLS certificate that {host} presented is not for that host[, but for {certificateHosts}].',
    cause: NOT_SENT,
    remedy: [
      'Use a host name in <url> that the certificate is for.',
      'Or have the operators of {host} add this one to the certificate.',
    ],
  },
  'tls-protocol': {
    when: 'not TLS at that port, or no common version, cipher or renegotiation; a missing client certificate on TLS 1.2 looks the same (alert 40)',
    title: 'No TLS connection to {product}',
    message: 'The TLS handshake with {host} failed: {detail}.',
    remedy: [
      '[Ask the operators of {host} to {request}.]',
      'Check that the port in <url> speaks HTTPS, and that {host} offers TLS 1.2 or later.',
      '[If {product} is behind mutual TLS, set <client-certificate> and <client-key>: on TLS 1.2 a missing client certificate looks the same ({alert}).]',
    ],
  },
  'tls-client-certificate': {
    when: 'the server wants a client certificate, or rejects the one given',
    title: '{product} is behind mutual TLS: client certificate missing or rejected',
    message: '{host} requires a TLS client certificate, but {detail}.',
    remedy: [
      '[Ask the operators of {host} to {request}.]',
      'Set <client-certificate> and <client-key> to a certificate that {host} accepts: issued by a CA that it trusts, not expired, with its intermediate certificates.',
    ],
  },
} as const satisfies Record<string, Entry>
