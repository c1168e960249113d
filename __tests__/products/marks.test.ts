import { describe, expect, it } from 'vitest'
import { allProducts } from '../../src/products/all-products.ts'
import { jiraMark } from '../../src/products/jira/mark.ts'
import type { Reply } from '../support/reply.ts'
import { answered } from '../verdict/answered.ts'

it('are three, each by its own name', () => {
  expect(Object.entries(allProducts).map(([name, product]) => [name, product.name])).toEqual([
    ['jira', 'jira'],
    ['confluence', 'confluence'],
    ['bitbucket', 'bitbucket'],
  ])
})

describe('an answer of Jira', () => {
  it.each<[string, Reply]>([
    ['a request id', { headers: { 'X-AREQUESTID': '612x8041x10' } }],
    ['a request id with more behind it', { headers: { 'X-AREQUESTID': '12x34x56-abc' } }],
    ['its envelope of errors', { body: '{"errorMessages":["no"],"errors":{}}' }],
    ['its envelope, with white space', { body: ' \n { \n "errorMessages" : []}' }],
  ])('is told by %s', (_, reply) => {
    expect(jiraMark.isMarked(answered(reply))).toBe(true)
  })

  it.each<[string, Reply]>([
    ['a request id of Bitbucket', { headers: { 'X-AREQUESTID': '@1KX2ZABx612x8041x0' } }],
    ['a request id of another kind', { headers: { 'X-AREQUESTID': '12xabx56' } }],
    ['such an envelope within another', { body: '{"answer":{"errorMessages":[]}}' }],
    ['nothing', {}],
  ])('is not told by %s', (_, reply) => {
    expect(jiraMark.isMarked(answered(reply))).toBe(false)
  })

  it('may stand below /jira', () => {
    expect(jiraMark.contextPaths).toEqual(['/jira'])
  })
})
