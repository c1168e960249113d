import type { OutgoingHttpHeaders } from 'node:http'
import type { Reply } from '../reply.ts'

const origin = 'https://bitbucket.example.com'

/** Headers of a Bitbucket node; no edge makes them up. */
const ownHeaders = {
  'X-AREQUESTID': '@1KX2ZABx612x8041x0',
  'X-ASESSIONID': '1q2w3e4',
  'Cache-Control': 'private, no-cache',
  Vary: 'accept-encoding,x-auserid,cookie,x-ausername,accept-encoding',
}

const authenticatedHeaders = { ...ownHeaders, 'X-AUSERID': '101', 'X-AUSERNAME': 'svc-ci' }

/** A 200 of Bitbucket to the right token, with this body. */
export const byBitbucket = (body: object, headers: OutgoingHttpHeaders = authenticatedHeaders): Reply => ({
  status: 200,
  headers,
  body,
})

const propertiesBody = {
  version: '9.4.16',
  buildNumber: '9004016',
  buildDate: '1764547200000',
  displayName: 'Bitbucket',
}

/** `/rest/api/latest/application-properties`, open to everybody: the headers name the user whom it has recognised. */
export const properties = byBitbucket(propertiesBody)
export const propertiesForNobody = byBitbucket(propertiesBody, ownHeaders)

/** A user of the list; a change to undefined leaves the key out. */
export const bitbucketUser = (changes: Record<string, unknown> = {}) => ({
  name: 'svc-ci',
  emailAddress: 'svc-ci@example.com',
  active: true,
  displayName: 'CI Service',
  id: 101,
  slug: 'svc-ci',
  type: 'NORMAL',
  links: { self: [{ href: `${origin}/users/svc-ci` }] },
  ...changes,
})

/** A page of a list. */
export const page = (values: readonly object[], more: object = {}): Reply =>
  byBitbucket({ size: values.length, limit: 100, isLastPage: true, values, start: 0, ...more })

const bitbucketError = (status: number, exceptionName: string | null, message: string): Reply => ({
  status,
  headers: ownHeaders,
  body: { errors: [{ context: null, message, exceptionName }] },
})

/** What whoever is not logged in gets, and whoever may not do that. */
export const notPermitted = bitbucketError(
  401,
  'com.atlassian.bitbucket.AuthorisationException',
  'You are not permitted to access this resource',
)

/** What a token might get that is not accepted. */
export const bitbucketRejected = bitbucketError(
  401,
  'com.atlassian.bitbucket.auth.IncorrectPasswordAuthenticationException',
  'Authentication failed. Please check your credentials and try again.',
)

export const bitbucketCaptcha = bitbucketError(
  403,
  'com.atlassian.bitbucket.auth.CaptchaRequiredAuthenticationException',
  'CAPTCHA required. Your account has been marked as requiring a CAPTCHA challenge.',
)

export const bitbucketUnlicensed = bitbucketError(
  403,
  'com.atlassian.bitbucket.AuthorisationException',
  'You are not permitted to use Bitbucket',
)

export const bitbucketNotFound = (kind: 'Project' | 'Repository', name: string): Reply =>
  bitbucketError(
    404,
    `com.atlassian.bitbucket.${kind.toLowerCase()}.NoSuch${kind}Exception`,
    `${kind} ${name} does not exist.`,
  )

/** A REST path that there is not. */
export const bitbucketPathNotFound: Reply = {
  status: 404,
  headers: authenticatedHeaders,
  body: {
    errors: [{ context: null, message: 'HTTP 404 Not Found', exceptionName: 'com.sun.jersey.api.NotFoundException' }],
  },
}

/** A project; its name is not its key. */
export const bitbucketProject = (key: string) => ({
  key,
  id: Number.parseInt(key, 36) || 7,
  name: `Project ${key}`,
  public: false,
  type: key.startsWith('~') ? 'PERSONAL' : 'NORMAL',
  links: { self: [{ href: `${origin}/projects/${key}` }] },
})

/** A repository; its name is not its slug. */
export const bitbucketRepository = (key: string, slug: string) => ({
  slug,
  id: 12,
  name: `The ${slug} repository`,
  state: 'AVAILABLE',
  project: bitbucketProject(key),
  public: false,
})

const dayMs = 24 * 60 * 60 * 1000
const hourMs = 60 * 60 * 1000

export interface BitbucketToken {
  /** Twelve digits: those in the token. */
  id: string
  name: string
  /** Whole days until it expires, and an hour. */
  daysLeft?: number
  createdDaysAgo?: number
  /** Whatever else stands there. */
  more?: object
}

/** A token of the list. */
export const bitbucketToken = ({ id, name, daysLeft, createdDaysAgo = 10, more }: BitbucketToken) => ({
  id,
  name,
  createdDate: Date.now() - createdDaysAgo * dayMs,
  lastAuthenticated: Date.now() - 60_000,
  permissions: ['PROJECT_READ', 'REPO_WRITE'],
  user: bitbucketUser(),
  ...(daysLeft !== undefined && { expiryDate: Date.now() + daysLeft * dayMs + hourMs }),
  ...more,
})

/** 503 while it starts or is being maintained. */
export const bitbucketUnavailable: Reply = {
  status: 503,
  headers: ownHeaders,
  body: { errors: [{ context: null, message: 'Bitbucket is currently unavailable.', exceptionName: null }] },
}

/** `/status`: with 200 too in states in which nobody can use it. */
export const bitbucketStatus = (state: 'RUNNING' | 'STARTING' | 'MAINTENANCE' | 'FIRST_RUN'): Reply => ({
  status: state === 'STARTING' ? 503 : 200,
  body: { state },
})

export const bitbucketRateLimited = (retryAfterSeconds: number): Reply => ({
  status: 429,
  headers: { ...authenticatedHeaders, 'Retry-After': String(retryAfterSeconds) },
  body: { errors: [{ context: null, message: 'You have been rate limited.', exceptionName: null }] },
})
