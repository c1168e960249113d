import { describe, expect, it } from 'vitest'
import { describeUnreached, isGatewayStatus } from '../../src/verdict/unreached.ts'
import type { Reply } from '../support/reply.ts'
import { answered } from './answered.ts'

const page = (title: string, text: string): string =>
  `<html><head><title>${title}</title></head><body>${text}</body></html>`

describe('a gateway says why it did not reach the server', () => {
  it.each<[string, Reply, RegExp]>([
    [
      'Apache cannot resolve it',
      { status: 500, body: page('500 Proxy Error', 'Reason: <strong>DNS lookup failure for: jira.internal</strong>') },
      /resolve/,
    ],
    [
      'Apache reads nothing',
      { status: 502, body: page('502 Proxy Error', 'Reason: Error reading from remote server') },
      /in time, or broke off/,
    ],
    [
      'Apache cannot connect',
      {
        status: 503,
        body: page(
          '503 Service Unavailable',
          'The server is temporarily unable to service your\nrequest due to maintenance downtime or capacity\nproblems. Please try again later.',
        ),
      },
      /cannot connect/,
    ],
    [
      'Apache names no reason',
      {
        status: 502,
        body: page('502 Proxy Error', 'The proxy server received an invalid response from an upstream server.'),
      },
      /no proper answer/,
    ],
    ['Traefik has no login service', { status: 500 }, /login service/],
    ['Traefik has no login service, in a blank line', { status: 500, body: '\n' }, /login service/],
    [
      'Varnish got nothing',
      { status: 503, body: page('503 Backend fetch failed', 'Error 503 Backend fetch failed') },
      /got no answer/,
    ],
    ['Traefik knows no server', { status: 503, body: 'no available server\n' }, /no healthy server/],
    [
      'Squid does not trust it',
      { status: 503, headers: { 'X-Squid-Error': 'ERR_SECURE_CONNECT_FAIL 71' } },
      /certificate/,
    ],
    ['Squid is refused', { status: 503, headers: { 'X-Squid-Error': 'ERR_CONNECT_FAIL 111' } }, /nothing listens/],
    ['Squid cannot connect', { status: 503, headers: { 'X-Squid-Error': 'ERR_CONNECT_FAIL 110' } }, /cannot connect/],
    ['Squid cannot resolve it', { status: 503, headers: { 'X-Squid-Error': 'ERR_DNS_FAIL 0' } }, /resolve/],
    [
      'mitmproxy does not trust it',
      { status: 502, body: 'Certificate verify failed: unable to get local issuer certificate' },
      /certificate/,
    ],
    [
      'HAProxy knows no server',
      { status: 503, body: page('503', 'No server is available to handle this request.') },
      /no healthy server/,
    ],
    [
      'HAProxy does not understand it',
      { status: 502, body: page('502', 'The server returned an invalid or incomplete response.') },
      /no proper answer/,
    ],
    ['HAProxy waited in vain', { status: 504, body: page('504', "The server didn't respond in time.") }, /in time/],
    [
      'Envoy was cut off',
      {
        status: 503,
        body: 'upstream connect error or disconnect/reset before headers. reset reason: connection termination',
      },
      /broke off/,
    ],
    [
      'Envoy cannot connect',
      {
        status: 503,
        body: 'upstream connect error or disconnect/reset before headers. reset reason: remote connection failure',
      },
      /cannot connect/,
    ],
    [
      'Envoy is refused',
      {
        status: 503,
        body: 'upstream connect error or disconnect/reset before headers. retried and the latest reset reason: remote connection failure, transport failure reason: delayed connect error: 111',
      },
      /nothing listens/,
    ],
    [
      'Envoy does not trust it',
      {
        status: 503,
        body: 'upstream connect error or disconnect/reset before headers. reset reason: connection failure, transport failure reason: TLS error: 268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED',
      },
      /certificate/,
    ],
    [
      'Envoy cannot connect, and says no more',
      {
        status: 503,
        body: 'upstream connect error or disconnect/reset before headers. reset reason: connection failure',
      },
      /cannot connect/,
    ],
    [
      'Apache cannot connect, in lines of other lengths',
      {
        status: 503,
        body: 'The server is temporarily unable to service your request due to maintenance downtime or capacity problems.',
      },
      /cannot connect/,
    ],
    [
      'Apache cannot connect, with other ends of lines',
      {
        status: 503,
        body: 'temporarily unable to service your\r\nrequest due to maintenance downtime or capacity\r\nproblems.',
      },
      /cannot connect/,
    ],
    ['a gateway waited in vain', { status: 504, body: '<h1>504 Gateway Timeout</h1>' }, /in time/],
    ['nginx waited in vain', { status: 504, body: '<h1>504 Gateway Time-out</h1>' }, /in time/],
    ['a proxy names no reason', { status: 502, body: '<title>Proxy Error</title>' }, /no proper answer/],
    [
      'a proxy names its status alone',
      { status: 502, body: '<title>\n  502  Proxy Error</title>' },
      /no proper answer/,
    ],
    [
      'Kong names no reason',
      { status: 502, body: 'An invalid response was received from the upstream server' },
      /no proper/,
    ],
    ['a gateway names no reason', { status: 502, body: 'invalid response from an upstream' }, /no proper answer/],
  ])('%s', (_, reply, words) => {
    expect(describeUnreached(answered(reply))).toMatch(words)
  })

  it.each<[string, Reply]>([
    ['an error of the server', { status: 500, body: page('Oops', 'an internal error') }],
    ['a 500 without words, of a server that names itself', { status: 500, headers: { Server: 'nginx' } }],
    ['a 503 without words', { status: 503 }],
    ['a 501 without words', { status: 501 }],
    ['words beyond the first 20,000 characters', { status: 500, body: `${' '.repeat(20_000)}no healthy upstream` }],
  ])('not in %s', (_, reply) => {
    expect(describeUnreached(answered(reply))).toBeUndefined()
  })
})

it.each([
  [520, 'what is behind it gave no proper answer'],
  [521, 'nothing listens behind it'],
  [522, 'it cannot connect to what is behind it in time'],
  [523, 'it has no route to what is behind it'],
  [524, 'what is behind it did not answer in time'],
  [525, 'its TLS handshake with what is behind it fails'],
  [526, 'it does not trust the certificate of what is behind it'],
  [527, 'its tunnel to what is behind it is interrupted'],
  [530, 'it cannot resolve the host name of what is behind it'],
])('Cloudflare means by %d that %s', (status, words) => {
  expect(describeUnreached(answered({ status, body: 'error' }))).toBe(words)
})

it('some statuses are those of gateways alone', () => {
  const statuses = Array.from({ length: 100 }, (_, index) => 500 + index).filter(isGatewayStatus)
  expect(statuses).toEqual([502, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530])
})
