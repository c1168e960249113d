import type { Reply } from '../reply.ts'

/** Headers of a Jira Data Center node; no edge makes them up. */
export const jiraHeaders = {
  'X-AREQUESTID': '646x50734503x18',
  'X-ANODEID': 'node3',
  'Cache-Control': 'no-cache, no-store, no-transform',
  Vary: 'User-Agent',
}

/** Headers that Jira adds once it has recognised the user. */
const authenticatedHeaders = {
  ...jiraHeaders,
  'X-ASESSIONID': '9qavlr',
  'X-AUSERNAME': 'svc-ci',
  'X-Seraph-LoginReason': 'OK',
  'Set-Cookie': ['JSESSIONID=0A1B2C3D4E5F; Path=/; HttpOnly', 'atlassian.xsrf.token=B1C2-D3E4_lin; Path=/; Secure'],
  'X-RateLimit-Limit': '500',
  'X-RateLimit-Remaining': '499',
  'X-RateLimit-FillRate': '500',
  'X-RateLimit-Interval-Seconds': '60',
  'Retry-After': '0',
}

/** A 200 of Jira to the right token, with this body. The reason phrase is empty, as Tomcat leaves it. */
export const authenticated = (body: object): Reply => ({ status: 200, reason: '', headers: authenticatedHeaders, body })

/** The same answer to somebody else, or to nobody that a header names. */
export const answeredTo = (user: string | undefined, { headers = {}, ...reply }: Reply): Reply => {
  const { 'X-AUSERNAME': _, ...others } = headers
  return { ...reply, headers: user === undefined ? others : { ...others, 'X-AUSERNAME': user } }
}

/** `/rest/api/2/myself` of `svc-ci`; a change to undefined leaves the key out. */
export const identity = (changes: Record<string, unknown> = {}): Reply =>
  authenticated({
    self: 'https://jira.example.com/rest/api/2/user?username=svc-ci',
    key: 'JIRAUSER10000',
    name: 'svc-ci',
    emailAddress: 'svc-ci@example.com',
    avatarUrls: { '48x48': 'https://jira.example.com/secure/useravatar?avatarId=10122' },
    displayName: 'CI Service',
    active: true,
    deleted: false,
    timeZone: 'Europe/Berlin',
    locale: 'en_US',
    groups: { size: 2, items: [] },
    applicationRoles: { size: 1, items: [] },
    expand: 'groups,applicationRoles',
    ...changes,
  })

/** 401 of Data Center 8 to 10 to a Bearer that it does not accept, or to none: exactly 85 bytes. */
export const bearerRejected: Reply = {
  status: 401,
  reason: '',
  headers: { ...jiraHeaders, 'WWW-Authenticate': 'OAuth realm="https%3A%2F%2Fjira.example.com"' },
  body: { message: 'Client must be authenticated to access this resource.', 'status-code': 401 },
}

/** The other form of the same 401, reported of Data Center 10.3. */
export const bearerRejectedEnvelope: Reply = {
  status: 401,
  headers: jiraHeaders,
  body: {
    errorMessages: ['You are not authenticated. Authentication required to perform this operation.'],
    errors: {},
  },
}

const tomcatPage = (title: string, body: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${body}</p></body></html>`

export const basicRejected: Reply = {
  status: 401,
  headers: {
    ...jiraHeaders,
    'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED',
    'WWW-Authenticate': 'OAuth realm="https%3A%2F%2Fjira.example.com"',
    'Content-Type': 'text/html;charset=UTF-8',
  },
  body: tomcatPage('Unauthorized (401)', 'Basic Authentication Failure - Reason : AUTHENTICATED_FAILED'),
}

/** 200 with nothing in it, where only the header says that the login failed. */
export const failedLoginWithoutBody: Reply = {
  status: 200,
  headers: { ...jiraHeaders, 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED' },
}

export const captcha: Reply = {
  status: 403,
  headers: {
    ...jiraHeaders,
    'X-Authentication-Denied-Reason': 'CAPTCHA_CHALLENGE; login-url=https://jira.example.com/login.jsp',
    'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED',
    'Content-Type': 'text/html;charset=UTF-8',
  },
  body: tomcatPage('Forbidden (403)', 'Basic Authentication Failure - Reason : AUTHENTICATED_FAILED'),
}

/** The CAPTCHA without its own header: only Seraph tells. */
export const captchaBySeraph: Reply = {
  status: 403,
  headers: { ...jiraHeaders, 'X-Seraph-LoginReason': 'AUTHENTICATION_DENIED', 'Content-Type': 'text/html' },
  body: tomcatPage('Forbidden (403)', 'Encountered a problem.'),
}

export const basicAuthDisabled: Reply = {
  status: 403,
  headers: jiraHeaders,
  body: { message: 'Basic Authentication has been disabled on this instance.' },
}

/** A user without a licence on Data Center 10 and newer. */
export const unlicensed: Reply = {
  status: 403,
  headers: { ...jiraHeaders, 'X-Seraph-LoginReason': 'OK' },
  body: { errorMessages: ['You do not have permission to access this resource.'], errors: {} },
}

/** The rate limiter of Data Center answers with Tomcat's own page, after the login: the token is good. */
export const tomcatRateLimited = (retryAfterSeconds: number): Reply => ({
  status: 429,
  headers: {
    ...authenticatedHeaders,
    'X-RateLimit-Remaining': '0',
    'Retry-After': String(retryAfterSeconds),
    'Content-Type': 'text/html;charset=utf-8',
  },
  body: tomcatPage('HTTP Status 429 – Too Many Requests', 'Rate limit exceeded.'),
})

/** What Tomcat says outside Jira's context path. */
export const tomcatNotFound: Reply = {
  status: 404,
  headers: { 'Content-Type': 'text/html;charset=utf-8' },
  body: tomcatPage('HTTP Status 404 – Not Found', 'The requested resource is not available.'),
}

export const serverError: Reply = {
  status: 500,
  headers: jiraHeaders,
  body: { message: 'java.lang.NullPointerException', 'status-code': 500 },
}

/** 503 of Jira itself, while it starts, stops or is being maintained. */
export const jiraUnavailable: Reply = {
  status: 503,
  headers: { ...jiraHeaders, 'Content-Type': 'text/html;charset=UTF-8' },
  body: tomcatPage('JIRA Startup', 'JIRA is starting up. This may take several minutes.'),
}

const statusOf = { RUNNING: 200, STARTING: 200, STOPPING: 200, FIRST_RUN: 200, MAINTENANCE: 503, ERROR: 500 }

/** `/status`: open to everybody, and its HTTP status follows the state. */
export const status = (state: keyof typeof statusOf): Reply => ({ status: statusOf[state], body: { state } })

/**
 * `/rest/api/2/serverInfo`; Data Center calls itself "Server". The time stands there for those only who are logged in.
 *
 * @param to who asks: the build number and the rest are everybody's
 */
export const serverInfo = (version: string, to: 'user' | 'anonymous' = 'anonymous'): Reply => {
  const body = {
    baseUrl: 'https://jira.example.com',
    version,
    versionNumbers: numbersOf(version),
    deploymentType: 'Server',
    buildNumber: buildNumberOf(version),
    buildDate: '2025-05-07T00:00:00.000+0000',
    databaseBuildNumber: buildNumberOf(version),
    ...(to === 'user' && { serverTime: new Date().toISOString().replace('Z', '+0000') }),
    scmInfo: '5c1f2d7ab0e94f3c8d6a1b2e7f9040c3d5e6a7b8',
    serverTitle: 'Jira',
  }
  return to === 'user' ? authenticated(body) : { headers: jiraHeaders, body }
}

const numbersOf = (version: string): number[] => version.split('.').map(Number)

/** 8.20.30 is 820030, and 9.12.15 is 9120015: from 9 on a minor release has a digit more. */
const buildNumberOf = (version: string): number => {
  const [major = 0, minor = 0, patch = 0] = numbersOf(version)
  return major < 9 ? major * 100_000 + minor * 1000 + patch : major * 1_000_000 + minor * 10_000 + patch
}
