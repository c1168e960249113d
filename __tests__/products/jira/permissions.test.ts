import { describe, expect, it } from 'vitest'
import {
  isGlobalByName,
  parsePermissions,
  permissionsCalledUnknown,
  permissionsPath,
  saysProjectNotFound,
} from '../../../src/products/jira/permissions.ts'
import { permissions, projectNotFound, tomcatNotFound } from '../../support/answers.ts'
import { answered } from '../../verdict/answered.ts'

describe('what is asked', () => {
  it.each([
    ['OPS', ['BROWSE_PROJECTS'], '/rest/api/2/mypermissions?projectKey=OPS&permissions=BROWSE_PROJECTS'],
    [undefined, ['ADMINISTER'], '/rest/api/2/mypermissions?permissions=ADMINISTER'],
    [
      'OPS',
      ['A', 'com.example.app:key'],
      '/rest/api/2/mypermissions?projectKey=OPS&permissions=A%2Ccom.example.app%3Akey',
    ],
  ])('project %j, permissions %j: %s', (project, wanted, path) => {
    expect(permissionsPath(project, wanted)).toBe(path)
  })
})

const parse = (json: unknown, ...wanted: string[]) => {
  const parsed = parsePermissions(json, wanted)
  return (
    parsed && {
      holdings: Object.fromEntries(parsed.holdings),
      global: [...parsed.global],
      isAdministrator: parsed.isAdministrator,
    }
  )
}

const listOf = (entries: Record<string, unknown>) => ({ permissions: entries })

describe('a global permission', () => {
  it('is told by its type, in the answer about any project', () => {
    const list = listOf({
      ADMINISTER: { havePermission: true, type: 'GLOBAL' },
      BROWSE_PROJECTS: { havePermission: true, type: 'PROJECT' },
    })
    expect(parse(list, 'ADMINISTER', 'BROWSE_PROJECTS')?.global).toEqual(['ADMINISTER'])
    expect(parse(list, 'BROWSE_PROJECTS')?.global).toEqual([])
  })

  it('is told by its name where no answer tells', () => {
    expect(['ADMINISTER', 'SYSTEM_ADMIN', 'BULK_CHANGE', 'BROWSE_PROJECTS'].map(isGlobalByName)).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})

describe('what is held', () => {
  it('of all the permissions that Data Center lists, only those asked for count', () => {
    const { body } = permissions({ without: ['CREATE_ISSUES'] })
    expect(parse(body, 'BROWSE_PROJECTS', 'CREATE_ISSUES', 'FLY')).toEqual({
      holdings: { BROWSE_PROJECTS: 'held', CREATE_ISSUES: 'missing', FLY: 'unknown' },
      global: [],
      isAdministrator: false,
    })
  })

  it.each<[string, unknown]>([
    ['false', { havePermission: false }],
    ['"true"', { havePermission: 'true' }],
    ['1', { havePermission: 1 }],
    ['[true]', { havePermission: [true] }],
    ['null', { havePermission: null }],
    ['nothing', {}],
    ['no object', true],
    ['null for an object', null],
    ['a list for an object', [{ havePermission: true }]],
  ])('havePermission has to be the boolean true, not %s', (_, entry) => {
    expect(parse(listOf({ A: entry }), 'A')).toMatchObject({ holdings: { A: 'missing' } })
  })

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('nobody holds what is named like %s', (key) => {
    expect(parsePermissions(listOf({}), [key])?.holdings.get(key)).toBe('unknown')
    expect(parsePermissions(JSON.parse('{"permissions":{}}'), [key])?.holdings.get(key)).toBe('unknown')
  })

  it('permission keys mind the case', () => {
    expect(parse(listOf({ A: { havePermission: true } }), 'a')).toMatchObject({ holdings: { a: 'unknown' } })
  })

  it.each([
    ['ADMINISTER', true, true],
    ['SYSTEM_ADMIN', true, true],
    ['ADMINISTER', false, false],
    ['ADMINISTER_PROJECTS', true, false],
  ])('with %s %j, the user administers Jira: %j', (key, havePermission, isAdministrator) => {
    expect(parse(listOf({ [key]: { havePermission } }), 'A')).toMatchObject({ isAdministrator })
  })

  it('nothing where nothing was asked', () => {
    expect(parse(listOf({}))).toEqual({ holdings: {}, global: [], isAdministrator: false })
  })

  it.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['a text', 'permissions'],
    ['an object without permissions', {}],
    ['permissions of null', listOf(JSON.parse('null'))],
    ['a list of permissions', { permissions: [{ key: 'A', havePermission: true }] }],
    ['a text of permissions', { permissions: 'A' }],
  ])('%s is no list of permissions', (_, json) => {
    expect(parse(json, 'A')).toBeUndefined()
  })
})

describe('a project that was not found', () => {
  const bodyOf = (json: unknown): string => JSON.stringify(json)
  const named = answered(projectNotFound('OPS')).body
  const unnamed = bodyOf({ errorMessages: ['Es gibt kein solches Projekt.'] })

  it.each([
    ['the error envelope of Jira', named, true, true],
    ['the same in another language', unnamed, true, true],
    ['an envelope that names the project, though its headers were stripped', named, false, true],
    ['an envelope that names no project, without a header of Jira', unnamed, false, false],
  ])('is told by %s', (_, body, isFromJira, isTold) => {
    expect(saysProjectNotFound(body, 'OPS', isFromJira)).toBe(isTold)
  })

  it('is named as a word of its own', () => {
    const foreign = bodyOf({ errorMessages: ['Access: no such route'] })
    expect(saysProjectNotFound(foreign, 'A', false)).toBe(false)
    expect(saysProjectNotFound(answered(projectNotFound('A')).body, 'A', false)).toBe(true)
  })

  it('is the one that was asked about', () => {
    expect(saysProjectNotFound(named, 'WEB', false)).toBe(false)
  })

  it.each([
    ['nothing', ''],
    ['a page', answered(tomcatNotFound).body],
    ['an envelope without a message', bodyOf({ errorMessages: [], errors: {} })],
    ['a message that is no text', bodyOf({ errorMessages: [1] })],
    ['messages that are no list', bodyOf({ errorMessages: 'No project could be found with key OPS' })],
    ['another shape', bodyOf({ message: 'null for uri OPS', 'status-code': 404 })],
    ['null', 'null'],
    ['a list', '["OPS"]'],
  ])('is not told by %s', (_, body) => {
    expect(saysProjectNotFound(body, 'OPS', true)).toBe(false)
  })
})

describe('permissions that Jira Cloud calls unknown', () => {
  const body = (...errorMessages: unknown[]): string => JSON.stringify({ errorMessages, errors: {} })

  it.each([
    ['one of two', body("Unrecognized permission 'FLY'."), ['FLY']],
    ['two of two', body('Unrecognized permissions: FLY, CREATE_ISSUES'), ['FLY', 'CREATE_ISSUES']],
    ['in two messages', body('Not known: FLY', 'CREATE_ISSUES'), ['FLY', 'CREATE_ISSUES']],
    ['none of them', body('Unrecognized permission: SWIM'), []],
    ['a longer name', body('Unrecognized permission: FLYING'), []],
    ['another case', body('Unrecognized permission: fly'), []],
    ['a message that is no text', body(['FLY']), []],
    ['no envelope', 'FLY', []],
    ['nothing', '', []],
  ])('%s', (_, text, unknown) => {
    expect(permissionsCalledUnknown(text, ['FLY', 'CREATE_ISSUES'])).toEqual(unknown)
  })

  it('keys of apps are words too', () => {
    expect(permissionsCalledUnknown(body('Unknown: com.example.app:key-1'), ['com.example.app:key-1'])).toHaveLength(1)
  })
})
