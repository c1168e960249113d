import { describe, expect, it } from 'vitest'
import { isFinding } from '../../../src/catalogue/finding.ts'
import { bitbucket } from '../../../src/products/bitbucket/bitbucket.ts'
import { diagnoseAnswer } from '../../../src/verdict/diagnose-answer.ts'
import {
  bitbucketNotFound,
  bitbucketRejected,
  bitbucketUnavailable,
  bitbucketUnlicensed,
  bitbucketUser,
  byBitbucket,
  notPermitted,
  page,
  properties,
  propertiesForNobody,
} from '../../support/answers.ts'
import type { Reply } from '../../support/reply.ts'
import { answered, question } from '../../verdict/answered.ts'

/** What each of the questions gets. */
interface Replies {
  readonly properties?: Reply
  readonly users?: Reply
  readonly recent?: Reply
}

/** What comes of the questions who is asking, and what was asked, in its order. */
async function identify(replies: Replies = {}, scheme: 'Bearer' | 'Basic' = 'Bearer') {
  const asked: { path: string; what: string; stage: string }[] = []
  const answers: Record<string, Reply> = {
    '/rest/api/latest/application-properties': replies.properties ?? properties,
    '/rest/api/latest/users': replies.users ?? page([bitbucketUser()]),
    '/rest/api/latest/profile/recent/repos': replies.recent ?? page([]),
  }
  const identity = await bitbucket.identify(
    async ({ path, what, stage, read }) => {
      asked.push({ path, what, stage })
      const answer = answered(answers[path.replace(/\?.*/, '')])
      return read(diagnoseAnswer(answer, { ...question, product: bitbucket, scheme, path }, 0), answer)
    },
    { ...question, scheme, isToken: (name) => name === 'the-token' },
  )
  return { identity, asked }
}

const propertiesBody = { version: '9.4.16', displayName: 'Bitbucket' }
/** The properties, by headers that name this user. */
const named = (name: string, id?: string): Reply =>
  byBitbucket(propertiesBody, { 'X-AUSERNAME': name, ...(id !== undefined && { 'X-AUSERID': id }) })

describe('an identity', () => {
  it('takes two questions: whom the headers name, and whether the list of users knows that name', async () => {
    const { identity, asked } = await identify()
    expect(identity).toEqual({
      name: 'svc-ci',
      key: '101',
      accountId: '',
      displayName: 'CI Service',
      emailAddress: 'svc-ci@example.com',
      active: true,
      timeZone: '',
      locale: '',
      slug: 'svc-ci',
    })
    const about = { what: 'the identity', stage: 'authentication' }
    expect(asked).toEqual([
      { path: '/rest/api/latest/application-properties', ...about },
      { path: '/rest/api/latest/users?filter=svc-ci&limit=1000', ...about },
    ])
  })

  it.each<[string, Replies]>([
    ['without the header X-AUSERID', { properties: named('svc-ci') }],
    ['by a name in other letters', { properties: named('SVC-CI', '101') }],
    ['by a name that is percent-encoded', { properties: named('svc%2Dci', '101') }],
    ['by headers that were sent twice', { properties: named('svc-ci, svc-ci', '101, 101') }],
    ['by headers that end with a comma', { properties: named('svc-ci,', '101,') }],
    ['among names that hold it', { users: page([bitbucketUser({ name: 'svc-ci-2', id: 7 }), bitbucketUser()]) }],
    [
      'before one of the same name in other letters',
      { users: page([bitbucketUser({ name: 'SVC-CI', id: 7 }), bitbucketUser()]) },
    ],
    ['beside what is no user', { users: page([null, 'svc-ci', bitbucketUser()] as object[]) }],
  ])('is proven %s', async (_, replies) => {
    expect((await identify(replies)).identity).toMatchObject({ name: 'svc-ci', key: '101' })
  })

  it('of a user of whom little is known', async () => {
    const users = page([bitbucketUser({ id: '101', active: 'yes' })])
    const { identity } = await identify({ properties: named('svc-ci'), users: { ...users, headers: {} } })
    expect(identity).toMatchObject({ key: '', active: null })
  })

  const unproven: [what: string, contradiction: string, replies: Replies][] = [
    ['it is not Bitbucket', 'nothing in it shows', { properties: byBitbucket({ version: '9.4.16' }) }],
    ['it has no version', 'nothing in it shows', { properties: byBitbucket({ displayName: 'Bitbucket' }) }],
    ['it is a list', 'nothing in it shows', { properties: byBitbucket([propertiesBody]) }],
    ['two users are named', 'its headers name several users', { properties: named('svc-ci, jdoe', '101') }],
    ['two numbers are named', 'its headers name several users', { properties: named('svc-ci', '101, 102') }],
    ['the number is of another', 'X-AUSERID names another user', { properties: named('svc-ci', '102') }],
    [
      'the number is of another by the list itself',
      'X-AUSERID names another user',
      { properties: named('svc-ci'), users: byBitbucket({ values: [bitbucketUser()] }, { 'X-AUSERID': '102' }) },
    ],
    [
      'one number of two is of another',
      'X-AUSERID names another user',
      { users: byBitbucket({ values: [bitbucketUser()] }, { 'X-AUSERID': '101, 102' }) },
    ],
    ['no number is known of the user', 'X-AUSERID names another user', { users: page([bitbucketUser({ id: '101' })]) }],
    [
      'the list is sent to another user',
      'X-AUSERNAME',
      { properties: named('svc-ci'), users: byBitbucket({ values: [bitbucketUser()] }, { 'X-AUSERNAME': 'jdoe' }) },
    ],
    ['the user is anonymous', 'nobody is logged in', { properties: named('anonymous'), users: ofUser('anonymous') }],
    [
      'the token comes back as a name',
      'repeats the token',
      { properties: named('the-token'), users: ofUser('the-token') },
    ],
    ['it tells an error', 'it tells an error', { users: page([bitbucketUser()], { errorMessages: [] }) }],
    ['the list has no such entry', 'has no entry of the name', { users: page([bitbucketUser({ name: 'svc-ci-2' })]) }],
    ['the list is empty', 'has no entry of the name', { users: page([]) }],
    ['the list is refused', 'is refused', { users: notPermitted }],
    ['the list is not there', 'is refused', { users: bitbucketNotFound('Project', 'X') }],
    ['the list is for others', 'is refused', { users: bitbucketUnlicensed }],
  ]
  it.each(unproven)('is not proven where %s', async (_what, contradiction, replies) => {
    expect((await identify(replies)).identity).toMatchObject({
      reason: 'no-identity',
      facts: { contradiction: expect.stringContaining(contradiction) },
    })
  })

  it('says which name the list has not confirmed, and with which status', async () => {
    expect((await identify({ users: page([]) })).identity).toMatchObject({
      statusCode: 200,
      facts: { unconfirmedName: 'svc-ci', path: '/jira/rest/api/latest/users' },
    })
    expect((await identify({ users: notPermitted })).identity).toMatchObject({
      statusCode: 401,
      facts: { unconfirmedName: 'svc-ci', path: '/rest/api/latest/users' },
    })
    expect((await identify({ users: bitbucketRejected }, 'Basic')).identity).toMatchObject({ reason: 'no-identity' })
  })

  it.each<[string, Replies]>([
    ['invalid-json', { users: byBitbucket([bitbucketUser()]) }],
    ['invalid-json', { users: byBitbucket({ values: {} }) }],
    ['server-error', { users: bitbucketUnavailable }],
    ['server-error', { properties: bitbucketUnavailable }],
    ['token-rejected', { properties: bitbucketRejected }],
  ])('ends with %s: %j', async (reason, replies) => {
    expect((await identify(replies)).identity).toMatchObject({ reason })
  })
})

function ofUser(name: string): Reply {
  return byBitbucket({ values: [bitbucketUser({ name })] }, {})
}

describe('where no header names a user', () => {
  const nobody = { properties: propertiesForNobody }

  it('a resource for users alone is asked, and tells a refused token', async () => {
    const { identity, asked } = await identify({ ...nobody, recent: notPermitted })
    expect(identity).toMatchObject({ reason: 'token-rejected', statusCode: 401 })
    expect(asked[1]).toEqual({
      path: '/rest/api/latest/profile/recent/repos?limit=1',
      what: 'the identity',
      stage: 'authentication',
    })
  })

  it('a token that is accepted proves nobody: the header is taken off, or the token belongs to no user', async () => {
    const { identity } = await identify(nobody)
    if (!isFinding(identity)) throw new Error('somebody was proven')
    expect(identity).toMatchObject({
      reason: 'no-identity',
      statusCode: 200,
      facts: {
        contradiction: expect.stringMatching(
          /something on the way takes X-AUSERNAME off.*token of a project or a repo/,
        ),
        strippedHeader: 'X-AUSERNAME',
      },
    })
  })
})
