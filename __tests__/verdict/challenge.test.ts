import { describe, expect, it } from 'vitest'
import { describeChallenge } from '../../src/verdict/challenge.ts'
import type { Reply } from '../support/reply.ts'
import { answered } from './answered.ts'

const challenge = (header: string | string[], body: Reply['body'] = '') =>
  describeChallenge(answered({ status: 401, headers: { 'WWW-Authenticate': header }, body }))

describe('the login that something in front wants', () => {
  it.each([
    ['Basic realm="Restricted"', 'a user name and a password of its own (Basic), for “Restricted”'],
    ['Basic', 'a user name and a password of its own (Basic)'],
    ['Negotiate', 'a Kerberos login (Negotiate)'],
    ['Negotiate, NTLM', 'a Kerberos login (Negotiate), or a Windows login (NTLM)'],
    [
      'Bearer realm="https://jira.example.com/", error="invalid_token"',
      'a token of its own (Bearer), for “https://jira.example.com/”',
    ],
    ['Bearer error="invalid_token"', 'a token of its own (Bearer)'],
    ['Basic realm = "Restricted"', 'a user name and a password of its own (Basic), for “Restricted”'],
    ['Kerberos', 'a Kerberos login (Negotiate)'],
    ['DPoP algs="ES256"', 'a token of its own (Bearer)'],
    ['Key', 'a key of its own (Key)'],
    ['Api-Key', 'a key of its own (Key)'],
    ['ApiKey', 'a key of its own (Key)'],
    [
      'Basic realm="ask, Negotiate with us"',
      'a user name and a password of its own (Basic), for “ask, Negotiate with us”',
    ],
    ['Digest realm="x", nonce="a=b", qop="auth"', 'a user name and a password of its own (Digest), for “x”'],
  ])('%s: %s', (header, words) => {
    expect(challenge(header)).toBe(words)
  })

  it('is told by several headers of that name', () => {
    expect(challenge(['Negotiate', 'Basic realm="x"'])).toMatch(/Negotiate.*Basic.*“x”/)
  })

  it.each([
    'Jwt is not in the form of Header.Payload.Signature with two dots and 3 sections',
    'Jwt issuer is not configured',
    'Invalid IAP credentials: Unable to parse JWT',
    'Jwks remote fetch is failed',
    'no JWK fits',
    '{"error":"invalid_token"}',
    'Invalid token',
    'token is malformed: token contains an invalid number of segments',
    `${' '.repeat(1_988)}Jwt is wrong`,
  ])('is told by the words of a gateway that took our token for its own: %s', (body) => {
    expect(describeChallenge(answered({ status: 401, body }))).toBe('a token of its own (a JWT)')
  })

  it.each(['invalidXtoken', `${' '.repeat(2_000)}Jwt is wrong`])('is not told by %j', (body) => {
    expect(describeChallenge(answered({ status: 401, body }))).toBeUndefined()
  })

  it('is told by the answer of oauth2-proxy, which has no words', () => {
    expect(describeChallenge(answered({ status: 401, body: {} }))).toMatch(/^a single sign-on .*oauth2-proxy/)
    expect(describeChallenge(answered({ status: 401, body: '{}\n' }))).toMatch(/^a single sign-on .*oauth2-proxy/)
    expect(describeChallenge(answered({ status: 401, body: { message: 'no' } }))).toBeUndefined()
  })

  it.each([
    ...['', 'Something else', 'Newauth realm="x"'],
    ...['X-Negotiate', 'X-Kerberos', 'X-NTLM', 'X-Digest', 'X-Basic', 'X-Bearer', 'X-DPoP', 'X-Key', 'Api-X-Key'],
  ])('is not told by %j', (header) => {
    expect(challenge(header)).toBeUndefined()
  })
})
