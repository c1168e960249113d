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
    ['Cloudflare cannot connect', { status: 521 }, /nothing listens/],
    ['Cloudflare does not trust it', { status: 526 }, /certificate/],
    ['Cloudflare cannot resolve it', { status: 530 }, /resolve/],
  ])('%s', (_, reply, words) => {
    expect(describeUnreached(answered(reply))).toMatch(words)
  })

  it.each<[string, Reply]>([
    ['an error of the server', { status: 500, body: page('Oops', 'an internal error') }],
    ['a 500 without words, of a server that names itself', { status: 500, headers: { Server: 'nginx' } }],
    ['a 503 without words', { status: 503 }],
    ['a 501 without words', { status: 501 }],
  ])('not in %s', (_, reply) => {
    expect(describeUnreached(answered(reply))).toBeUndefined()
  })
})

it('some statuses are those of gateways alone', () => {
  const statuses = Array.from({ length: 100 }, (_, index) => 500 + index).filter(isGatewayStatus)
  expect(statuses).toEqual([502, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530])
})

describe('the statuses and sentences of gateways', () => {
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
  ])('%i: %s', (status, words) => {
    expect(describeUnreached(answered({ status }))).toBe(words)
  })

  const connect = 'it cannot connect to what is behind it'
  const improper = 'what is behind it gave no proper answer'

  it.each<[body: string, words: string | undefined]>([
    ['reset reason: connection failure', connect],
    ['reset reason: remote connection failure', connect],
    ['reset reason: local connection failure', connect],
    ['temporarily unable to service your  request due to maintenance downtime or capacity\n problems', connect],
    ['Gateway Timeout', 'what is behind it did not answer in time'],
    ['Gateway Time-out', 'what is behind it did not answer in time'],
    ['<title>Proxy Error</title>', improper],
    ['<title> \n Proxy Error</title>', improper],
    ['<title>502  Proxy Error</title>', improper],
    ['<title>My Proxy Error</title>', undefined],
    ['<title>50x Proxy Error</title>', undefined],
    ['invalid response from the upstream', improper],
    ['an invalid response was received from an upstream', improper],
    [`${' '.repeat(20_000)}Gateway Timeout`, undefined],
  ])('%j: %s', (body, words) => {
    expect(describeUnreached(answered({ status: 502, headers: { Server: 'x' }, body }))).toBe(words)
  })

  it('an empty 500 without a name is Traefik’s, blank or not', () => {
    expect(describeUnreached(answered({ status: 500, body: '\n' }))).toContain('Traefik')
    expect(describeUnreached(answered({ status: 500, headers: { Server: 'x' }, body: '' }))).toBeUndefined()
  })
})
