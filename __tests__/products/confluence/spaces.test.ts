import { describe, expect, it } from 'vitest'
import { confluence } from '../../../src/products/confluence/confluence.ts'
import { diagnoseAnswer } from '../../../src/verdict/diagnose-answer.ts'
import { noAnswer } from '../../asking/asking.ts'
import { byConfluence, confluenceRejected, space, spaceNotFound, tomcatNotFound } from '../../support/answers.ts'
import type { Reply } from '../../support/reply.ts'
import { answered, question as request } from '../../verdict/answered.ts'

const inputs = { projects: [], repositories: [], permissions: [], spaces: ['OPS', '~jdoe'] }
const [question, ofPerson] = confluence.askAccess(inputs)

function read(reply: Reply) {
  if (question === undefined) throw new Error('there is no question')
  const answer = answered(reply)
  return question.read(diagnoseAnswer(answer, { ...request, product: confluence, path: question.path }, 0), answer)
}

/** A 404 with a body of Confluence's kind. */
const notFound = (message: unknown, headers: Record<string, string> = {}): Reply => ({
  status: 404,
  headers,
  body: { statusCode: 404, data: {}, message, reason: 'Not Found' },
})
const trace = { 'X-Confluence-Request-Time': '1767261600000' }

describe('a space', () => {
  it('is one question, and leads to no other', () => {
    expect([question, ofPerson]).toMatchObject([
      { path: '/rest/api/space/OPS', what: 'the space OPS', stage: 'permissions' },
      { path: '/rest/api/space/~jdoe', what: 'the space ~jdoe' },
    ])
    expect(confluence.askFurtherAccess(inputs, [])).toEqual([])
  })

  it('is seen where it comes back by its key, in whatever letters', () => {
    const seen = {
      gate: 'spaces',
      place: 'OPS',
      permissions: { holdings: new Map(), global: new Set(), known: [], isAdministrator: false },
      statusCode: 200,
    }
    expect([read(space('OPS')), read(space('ops'))]).toEqual([seen, seen])
  })

  it.each<[string, Reply]>([
    ['another space', space('OPS2')],
    ['no space', byConfluence({ type: 'known' })],
    ['a list', byConfluence([{ key: 'OPS' }])],
  ])('is not proven by %s', (_, reply) => {
    expect(read(reply)).toMatchObject({ reason: 'invalid-json' })
  })

  it.each<[string, Reply]>([
    ['Confluence says', spaceNotFound('OPS')],
    ['a message says, by a header of Confluence', notFound('nichts da', trace)],
    ['a message says, by the key of the space', notFound('No space with key : OPS')],
  ])('is hidden or missing where %s', (_, reply) => {
    expect(read(reply)).toEqual({ gate: 'spaces', place: 'OPS', permissions: undefined, statusCode: 404 })
  })

  it.each<[string, string, Reply]>([
    ['not-found', 'a message of somebody else', notFound('no such route')],
    ['not-found', 'no message', notFound('', trace)],
    ['not-found', 'a message that is no text', notFound(7, trace)],
    ['not-found', 'a page', tomcatNotFound],
    ['not-found', 'a list', { status: 404, headers: trace, body: [] }],
    ['token-rejected', 'another refusal', confluenceRejected],
    ['access-denied', 'a 403 with that message', { ...notFound('No space with key : OPS', trace), status: 403 }],
  ])('%s: is not hidden by %s', (reason, _, reply) => {
    expect(read(reply)).toMatchObject({ reason })
  })

  it('is not hidden by no answer', () => {
    const failed = { kind: 'finding', reason: 'not-found', facts: {}, common: {} } as never
    expect(question?.read(failed, noAnswer('ECONNRESET'))).toBe(failed)
  })
})
