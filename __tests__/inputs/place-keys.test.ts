import { describe, expect, it } from 'vitest'
import { permissionsOfBitbucket, projectsOfBitbucket, repositories, spaces } from '../../src/inputs/place-keys.ts'

const accepted = (keys: { pattern: RegExp }, items: string[]): string[] =>
  items.filter((item) => keys.pattern.test(item))

describe('keys of projects of Bitbucket', () => {
  it('begin with a letter, or with “~” for those of users', () => {
    const right = ['OPS', 'o', 'O-1', 'a.b_c', '~jdoe', '~j.doe+x@example.com']
    const wrong = ['', '1OPS', 'O PS', 'OPS/web', '~', '~j doe', '-OPS', 'OPS!', '!OPS']
    expect(accepted(projectsOfBitbucket, [...right, ...wrong])).toEqual(right)
    expect(projectsOfBitbucket.accepts).toContain('begin with a letter, or with “~”')
  })

  it('were perhaps meant by a repository', () => {
    const { meantBy } = projectsOfBitbucket
    expect(['OPS/web', 'OPS', 'OPS/', '/web', 'OPS/web/x', 'x OPS//web'].map((item) => meantBy?.(item))).toEqual([
      'OPS',
      ...Array(5).fill(undefined),
    ])
  })
})

describe('keys of spaces', () => {
  it('are letters and digits, or “~” and a user', () => {
    const right = ['OPS', '2026', 'a', '~jdoe', '~j.doe@example.com']
    const wrong = ['', 'OPS-1', 'O PS', '~', '~j doe', 'x!', '!x']
    expect(accepted(spaces, [...right, ...wrong])).toEqual(right)
    expect(spaces.accepts).toContain('“~” and a user name')
  })

  it.each([
    ['https://example.com/display/OPS/Home', 'OPS'],
    ['https://example.com/wiki/spaces/~jdoe/overview', '~jdoe'],
    ['/SPACES/OPS', 'OPS'],
    ['https://example.com/OPS', undefined],
  ])('were perhaps meant by the address of a page: %s', (item, meant) => {
    expect(spaces.meantBy?.(item)).toBe(meant)
  })
})

describe('repositories', () => {
  it('are the key of the project and the name', () => {
    const right = ['OPS/web', 'o/w', '~jdoe/web.site_1', 'a.b/w-1']
    const wrong = [
      '',
      'OPS',
      'OPS/',
      '/web',
      'OPS/..',
      'OPS/.git',
      '1/web',
      'OPS/web/x',
      '~/web',
      'x OPS/web',
      'OPS/web!',
    ]
    expect(accepted(repositories, [...right, ...wrong])).toEqual(right)
    expect(repositories.accepts).toMatch(/^repositories as KEY\/NAME/)
  })

  it.each([
    ['https://example.com/projects/OPS/repos/web/browse', 'OPS/web'],
    ['https://example.com/projects/OPS/repos/web', 'OPS/web'],
    ['https://example.com/users/jdoe/repos/web?at=main', '~jdoe/web'],
    ['https://example.com/USERS/jdoe/repos/web', '~jdoe/web'],
    ['https://example.com/scm/ops/web.git', 'ops/web'],
    ['ssh://git@example.com:7999/OPS/web.git', undefined],
    ['https://example.com/projects/OPS', undefined],
    ['web', undefined],
  ])('were perhaps meant by an address: %s', (item, meant) => {
    expect(repositories.meantBy?.(item)).toBe(meant)
  })
})

describe('permissions of Bitbucket', () => {
  const all = ['PROJECT_READ', 'PROJECT_WRITE', 'PROJECT_ADMIN', 'REPO_READ', 'REPO_WRITE', 'REPO_ADMIN']

  it('are six', () => {
    const wrong = ['REPO', 'READ', 'REPO_CREATE', 'xREPO_READ', 'REPO_READER', 'repo_read', 'BROWSE_PROJECTS']
    expect(accepted(permissionsOfBitbucket, [...all, ...wrong])).toEqual(all)
    expect(permissionsOfBitbucket.accepts).toBe(all.join(', '))
  })

  it('were perhaps meant by one that is nearly so', () => {
    expect(all.map((name) => permissionsOfBitbucket.meantBy?.(name.toLowerCase()))).toEqual(all)
    expect(permissionsOfBitbucket.meantBy?.('BROWSE_PROJECTS')).toBeUndefined()
  })
})
