import type { Entry } from './entry.ts'
import { PAGE } from './page.ts'

const CHECK_URL = 'Check that <url> is the base URL of {product}, and not of something else.'

/** What answered cannot tell anything of the token. */
export const unusableAnswer = {
  'sso-login': {
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
    when: '200 that is neither HTML nor the JSON that Jira sends',
    title: 'The answer is not what {product} sends',
    message: '{host} answered HTTP {status} with something that is not the JSON that {product} sends here.',
    remedy: ['Check what a proxy or gateway in front of {product} does to the answers to {path}.', CHECK_URL],
  },
  'no-identity': {
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
