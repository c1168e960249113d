import { describe, expect, it } from 'vitest'
import { tokenMaking } from '../../../src/products/jira/new-token.ts'
import type { Outcome } from '../../../src/wire/answer.ts'

const answer = (statusCode: number, body: unknown = '', bodyState: 'complete' | 'cut' = 'complete'): Outcome => ({
  kind: 'answer',
  statusCode,
  headers: new Map(),
  body: typeof body === 'string' ? body : JSON.stringify(body),
  bodyState,
  durationMs: 1,
})

const noAnswer = (phase: 'connect' | 'proxy' | 'tls' | 'answer'): Outcome => ({
  kind: 'no-answer',
  code: 'ECONNRESET',
  message: '',
  phase,
  durationMs: 1,
})

const rawToken = 'MDk4NzY1NDMyMTA5OgaBcDeFgHiJkLmNoPqRsTuVwXyZ'
const made = { id: 58, name: 'x', rawToken }
const exception = (name: string) => ({ exception: `com.atlassian.pats.exception.${name}`, error: 'Zu viele' })

describe('the request for a new token', () => {
  it('names it and says how long it lives', () => {
    expect(tokenMaking.creation('x', 90)).toMatchObject({
      method: 'POST',
      path: '/rest/pat/latest/tokens',
      body: { name: 'x', expirationDuration: 90 },
      headers: { 'x-atlassian-token': 'no-check' },
    })
  })

  it('says nothing of the life of one that never expires', () => {
    expect(tokenMaking.creation('x', 'never').body).toEqual({ name: 'x' })
  })

  const doubt = { kind: 'in-doubt' }
  const refused = (why: string, statusCode: number) => ({ kind: 'refused', why, statusCode })

  it.each<[what: string, outcome: Outcome, expected: object]>([
    ['made', answer(201, made), { kind: 'made', value: rawToken, id: 58 }],
    ['made, with 200', answer(200, made), { kind: 'made', value: rawToken, id: 58 }],
    ['made, without an id', answer(201, { rawToken }), { kind: 'made', value: rawToken }],
    ['made, with an id that is none', answer(201, { ...made, id: '58' }), { kind: 'made', value: rawToken }],
    ['no value', answer(201, { id: 58, name: 'x' }), doubt],
    ['a value that cannot be one', answer(201, { ...made, rawToken: 'with a blank' }), doubt],
    ['the token that asked, again', answer(201, { ...made, rawToken: 'the-present-one' }), doubt],
    ['cut', answer(201, made, 'cut'), doubt],
    ['no JSON', answer(200, '<html>Log in</html>'), doubt],
    ['202', answer(202, made), doubt],
    ['a value with more around it', answer(201, { ...made, rawToken: `${rawToken}\n${rawToken}` }), doubt],
    ['a value with words before it', answer(201, { ...made, rawToken: `a token: ${rawToken}` }), doubt],
    ['499', answer(499), doubt],
    ['500', answer(500), doubt],
    ['408', answer(408), doubt],
    ['429', answer(429), doubt],
    ['303', answer(303), doubt],
    ['no answer', noAnswer('answer'), doubt],
    ['no connection', noAnswer('connect'), { kind: 'not-sent' }],
    ['no tunnel', noAnswer('proxy'), { kind: 'not-sent' }],
    ['no TLS', noAnswer('tls'), { kind: 'not-sent' }],
    ['to a login', answer(302), refused('not-allowed', 302)],
    ['401', answer(401), refused('not-allowed', 401)],
    ['403', answer(403, exception('SomethingElse')), refused('not-allowed', 403)],
    ['404', answer(404), refused('not-allowed', 404)],
    ['400', answer(400, exception('InvalidExpirationDuration')), refused('life', 400)],
    ['too many', answer(403, exception('UserTokenLimitExceededException')), refused('limit', 403)],
    [
      'too many, by the class alone',
      answer(403, { exception: 'UserTokenLimitExceededException' }),
      refused('limit', 403),
    ],
    ['no limit', answer(403, exception('UserTokenLimitExceededExceptionMapper')), refused('not-allowed', 403)],
    [
      'too many, in an inner class',
      answer(403, exception('Errors$UserTokenLimitExceededException')),
      refused('limit', 403),
    ],
    [
      'too many, by another status',
      answer(409, exception('UserTokenLimitExceededException')),
      refused('not-allowed', 409),
    ],
  ])('%s', (_, outcome, expected) => {
    expect(tokenMaking.readCreation(outcome, 'the-present-one')).toEqual(expected)
  })
})

describe('the request to revoke a token', () => {
  it('names it by its id', () => {
    expect(tokenMaking.revocation(58)).toMatchObject({
      method: 'DELETE',
      path: '/rest/pat/latest/tokens/58',
      headers: { 'x-atlassian-token': 'no-check' },
    })
  })

  it.each<[Outcome, boolean]>([
    [answer(204), true],
    [answer(200), false],
    [answer(401), false],
    [answer(404), false],
    [noAnswer('answer'), false],
  ])('%j', (outcome, expected) => {
    expect(tokenMaking.isRevoked(outcome)).toBe(expected)
  })
})
