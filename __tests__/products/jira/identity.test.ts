import { describe, expect, it } from 'vitest'
import { IDENTITY_PATH, parseIdentity } from '../../../src/products/jira/identity.ts'
import { cloudIdentity, identity } from '../../support/answers.ts'

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
