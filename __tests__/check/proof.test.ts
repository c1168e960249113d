import nock from 'nock'
import { beforeAll, describe, expect, it } from 'vitest'
import { identity, jiraHeaders } from '../support/answers.ts'
import { goodToken } from '../support/healthy.ts'
import type { Reply } from '../support/reply.ts'
import { routes } from '../support/routes.ts'
import { createRunning, reportOf } from './running.ts'

beforeAll(() => nock.restore())

/** What comes of a run where the user has these changes, and nothing but the body says who it is. */
async function reportOn(changes: Record<string, unknown>, inputs: Record<string, string> = {}) {
  const myself = { ...identity(changes), headers: jiraHeaders }
  return reportOf(await createRunning({ respond: routes({ myself }) }, inputs))
}

describe('nobody is no proof', () => {
  it.each([
    ['by the name', { name: 'anonymous' }],
    ['by the name, in another case', { name: 'Anonymous' }],
    ['by the key', { name: 'svc-ci', key: 'anonymous' }],
    ['by the account', { name: undefined, key: undefined, accountId: 'anonymous' }],
  ])('%s', async (_what, changes) => {
    const report = await reportOn(changes)
    expect(report).toMatchObject({ result: 'unknown', reason: 'no-identity', stage: 'authentication', identity: null })
  })
})

describe('our own secret, sent back, is no proof', () => {
  const basic = Buffer.from(`svc-ci:${goodToken}`).toString('base64')

  it.each([
    ['the token as the name', { name: goodToken }],
    ['the token as the key', { key: goodToken }],
    ['the token as the account', { accountId: goodToken }],
    ['the token in base64', { name: Buffer.from(goodToken).toString('base64') }],
    ['user:token as it is sent', { name: basic }],
  ])('%s', async (_what, changes) => {
    const report = await reportOn(changes, { username: 'svc-ci' })
    expect(report).toMatchObject({ result: 'unknown', reason: 'no-identity', identity: null })
    expect(JSON.stringify(report)).not.toContain(goodToken)
  })

  it('and any other name is one', async () => {
    expect(await reportOn({}, { username: 'svc-ci' })).toMatchObject({ result: 'usable' })
  })
})

describe('a project that Jira does not show', () => {
  const reportOnProject = async (permissions: Reply) =>
    reportOf(await createRunning({ respond: routes({ permissions }) }, { projects: 'OPS' }))
  const envelope = (message: string) => ({ status: 404, body: { errorMessages: [message], errors: {} } })

  it.each<[what: string, reply: Reply]>([
    ['in words that name it', envelope("No project could be found with key 'OPS'.")],
    ['in any words, with a trace of Jira', { ...envelope('Es gibt kein solches Projekt.'), headers: jiraHeaders }],
  ])('is a refusal: %s', async (_what, reply) => {
    expect(await reportOnProject(reply)).toMatchObject({ result: 'refused', reason: 'project-not-visible' })
  })

  it.each<[what: string, reply: Reply]>([
    ['in other words, without a trace of Jira', envelope('no such route')],
    ['a page with a trace of Jira', { status: 404, headers: jiraHeaders, body: '<html>OPS</html>' }],
  ])('is not known from %s', async (_what, reply) => {
    expect(await reportOnProject(reply)).toMatchObject({ result: 'unknown', reason: 'not-found', stage: 'permissions' })
  })
})
