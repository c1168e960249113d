/** The interface that workflows branch on, written down once more by hand: the tests hold the action to it. */
export type Result = 'usable' | 'refused' | 'unknown' | 'misconfigured'

/** Every category, in the order in which people read them. */
export const categories = [
  ...(['ok', 'configuration', 'unauthorized', 'forbidden', 'connection', 'unavailable'] as const),
  ...(['not-jira', 'gate', 'rotation', 'internal'] as const),
]

export type Category = (typeof categories)[number]

type Verdict = [Category, Result]

const misconfigured: Verdict = ['configuration', 'misconfigured']
const unauthorized: Verdict = ['unauthorized', 'refused']
const forbidden: Verdict = ['forbidden', 'refused']
const connection: Verdict = ['connection', 'unknown']
const unavailable: Verdict = ['unavailable', 'unknown']
const notJira: Verdict = ['not-jira', 'unknown']
const gate: Verdict = ['gate', 'refused']

/** Every reason, with its category and its result. */
export const verdicts = {
  authenticated: ['ok', 'usable'],

  'url-missing': misconfigured,
  'url-invalid': misconfigured,
  'url-insecure': misconfigured,
  'token-missing': misconfigured,
  'token-malformed': misconfigured,
  'input-invalid': misconfigured,
  'certificate-invalid': misconfigured,
  'node-unsupported': misconfigured,
  'tls-verification-off': misconfigured,

  'token-rejected': unauthorized,
  'basic-rejected': unauthorized,
  'pat-unsupported': unauthorized,
  'edge-unauthorized': ['unauthorized', 'unknown'],

  'captcha-required': forbidden,
  'basic-auth-disabled': forbidden,
  'cloud-needs-basic': forbidden,
  'access-denied': forbidden,
  'edge-forbidden': ['forbidden', 'unknown'],

  'dns-not-found': connection,
  'dns-unavailable': connection,
  'connection-refused': connection,
  'connection-reset': connection,
  'network-unreachable': connection,
  timeout: connection,
  'tls-untrusted': connection,
  'tls-expired': connection,
  'tls-hostname-mismatch': connection,
  'tls-protocol': connection,
  'tls-client-certificate': connection,
  'proxy-unreachable': connection,
  'proxy-unauthorized': connection,
  'proxy-refused': connection,
  'not-http': connection,
  'malformed-response': connection,
  'response-cut': connection,
  'response-too-large': connection,

  'rate-limited': unavailable,
  starting: unavailable,
  maintenance: unavailable,
  'gateway-error': unavailable,
  'server-error': unavailable,

  'sso-login': notJira,
  redirected: notJira,
  'not-found': notJira,
  'html-page': notJira,
  'empty-response': notJira,
  'invalid-json': notJira,
  'no-identity': notJira,
  'unexpected-status': notJira,

  'user-inactive': gate,
  'wrong-user': gate,
  'project-not-visible': gate,
  'space-not-visible': gate,
  'repository-not-visible': gate,
  'permission-missing': gate,
  'permission-unknown': ['gate', 'misconfigured'],
  'token-expiring': gate,
  'expiry-unknown': ['gate', 'unknown'],

  'rotation-not-allowed': ['rotation', 'refused'],
  'too-many-tokens': ['rotation', 'refused'],
  'token-life-refused': ['rotation', 'misconfigured'],
  'secret-not-writable': ['rotation', 'misconfigured'],
  'new-token-not-proven': ['rotation', 'unknown'],
  'secret-write-in-doubt': ['rotation', 'unknown'],
  'secret-shadowed': ['rotation', 'unknown'],
  'successor-lost': ['rotation', 'unknown'],

  'internal-error': ['internal', 'unknown'],
} satisfies Record<string, Verdict>

export type Reason = keyof typeof verdicts

/** Every input, with its default. */
export const inputDefaults = {
  'jira-url': undefined,
  'confluence-url': undefined,
  'bitbucket-url': undefined,
  token: undefined,
  username: undefined,
  headers: undefined,
  'expected-user': undefined,
  projects: undefined,
  spaces: undefined,
  repositories: undefined,
  permissions: undefined,
  'check-expiry': 'true',
  'token-name': undefined,
  'expiry-warn-days': '14',
  'expiry-fail-days': undefined,
  'fail-on': 'refused, unknown, misconfigured',
  'timeout-seconds': '30',
  retries: '2',
  'ca-certificate': undefined,
  'client-certificate': undefined,
  'client-key': undefined,
  'allow-http': 'false',
  'job-summary': 'true',
}

/** The inputs that only the rotation has. */
export const rotationInputs = [
  ...['secret', 'github-token', 'name-prefix', 'days', 'rotate-days', 'overlap-days', 'revoke'],
  ...['store-command', 'read-command', 'dry-run'],
]

/** Every output; all of them are set on every run. */
export const outputNames = [
  ...['result', 'category', 'reason', 'stage', 'message', 'remedy', 'status-code'],
  ...['username', 'user-key', 'display-name', 'email', 'time-zone', 'locale', 'account-id'],
  ...['token-expires-at', 'token-days-left', 'token-name', 'expiry-status', 'missing-permissions', 'report'],
]
