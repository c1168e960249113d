import type { Entry } from './entry.ts'
import { PAGE } from './page.ts'

/** What answered cannot tell anything of the token for now. */
export const unavailableAnswer = {
  'rate-limited': {
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
    when: '5xx, and `/status` says `STARTING`, `STOPPING` or `FIRST_RUN`',
    title: '{product} is starting or stopping',
    message: '{product} at {baseUrl} reports that it is not ready: {state} (HTTP {status}).',
    remedy: ['Wait until {product} is up and run the job again.'],
  },
  maintenance: {
    when: '5xx, and `/status` says `MAINTENANCE`',
    title: '{product} is in maintenance',
    message: '{product} at {baseUrl} reports that it is in maintenance (HTTP {status}).',
    remedy: [
      'Wait for the end of the maintenance and run the job again.',
      'If none was announced, ask the administrators: {maintenanceWork} does this too.',
    ],
  },
  'gateway-error': {
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
    when: 'any other 5xx',
    title: 'The server answered with an error of its own ({status})',
    message: `{baseUrl} answered HTTP {status}[ (from {edge})]${PAGE}: an error of the server itself.`,
    cause: '[That says nothing about {unprovenToken}.]',
    remedy: [
      'Run the job again; if it happens again, the log of {product} at this time has the cause.',
      '[Where it has none, ask {operator}: the answer bears no trace of {product}, so something in front of it may have failed.]',
    ],
  },
} as const satisfies Record<string, Entry>
