import { describe, expect, it } from 'vitest'
import { describeExpected, describeUser, identityNames, isAnonymous, isExpected } from '../../src/verdict/user.ts'
import { identityOf } from './asked-for.ts'

const nameless = { name: '', key: '', accountId: '', displayName: '', emailAddress: '' }
const cloud = { ...nameless, accountId: '712020:1', displayName: 'CI Service' }

describe('a user in words', () => {
  it.each([
    ['display name and login name', {}, 'CI Service (svc-ci)'],
    ['the login name alone', { displayName: '' }, 'svc-ci'],
    ['both alike', { displayName: 'svc-ci' }, 'svc-ci'],
    ['the display name where there is no login name', { name: '' }, 'CI Service'],
    ['the key where there is nothing else', { name: '', displayName: '' }, 'JIRAUSER10000'],
    ['the display name on Cloud', cloud, 'CI Service'],
    ['the account id on Cloud', { ...cloud, displayName: '' }, '712020:1'],
    ['a login name that is an e-mail address', { name: 'svc-ci@example.com' }, 'CI Service'],
    ['the same without a display name', { name: 'svc-ci@example.com', displayName: '' }, 'JIRAUSER10000'],
    ['an e-mail address for a display name', { displayName: 'svc-ci@example.com' }, 'svc-ci'],
    [
      'an e-mail address in a display name',
      { displayName: 'CI <SVC-CI@example.com>', emailAddress: 'svc-ci@EXAMPLE.com' },
      'svc-ci',
    ],
    [
      'an e-mail address with something in it that nobody sees',
      { displayName: 'svc-ci\uFEFF@\uFEFFexample.com' },
      'svc-ci',
    ],
    [
      'the own e-mail address, which has something in it that nobody sees',
      { displayName: 'svc-ci', emailAddress: 'svc\u200B-ci', name: 'deploy' },
      'deploy',
    ],
    ['an address that is not the own one', { name: 'jane@example.org', displayName: '' }, 'JIRAUSER10000'],
    ['an address without an at sign', { emailAddress: 'ci', displayName: 'CI', name: 'deploy' }, 'deploy'],
    ['no e-mail address', { emailAddress: '' }, 'CI Service (svc-ci)'],
    ['at signs that are none of an address', { displayName: 'CI @ Example' }, 'CI @ Example (svc-ci)'],
    ['at signs at the ends', { displayName: '@ci' }, '@ci (svc-ci)'],
    [
      'nothing but e-mail addresses',
      { ...nameless, name: 'a@example.com', key: 'b@example.com' },
      'a user who is named by an e-mail address only',
    ],
  ])('%s', (_, changes, words) => {
    expect(describeUser(identityOf(changes))).toBe(words)
  })
})

describe('the users that were expected', () => {
  it.each([
    [['svc-ci'], ['svc-ci']],
    [
      ['svc-ci', 'svc-deploy'],
      ['svc-ci', 'svc-deploy'],
    ],
    [['jane@example.com'], ['the user of an e-mail address']],
    [['jane@example.com', 'joe@example.com'], ['the users of 2 e-mail addresses']],
    [
      ['jane@example.com', 'svc-ci'],
      ['svc-ci', 'the user of an e-mail address'],
    ],
    [[], []],
  ])('%j: %j', (expected, words) => {
    expect(describeExpected(expected)).toEqual(words)
  })
})

describe('whether a user is expected', () => {
  const jane = identityOf({ name: 'jäne', key: 'JIRAUSER1', accountId: '712020:A', emailAddress: 'Jane@example.com' })

  it.each([
    ['the login name', 'jäne'],
    ['the login name in other letters', 'JÄNE'],
    ['the login name, composed otherwise', 'ja\u0308ne'],
    ['the key', 'jirauser1'],
    ['the account id', '712020:a'],
    ['the e-mail address', 'jane@EXAMPLE.com'],
  ])('by %s', (_, user) => {
    expect(isExpected(jane, [user])).toBe(true)
    expect(isExpected(jane, ['somebody', user])).toBe(true)
  })

  it.each(['CI Service', 'jan', 'jäne2', 'example.com', '', 'somebody'])('not by %j', (user) => {
    expect(isExpected(jane, [user])).toBe(false)
  })

  it('not by another spelling that only upper case makes the same', () => {
    expect(isExpected(identityOf({ ...nameless, name: 'strasse' }), ['straße'])).toBe(false)
  })

  it('nobody is where nobody is expected', () => {
    expect(isExpected(jane, [])).toBe(false)
  })

  it('a name that Jira does not give is no name', () => {
    expect(isExpected(identityOf({ ...nameless, name: 'jane' }), [''])).toBe(false)
  })
})

describe('names', () => {
  it('are those that tell this user from others, most readable first', () => {
    expect(identityNames(identityOf({ accountId: '712020:1' }))).toEqual(['svc-ci', 'JIRAUSER10000', '712020:1'])
    expect(identityNames(identityOf(cloud))).toEqual(['712020:1'])
    expect(identityNames(identityOf({ ...nameless, displayName: 'CI' }))).toEqual([])
  })

  it.each([
    ['anonymous', true],
    ['Anonymous', true],
    ['ANONYMOUS', true],
    ['anonymous2', false],
    ['', false],
    ['svc-ci', false],
  ])('%j is nobody: %j', (name, isNobody) => {
    expect(isAnonymous(name)).toBe(isNobody)
  })
})
