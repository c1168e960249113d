import type { Entry } from './entry.ts'

const connection = { category: 'connection', result: 'unknown' } as const

/** What the proxy on the way does instead of its work. */
export const proxy = {
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
      'The proxy[ {proxy}] on the way to {host} wants a login, or does not accept the one that it was given (HTTP 407)[; it takes {proxyLogins} only]. Jira was not reached.',
    remedy: [
      '[Add or correct user name and password in {proxyVariable}: http://USER:PASSWORD@HOST:PORT, percent-encoded, with the value from a secret.]',
      '[A user name and password in the URL of the proxy cannot help with {proxyLogins}. Ask its operators to let this runner through to {host} without a login; or run a relay on the runner that logs in to the proxy, such as cntlm or px, and name that relay as the proxy.]',
    ],
  },
  'proxy-refused': {
    ...connection,
    when: 'the proxy would not, or could not, connect to Jira',
    title: 'The proxy does not connect to Jira[ ({status})]',
    message:
      'The proxy {proxy} from {proxyVariable} did not open a connection to {host}[: it answered HTTP {status}][ ({proxyWords})][: {detail}].',
    remedy: [
      'Ask the operators of the proxy to allow CONNECT to {host}; after a 500, 502, 503 or 504, check that the proxy can resolve and reach that host.',
      '[Many proxies allow CONNECT to port 443 only, and this is port {connectPort}: have it allowed too, or use an address of Jira at port 443.]',
      'If Jira should be reached directly, add its host to NO_PROXY.',
    ],
  },
} as const satisfies Record<string, Entry>
