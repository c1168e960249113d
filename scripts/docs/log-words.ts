import type { Reason } from '../../src/catalogue/reasons.ts'

/** What another program says in its log about the same cause, as people will search for it. */
export interface LogWords {
  readonly says: string
  readonly reason: Reason
}

/** Codes of Node.js, which libraries put into their own words or print as they are: the check's own code says what each means. */
export const nodeCodes: readonly string[] = [
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPROTO',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
  'HPE_INVALID_CONSTANT',
  'HPE_UNEXPECTED_CONTENT_LENGTH',
  'HPE_HEADER_OVERFLOW',
]

/** By the program that says so. */
export const logWords: Readonly<Record<string, readonly LogWords[]>> = {
  Jira: [
    { says: 'Client must be authenticated to access this resource.', reason: 'token-rejected' },
    { says: 'Basic Authentication Failure - Reason : AUTHENTICATED_FAILED', reason: 'basic-rejected' },
    { says: 'CAPTCHA_CHALLENGE; login-url=…', reason: 'captcha-required' },
    { says: 'Basic Authentication has been disabled on this instance.', reason: 'basic-auth-disabled' },
    { says: "No project could be found with key '…'.", reason: 'project-not-visible' },
    { says: 'Rate limit exceeded.', reason: 'rate-limited' },
    { says: '/login.jsp?permissionViolation=true&os_destination=…', reason: 'sso-login' },
    { says: '{"state":"MAINTENANCE"}', reason: 'maintenance' },
    { says: 'UserTokenLimitExceededException', reason: 'too-many-tokens' },
  ],
  'Jira Cloud': [{ says: 'Failed to parse Connect Session Auth Token', reason: 'cloud-needs-basic' }],
  Confluence: [
    { says: 'Not permitted to use confluence', reason: 'access-denied' },
    { says: 'No space with key', reason: 'space-not-visible' },
  ],
  Bitbucket: [
    { says: 'com.atlassian.bitbucket.AuthorisationException', reason: 'repository-not-visible' },
    { says: 'IncorrectPasswordAuthenticationException', reason: 'basic-rejected' },
    { says: 'CaptchaRequiredAuthenticationException', reason: 'captcha-required' },
  ],
  GitHub: [
    { says: 'Resource not accessible by integration', reason: 'secret-not-writable' },
    { says: 'Bad credentials', reason: 'secret-not-writable' },
  ],
  'Node.js': [
    { says: 'getaddrinfo ENOTFOUND jira.example.com', reason: 'dns-not-found' },
    { says: 'socket hang up', reason: 'connection-reset' },
    { says: 'unable to get local issuer certificate', reason: 'tls-untrusted' },
    { says: 'tunneling socket could not be established, statusCode=407', reason: 'proxy-unauthorized' },
    { says: 'tunneling socket could not be established, statusCode=403', reason: 'proxy-refused' },
    { says: 'Unexpected token \'<\', "<!DOCTYPE "... is not valid JSON', reason: 'html-page' },
  ],
  curl: [
    { says: 'curl: (5) Could not resolve proxy', reason: 'proxy-unreachable' },
    { says: 'curl: (6) Could not resolve host', reason: 'dns-not-found' },
    { says: 'curl: (7) Failed to connect', reason: 'connection-refused' },
    { says: 'curl: (18) transfer closed', reason: 'response-cut' },
    { says: 'curl: (22) The requested URL returned error: 401', reason: 'token-rejected' },
    { says: 'curl: (28) Operation timed out', reason: 'timeout' },
    { says: 'curl: (35)', reason: 'tls-protocol' },
    { says: 'curl: (52) Empty reply from server', reason: 'connection-reset' },
    { says: 'curl: (56) CONNECT tunnel failed, response 407', reason: 'proxy-unauthorized' },
    { says: 'curl: (60) SSL certificate problem', reason: 'tls-untrusted' },
  ],
  Python: [
    { says: 'Name or service not known', reason: 'dns-not-found' },
    { says: 'CERTIFICATE_VERIFY_FAILED', reason: 'tls-untrusted' },
    { says: 'Expecting value: line 1 column 1 (char 0)', reason: 'html-page' },
  ],
  Java: [
    { says: 'java.net.UnknownHostException', reason: 'dns-not-found' },
    { says: 'PKIX path building failed', reason: 'tls-untrusted' },
    { says: 'unable to find valid certification path to requested target', reason: 'tls-untrusted' },
  ],
  Go: [
    { says: 'no such host', reason: 'dns-not-found' },
    { says: 'x509: certificate signed by unknown authority', reason: 'tls-untrusted' },
    { says: 'x509: certificate is valid for …, not …', reason: 'tls-hostname-mismatch' },
    { says: "invalid character '<' looking for beginning of value", reason: 'html-page' },
  ],
  '.NET, PowerShell': [
    { says: 'The remote name could not be resolved', reason: 'dns-not-found' },
    { says: 'Could not establish trust relationship for the SSL/TLS secure channel', reason: 'tls-untrusted' },
  ],
}
