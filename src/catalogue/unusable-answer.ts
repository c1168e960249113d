import type { Entry } from './entry.ts'

const unavailable = { category: 'unavailable', result: 'unknown' } as const
const notJira = { category: 'not-jira', result: 'unknown' } as const

const PAGE = '[, with a page titled “{pageTitle}”]'
const CHECK_URL = 'Check that <url> is the base URL of {product}, and not of something else.'

/** What answered cannot tell anything of the token: not now, or not at all. */
export const unusableAnswer = {
  'rate-limited': {
    ...unavailable,
    when: '429; the message says when Jira may be asked again',
    title: 'Too many requests for now (429)',
    message: `{host} answered HTTP 429, too many requests[: it was {limiter} in front of {product}]${PAGE}.`,
    cause: '[It says nothing against {unprovenToken}.][ {product} may be asked again {retryAt}.]',
    remedy: [
      'Run the job again later; raise <timeout-seconds> if the wait is short.',
      '[Ask {operator} to exempt the address of this runner, which many jobs share, from that limit.]',
      '[If it happens often, have an administrator of {product} exempt {limitedUser} from rate limiting, or run fewer jobs at once.]',
    ],
  },
  starting: {
    ...unavailable,
    when: '5xx, and `/status` says `STARTING`, `STOPPING` or `FIRST_RUN`',
    title: '{product} is starting or stopping',
    message: '{product} at {baseUrl} reports that it is not ready: {state} (HTTP {status}).',
    remedy: ['Wait until {product} is up and run the job again.'],
  },
  maintenance: {
    ...unavailable,
    when: '5xx, and `/status` says `MAINTENANCE`',
    title: '{product} is in maintenance',
    message: '{product} at {baseUrl} reports that it is in maintenance (HTTP {status}).',
    remedy: [
      'Wait for the end of the maintenance and run the job again.',
      'If none was announced, ask the administrators: {maintenanceWork} does this too.',
    ],
  },
  'gateway-error': {
    ...unavailable,
    when: '502, 504, 520–527, 530, a 503 with no trace of Jira, or any 5xx whose words say that Jira was never reached',
    title: 'The gateway in front of {product} gets no answer from it ({status})',
    message: `Something in front of {product} at {host}[ ({edge})] answered HTTP {status}${PAGE}[: {unreached}].`,
    cause:
      '[It may be asked again {retryAt}. ]{product} behind it is down, starting, overloaded or not reached.[ Nothing is known about {unprovenToken}.]',
    remedy: [
      'Check that {product} is up, and run the job again.',
      'If {product} is up, ask {operator} why it is not reached[: {unreached}].',
    ],
  },
  'server-error': {
    ...unavailable,
    when: 'any other 5xx',
    title: 'The server answered with an error of its own ({status})',
    message: `{baseUrl} answered HTTP {status}[ (from {edge})]${PAGE}: an error of the server itself.`,
    cause: '[That says nothing about {unprovenToken}.]',
    remedy: [
      'Run the job again; if it happens again, the log of {product} at this time has the cause.',
      '[Where it has none, ask {operator}: the answer bears no trace of {product}, so something in front of it may have failed.]',
    ],
  },
  'sso-login': {
    ...notJira,
    when: 'a redirect to, or a page of, a login; a redirect or a page that hands the asked address on, to come back to it; 511',
    title: 'A login page answered instead of {product}',
    message:
      '{host} answered with a login page[ at {location}][ titled “{pageTitle}”] instead of data (HTTP {status}).',
    cause:
      'A single sign-on in front of {product}, a captive portal, or {product} itself did not let the token through.',
    remedy: [
      'Ask {operator} to let requests for {path} that carry an Authorization header pass without single sign-on.',
      'Where it is the login page of {product} itself, look for a proxy on the way that takes that header off.',
      CHECK_URL,
    ],
  },
  redirected: {
    ...notJira,
    when: 'any other redirect; the message says where to, which is often the right base URL',
    title: 'The server redirects elsewhere ({status})',
    message: '{host} redirects[ to {location}] (HTTP {status})[: {redirection}].',
    cause: 'The token is never sent on after a redirect.',
    remedy: [
      '[Set <url> to {newBaseUrl}, if that is your {product}.]',
      '[Use the base URL {cloudUrl}, with <username> (an e-mail address) and an API token: {tokenKinds} stay behind in a move to Cloud.]',
      '[Ask those who run the proxy of your own network to let this runner reach {blockedHost}.]',
      '[Ask {loopOperator} why {path} leads to itself: often {product} is not told the scheme (X-Forwarded-Proto), or a cookie is wanted first.]',
      '[Compare {comparedUrl} with the address that a browser shows when {product} is open, less the path of the page.]',
    ],
  },
  'not-found': {
    ...notJira,
    when: '404: usually a missing or wrong context path',
    title: 'There is no {product} at this URL (404)',
    message: `{baseUrl} answered HTTP 404[ (from {edge})]${PAGE}: there is no {product} REST API at this address.`,
    cause:
      'Usually the context path is missing or wrong[; or what is in front has no route for this host name or scheme: {noRoute}].',
    remedy: [
      '[Set <url> to {frontUrl}: the page that answered leads there.]',
      'Open {product} in a browser and compare: where it shows {examplePage}, the base URL is {exampleBaseUrl}.',
      '[On {product} Cloud the base URL ends in {cloudPath}.]',
      '[Check that scheme and host name in <url> are the ones by which the proxy in front knows {product}: {noRoute}.]',
    ],
  },
  'html-page': {
    ...notJira,
    when: '200 with some other page',
    title: 'A web page answered instead of {product}',
    message: '{baseUrl} answered with a web page[ titled “{pageTitle}”][ (from {edge})] instead of data.',
    cause: 'It is another site, a captive portal, or a proxy in front of {product}.',
    remedy: [
      '[Set <url> to {frontUrl}: that page leads there.]',
      'Open {baseUrl}{openPath} in a browser: it should show JSON. If it does not, correct <url>.',
      'If it does, something on the way from this runner answers in place of {product}.',
    ],
  },
  'empty-response': {
    ...notJira,
    when: '2xx with an empty body',
    title: 'The answer is empty ({status})',
    message: '{host} answered HTTP {status} with nothing in it[; it was {edge}].',
    cause:
      'That proves nothing[, but may mean that what is in front has no route for this host name or scheme: {noRoute}].',
    remedy: [
      '[Check that scheme and host name in <url> are the ones by which the proxy in front knows {product}: {noRoute}.]',
      'Check what a proxy or gateway in front of {product} does to requests for {path}.',
      CHECK_URL,
    ],
  },
  'invalid-json': {
    ...notJira,
    when: '200 that is neither HTML nor the JSON that Jira sends',
    title: 'The answer is not what {product} sends',
    message: '{host} answered HTTP {status} with something that is not the JSON that {product} sends here.',
    remedy: ['Check what a proxy or gateway in front of {product} does to the answers to {path}.', CHECK_URL],
  },
  'no-identity': {
    ...notJira,
    when: 'JSON that proves no user: see [what counts as proof](decisions/0009-proof-of-identity.md)',
    title: 'The answer does not prove whose token this is',
    message: '{host} answered HTTP {status} with JSON that proves no user[: {contradiction}].',
    cause:
      '[The request was treated as anonymous, or it was not {notAnswered} that answered this request.][That the token belongs to {unconfirmedName} is what a header says, and nothing confirms it.]',
    remedy: [
      '[Ask {operator} to exempt {path} from {cache}: the answer to one user must not be given to another.]',
      '[Have an administrator let {unconfirmedName} read the list of users ({path}).]',
      '[Ask {operator} to leave {strippedHeader} in the answers; or use the token of a user, and none of a project or a repository.]',
      'Check that no proxy on the way takes the Authorization header off.',
      CHECK_URL,
    ],
  },
  'unexpected-status': {
    ...notJira,
    when: 'any other status; without a trace of Jira a 405, 406, 418 or 451 is most often a firewall',
    title: 'Unexpected answer (HTTP {status})',
    message: `{host} answered HTTP {status}[ (from {edge})]${PAGE}[: {detail}].`,
    cause: 'That is no answer of {product}’s REST API.',
    remedy: [
      '[Set <url> to {httpsUrl}: that port speaks https.]',
      '[Ask {firewallOperator} whether a web application firewall blocks requests for {path}: HTTP {status} most often comes from one.]',
      'Check the scheme, the host and the path of <url>, and what is in front of {product}.',
    ],
  },
} as const satisfies Record<string, Entry>
