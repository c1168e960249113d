import { describe, expect, it } from 'vitest'
import { IDENTITY_PATH, identify, parseIdentity } from '../../../src/products/jira/identity.ts'
import { diagnoseAnswer } from '../../../src/verdict/diagnose-answer.ts'
import { cloudIdentity, identity } from '../../support/answers.ts'
import { answered, question } from '../../verdict/answered.ts'

const nobody = {
  name: '',
  key: '',
  accountId: '',
  displayName: '',
  emailAddress: '',
  active: null,
  timeZone: '',
  locale: '',
}

it('is asked for at the resource that names the asking user', () => {
  expect(IDENTITY_PATH).toBe('/rest/api/2/myself')
})

describe('an identity', () => {
  it('of Data Center', () => {
    expect(parseIdentity(identity().body)).toEqual({
      name: 'svc-ci',
      key: 'JIRAUSER10000',
      accountId: '',
      displayName: 'CI Service',
      emailAddress: 'svc-ci@example.com',
      active: true,
      timeZone: 'Europe/Berlin',
      locale: 'en_US',
    })
  })

  it('of Cloud', () => {
    expect(parseIdentity(cloudIdentity.body)).toEqual({
      name: '',
      key: '',
      accountId: '712020:00000000-0000-4000-8000-000000000001',
      displayName: 'CI Service',
      emailAddress: 'svc-ci@example.com',
      active: true,
      timeZone: 'Europe/Berlin',
      locale: 'en_US',
    })
  })

  it.each(['name', 'key', 'accountId'])('needs no more than a %s', (property) => {
    expect(parseIdentity({ [property]: ' svc-ci ' })).toEqual({ ...nobody, [property]: 'svc-ci' })
  })

  it.each([
    [true, true],
    [false, false],
    [null, null],
    [undefined, null],
  ])('whose active is %j: %j', (active, read) => {
    expect(parseIdentity({ name: 'svc-ci', active })).toMatchObject({ active: read })
  })

  it('may be in any script', () => {
    expect(parseIdentity({ name: 'ци', displayName: '持续集成 🚀' })).toMatchObject({
      name: 'ци',
      displayName: '持续集成 🚀',
    })
  })
})

describe('no identity', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'svc-ci'],
    ['a number', 42],
    ['a list', [{ name: 'svc-ci' }]],
    ['an empty object', {}],
    ['a display name alone', { displayName: 'CI Service', emailAddress: 'svc-ci@example.com', active: true }],
    ['blank names', { name: '', key: ' ', accountId: '\n' }],
    ['names that are no text', { name: 1, key: { name: 'svc-ci' }, accountId: ['712020'] }],
    ['names that are not its own', Object.create({ name: 'svc-ci' })],
    ['an active that is no boolean', { name: 'svc-ci', active: 'true' }],
    ['an active that is a number', { name: 'svc-ci', active: 1 }],
    ['an error of Jira', { message: 'Client must be authenticated to access this resource.', 'status-code': 401 }],
  ])('in %s', (_, json) => {
    expect(parseIdentity(json)).toBeUndefined()
  })
})

it('is one question', async () => {
  const asked: object[] = []
  await identify(
    async ({ path, what, stage, read }) => {
      asked.push({ path, what, stage })
      const answer = answered(identity())
      return read(diagnoseAnswer(answer, { ...question, path }, 0), answer)
    },
    { ...question, isToken: () => false },
  )
  expect(asked).toEqual([{ path: '/rest/api/2/myself', what: 'the identity', stage: 'authentication' }])
})

describe('what proves a user', () => {
  const whole = { name: 'svc-ci', active: true, displayName: 'CI Service' }
  const trace = new Map([['x-arequestid', '1x1x1']])
  const sent = { ...question, isToken: (name: string) => name === 'the-token' }
  const ask = (json: unknown, headers: ReadonlyMap<string, string>) => {
    const answer = answered({}, { headers })
    const { statusCode } = answer
    const given = { kind: 'json', json, statusCode, headers, path: IDENTITY_PATH } as const
    return identify(async ({ read }) => read({ ...given, operator: 'the operators', product: 'Jira' }, answer), sent)
  }

  it.each<[string, unknown, ReadonlyMap<string, string>]>([
    ['active and displayName in the body', whole, new Map()],
    ['also where the user is not active', { ...whole, active: false }, new Map()],
    ['a header of Jira beside a bare name', { name: 'svc-ci' }, trace],
    ['a header of an account beside a body without one', whole, new Map([['x-aaccountid', '5b10:a']])],
    ['a header of no user', whole, new Map([['x-ausername', ' ']])],
  ])('%s', async (_, json, headers) => {
    expect(await ask(json, headers)).toMatchObject({ name: 'svc-ci' })
  })

  it.each<[string, unknown, ReadonlyMap<string, string>]>([
    ['it names no user', [], trace],
    ['it names no user', { displayName: 'CI Service', active: true }, trace],
    ['it names nobody (anonymous)', { ...whole, name: 'Anonymous' }, trace],
    ['it repeats the token', { ...whole, name: 'the-token' }, trace],
    ['it repeats the token', { ...whole, displayName: 'the-token' }, trace],
    ['it repeats the token', { ...whole, emailAddress: 'the-token' }, trace],
    ['it tells an error', { ...whole, 'status-code': 401 }, trace],
    ['it tells an error', { ...whole, statusCode: 401 }, trace],
    ['it tells an error', { ...whole, errorMessages: [] }, trace],
    ['nothing in it shows that it is from Jira', { name: 'svc-ci' }, new Map()],
    ['nothing in it shows that it is from Jira', { name: 'svc-ci', active: true }, new Map()],
    ['nothing in it shows that it is from Jira', { name: 'svc-ci', displayName: 'CI Service' }, new Map()],
    ['its header X-AUSERNAME names another user than its body', whole, new Map([['x-ausername', 'admin']])],
  ])('%s: %j', async (contradiction, json, headers) => {
    expect(await ask(json, headers)).toMatchObject({ reason: 'no-identity', facts: { contradiction } })
  })
})
