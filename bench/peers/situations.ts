/** One of the 64: a scenario of `npm start -- --list`, and what is true of its token. */
export interface Situation {
  /** Name of the scenario. */
  readonly name: string
  /** What it is a case of. */
  readonly group: Group
  /** Words that tell somebody the cause; undefined where the token is good. Any of them counts, wherever it stands. */
  readonly cause?: RegExp
}

export const groups = [
  'a good token',
  'Jira refuses the token',
  'something in front of Jira refuses the request',
  'no whole answer',
  'TLS and proxies',
  'Jira is down or busy',
  'something else answers',
] as const

export type Group = (typeof groups)[number]

const inGroup = (group: Group, causes: Readonly<Record<string, RegExp | undefined>>): readonly Situation[] =>
  Object.entries(causes).map(([name, cause]) => ({ name, group, ...(cause && { cause }) }))

const login = /log ?in|sign ?in|single sign|\bsso\b|\b30[1237]\b|redirect/i
const waited = /tim(?:ed|e)[ -]?out|did not (?:answer|end)|no answer/i

/** Chosen as those that a client meets with an address and a token alone, some of each kind, before any peer was run. */
export const situations: readonly Situation[] = [
  ...inGroup('a good token', {
    authenticated: undefined,
    'context-path': undefined,
    'version-8': undefined,
    'version-9': undefined,
    ipv6: undefined,
    healed: undefined,
    compressed: undefined,
    'terse-identity': undefined,
    'private-ca': undefined,
    'proof-without-headers': undefined,
  }),
  ...inGroup('Jira refuses the token', {
    'token-rejected': /\b401\b|unauthorized/i,
    'token-rejected-cut': /\b401\b|unauthorized/i,
    'token-rejected-with-200': /AUTHENTICATED_FAILED|rejected|not accept/i,
    'pat-unsupported': /8\.1[34]/,
    'captcha-required': /captcha/i,
    'proof-denied': /AUTHENTICATION_DENIED|captcha|denie/i,
    'cloud-needs-basic': /\bbasic\b|username|user name/i,
    'access-denied': /\b403\b|forbidden|licen[cs]e/i,
  }),
  ...inGroup('something in front of Jira refuses the request', {
    'edge-unauthorized': /nginx|proxy|in front/i,
    'front-envoy-jwt': /envoy|jwt/i,
    'front-replaced-401': /gateway|in front|not (?:from|of) Jira/i,
    'edge-forbidden-cloudflare': /cloudflare/i,
    'edge-forbidden-zscaler': /zscaler/i,
    'front-aws-waf': /\bwaf\b|challenge|firewall/i,
    'front-f5-200': /\bf5\b|firewall|support id/i,
    'front-modsecurity': /mod_?security|firewall/i,
  }),
  ...inGroup('no whole answer', {
    'connection-refused': /refused|could(?: not|n't) connect|failed to connect/i,
    'connection-reset': /reset|hang up|aborted/i,
    'connection-closed': /empty reply|closed|hang up|reset|without response|aborted/i,
    timeout: waited,
    'timeout-dripping': waited,
    'timeout-unfinished': waited,
    'not-http': /HTTP\/0\.9|not (?:with |speak )?http|expected http|bad ?status|ssh/i,
    'malformed-response': /content-length|transfer-encoding|chunk|malformed|parse error|smuggl/i,
    'response-cut': /\bcut\b|incomplete|transfer closed|aborted|bytes remaining|connection broken|hang up/i,
  }),
  ...inGroup('TLS and proxies', {
    'tls-untrusted': /self[- ]signed|issuer|unknown ca|trust/i,
    'tls-expired': /expired/i,
    'tls-hostname-mismatch': /hostname|altname|mismatch|not (?:valid )?for|no alternative/i,
    'tls-protocol': /wrong version|unknown protocol|packet length|plain|no tls/i,
    'tls-client-certificate': /client certificate|certificate required/i,
    'proxy-unreachable': /proxy/i,
    'proxy-unauthorized': /\b407\b/,
    'proxy-refused': /proxy|tunnel/i,
  }),
  ...inGroup('Jira is down or busy', {
    'rate-limited': /\b429\b|rate|too many/i,
    starting: /starting/i,
    'jira-first-run': /set ?up|FIRST_RUN/i,
    maintenance: /maintenance/i,
    'gateway-error': /\b502\b|gateway/i,
    'gateway-timeout': /\b504\b|gateway/i,
    'server-error': /\b500\b|internal/i,
  }),
  ...inGroup('something else answers', {
    'sso-login': login,
    'sso-login-jira': login,
    'sso-login-page': login,
    'jira-login-page': login,
    redirected: /\b301\b|redirect|moved|issues\.example\.com/i,
    'not-found': /\b404\b|not found/i,
    'html-page': /html/i,
    'empty-response': /empty|nothing|no content/i,
    'no-identity': /no (?:user|name|identity)|names? no/i,
    anonymous: /anonymous|nobody|no (?:user|identity)|names? no/i,
    'confluence-answers': /confluence/i,
    'front-block-page': /block|filter/i,
    'proof-other-user': /jdoe|X-AUSERNAME|another user|somebody else/i,
    'proof-cache-hit': /cache/i,
  }),
]
