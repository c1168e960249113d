import type { Entry } from './entry.ts'

/** 401, 403, and answers that say the same. */
export const rejection = {
  'token-rejected': {
    when: '401 from Jira to a Bearer, or an answer that says `AUTHENTICATED_FAILED`: Jira answers alike whatever is wrong with the token',
    title: '{product} rejected the token ({status})',
    message: '{product} at {baseUrl} does not accept the token[ from {tokenSource}] (HTTP {status}).',
    cause:
      '[It {asNobody}. ][It is a JSON Web Token that expired on {jwtExpiredOn}. ][It looks like an API token of Atlassian Cloud ({cloudToken}). ]{product} does not say why: a token that expired, was revoked or is mistyped gets the same answer.',
    remedy: [
      '[Get a new OAuth 2.0 access token: this one expired on {jwtExpiredOn}.]',
      '[For an API token of Cloud ({cloudToken}), set <username> to the e-mail address of its account.]',
      'Log in to {product} as the user of the token, and look for it at {tokenPage}.',
      'Where it is missing or has expired, create a new one and store it in the secret.',
      'Check that the secret holds the whole token, and one of this {product}.',
      'Check that the user is active, and that {tokenKinds} are enabled ({tokensSince}).',
      'Check that no proxy or load balancer on the way takes the Authorization header off.',
    ],
  },
  'basic-rejected': {
    when: 'the same with `username`',
    title: '{product} rejected the user name and password or API token ({status})',
    message:
      '{product} at {baseUrl} does not accept this user name with the password or API token[ from {tokenSource}] (HTTP {status}).',
    remedy: [
      'If this is {aToken}, leave <username> out[: {product} takes one {bearerOnly}, and counts this as a failed login].',
      '[On {product} Cloud, <username> is the e-mail address of the account, and a scoped API token needs <url> {scopedUrl}.]',
      '[On {product} Cloud, have an administrator see whether the account may use it: {cloudAnswer}.]',
      'For a password, log in with it in a browser: after several failures {product} asks for a CAPTCHA there.',
    ],
  },
  'pat-unsupported': {
    when: '401, and `/rest/api/2/serverInfo`, asked without the token, tells a Jira before 8.14',
    title: 'This version of {product} has no personal access tokens (401)',
    message: '{product} at {baseUrl} is version {version}, and personal access tokens exist since 8.14.',
    remedy: [
      'Update {product} to 8.14 or later.',
      "Until then, set <username>, and give that user's password as the token, or install an add-on for API tokens.",
    ],
  },
  'edge-unauthorized': {
    when: '401 with no trace of Jira: a reverse proxy or gateway in front wants its own login',
    title: 'Something in front of {product} wants its own login (401)',
    message:
      'Something in front of {product} at {host}[ ({edge})] answered HTTP 401[, with a page titled “{pageTitle}”]: it wants a login of its own.',
    cause:
      '[It wants {challenge}.][ Yet {product} {openVersion} answered a question without any login, so this 401 is probably its own, with another page put over it.][ Nothing is known about {unprovenToken}.]',
    remedy: [
      '[First look for the token at {tokenPage}: {product} {openVersion} answers without a login, so this 401 is probably its own.]',
      'Ask {operator} to let requests for {path} that carry an Authorization header through to {product} without another login.',
      '[Authorization carries {product}’s token: where it takes its own login in another header too, give that in <headers>. It wants {challenge}.]',
      'Check that <url> is the base URL of {product}, and not of something else.',
    ],
  },
  'captcha-required': {
    when: '`X-Authentication-Denied-Reason: CAPTCHA_CHALLENGE`, or `AUTHENTICATION_DENIED` in `X-Seraph-LoginReason`, at any status; or in the body of an answer that is not 2xx',
    title: '{product} requires this user to solve a CAPTCHA ({status})',
    message:
      'After several failed logins {product} refuses this user until a CAPTCHA is solved in a browser, even with the right password.',
    remedy: [
      'Log in once in a browser[ ({loginUrl})] as this user and solve the CAPTCHA, or have an administrator reset the failed login count.',
      'Find out what keeps logging in with a wrong password: often {aToken} sent as a password. Such a token needs no <username>.',
    ],
  },
  'basic-auth-disabled': {
    when: '403, Basic Authentication has been disabled',
    title: 'Basic authentication is switched off in {product} (403)',
    message:
      '{product} at {baseUrl} accepts no user name with a password: Basic authentication has been disabled there.',
    remedy: ['Use {aToken} without <username>: it is sent as Bearer.'],
  },
  'cloud-needs-basic': {
    when: 'Jira Cloud refuses Bearer (“Failed to parse Connect Session Auth Token”, `AtlassianEdge`), or serverInfo after a 401 says `Cloud`; not with `username`, nor with a JWT',
    title: '{product} Cloud wants a user name and an API token ({status})',
    message: '{baseUrl} is {product} Cloud, which has no {tokenKinds} and does not take this token as Bearer.',
    remedy: [
      'Create an API token of an Atlassian account (https://id.atlassian.com/manage-profile/security/api-tokens), and store it in the secret.',
      'Set <username> to the e-mail address of that account.',
    ],
  },
  'access-denied': {
    when: 'any other 403 from Jira: no licence or application access, or a scope too narrow',
    title: '{product} denies the user access (403)',
    message: '{product} at {baseUrl} denies access (HTTP 403).',
    cause: 'Most likely the user lacks a licence or {access}, or the scope of the token is too narrow.',
    remedy: [
      'Have a {product} administrator give the user {access} ({accessPlace}).',
      'Have them check that the licence has a seat left.',
      '[For a scoped token, create one that may read the user ({readScope}).]',
    ],
  },
  'edge-forbidden': {
    when: '403 with no trace of Jira: WAF, CDN, IP allow-list, proxy; named where it can be told; a known block page of a WAF at any status',
    title: 'Something in front of {product} blocks the request ({status})',
    message:
      'Something in front of {product} at {host}[ ({edge})] blocks the request (HTTP {status})[, with a page titled “{pageTitle}”].',
    cause:
      'It bears no trace of {product}: a firewall, CDN, IP allow-list or proxy answered.[ Nothing is known about {unprovenToken}.]',
    remedy: [
      'Ask {operator} to let this runner through: its outgoing IP address, and requests for {path} that carry an Authorization header.',
      'Where it goes by IP addresses, use a runner with a fixed one: those that GitHub hosts change theirs.',
      'Check that <url> is the base URL of {product}, and not of something else.',
    ],
  },
} as const satisfies Record<string, Entry>
