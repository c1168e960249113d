import nock from 'nock'
import { beforeAll, describe, expect, it } from 'vitest'
import { describePermission } from '../../src/github/permission.ts'
import { getNewName, readRepository } from '../../src/github/repository.ts'
import { serveGitHub } from './serving.ts'

beforeAll(() => nock.restore())

describe('the repository', () => {
  it.each([
    ['octo-org/hello.world', { owner: 'octo-org', name: 'hello.world' }],
    ['o_1/.github', { owner: 'o_1', name: '.github' }],
    ['octo-org/a.', { owner: 'octo-org', name: 'a.' }],
    ['octo-org', undefined],
    ['octo-org/', undefined],
    ['/hello', undefined],
    ['octo-org/.', undefined],
    ['octo-org/a/b', undefined],
    ['octo-org/..', undefined],
    ['../hello', undefined],
    ['octo-org/he llo', undefined],
    ['octo-org/hello\n', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('is read from %j', (text, repository) => {
    expect(readRepository({ GITHUB_REPOSITORY: text })).toEqual(repository)
  })
})

describe('the new name of a repository', () => {
  const movedTo = 'https://api.github.com/repositories/1296269/actions/secrets/JIRA_PAT'

  it('is asked for by its number', async () => {
    const { github, seen } = await serveGitHub(() => ({ body: { id: 1296269, full_name: 'octo-org/new-name' } }))
    expect(await getNewName(github, movedTo, 50_000)).toEqual({ owner: 'octo-org', name: 'new-name' })
    expect(await getNewName(github, 'https://api.github.com/repositories/7', 50_000)).toMatchObject({
      name: 'new-name',
    })
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /repositories/1296269',
      'GET /repositories/7',
    ])
  })

  it('is asked for again where the server was out of order for a moment', async () => {
    const reply = { body: { full_name: 'octo-org/new-name' } }
    const { github, seen } = await serveGitHub((_request, number) => (number === 1 ? { status: 502 } : reply))
    expect(await getNewName(github, movedTo, 50_000)).toEqual({ owner: 'octo-org', name: 'new-name' })
    expect(seen).toHaveLength(2)
  })

  it.each([
    ['is refused', { status: 404, body: { message: 'Not Found' } }],
    ['comes with another status', { status: 203, body: { full_name: 'octo-org/new-name' } }],
    ['is none', { body: { full_name: '::error::no' } }],
    ['is not there', { body: [] }],
  ])('is not known where it %s', async (_what, reply) => {
    const { github } = await serveGitHub(() => reply)
    expect(await getNewName(github, movedTo, 50_000)).toBeUndefined()
  })

  it('is not known where GitHub is not there', async () => {
    const { github } = await serveGitHub(() => ({ reset: true }))
    expect(await getNewName(github, movedTo, 1)).toBeUndefined()
  })

  it.each(['https://login.example.com/', 'https://h/repositories/7x/', ''])(
    'is not asked for at %j',
    async (elsewhere) => {
      const { github, seen } = await serveGitHub(() => ({}))
      expect(await getNewName(github, elsewhere, 50_000)).toBeUndefined()
      expect(seen).toEqual([])
    },
  )
})

it.each([
  ['repository', 'secrets: write of a GitHub App (fine-grained token: Secrets, read and write; classic token: repo)'],
  [
    'environment',
    'environments: write of a GitHub App (fine-grained token: Environments, read and write; classic token: repo)',
  ],
  [
    'organization',
    'organization_secrets: write of a GitHub App (fine-grained token: Secrets of the organization, read and write; classic token: admin:org)',
  ],
] as const)('the permission for a secret of a %s is told in words', (kind, words) => {
  expect(describePermission(kind)).toBe(words)
})
