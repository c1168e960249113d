import fc from 'fast-check'
import type { ForwardProxy } from '../../src/inputs/proxy.ts'
import type { Route } from '../../src/verdict/diagnose-no-answer.ts'
import type { Answer, NoAnswer } from '../../src/wire/answer.ts'
import { parseRetryAfter } from '../../src/wire/retry-after.ts'
import { captcha, identity, loginPage, tomcatRateLimited } from '../support/answers.ts'
import { answered } from '../verdict/answered.ts'
import { hostileText } from './hostile-text.ts'

const headers = fc.dictionary(
  fc.constantFrom(
    ...['x-arequestid', 'x-ausername', 'x-seraph-loginreason', 'x-authentication-denied-reason', 'www-authenticate'],
    ...[
      'content-type',
      'location',
      'retry-after',
      'x-ratelimit-reset',
      'server',
      'set-cookie',
      'cf-ray',
      'x-squid-error',
    ],
  ),
  fc.oneof(
    hostileText,
    fc.constantFrom(
      ...[
        'AUTHENTICATED_FAILED',
        'AUTHENTICATION_DENIED',
        'OK',
        'OUT, OK',
        'CAPTCHA_CHALLENGE; login-url=https://a.b/c',
      ],
      ...['anonymous', 'svc-ci', 'OAuth realm="https%3A%2F%2Fjira.example.com"', 'text/html', 'application/json'],
      ...[
        '/login.jsp',
        'https://sso.example.com/?SAMLRequest=1',
        'https://jira.example.org/rest/api/2/myself',
        '//',
        '%',
      ],
      ...['5', '999999999999', 'Sun, 22 Nov 2026 12:00:30 GMT', '2026-11-22T12:00:09Z', 'nginx', 'cloudflare', 'squid'],
    ),
  ),
)

const someBody = answered(identity()).body
const body = fc.oneof(
  hostileText,
  fc.json(),
  fc.constantFrom(
    ...['', ' ', 'null', '{}', '[]', '"text"', someBody, someBody.slice(0, 40), answered(loginPage).body],
    ...[
      answered(captcha).body,
      answered(tomcatRateLimited(1)).body,
      '<html><title>Hi</title></html>',
      '<?xml version="1.0"?>',
    ],
    ...['Basic Authentication has been disabled', 'Failed to parse Connect Session Auth Token', 'AUTHENTICATED_FAILED'],
    ...['{"errorMessages":["No"],"errors":{}}', 'No required SSL certificate was sent'],
  ),
)

/** What the wire makes of a header, as a property of its own. */
function retryAfterOf(headers: Record<string, unknown>): Pick<Answer, 'retryAfter'> {
  const value = headers['retry-after']
  const retryAfter = typeof value === 'string' ? parseRetryAfter(value) : undefined
  return retryAfter === undefined ? {} : { retryAfter }
}

/** Any answer that a server could give: every status, every mix of headers, whole or not. */
export const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    statusCode: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(200, 201, 204, 301, 302, 400, 401, 403, 404, 407, 429, 500, 502, 503, 504),
      },
      { weight: 1, arbitrary: fc.nat({ max: 999 }) },
    ),
    headers,
    body,
    bodyState: fc.constantFrom('complete', 'complete', 'cut', 'late', 'too-large', 'malformed'),
    durationMs: fc.nat({ max: 600_000 }),
  })
  .map(({ headers: given, ...answer }) => ({
    kind: 'answer',
    ...answer,
    bodyState: answer.bodyState as Answer['bodyState'],
    headers: new Map(Object.entries(given)),
    ...retryAfterOf(given),
  }))

const code = fc.oneof(
  fc.constantFrom(
    ...[
      'ENOTFOUND',
      'EAI_AGAIN',
      'ECONNREFUSED',
      'ECONNRESET',
      'EPIPE',
      'ETIMEDOUT',
      'TIMEOUT',
      'EHOSTUNREACH',
      'EPROTO',
    ],
    ...[
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'CERT_HAS_EXPIRED',
    ],
    ...['ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'HPE_INVALID_CONSTANT'],
    ...['HPE_HEADER_OVERFLOW', 'CERT_NOT_YET_VALID', 'ERR_INVALID_CHAR', ''],
  ),
  fc.stringMatching(/^E[A-Z]{2,12}$/),
  hostileText,
)

const certificate = fc.record({
  subject: hostileText,
  issuer: hostileText,
  hosts: fc.array(hostileText, { maxLength: 12 }),
  validFrom: hostileText,
  validTo: hostileText,
})

/** Whatever a network, TLS or a proxy could say in place of an answer. */
export const anyFault: fc.Arbitrary<NoAnswer> = fc
  .record(
    {
      code,
      message: hostileText,
      phase: fc.constantFrom('lookup', 'connect', 'proxy', 'tls', 'answer'),
      durationMs: fc.nat({ max: 600_000 }),
      certificate,
      proxyAnswer: fc.record({
        statusCode: fc.nat({ max: 599 }),
        reasonPhrase: hostileText,
        squidError: hostileText,
        loginSchemes: fc.array(hostileText, { maxLength: 3 }),
        port: fc.constantFrom(443, 8443),
      }),
    },
    { requiredKeys: ['code', 'message', 'phase', 'durationMs'] },
  )
  .map((failure) => ({ kind: 'no-answer', ...failure }))

const proxy: ForwardProxy = { variable: 'HTTPS_PROXY', protocol: 'http:', hostname: 'proxy.example.com', port: 3128 }

/** Only through a proxy can something be said of one. */
export const anyRoute = (failure: NoAnswer): fc.Arbitrary<Route> =>
  fc.record({
    product: fc.constant('Jira'),
    proxy:
      failure.phase === 'proxy' || failure.proxyAnswer !== undefined
        ? fc.constant(proxy)
        : fc.constantFrom(proxy, undefined),
    clientCertificate: fc.constantFrom('none', 'untried', 'accepted'),
  })
