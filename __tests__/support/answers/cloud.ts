import type { Reply } from '../reply.ts'

const cloudHeaders = {
  Server: 'AtlassianEdge',
  'Atl-TraceId': '8f2b3c4d5e6f708192a3b4c5d6e7f809',
  'Strict-Transport-Security': 'max-age=63072000; preload',
}

/** `/rest/api/2/myself` of Jira Cloud: an `accountId`, neither `name` nor `key`, and perhaps no e-mail address. */
export const cloudIdentity: Reply = {
  headers: { ...cloudHeaders, 'X-AACCOUNTID': '712020%3A00000000-0000-4000-8000-000000000001' },
  body: {
    self: 'https://example.atlassian.net/rest/api/2/user?accountId=712020:00000000-0000-4000-8000-000000000001',
    accountId: '712020:00000000-0000-4000-8000-000000000001',
    accountType: 'atlassian',
    emailAddress: 'svc-ci@example.com',
    displayName: 'CI Service',
    active: true,
    timeZone: 'Europe/Berlin',
    locale: 'en_US',
  },
}

/** Jira Cloud takes every Bearer for a Connect session; mind the space after the colon. */
export const cloudBearerForbidden: Reply = {
  status: 403,
  headers: { ...cloudHeaders, 'Content-Type': 'application/json' },
  body: '{"error": "Failed to parse Connect Session Auth Token"}',
}

/** 401 of Jira Cloud: bare text. */
export const cloudRejected: Reply = {
  status: 401,
  headers: {
    ...cloudHeaders,
    'WWW-Authenticate': 'OAuth realm="https%3A%2F%2Fexample.atlassian.net"',
    'Content-Type': 'text/html;charset=UTF-8',
  },
  body: 'Client must be authenticated to access this resource.',
}

export const cloudRateLimited = (retryAfterSeconds: number): Reply => ({
  status: 429,
  headers: { ...cloudHeaders, 'Retry-After': String(retryAfterSeconds), 'RateLimit-Reason': 'jira-burst-based' },
  body: { errorMessages: ['Rate limit exceeded.'], errors: {} },
})
