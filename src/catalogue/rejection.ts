import type { Entry } from './entry.ts'

const unauthorized = { category: 'unauthorized', result: 'refused' } as const
const forbidden = { category: 'forbidden', result: 'refused' } as const

export const rejection = {
  'token-rejected': {
    ...unauthorized,
    when: '401 from Jira to a Bearer, or an answer that says `AUTHENTICATED_FAILED`: Jira answers alike whatever is wrong with the token',
    title: 'Jira rejected the token ({status})',
    message:
      'Jira at {jira} answered HTTP {status} and does not accept the token. Jira does not say why: the token may have expired, been revoked or been mistyped.',
    remedy: [
      "Log in to Jira as the token's user and look in the profile at {tokenPage}: where the token is missing or expired, create a new one and update the secret.",
      'Otherwise check, in this order: the secret holds the complete token, and that token was created in this Jira; the user is active and may log in; personal access tokens are enabled (Jira 8.14 or later, jira.pats.enabled); no proxy or load balancer on the way strips the Authorization header.',
    ],
  },
  'basic-rejected': {
    ...unauthorized,
    when: 'the same with `username`',
    title: 'Jira rejected the user name and password or API token ({status})',
    message:
      'Jira at {jira} answered HTTP {status} and does not accept this user name with this password or API token.',
    remedy: [
      'For a personal access token of Jira Server or Data Center, remove the input username: Jira accepts such a token only as Bearer; sent as a password, it counts as a failed login.',
      'For Jira Cloud, check that username is the e-mail address of the account and that the API token is valid; a scoped API token works only with the base URL https://api.atlassian.com/ex/jira/CLOUD-ID.',
      'For a password, log in with it in a browser; after several failures Jira asks for a CAPTCHA there.',
    ],
  },
  'pat-unsupported': {
    ...unauthorized,
    when: '401, and `/rest/api/2/serverInfo`, asked without the token, tells a Jira before 8.14',
    title: 'This version of Jira has no personal access tokens (401)',
    message: 'Jira at {jira} is version {version}, and personal access tokens exist since 8.14.',
    remedy: [
      'Update Jira to 8.14 or later.',
      "Until then, set the input username and give that user's password as the token, or install an add-on for API tokens.",
    ],
  },
  'edge-unauthorized': {
    category: 'unauthorized',
    result: 'unknown',
    when: '401 with no trace of Jira: a reverse proxy or gateway in front wants its own login',
    title: 'Something in front of Jira wants its own login (401)',
    message:
      'The answer 401 from {host} has none of the headers and texts by which Jira is known: it comes from a reverse proxy or gateway in front of Jira[ ({edge})] that wants its own login. Nothing is known about the token.',
    remedy: [
      'Check that jira-url is the base URL of Jira, and not of something else.',
      'Ask the operators of {host} to let requests with an Authorization header under /rest/ pass to Jira without a separate login, or to name an address where they do.',
    ],
  },
  'captcha-required': {
    ...forbidden,
    when: '403 with `X-Authentication-Denied-Reason: CAPTCHA_CHALLENGE`, or `AUTHENTICATION_DENIED` in `X-Seraph-LoginReason` or in the body',
    title: 'Jira requires this user to solve a CAPTCHA (403)',
    message:
      'After several failed logins Jira refuses this user until a CAPTCHA has been solved in a browser, even with the right password.',
    remedy: [
      'Log in once in a browser as this user and solve the CAPTCHA[: {loginUrl}], or have an administrator reset the failed login count.',
      'Find out what keeps logging in with a wrong password: often a personal access token sent as a password. Such a token needs no username.',
    ],
  },
  'basic-auth-disabled': {
    ...forbidden,
    when: '403, Basic Authentication has been disabled',
    title: 'Basic authentication is switched off in Jira (403)',
    message: 'Jira at {jira} accepts no user name with a password: Basic authentication has been disabled there.',
    remedy: ['Use a personal access token without the input username: it is sent as Bearer.'],
  },
  'cloud-needs-basic': {
    ...forbidden,
    when: 'Jira Cloud refuses Bearer (“Failed to parse Connect Session Auth Token”)',
    title: 'Jira Cloud wants a user name and an API token (403)',
    message: '{jira} is Jira Cloud, which has no personal access tokens and does not accept this token as Bearer.',
    remedy: [
      'Use an API token of an Atlassian account as the token, with the input username set to the e-mail address of that account.',
    ],
  },
  'access-denied': {
    ...forbidden,
    when: 'any other 403 from Jira: no licence or application access, or a scope too narrow',
    title: 'Jira denies the user access (403)',
    message:
      'Jira at {jira} answered HTTP 403 and denies access, most likely because the user lacks a licence or application access, or because the scope of the token is too narrow.',
    remedy: [
      'Have a Jira administrator give the user application access (User management > Applications) and check that the licence has a seat left.',
      'For a scoped token, create one that may read the user (read:jira-user).',
    ],
  },
  'edge-forbidden': {
    category: 'forbidden',
    result: 'unknown',
    when: '403 with no trace of Jira: WAF, CDN, IP allow-list or proxy; named where it can be told',
    title: 'Something in front of Jira blocks the request (403)',
    message:
      'The answer 403 from {host} has none of the headers and texts by which Jira is known: a firewall, CDN, IP allow-list or proxy in front of Jira[ ({edge})] blocks the request. Nothing is known about the token.',
    remedy: [
      'Check that jira-url is the base URL of Jira, and not of something else.',
      'Ask the operators of {host} to allow this runner: its outgoing IP address, and requests under /rest/ with an Authorization header. GitHub-hosted runners change their addresses; a self-hosted runner or a larger runner with a static address does not.',
    ],
  },
} as const satisfies Record<string, Entry>
