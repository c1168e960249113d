import type { Category, Result } from './entry.ts'

/** What may be concluded from a reason, and where it went wrong. */
export interface ReasonClass {
  readonly category: Category
  readonly result: Result
}

const of = (category: Category, result: Result): ReasonClass => ({ category, result })

/** Every reason with its category and its result. Its words are in the catalogue. */
export const reasonTable = {
  authenticated: of('ok', 'usable'),
  'url-missing': of('configuration', 'misconfigured'),
  'url-invalid': of('configuration', 'misconfigured'),
  'url-insecure': of('configuration', 'misconfigured'),
  'token-missing': of('configuration', 'misconfigured'),
  'token-malformed': of('configuration', 'misconfigured'),
  'input-invalid': of('configuration', 'misconfigured'),
  'certificate-invalid': of('configuration', 'misconfigured'),
  'node-unsupported': of('configuration', 'misconfigured'),
  'tls-verification-off': of('configuration', 'misconfigured'),
  'token-rejected': of('unauthorized', 'refused'),
  'basic-rejected': of('unauthorized', 'refused'),
  'pat-unsupported': of('unauthorized', 'refused'),
  'edge-unauthorized': of('unauthorized', 'unknown'),
  'captcha-required': of('forbidden', 'refused'),
  'basic-auth-disabled': of('forbidden', 'refused'),
  'cloud-needs-basic': of('forbidden', 'refused'),
  'access-denied': of('forbidden', 'refused'),
  'edge-forbidden': of('forbidden', 'unknown'),
  'dns-not-found': of('connection', 'unknown'),
  'dns-unavailable': of('connection', 'unknown'),
  'connection-refused': of('connection', 'unknown'),
  'connection-reset': of('connection', 'unknown'),
  'network-unreachable': of('connection', 'unknown'),
  timeout: of('connection', 'unknown'),
  'tls-untrusted': of('connection', 'unknown'),
  'tls-expired': of('connection', 'unknown'),
  'tls-hostname-mismatch': of('connection', 'unknown'),
  'tls-protocol': of('connection', 'unknown'),
  'tls-client-certificate': of('connection', 'unknown'),
  'proxy-unreachable': of('connection', 'unknown'),
  'proxy-unauthorized': of('connection', 'unknown'),
  'proxy-refused': of('connection', 'unknown'),
  'not-http': of('connection', 'unknown'),
  'malformed-response': of('connection', 'unknown'),
  'response-cut': of('connection', 'unknown'),
  'response-too-large': of('connection', 'unknown'),
  'rate-limited': of('unavailable', 'unknown'),
  starting: of('unavailable', 'unknown'),
  maintenance: of('unavailable', 'unknown'),
  'gateway-error': of('unavailable', 'unknown'),
  'server-error': of('unavailable', 'unknown'),
  'sso-login': of('not-jira', 'unknown'),
  redirected: of('not-jira', 'unknown'),
  'not-found': of('not-jira', 'unknown'),
  'html-page': of('not-jira', 'unknown'),
  'empty-response': of('not-jira', 'unknown'),
  'invalid-json': of('not-jira', 'unknown'),
  'no-identity': of('not-jira', 'unknown'),
  'unexpected-status': of('not-jira', 'unknown'),
  'user-inactive': of('gate', 'refused'),
  'wrong-user': of('gate', 'refused'),
  'project-not-visible': of('gate', 'refused'),
  'space-not-visible': of('gate', 'refused'),
  'repository-not-visible': of('gate', 'refused'),
  'permission-missing': of('gate', 'refused'),
  'permission-unknown': of('gate', 'misconfigured'),
  'token-expiring': of('gate', 'refused'),
  'expiry-unknown': of('gate', 'unknown'),
  'rotation-not-allowed': of('rotation', 'refused'),
  'too-many-tokens': of('rotation', 'refused'),
  'token-life-refused': of('rotation', 'misconfigured'),
  'secret-not-writable': of('rotation', 'misconfigured'),
  'new-token-not-proven': of('rotation', 'unknown'),
  'secret-write-in-doubt': of('rotation', 'unknown'),
  'secret-shadowed': of('rotation', 'unknown'),
  'successor-lost': of('rotation', 'unknown'),
  'internal-error': of('internal', 'unknown'),
} as const satisfies Record<string, ReasonClass>

/** What exactly happened: one code of the table. */
export type Reason = keyof typeof reasonTable
