import { describe, expect, it } from 'vitest'
import { bitbucket } from '../../../src/products/bitbucket/bitbucket.ts'
import { diagnoseAnswer } from '../../../src/verdict/diagnose-answer.ts'
import type { PlaceAccess } from '../../../src/verdict/permissions.ts'
import type { Question } from '../../../src/verdict/question.ts'
import { noAnswer } from '../../asking/asking.ts'
import {
  bitbucketNotFound,
  bitbucketProject,
  bitbucketRejected,
  bitbucketRepository,
  bitbucketUnlicensed,
  byBitbucket,
  notPermitted,
  page,
  tomcatNotFound,
} from '../../support/answers.ts'
import type { Reply } from '../../support/reply.ts'
import { answered, question as request } from '../../verdict/answered.ts'

const inputs = {
  projects: ['OPS'],
  spaces: [],
  repositories: ['OPS/web'],
  permissions: ['PROJECT_READ', 'REPO_WRITE', 'REPO_ADMIN'],
}

function read(question: Question<PlaceAccess> | undefined, reply: Reply) {
  if (question === undefined) throw new Error('there is no question')
  const answer = answered(reply)
  return question.read(diagnoseAnswer(answer, { ...request, product: bitbucket, path: question.path }, 0), answer)
}

const withHeader = (reply: Reply, name: string, value: string): Reply => ({
  ...reply,
  headers: { ...reply.headers, [name]: value },
})

const [ofProject, ofRepository] = bitbucket.askAccess(inputs)

describe('what is asked first', () => {
  it('is one question a project, and one a repository', () => {
    expect([ofProject, ofRepository]).toMatchObject([
      { path: '/rest/api/latest/projects/OPS', what: 'the project OPS', stage: 'permissions' },
      { path: '/rest/api/latest/projects/OPS/repos/web', what: 'the repository OPS/web', stage: 'permissions' },
    ])
  })

  it('is spelled as an address, whatever the key is', () => {
    const [personal] = bitbucket.askAccess({ ...inputs, projects: [], repositories: ['~j doe/a#b'] })
    expect(personal?.path).toBe('/rest/api/latest/projects/~j%20doe/repos/a%23b')
  })
})

describe('a place that is seen', () => {
  it('has the name by which its permissions are asked for', () => {
    expect(read(ofProject, byBitbucket(bitbucketProject('OPS')))).toMatchObject({
      gate: 'projects',
      place: 'OPS',
      name: 'Project OPS',
      statusCode: 200,
      permissions: { holdings: new Map(), global: new Set(), known: [], isAdministrator: false },
    })
    expect(read(ofRepository, byBitbucket(bitbucketRepository('ops', 'WEB')))).toMatchObject({
      gate: 'repositories',
      place: 'OPS/web',
      name: 'The WEB repository',
    })
  })

  it.each<[string, Question<PlaceAccess> | undefined, Reply]>([
    ['another project', ofProject, byBitbucket(bitbucketProject('WEB'))],
    ['a list', ofProject, byBitbucket([bitbucketProject('OPS')])],
    ['another repository', ofRepository, byBitbucket(bitbucketRepository('OPS', 'app'))],
    ['a repository of another project', ofRepository, byBitbucket(bitbucketRepository('WEB', 'web'))],
    ['a repository of no project', ofRepository, byBitbucket({ slug: 'web', key: 'OPS' })],
  ])('is not proven by %s', (_, question, reply) => {
    expect(read(question, reply)).toMatchObject({ reason: 'invalid-json' })
  })
})

describe('a place that is not seen', () => {
  it.each<[string, Reply, number]>([
    ['404', bitbucketNotFound('Project', 'OPS'), 404],
    ['401, as Bitbucket says that a user may not do that', notPermitted, 401],
  ])('is told by %s, and lacks what was wanted there', (_, reply, statusCode) => {
    expect(read(ofProject, reply)).toEqual({
      gate: 'projects',
      place: 'OPS',
      permissions: undefined,
      lacks: ['PROJECT_READ'],
      statusCode,
    })
    expect(read(ofRepository, reply)).toMatchObject({ gate: 'repositories', lacks: ['REPO_WRITE', 'REPO_ADMIN'] })
  })

  it.each<[string, string, Reply]>([
    ['not-found', 'a 404 of something else', tomcatNotFound],
    ['token-rejected', 'a 401 that refuses the token', bitbucketRejected],
    [
      'token-rejected',
      'a 401 after a failed login',
      withHeader(notPermitted, 'X-Seraph-LoginReason', 'AUTHENTICATED_FAILED'),
    ],
    [
      'captcha-required',
      'a 401 that wants a CAPTCHA',
      withHeader(notPermitted, 'X-Seraph-LoginReason', 'AUTHENTICATION_DENIED'),
    ],
    [
      'token-rejected',
      'a 404 after a failed login',
      withHeader(bitbucketNotFound('Project', 'OPS'), 'X-Seraph-LoginReason', 'AUTHENTICATED_FAILED'),
    ],
    ['access-denied', 'a 403 that refuses the user', bitbucketUnlicensed],
  ])('%s: is not told by %s', (reason, _, reply) => {
    expect(read(ofProject, reply)).toMatchObject({ reason })
  })

  it('is not told by no answer', () => {
    const outcome = noAnswer('ECONNRESET')
    const failed = { kind: 'finding', reason: 'connection-reset', facts: {}, common: {} } as never
    expect(ofProject?.read(failed, outcome)).toBe(failed)
  })
})

describe('what is asked next', () => {
  const seen = [
    read(ofProject, byBitbucket(bitbucketProject('OPS'))),
    read(ofRepository, byBitbucket(bitbucketRepository('OPS', 'web'))),
  ] as PlaceAccess[]
  const next = bitbucket.askFurtherAccess(inputs, seen)

  it('is one question a permission, where it can be held, by the name of the place', () => {
    expect(next.map(({ path, what, stage }) => [path, what, stage])).toEqual([
      [
        '/rest/api/latest/projects?name=Project+OPS&permission=PROJECT_READ&limit=100',
        'PROJECT_READ in OPS',
        'permissions',
      ],
      [
        '/rest/api/latest/repos?projectkey=OPS&name=The+web+repository&permission=REPO_WRITE&limit=100',
        'REPO_WRITE in OPS/web',
        'permissions',
      ],
      [
        '/rest/api/latest/repos?projectkey=OPS&name=The+web+repository&permission=REPO_ADMIN&limit=100',
        'REPO_ADMIN in OPS/web',
        'permissions',
      ],
    ])
  })

  it('is asked by an empty name of a place that has none', () => {
    const { name, ...nameless } = read(ofProject, byBitbucket(bitbucketProject('OPS'))) as PlaceAccess
    expect(name).toBe('Project OPS')
    expect(bitbucket.askFurtherAccess(inputs, [nameless]).map(({ path }) => path)).toEqual([
      '/rest/api/latest/projects?name=&permission=PROJECT_READ&limit=100',
    ])
  })

  it('is nothing of a place that is not seen', () => {
    const hidden = read(ofProject, bitbucketNotFound('Project', 'OPS')) as PlaceAccess
    expect(bitbucket.askFurtherAccess(inputs, [hidden])).toEqual([])
  })

  const [held, heldInRepository] = next
  it.each<[string, 'held' | 'missing', object[]]>([
    ['the place itself is listed', 'held', [bitbucketProject('WEB'), bitbucketProject('ops')]],
    ['others are listed', 'missing', [bitbucketProject('OPS2'), bitbucketProject('WEB')]],
    ['nothing is listed', 'missing', []],
    ['what is listed is no project', 'missing', ['OPS', null] as never[]],
  ])('where %s, the permission is %s', (_, holding, values) => {
    expect(read(held, page(values))).toMatchObject({
      gate: 'projects',
      place: 'OPS',
      permissions: { holdings: new Map([['PROJECT_READ', holding]]) },
    })
  })

  it('is answered for a repository by its project and its slug', () => {
    const holdingsOf = (key: string, slug: string): unknown => {
      const access = read(heldInRepository, page([bitbucketRepository(key, slug)])) as PlaceAccess
      return access.permissions?.holdings.get('REPO_WRITE')
    }
    expect([holdingsOf('OPS', 'web'), holdingsOf('OPS', 'webs'), holdingsOf('WEB', 'web')]).toEqual([
      'held',
      'missing',
      'missing',
    ])
  })

  it.each<[string, Reply]>([
    ['invalid-json', byBitbucket([])],
    ['invalid-json', byBitbucket({ values: 'OPS' })],
    ['token-rejected', bitbucketRejected],
  ])('ends with %s: %j', (reason, reply) => {
    expect(read(held, reply)).toMatchObject({ reason })
  })
})
