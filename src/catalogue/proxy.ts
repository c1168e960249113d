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
} as const satisfies Record<string, Entry>
