import { describe, expect, it } from 'vitest'
import { finding, isFinding } from '../../../src/catalogue/finding.ts'
import { jira } from '../../../src/products/jira/jira.ts'
import { diagnoseAnswer } from '../../../src/verdict/diagnose-answer.ts'
import { noAnswer } from '../../asking/asking.ts'
import { permissions, projectNotFound, tomcatNotFound } from '../../support/answers.ts'
import type { Reply } from '../../support/reply.ts'
import { answered, question as request } from '../../verdict/answered.ts'

const nowhere = { spaces: [], repositories: [] }

/** What comes of the question about one project, or about the whole of Jira. */
function access(reply: Reply, project: string | null = 'OPS', wanted = ['BROWSE_PROJECTS']) {
  const [question] = jira.askAccess({ ...nowhere, projects: project === null ? [] : [project], permissions: wanted })
  if (question === undefined) throw new Error('there is no question')
  const answer = answered(reply)
  return question.read(diagnoseAnswer(answer, { ...request, path: question.path }, 0), answer)
}

describe('what is asked', () => {
  it('is one question a project', () => {
    const questions = jira.askAccess({ ...nowhere, projects: ['OPS', 'WEB'], permissions: ['BROWSE_PROJECTS'] })
    expect(questions.map(({ what, stage }) => [what, stage])).toEqual([
      ['the permissions in OPS', 'permissions'],
      ['the permissions in WEB', 'permissions'],
    ])
  })

  it('is one question without a project', () => {
    const questions = jira.askAccess({ ...nowhere, projects: [], permissions: ['ADMINISTER'] })
    expect(questions.map(({ what }) => what)).toEqual(['the global permissions'])
  })

  it('is nothing where no permission is asked for', () => {
    expect(jira.askAccess({ ...nowhere, projects: [], permissions: [] })).toEqual([])
  })
})

describe('a global permission beside projects', () => {
  const inputs = { ...nowhere, projects: ['OPS'], permissions: ['BROWSE_PROJECTS', 'ADMINISTER'] }
  const readOf = (type: string) => {
    const body = {
      permissions: { ADMINISTER: { havePermission: true, type }, BROWSE_PROJECTS: { havePermission: true } },
    }
    const read = access({ body }, 'OPS', inputs.permissions)
    if (isFinding(read)) throw new Error('there is no answer')
    return jira.askFurtherAccess(inputs, [read]).map(({ path }) => path)
  }

  it('is not asked about again where the answer says that it is one', () => {
    expect(readOf('GLOBAL')).toEqual([])
  })

  it('is asked about once where no answer does', () => {
    expect(readOf('PROJECT')).toEqual(['/rest/api/2/mypermissions?permissions=ADMINISTER'])
  })

  it('is not asked about again where the answer of any project says so', () => {
    const readIn = (project: string, type: string) =>
      access({ body: { permissions: { ADMINISTER: { havePermission: true, type } } } }, project, inputs.permissions)
    const read = [access(projectNotFound('APP'), 'APP'), readIn('OPS', 'PROJECT'), readIn('WEB', 'GLOBAL')]
    if (read.some(isFinding)) throw new Error('there is no answer')
    expect(jira.askFurtherAccess({ ...inputs, projects: ['OPS', 'WEB', 'APP'] }, read as never)).toEqual([])
  })

  it.each([
    ...['ADMINISTER', 'SYSTEM_ADMIN', 'BULK_CHANGE', 'USER_PICKER', 'CREATE_SHARED_OBJECTS'],
    ...['MANAGE_GROUP_FILTER_SUBSCRIPTIONS', 'CREATE_PROJECT'],
  ])('is known by its name: %s', (permission) => {
    expect(jira.askFurtherAccess({ ...inputs, permissions: [permission] }, [])).toHaveLength(1)
  })

  it('is what its answer says where no project is asked', () => {
    const body = { permissions: { ADMINISTER: { havePermission: true } } }
    expect(access({ body }, null, ['ADMINISTER'])).toMatchObject({
      gate: 'projects',
      place: undefined,
      permissions: { holdings: new Map([['ADMINISTER', 'held']]) },
    })
  })

  it('is not proven by the answer of a project that does not call it one', () => {
    const body = { permissions: { ADMINISTER: { havePermission: false }, BROWSE_PROJECTS: { havePermission: true } } }
    for (const wanted of [inputs.permissions, ['BROWSE_PROJECTS', 'BULK_CHANGE']]) {
      expect(access({ body }, 'OPS', wanted)).toMatchObject({
        permissions: { holdings: new Map([['BROWSE_PROJECTS', 'held']]) },
      })
    }
  })

  it('is not asked about where there is none, and where nothing but global ones is asked for', () => {
    expect(jira.askFurtherAccess({ ...nowhere, projects: ['OPS'], permissions: ['BROWSE_PROJECTS'] }, [])).toEqual([])
    expect(jira.askFurtherAccess({ ...nowhere, projects: [], permissions: ['ADMINISTER'] }, [])).toEqual([])
  })
})

describe('a project', () => {
  it('that the user sees', () => {
    expect(access(permissions())).toMatchObject({ place: 'OPS', statusCode: 200 })
  })

  it('that Jira does not know', () => {
    expect(access(projectNotFound('OPS'))).toEqual({
      gate: 'projects',
      place: 'OPS',
      permissions: undefined,
      statusCode: 404,
    })
  })

  const envelope = (message: string): Reply => ({ status: 404, body: { errorMessages: [message], errors: {} } })

  it('that is named where nothing else shows that Jira answered', () => {
    expect(access(envelope("No project could be found with key 'OPS'."))).toMatchObject({ permissions: undefined })
  })

  it.each<[string, Reply, string | null]>([
    ['a 404 that neither bears a trace nor names the project', envelope('no such route'), 'OPS'],
    ['a 404 that names another project', envelope("No project could be found with key 'WEB'."), 'OPS'],
    ['a 404 page', tomcatNotFound, 'OPS'],
    ['a 404 where no project was asked for', projectNotFound('OPS'), null],
  ])('of which nothing is known: %s', (_, reply, project) => {
    expect(access(reply, project)).toMatchObject({ kind: 'finding', reason: 'not-found', statusCode: 404 })
  })

  it('is not hidden by those words with another status', () => {
    const reply = { ...projectNotFound('OPS'), status: 403 }
    expect(access(reply)).toMatchObject({ kind: 'finding', reason: 'access-denied' })
  })

  it('whose answer has another shape', () => {
    expect(access({ body: [] })).toEqual(finding('invalid-json', { path: '/jira/rest/api/2/mypermissions' }, 200))
  })
})

it('says nothing where no answer came', () => {
  const [question] = jira.askAccess({ ...nowhere, projects: ['OPS'], permissions: ['BROWSE_PROJECTS'] })
  const failed = finding('not-found', {} as never, 404)
  expect(question?.read(failed, noAnswer('ECONNRESET'))).toBe(failed)
})

describe('a 400 of Cloud', () => {
  const unknown = (text: string, status = 400): Reply => ({ status, body: { errorMessages: [text], errors: {} } })

  it('that calls permissions unknown says so of these alone', () => {
    expect(access(unknown('Unrecognized permission: FLY'), 'OPS', ['FLY', 'BROWSE_PROJECTS'])).toEqual({
      gate: 'projects',
      place: 'OPS',
      permissions: { holdings: new Map([['FLY', 'unknown']]), global: new Set(), known: [], isAdministrator: false },
      statusCode: 400,
    })
  })

  it.each([
    ['that says something else', unknown('bad request')],
    ['that is a 418', unknown('Unrecognized permission: BROWSE_PROJECTS', 418)],
  ])('%s is an unexpected status', (_, reply) => {
    expect(access(reply)).toMatchObject({ reason: 'unexpected-status' })
  })
})
