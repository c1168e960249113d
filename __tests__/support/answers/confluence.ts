import type { Reply } from '../reply.ts'
import { type ListedToken, tokens } from './tokens.ts'

/** Confluence's answers to its own REST API, beside Jira's. */
const origin = 'https://confluence.example.com'

/** Headers of a Confluence node; no edge makes them up. */
const ownHeaders = {
  'X-Confluence-Request-Time': '1767261600000',
  'Cache-Control': 'no-cache, must-revalidate',
  Vary: 'User-Agent',
}

const authenticatedHeaders = {
  ...ownHeaders,
  'X-AUSERNAME': 'svc-ci',
  'X-Seraph-LoginReason': 'OK',
  'Set-Cookie': 'JSESSIONID=0A1B2C3D4E5F; Path=/; HttpOnly',
}

/** A 200 of Confluence to the right token, with this body. */
export const byConfluence = (body: object): Reply => ({ status: 200, headers: authenticatedHeaders, body })

const links = { base: origin, context: '' }
const picture = { path: '/images/icons/profilepics/default.svg', width: 48, height: 48, isDefault: true }

/** `/rest/api/user/current` of `svc-ci`; a change to undefined leaves the key out. */
export const confluenceIdentity = (changes: Record<string, unknown> = {}): Reply =>
  byConfluence({
    type: 'known',
    username: 'svc-ci',
    userKey: '2c9d8a7b6c5d4e3f2a1b0c9d8e7f6a5b',
    profilePicture: picture,
    displayName: 'CI Service',
    _links: { ...links, self: `${origin}/rest/experimental/user?key=2c9d8a7b6c5d4e3f2a1b0c9d8e7f6a5b` },
    _expandable: { status: '' },
    ...changes,
  })

/** The same to nobody, where anonymous access is on: what a token gets that is not accepted. */
export const confluenceAnonymous: Reply = {
  headers: ownHeaders,
  body: { type: 'anonymous', profilePicture: picture, displayName: 'Anonymous', _links: links },
}

/** 401 to a Bearer that is not accepted, or to none, where anonymous access is off: 85 bytes. */
export const confluenceRejected: Reply = {
  status: 401,
  headers: { ...ownHeaders, 'WWW-Authenticate': 'OAuth realm="https%3A%2F%2Fconfluence.example.com"' },
  body: { message: 'Client must be authenticated to access this resource.', 'status-code': 401 },
}

const confluenceError = (statusCode: number, reason: string, message: string): Reply => ({
  status: statusCode,
  headers: ownHeaders,
  body: { statusCode, data: { authorized: false, valid: true, errors: [], successful: false }, message, reason },
})

/** Without a licence, or the global permission to use Confluence. */
export const confluenceUnlicensed = confluenceError(
  403,
  'Forbidden',
  'com.atlassian.confluence.api.service.exceptions.PermissionException: Not permitted to use confluence',
)

/** Unlike in other products with 401. */
export const confluenceCaptcha: Reply = {
  status: 401,
  headers: {
    ...ownHeaders,
    'X-Authentication-Denied-Reason': `CAPTCHA_CHALLENGE; login-url=${origin}/login.action`,
    'X-Seraph-LoginReason': 'AUTHENTICATION_DENIED',
    'Content-Type': 'text/html;charset=UTF-8',
  },
  body: '<html><head><title>Unauthorized (401)</title></head><body>Encountered a problem.</body></html>',
}

export const confluenceBasicDisabled: Reply = {
  status: 403,
  headers: ownHeaders,
  body: { message: 'Basic Authentication has been disabled on this instance.' },
}

/** Of Confluence Cloud to a wrong token, and to an account that may not use it. */
export const confluenceCloudRefusal: Reply = {
  status: 403,
  headers: { Server: 'AtlassianEdge', 'Atl-TraceId': '8f2b3c4d5e6f708192a3b4c5d6e7f809' },
  body: { message: 'Current user not permitted to use Confluence', statusCode: 403 },
}

/** Of Confluence Cloud to the right one: an account id, neither user name nor key. */
export const confluenceCloudIdentity: Reply = {
  headers: { Server: 'AtlassianEdge', 'Atl-TraceId': '8f2b3c4d5e6f708192a3b4c5d6e7f809' },
  body: {
    type: 'known',
    accountId: '712020:00000000-0000-4000-8000-000000000001',
    accountType: 'atlassian',
    email: 'svc-ci@example.com',
    displayName: 'CI Service',
    _links: { base: 'https://example.atlassian.net/wiki', context: '/wiki' },
  },
}

/** `/rest/api/space/KEY`. */
export const space = (key: string): Reply =>
  byConfluence({
    id: 98_305,
    key,
    name: `Space ${key}`,
    type: key.startsWith('~') ? 'personal' : 'global',
    _links: { ...links, webui: `/display/${key}`, self: `${origin}/rest/api/space/${key}` },
  })

/** 404 of a space that does not exist, and of one that the user may not see. */
export const spaceNotFound = (key: string): Reply => confluenceError(404, 'Not Found', `No space with key : ${key}`)

/** `/rest/pat/latest/tokens`, which both have of the same plugin. */
export const confluenceTokens = (listed: ListedToken[]): Reply => ({ ...tokens(listed), headers: authenticatedHeaders })

/** A REST path that there is not. */
export const confluenceNotFound: Reply = {
  status: 404,
  headers: authenticatedHeaders,
  body: { message: 'HTTP 404 Not Found', 'status-code': 404, 'sub-code': 0 },
}

/** 503 while it starts or is being maintained. */
export const confluenceUnavailable: Reply = {
  status: 503,
  headers: { ...ownHeaders, 'Content-Type': 'text/html;charset=UTF-8' },
  body: '<html><head><title>Confluence</title></head><body>Confluence is not ready to serve you.</body></html>',
}

/** After the login: the token is good. */
export const confluenceRateLimited = (retryAfterSeconds: number): Reply => ({
  status: 429,
  headers: { ...authenticatedHeaders, 'Retry-After': String(retryAfterSeconds), 'Content-Type': 'text/html' },
  body: '<html><head><title>HTTP Status 429 – Too Many Requests</title></head><body>Rate limit exceeded.</body></html>',
})
