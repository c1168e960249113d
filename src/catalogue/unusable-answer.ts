import type { Entry } from './entry.ts'

const unavailable = { category: 'unavailable', result: 'unknown' } as const
const notJira = { category: 'not-jira', result: 'unknown' } as const

export const unusableAnswer = {
  'rate-limited': {
    ...unavailable,
    when: '429; the message says when Jira may be asked again',
    title: 'Jira is rate-limiting requests (429)',
    message:
      '{host} answered HTTP 429: too many requests. The token itself may well be good.[ Jira may be asked again {retryAt}.]',
    remedy: [
      'Run the job again later; raise timeout-seconds if the wait is short.',
      'If it happens often, have an administrator exempt the user from rate limiting, or run fewer jobs at once.',
    ],
  },
  'jira-starting': {
    ...unavailable,
    when: '5xx, and `/status` says `STARTING`, `STOPPING` or `FIRST_RUN`',
    title: 'Jira is starting or stopping',
    message: 'Jira at {jira} answered HTTP {status} and reports that it is not ready ({detail}).',
    remedy: ['Wait until Jira is up and run the job again.'],
  },
  'jira-maintenance': {
    ...unavailable,
    when: '5xx, and `/status` says `MAINTENANCE`',
    title: 'Jira is in maintenance',
    message: 'Jira at {jira} answered HTTP {status} and reports that it is in maintenance.',
    remedy: [
      'Wait for the end of the maintenance and run the job again; if none was announced, ask the administrators (a re-index or an upgrade also does this).',
    ],
  },
  'gateway-error': {
    ...unavailable,
    when: '502, 504, or a 503 with no trace of Jira',
    title: 'The gateway in front of Jira gets no answer from it ({status})',
    message:
      'What is in front of Jira at {host}[ ({edge})] answered HTTP {status}: Jira behind it is down, starting or overloaded.',
    remedy: ['Check that Jira is up, and run the job again.'],
  },
  'server-error': {
    ...unavailable,
    when: 'any other 5xx',
    title: 'The server failed with an internal error ({status})',
    message:
      '{jira} answered HTTP {status}[ (through {edge})]: the server cannot answer now, which says nothing about the token.',
    remedy: ['Run the job again; if it happens again, the log of Jira at this time has the cause.'],
  },
  'sso-login': {
    ...notJira,
    when: 'a redirect to, or a page of, a login',
    title: 'A login page answered instead of Jira',
    message:
      '{host} answered with a login[ at {location}] instead of data: a single sign-on in front of Jira, or Jira itself, did not let the token through.',
    remedy: [
      'Check that jira-url is the base URL of Jira, and not of something else.',
      'Ask the operators of {host} to let requests with an Authorization header under /rest/ pass without single sign-on, or to name an address where they do; where the login page is that of Jira itself, look for a proxy on the way that strips this header.',
    ],
  },
  redirected: {
    ...notJira,
    when: 'any other redirect; the message says where to, which is often the right base URL',
    title: 'The server redirects elsewhere ({status})',
    message: '{host} redirects[ to {location}][ with HTTP {status}]. The token is never sent on after a redirect.',
    remedy: [
      '[Set jira-url to {newBaseUrl}, if that is your Jira. ]The base URL is the address that the browser shows when Jira is open, without the path of the page.',
    ],
  },
  'not-found': {
    ...notJira,
    when: '404: usually a missing or wrong context path',
    title: 'There is no Jira at this URL (404)',
    message:
      '{jira} answered HTTP 404: there is no Jira REST API at this address, usually because the context path is missing or wrong.',
    remedy: [
      'Open Jira in a browser and compare: where it shows https://jira.example.com/jira/secure/Dashboard.jspa, the base URL is https://jira.example.com/jira.',
    ],
  },
  'html-page': {
    ...notJira,
    when: '200 with some other page',
    title: 'A web page answered instead of Jira',
    message:
      '{jira} answered with a web page[ titled “{pageTitle}”] instead of data: another site, a captive portal, or a proxy in front of Jira.',
    remedy: [
      'Open {jira}/rest/api/2/serverInfo in a browser: it should show JSON. If it does not, correct jira-url.',
      'If it does, something on the way from this runner answers in place of Jira.',
    ],
  },
  'empty-response': {
    ...notJira,
    when: '2xx with an empty body',
    title: 'The answer is empty ({status})',
    message: '{host} answered HTTP {status} with nothing in it, which proves nothing.',
    remedy: [
      'Check that jira-url is the base URL of Jira, and what a proxy or gateway in front of it does to requests under /rest/.',
    ],
  },
  'invalid-json': {
    ...notJira,
    when: '200 that is neither HTML nor the JSON that Jira sends',
    title: 'The answer is not what Jira sends',
    message: '{host} answered HTTP {status} with something that is not the JSON that Jira sends here.',
    remedy: [
      'Check that jira-url is the base URL of Jira, and what a proxy or gateway in front of it does to answers.',
    ],
  },
  'no-identity': {
    ...notJira,
    when: 'JSON that names no user, or the user is anonymous',
    title: 'The answer names no user',
    message:
      '{host} answered HTTP {status}, but named no user that can be believed: the request was treated as anonymous, or it was not Jira that answered.',
    remedy: [
      'Check that jira-url is the base URL of Jira, and that no proxy on the way strips the Authorization header.',
    ],
  },
  'unexpected-status': {
    ...notJira,
    when: 'any other status',
    title: 'Unexpected answer (HTTP {status})',
    message: '{host} answered HTTP {status}, which Jira never does for this request[: {detail}].',
    remedy: ['Check the scheme, the host and the path of jira-url, and what is in front of Jira.'],
  },
} as const satisfies Record<string, Entry>
