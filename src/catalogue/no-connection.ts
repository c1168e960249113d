import type { Entry } from './entry.ts'

const connection = { category: 'connection', result: 'unknown' } as const

export const noConnection = {
  'dns-not-found': {
    ...connection,
    when: 'the host name does not exist',
    title: 'The host name of Jira does not exist',
    message:
      'There is no host {host}: the name is mistyped, or it is known only inside a network that this runner is not in.',
    remedy: [
      'Check the spelling of the host in jira-url.',
      'For a Jira inside a company network, use a self-hosted runner there, or set HTTPS_PROXY to a proxy that reaches it.',
    ],
  },
  'dns-unavailable': {
    ...connection,
    when: 'name resolution failed for now (`EAI_AGAIN`)',
    title: 'Name resolution failed',
    message:
      "The runner's name server gave no answer for {host}: the network of the runner has a problem, or its DNS settings are wrong.",
    remedy: ['Run the job again; if it happens again, check the DNS settings of the runner.'],
  },
  'connection-refused': {
    ...connection,
    when: 'nothing listens',
    title: 'Connection refused',
    message: 'Nothing listens at {host}: Jira is down, or the port is wrong.',
    remedy: ['Check that Jira is running, and the host and port in jira-url.'],
  },
  'connection-reset': {
    ...connection,
    when: 'closed or reset before an answer',
    title: 'The connection was closed without an answer',
    message:
      '{host} closed the connection before it answered[ ({detail})]: a firewall, a load balancer without a healthy Jira, or a port that speaks another protocol.',
    remedy: [
      'Check that the scheme and port in jira-url are right: a server that expects HTTPS closes a plain HTTP connection.',
      'Ask the operators of {host} whether a firewall or load balancer drops connections from this runner.',
    ],
  },
  'network-unreachable': {
    ...connection,
    when: 'no route to host or network',
    title: 'No route to Jira',
    message:
      'The runner has no route to {host}[ ({detail})]: it is in another network, or a firewall forbids the connection.',
    remedy: [
      'Use a runner in a network that reaches {host}, or set HTTPS_PROXY to a proxy that does.',
      'Where the host has an IPv6 address, check that the runner has IPv6.',
    ],
  },
  timeout: {
    ...connection,
    when: 'no complete answer in time',
    title: 'Jira did not answer in time',
    message: '{host} gave no complete answer within {seconds} s[ (while {phase})].',
    remedy: [
      '[Check that the proxy {proxy} can reach Jira, or add {host} to NO_PROXY if Jira should be reached directly. ]Check that Jira is healthy and that no firewall silently drops connections from this runner.',
      'If Jira is only slow, raise timeout-seconds or lower retries: the attempts share that time, and each gets at least 10 s of it.',
    ],
  },
  'tls-untrusted': {
    ...connection,
    when: 'self-signed, private CA, or incomplete chain',
    title: 'The TLS certificate of Jira is not trusted',
    message:
      'The TLS certificate of {host}[ (subject {subject}, issuer {issuer})] is not signed by a CA that this runner trusts: {detail}. The token was not sent.',
    remedy: [
      'Set the input ca-certificate to the CA that signed it (PEM text or path).',
      'If the certificate is from a public CA, have the operators of {host} send the intermediate certificates too.',
    ],
  },
  'tls-expired': {
    ...connection,
    when: "the server's certificate has expired, or is not valid yet",
    title: 'The TLS certificate of Jira is not valid at this time',
    message: 'The TLS certificate of {host}[ (subject {subject})] {validity}. The token was not sent.',
    remedy: ['Have the operators of {host} renew the certificate; if it looks valid, check the clock of the runner.'],
  },
  'tls-hostname-mismatch': {
    ...connection,
    when: 'the certificate is for another host; the message names the hosts that it is for',
    title: 'The TLS certificate is for another host',
    message:
      'The TLS certificate that {host} presented is not for that host[, but for {certificateHosts}]. The token was not sent.',
    remedy: [
      'Use the host name that the certificate is for in jira-url, or have the operators of {host} add this one to the certificate.',
    ],
  },
  'tls-protocol': {
    ...connection,
    when: 'not TLS at that port, or no common version or cipher; a missing client certificate on TLS 1.2 looks the same (alert 40)',
    title: 'No TLS connection to Jira',
    message: 'The TLS handshake with {host} failed: {detail}.',
    remedy: [
      'Check that the port in jira-url speaks HTTPS, and that {host} offers TLS 1.2 or later.',
      'If Jira is behind mutual TLS, set the inputs client-certificate and client-key: on TLS 1.2 a missing client certificate looks the same.',
    ],
  },
  'tls-client-certificate': {
    ...connection,
    when: 'the server wants a client certificate, or rejects the one given',
    title: 'Jira is behind mutual TLS: client certificate missing or rejected',
    message: '{host} requires a TLS client certificate, but {detail}.',
    remedy: [
      'Set the inputs client-certificate and client-key to a certificate that {host} accepts: issued by a CA that it trusts, not expired, with its intermediate certificates.',
    ],
  },
  'proxy-unreachable': {
    ...connection,
    when: 'the proxy from `HTTPS_PROXY` does not answer',
    title: 'The proxy does not answer',
    message: 'The proxy {proxy} from {proxyVariable} cannot be reached[: {detail}]. Jira was not asked.',
    remedy: [
      'Check the host and port in {proxyVariable}, and that the proxy is running.',
      'If Jira should be reached directly, add its host to NO_PROXY.',
    ],
  },
  'proxy-unauthorized': {
    ...connection,
    when: '407',
    title: 'The proxy wants a login (407)',
    message:
      'The proxy[ {proxy}] on the way to {host} wants a user name and password, or does not accept those that it was given (HTTP 407). Jira was not reached.',
    remedy: [
      'Add or correct the credentials in [{proxyVariable}, ]the proxy variable: http://USER:PASSWORD@HOST:PORT, percent-encoded, with the value from a secret.',
    ],
  },
  'proxy-refused': {
    ...connection,
    when: 'the proxy would not, or could not, connect to Jira',
    title: 'The proxy does not connect to Jira[ ({status})]',
    message:
      'The proxy {proxy} from {proxyVariable} did not open a connection to {host}[: it answered HTTP {status}][: {detail}].',
    remedy: [
      'Ask the operators of the proxy to allow CONNECT to {host}; after a 502, 503 or 504, check that the proxy can resolve and reach that host.',
      'If Jira should be reached directly, add its host to NO_PROXY.',
    ],
  },
  'not-http': {
    ...connection,
    when: 'what answered does not speak HTTP',
    title: 'What answered does not speak HTTP',
    message: 'What listens at {host} answered, but not with HTTP[ ({detail})].',
    remedy: ['Check the scheme and port in jira-url.'],
  },
  'response-cut': {
    ...connection,
    when: 'the answer ended early',
    title: 'The answer of Jira was cut short',
    message: '{host} closed the connection in the middle of its answer, so that it proves nothing.',
    remedy: [
      'Run the job again; if it happens again, ask the operators of {host} about limits of the load balancer or proxy in front of Jira.',
    ],
  },
  'response-too-large': {
    ...connection,
    when: 'more than 1 MiB; the rest is not read',
    title: 'The answer is far too large',
    message:
      'The answer of {host} is larger than Jira ever sends here (over 1 MiB, or over 16 KiB of headers): something other than Jira answered.',
    remedy: ['Check that jira-url is the base URL of Jira.'],
  },
} as const satisfies Record<string, Entry>
