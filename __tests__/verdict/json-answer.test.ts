import { describe, expect, it } from 'vitest'
import { allProducts } from '../../src/products/all-products.ts'
import { diagnoseAnswer } from '../../src/verdict/diagnose-answer.ts'
import { readJsonAnswer } from '../../src/verdict/json-answer.ts'
import * as answers from '../support/answers.ts'
import type { Reply } from '../support/reply.ts'
import { answered, question } from './answered.ts'

const body = { name: 'svc-ci', key: 'JIRAUSER10000', active: true, displayName: 'CI Service' }
const trace = { 'X-AREQUESTID': '612x8041x0', 'X-AUSERNAME': 'svc-ci', 'X-Seraph-LoginReason': 'OK' }
const whole: Reply = { headers: trace, body }
const read = (reply: Reply, bodyState: 'complete' | 'cut' | 'late' | 'too-large' = 'complete') =>
  readJsonAnswer(answered(reply, { bodyState }), question)

describe('an answer', () => {
  it('is read at once where it is what it should be', () => {
    expect(read(whole)).toEqual({
      kind: 'json',
      json: body,
      statusCode: 200,
      headers: answered(whole).headers,
      path: '/jira/rest/api/2/myself',
      operator: 'the operators of jira.example.com',
      product: 'Jira',
    })
    expect(read({ headers: trace, body: [] })).toMatchObject({ json: [] })
  })

  it.each<[string, Reply]>([
    ['has another status', { ...whole, status: 201 }],
    ['has no trace of Jira', { body }],
    ['is no JSON', { headers: trace, body: '<html>' }],
    ['is empty', { headers: trace }],
    ['says that the login failed', { headers: { ...trace, 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED' }, body }],
    ['says so in its body', { headers: trace, body: { ...body, reason: 'AUTHENTICATED_FAILED' } }],
    [
      'says that the login was denied',
      { headers: { ...trace, 'X-Seraph-LoginReason': 'AUTHENTICATION_DENIED' }, body },
    ],
    ['says that nobody is logged in', { headers: { ...trace, 'X-Seraph-LoginReason': 'OUT' }, body }],
    ['comes out of a cache', { headers: { ...trace, 'X-Cache': 'HIT' }, body }],
    ['is old', { headers: { ...trace, Age: '600' }, body }],
  ])('is left to the diagnosis where it %s', (_, reply) => {
    expect(read(reply)).toBeUndefined()
  })

  it.each(['cut', 'late', 'too-large'] as const)('is left to the diagnosis where its body is %s', (bodyState) => {
    expect(read(whole, bodyState)).toBeUndefined()
  })

  it('is left to the diagnosis where a product asks for a CAPTCHA in it', () => {
    const product = { ...question.product, asksForCaptcha: () => true }
    expect(readJsonAnswer(answered(whole), { ...question, product })).toBeUndefined()
  })
})

describe('what is read at once is what the diagnosis says', () => {
  const replies = Object.entries(answers).flatMap(([name, reply]): [string, Reply][] =>
    typeof reply === 'object' && !Array.isArray(reply) && ('body' in reply || 'headers' in reply)
      ? [[name, reply as Reply]]
      : [],
  )

  it.each(replies)('%s', (_, reply) => {
    for (const product of Object.values(allProducts)) {
      for (const status of [reply.status ?? 200, 200]) {
        const request = { ...question, product }
        const answer = answered({ ...reply, status })
        const atOnce = readJsonAnswer(answer, request)
        expect([undefined, diagnoseAnswer(answer, request, 0)]).toContainEqual(atOnce)
      }
    }
  })
})
