import type { Entry } from './entry.ts'

/** What keeps the runner from reaching the server. */
export const network = {
  'dns-not-found': {
    when: 'the host name does not exist',
    title: 'The host name of {product} does not exist',
    message: 'The host name {host} does not exist.',
    cause: 'It is mistyped, or known only inside a network that this runner is not in.',
    remedy: [
      'Check the spelling of the host in <url>.',
      'For a {product} inside a company network, use a self-hosted runner there, or set HTTPS_PROXY to a proxy that reaches it.',
    ],
  },
  'dns-unavailable': {
    when: 'name resolution failed for now (`EAI_AGAIN`)',
    title: 'Name resolution failed',
    message: 'The name server of the runner gave no answer for {host}.',
    cause: 'The network of the runner has a problem, or its DNS settings are wrong.',
    remedy: ['Run the job again.', 'If it happens again, check the DNS settings of the runner.'],
  },
  'connection-refused': {
    when: 'nothing listens',
    title: 'The connection to {product} is refused',
    message: 'Nothing listens at {host}.',
    cause: '{product} is down, or the port is wrong.',
    remedy: ['Check that {product} is running.', 'Check the host and port in <url>.'],
  },
  'connection-reset': {
    when: 'closed or reset before an answer',
    title: 'The connection was closed without an answer',
    message: '{host} closed the connection before it answered[ ({detail})].',
    cause: 'It is a firewall, a load balancer without a healthy {product}, or a port that speaks another protocol.',
    remedy: [
      'Check the scheme and port in <url>: a server that expects HTTPS closes a plain HTTP connection.',
      'Ask the operators of {host} whether a firewall or load balancer drops connections from this runner.',
    ],
  },
  'network-unreachable': {
    when: 'no route to host or network',
    title: 'No route to {product}',
    message: 'The runner has no route to {host}[ ({detail})].',
    cause: 'It is in another network, or a firewall forbids the connection.',
    remedy: [
      'Use a runner in a network that reaches {host}, or set HTTPS_PROXY to a proxy that does.',
      'Where the host has an IPv6 address, check that the runner has IPv6.',
    ],
  },
  timeout: {
    when: 'no complete answer in time',
    title: '{product} did not answer in time',
    message: '{host} gave no complete answer within {seconds} s[ (while {phase})].',
    remedy: [
      '[Check that the proxy {proxy} can reach {product}, or add {host} to NO_PROXY if {product} is to be reached directly.]',
      'Check that {product} is up, and that no firewall silently drops connections from this runner.',
      'If {product} is only slow, raise <timeout-seconds> or lower <retries>: the attempts share that time.',
    ],
  },
} as const satisfies Record<string, Entry>
