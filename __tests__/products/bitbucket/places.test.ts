import { describe, expect, it } from 'vitest'
import { judgePlaces } from '../../../src/products/bitbucket/places.ts'

const judge = (permissions: string[], projects: string[] = [], repositories: string[] = []) =>
  judgePlaces({ projects, spaces: [], repositories, permissions })

describe('permissions', () => {
  it.each<[string, string[], string[], string[]]>([
    ['of projects, with a project', ['PROJECT_READ'], ['OPS'], []],
    ['of repositories, with a repository', ['REPO_READ'], [], ['OPS/web']],
    ['of both, with both', ['REPO_READ', 'PROJECT_ADMIN'], ['OPS'], ['OPS/web']],
    ['of none', [], [], []],
  ])('are fine: %s', (_, permissions, projects, repositories) => {
    expect(judge(permissions, projects, repositories)).toBeUndefined()
  })

  it.each<[string, string, string[], string[], string[]]>([
    ['projects', 'PROJECT_READ', ['REPO_READ', 'PROJECT_READ'], [], ['OPS/web']],
    ['repositories', 'REPO_WRITE', ['PROJECT_READ', 'REPO_WRITE'], ['OPS'], []],
  ])('want %s to hold in: %s', (places, permission, permissions, projects, repositories) => {
    const found = judge(permissions, projects, repositories)
    expect(found).toMatchObject({
      reason: 'input-invalid',
      facts: {
        input: '<permissions>',
        problem: `has ${permission}, and <${places}> names no place in which it could be held`,
        accepts: 'PROJECT_… only with <projects>, and REPO_… only with <repositories>',
      },
    })
  })
})
