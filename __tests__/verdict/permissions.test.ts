import { describe, expect, it } from 'vitest'
import { type PlaceAccess, sumUpPermissions } from '../../src/verdict/permissions.ts'
import { accessTo, invisible } from './asked-for.ts'

describe('what the answers about permissions come to', () => {
  it('is nothing where nothing was asked', () => {
    expect(sumUpPermissions([], ['A'])).toEqual({
      asked: [],
      missing: [],
      invisible: { projects: [], spaces: [], repositories: [] },
      areAllVisible: true,
      unknown: [],
      meant: [],
      statusCode: 200,
    })
  })

  it('is listed project by project', () => {
    const access = [
      invisible('HR'),
      accessTo('OPS', { A: 'held', B: 'unknown' }),
      accessTo('WEB', { A: 'held', B: 'held' }),
    ]
    expect(sumUpPermissions(access, ['A', 'B'])).toEqual({
      asked: [
        { place: 'HR', permission: 'A', holding: 'not-visible' },
        { place: 'HR', permission: 'B', holding: 'not-visible' },
        { place: 'OPS', permission: 'A', holding: 'held' },
        { place: 'OPS', permission: 'B', holding: 'unknown' },
        { place: 'WEB', permission: 'A', holding: 'held' },
        { place: 'WEB', permission: 'B', holding: 'held' },
      ],
      missing: ['HR:A', 'HR:B', 'OPS:B'],
      invisible: { projects: ['HR'], spaces: [], repositories: [] },
      areAllVisible: false,
      unknown: ['B'],
      meant: [],
      statusCode: 404,
    })
  })

  it('tells the invisible places of each kind, with what each of them lacks', () => {
    const hidden = (gate: PlaceAccess['gate'], place: string, lacks?: string[]): PlaceAccess => ({
      gate,
      place,
      permissions: undefined,
      statusCode: 404,
      ...(lacks && { lacks }),
    })
    const access = [
      hidden('projects', 'OPS', ['PROJECT_READ']),
      hidden('repositories', 'OPS/web', ['REPO_READ', 'REPO_WRITE']),
      hidden('repositories', 'OPS/app', []),
      hidden('spaces', '~jdoe', []),
    ]
    expect(sumUpPermissions(access, ['PROJECT_READ', 'REPO_READ', 'REPO_WRITE'])).toMatchObject({
      invisible: { projects: ['OPS'], spaces: ['~jdoe'], repositories: ['OPS/web', 'OPS/app'] },
      missing: ['OPS:PROJECT_READ', 'OPS/web:REPO_READ', 'OPS/web:REPO_WRITE'],
      areAllVisible: false,
      statusCode: 404,
    })
  })

  it('names a global permission without a project', () => {
    const access = [accessTo(undefined, { A: 'missing', B: 'held' })]
    expect(sumUpPermissions(access, ['A', 'B'])).toMatchObject({
      missing: ['A'],
      invisible: { projects: [], spaces: [], repositories: [] },
      statusCode: 200,
    })
  })

  const withGlobal = (project: string | undefined, holding: 'held' | 'missing') => {
    const place = accessTo(project, { A: 'held', ADMINISTER: holding })
    const permissions = place.permissions && { ...place.permissions, global: new Set(['ADMINISTER']) }
    return { ...place, permissions }
  }

  it.each([
    ['held', ['held', 'held'], []],
    ['missing', ['missing', 'missing'], ['ADMINISTER']],
    ['missing, where the answers do not agree', ['held', 'missing'], ['ADMINISTER']],
  ] as const)('counts a global permission beside projects once: %s', (_, [inOps, inWeb], missing) => {
    const access = [withGlobal('OPS', inOps), withGlobal('WEB', inWeb), invisible('HR')]
    const summed = sumUpPermissions(access, ['A', 'ADMINISTER'])
    expect(summed.asked.filter(({ permission }) => permission === 'ADMINISTER')).toHaveLength(1)
    expect(summed.missing).toEqual(['HR:A', ...missing])
  })

  it('takes the answer about a global permission from the question without a project', () => {
    const access = [accessTo('OPS', { A: 'held', ADMINISTER: 'unknown' }), accessTo(undefined, { ADMINISTER: 'held' })]
    expect(sumUpPermissions(access, ['A', 'ADMINISTER'])).toMatchObject({ missing: [], unknown: [] })
  })

  it('knows of no global permission of which the question without a project knows nothing', () => {
    const access = [accessTo('OPS', { A: 'held' }), accessTo(undefined, { FLY: 'unknown' })]
    expect(sumUpPermissions(access, ['A', 'FLY'])).toMatchObject({ missing: ['FLY'], unknown: ['FLY'] })
  })

  it('names what a mistyped permission was probably meant to be', () => {
    const place = accessTo('OPS', { CREATE_ISUE: 'unknown', FLY: 'unknown' })
    const permissions = place.permissions && { ...place.permissions, known: ['CREATE_ISSUES', 'BROWSE_PROJECTS'] }
    expect(sumUpPermissions([{ ...place, permissions }], ['CREATE_ISUE', 'FLY']).meant).toEqual(['CREATE_ISSUES'])
  })

  it('names a permission that is not known in several projects once', () => {
    const access = ['OPS', 'WEB'].map((project) => accessTo(project, { A: 'unknown', B: 'unknown' }))
    expect(sumUpPermissions(access, ['A', 'B'])).toMatchObject({
      missing: ['OPS:A', 'OPS:B', 'WEB:A', 'WEB:B'],
      unknown: ['A', 'B'],
    })
  })

  it('says nothing of a permission of which the answer says nothing', () => {
    const access = [{ ...accessTo('OPS', { A: 'unknown' }), statusCode: 400 }]
    expect(sumUpPermissions(access, ['A', 'B'])).toEqual({
      asked: [{ place: 'OPS', permission: 'A', holding: 'unknown' }],
      missing: ['OPS:A'],
      invisible: { projects: [], spaces: [], repositories: [] },
      areAllVisible: false,
      unknown: ['A'],
      meant: [],
      statusCode: 400,
    })
  })

  it.each([
    [
      'where all is held',
      [accessTo('OPS', { A: 'held' }), { ...accessTo('WEB', { A: 'held' }), statusCode: 299 }],
      200,
    ],
    ['of the first that lacks something', [accessTo('OPS', { A: 'held' }), invisible('HR')], 404],
    ['of the first, and no later one', [accessTo('OPS', { A: 'missing' }), invisible('HR')], 200],
    ['of one that knows no such permission', [{ ...accessTo('OPS', { A: 'unknown' }), statusCode: 400 }], 400],
    ['of one that knows one of two', [{ ...accessTo('OPS', { A: 'held', B: 'unknown' }), statusCode: 400 }], 400],
  ])('has the status %s', (_, access, statusCode) => {
    expect(sumUpPermissions(access, ['A', 'B'])).toMatchObject({ statusCode })
  })
})
