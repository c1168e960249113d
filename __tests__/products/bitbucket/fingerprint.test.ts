import { describe, expect, it } from 'vitest'
import {
  asksForCaptcha,
  errorsIn,
  hasTraceOfBitbucket,
  isNotAuthorised,
} from '../../../src/products/bitbucket/fingerprint.ts'
import { bitbucketMark } from '../../../src/products/bitbucket/mark.ts'
import { bitbucketCaptcha, bitbucketRejected, notPermitted, propertiesForNobody } from '../../support/answers.ts'
import type { Reply } from '../../support/reply.ts'
import { answered } from '../../verdict/answered.ts'

const error = (exceptionName: unknown, message = 'no'): object => ({ context: null, message, exceptionName })

describe('an answer', () => {
  it.each<[string, Reply]>([
    ['a request id that begins with @', { headers: { 'X-AREQUESTID': '@1KX2ZABx612x8041x0' } }],
    ['the number of a user', { headers: { 'X-AUSERID': '101' } }],
    ['what it varies by', { headers: { Vary: 'accept-encoding,X-AUSERID,cookie' } }],
    ['an exception of its own', { body: `{"errors":[{"exceptionName" : "com.atlassian.bitbucket.X"}]}` }],
    ['one of its older name', { body: `{"errors":[{"exceptionName":"com.atlassian.stash.X"}]}` }],
    ['one of its answers', propertiesForNobody],
  ])('is of Bitbucket and of nothing else by %s', (_, reply) => {
    expect(bitbucketMark.isMarked(answered(reply))).toBe(true)
    expect(hasTraceOfBitbucket(answered(reply))).toBe(true)
  })

  it.each<[string, Reply]>([
    ['the name of a user, which other products send too', { headers: { 'X-AUSERNAME': 'svc-ci' } }],
    ['an error without a package', { body: { errors: [error(null)] } }],
    ['an error of what it is built from', { body: { errors: [error('com.sun.jersey.api.NotFoundException')] } }],
  ])('bears a trace of Bitbucket by %s', (_, reply) => {
    expect(hasTraceOfBitbucket(answered(reply))).toBe(true)
    expect(bitbucketMark.isMarked(answered(reply))).toBe(false)
  })

  it.each<[string, Reply]>([
    ['a request id of Jira', { headers: { 'X-AREQUESTID': '612x8041x0' } }],
    ['what begins like that header', { headers: { Vary: 'x-auseridentity' } }],
    ['an error of Jira', { body: { errorMessages: ['no'], errors: {} } }],
    ['errors that are no list', { body: { errors: error('X') } }],
    ['a list of errors', { body: [error('X')] }],
    ['an error without a message', { body: { errors: [{ exceptionName: 'X' }] } }],
    ['an error without an exception', { body: { errors: [{ message: 'exceptionName: "exceptionName"' }] } }],
    ['errors that are none', { body: { errors: ['exceptionName', null, '"exceptionName"'] } }],
    ['nothing', {}],
  ])('bears no trace of Bitbucket by %s', (_, reply) => {
    expect(hasTraceOfBitbucket(answered(reply))).toBe(false)
    expect(bitbucketMark.isMarked(answered(reply))).toBe(false)
  })
})

describe('the errors in a body', () => {
  it('have exceptions without their packages', () => {
    const body = JSON.stringify({
      errors: [error('com.atlassian.bitbucket.AuthorisationException', 'A'), error(null, 'B')],
    })
    expect(errorsIn(body)).toEqual([
      { message: 'A', exception: 'AuthorisationException' },
      { message: 'B', exception: '' },
    ])
  })

  it('say that a user may not do that, where one of them does', () => {
    const both = {
      body: JSON.stringify({ errors: [error('X'), error('com.atlassian.bitbucket.AuthorisationException')] }),
    }
    expect([both, answered(notPermitted), answered(bitbucketRejected)].map(isNotAuthorised)).toEqual([
      true,
      true,
      false,
    ])
  })

  it('ask for a CAPTCHA, but not where all is well', () => {
    expect(asksForCaptcha(answered(bitbucketCaptcha))).toBe(true)
    expect(asksForCaptcha(answered({ ...bitbucketCaptcha, status: 400 }))).toBe(true)
    expect(asksForCaptcha(answered({ ...bitbucketCaptcha, status: 200 }))).toBe(false)
    expect(asksForCaptcha(answered(notPermitted))).toBe(false)
  })
})

it('is told by where it stands beside others, too', () => {
  expect(bitbucketMark).toMatchObject({
    product: 'Bitbucket',
    urlInput: 'bitbucket-url',
    contextPaths: ['/bitbucket', '/stash'],
  })
})
