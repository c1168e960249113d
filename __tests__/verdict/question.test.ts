import { describe, expect, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import { askedBy, type JsonAnswer, type Question } from '../../src/verdict/question.ts'
import { answered } from './answered.ts'
import { identityOf } from './asked-for.ts'

const question: Question<{ tokens: unknown }> = {
  path: '/rest/pat/latest/tokens',
  what: 'the expiry',
  stage: 'expiry',
  read: (diagnosis) => (diagnosis.kind === 'finding' ? diagnosis : { tokens: diagnosis.json }),
}

const jsonFor = (user: string): JsonAnswer => ({
  kind: 'json',
  json: [],
  statusCode: 200,
  headers: new Map([['x-ausername', user]]),
  path: '/jira/rest/pat/latest/tokens',
  operator: 'the operators of jira.example.com',
  product: 'Jira',
})

describe('a question that a proven user asks', () => {
  const asked = askedBy(identityOf(), question)

  it('is the same question', () => {
    const { read, ...same } = asked
    expect(same).toEqual({ path: question.path, what: question.what, stage: question.stage })
    expect(read(jsonFor('svc-ci'), answered())).toEqual({ tokens: [] })
  })

  it('is not answered by what was said to somebody else', () => {
    expect(asked.read(jsonFor('jdoe'), answered())).toMatchObject({ reason: 'no-identity', statusCode: 200 })
    expect(asked.read(jsonFor('anonymous'), answered())).toMatchObject({ reason: 'no-identity' })
  })

  it.each([
    ['somebody else', { 'X-AUSERNAME': 'jdoe' }],
    ['nobody', { 'X-AUSERNAME': 'anonymous' }],
    ['whoever is logged out', { 'X-Seraph-LoginReason': 'OUT' }],
    ['whoever asked before, out of a cache', { 'X-Cache': 'HIT', Age: '900' }],
  ])('is not refused by what was said to %s', (_, headers) => {
    const hidden = { ...question, read: () => ({ tokens: 'hidden' }) }
    const failed = finding(
      'not-found',
      { edge: undefined, pageTitle: undefined, noRoute: undefined, frontUrl: undefined },
      404,
    )
    expect(askedBy(identityOf(), hidden).read(failed, answered({ status: 404, headers }))).toBe(failed)
    expect(askedBy(identityOf(), hidden).read(failed, answered({ status: 404 }))).toEqual({ tokens: 'hidden' })
  })

  it('fails as ever', () => {
    const failed = finding('server-error', {} as never, 500)
    expect(asked.read(failed, answered())).toBe(failed)
  })
})
