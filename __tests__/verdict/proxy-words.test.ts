import { describe, expect, it } from 'vitest'
import { describeLogins, describeProxyAnswer } from '../../src/verdict/proxy-words.ts'
import { proxyAnswer } from '../support/proxy-answer.ts'

describe('what a proxy says besides its status', () => {
  it.each([
    ['Forbidden', '', 'Forbidden'],
    [
      'Service Unavailable',
      'ERR_DNS_FAIL 0',
      'Service Unavailable, ERR_DNS_FAIL: it cannot resolve the name of that host',
    ],
    [
      'Service Unavailable',
      'ERR_CONNECT_FAIL 111',
      'Service Unavailable, ERR_CONNECT_FAIL: it cannot connect to that host',
    ],
    ['Forbidden', 'ERR_ACCESS_DENIED 0', 'Forbidden, ERR_ACCESS_DENIED: its rules forbid it'],
    ['', 'ERR_CANNOT_FORWARD', 'ERR_CANNOT_FORWARD: it knows no way there'],
    [
      '',
      'ERR_SECURE_CONNECT_FAIL 0',
      'ERR_SECURE_CONNECT_FAIL: it opens TLS itself, and its own handshake with that host fails',
    ],
    ['Bad Gateway', 'ERR_SOMETHING_NEW 5', 'Bad Gateway, ERR_SOMETHING_NEW'],
    ['', 'constructor', 'constructor'],
    ['', '', undefined],
  ])('%j and %j: %s', (reasonPhrase, squidError, words) => {
    expect(describeProxyAnswer(proxyAnswer(503, { reasonPhrase, squidError }))).toBe(words)
  })
})

describe('the logins that a proxy takes', () => {
  it.each([
    [['NTLM'], 'NTLM'],
    [['Negotiate', 'NTLM'], 'Negotiate and NTLM'],
    [['Digest'], 'Digest'],
  ])('are told where user name and password are none: %j', (loginSchemes, words) => {
    expect(describeLogins(proxyAnswer(407, { loginSchemes }))).toBe(words)
  })

  it.each([[[]], [['Basic']], [['Negotiate', 'NTLM', 'BASIC']]])('are not told else: %j', (loginSchemes) => {
    expect(describeLogins(proxyAnswer(407, { loginSchemes }))).toBeUndefined()
  })
})
