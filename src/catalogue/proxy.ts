import type { Entry } from './entry.ts'

/** What the proxy on the way does instead of its work. */
export const proxy = {
  'proxy-unreachable': {
    when: 'the proxy from `HTTPS_PROXY` does not answer',
    title: 'The proxy does not answer',
    message: 'The proxy {proxy} from {proxyVariable} cannot be reached[: {detail}].',
    cause: '{product} was not asked.',
    remedy: [
      'Check scheme, host and port in {proxyVariable}, and that the proxy is running.',
      'If {product} is to be reached directly, add its host to NO_PROXY.',
    ],
  },
  'proxy-unauthorized': {
    when: '407',
    title: 'The proxy wants a login (407)',
    message:
      'The proxy[ {proxy}] on the way to {host} wants a login, or does not accept the one that it was given (HTTP 407)[; it takes {proxyLogins} only].',
    cause: '{product} was not reached.',
    remedy: [
      '[Add or correct user name and password in {proxyVariable}: http://USER:PASSWORD@HOST:PORT, percent-encoded, from a secret.]',
      '[Ask the operators of the proxy to let this runner through to {host} without a login: a user name and password in its URL cannot help with {proxyLogins}.]',
      '[Or run a relay on the runner that logs in with {proxyLogins}, such as cntlm or px, and name that relay as the proxy.]',
    ],
  },
  'proxy-refused': {
    when: 'the proxy would not, or could not, connect to Jira',
    title: 'The proxy does not connect to {product}[ ({status})]',
    message:
      'The proxy {proxy} from {proxyVariable} did not open a connection to {host}[: it answered HTTP {status}][ ({proxyWords})][: {detail}].',
    remedy: [
      '[Have CONNECT to port {connectPort} allowed, or use an address of {product} at port 443: many proxies allow port 443 only.]',
      'Ask the operators of the proxy to allow CONNECT to {host}.',
      '[Ask them to check that the proxy can resolve and reach that host, too: HTTP {connectFailure} mostly means that it cannot.]',
      'If {product} is to be reached directly, add its host to NO_PROXY.',
    ],
  },
} as const satisfies Record<string, Entry>
