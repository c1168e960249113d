import type { paths } from '@octokit/openapi-types'
import sodium from 'libsodium-wrappers'
import nock from 'nock'
import { beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import type { GitHub } from '../../src/github/api.ts'
import type { Place } from '../../src/github/place.ts'
import { createSecrets, NO_ACCESS, type PublicKey, type Secrets } from '../../src/github/secrets.ts'
import { createHandMovedClock } from '../support/clock.ts'
import { never, type Reply } from '../support/reply.ts'
import { githubAt, type Seen, serveGitHub } from './serving.ts'

beforeAll(async () => {
  nock.restore()
  await sodium.ready
})

type Org = '/orgs/{org}/actions/secrets/{secret_name}'
type OrgBody = paths[Org]['put']['requestBody']['content']['application/json']
type OrgSecret = paths[Org]['get']['responses'][200]['content']['application/json']
type Selected = paths[`${Org}/repositories`]['get']['responses'][200]['content']['application/json']
type RepoBody =
  paths['/repos/{owner}/{repo}/actions/secrets/{secret_name}']['put']['requestBody']['content']['application/json']
type Key =
  paths['/repos/{owner}/{repo}/actions/secrets/public-key']['get']['responses'][200]['content']['application/json']

const inRepository: Place = { kind: 'repository', name: 'JIRA_PAT' }
const inEnvironment: Place = { kind: 'environment', name: 'JIRA_PAT', environment: 'prod eu' }
const inOrganization: Place = { kind: 'organization', name: 'JIRA_PAT' }
const everywhere: [path: string, place: Place][] = [
  ['/repos/octo-org/hello/actions/secrets/', inRepository],
  ['/repos/octo-org/hello/environments/prod%20eu/secrets/', inEnvironment],
  ['/orgs/octo-org/actions/secrets/', inOrganization],
]

const keys = () => sodium.crypto_box_seed_keypair(new Uint8Array(32).fill(7))
const publicKey = (): PublicKey => ({ id: '568250167242549743', bytes: keys().publicKey })
const keyAnswer = (): Key => ({ key_id: '568250167242549743', key: Buffer.from(keys().publicKey).toString('base64') })
const open = (box: string | undefined): string =>
  sodium.crypto_box_seal_open(Buffer.from(box ?? '', 'base64'), keys().publicKey, keys().privateKey, 'text')

const times = { created_at: '2026-01-10T14:59:22Z', updated_at: '2026-03-01T12:00:05Z' }
const updatedMs = Date.parse(times.updated_at)
const orgSecret: OrgSecret = { name: 'JIRA_PAT', ...times, visibility: 'selected' }

async function serve(
  respond: (request: Seen, number: number) => Reply,
): Promise<{ secrets: Secrets; seen: Seen[]; asked: () => string[] }> {
  const { github, seen } = await serveGitHub(respond)
  const secrets = createSecrets(github, { owner: 'octo-org', name: 'hello' }, systemClock)
  return { secrets, seen, asked: () => seen.map(({ method, path }) => `${method} ${path}`) }
}

const value = () => ({ text: 'gehéim', key: publicKey(), access: NO_ACCESS })

describe.each(everywhere)('of the secrets below %s', (path, place) => {
  it('the public key is read', async () => {
    const { secrets, asked } = await serve(() => ({ body: keyAnswer() }))
    expect(await secrets.getPublicKey(place, 50_000)).toMatchObject({ kind: 'done', value: { id: publicKey().id } })
    expect(asked()).toEqual([`GET ${path}public-key`])
  })

  it('one is made or replaced with a sealed value, by one request', async () => {
    for (const status of [201, 204]) {
      const { secrets, seen, asked } = await serve(() => ({ status }))
      expect(await secrets.put(place, value(), 50_000)).toMatchObject({ kind: 'done', serverMs: expect.any(Number) })
      expect(asked()).toEqual([`PUT ${path}JIRA_PAT`])
      const { encrypted_value: box, key_id: id, ...others } = (seen[0]?.body ?? {}) as Partial<RepoBody>
      expect(open(box)).toBe('gehéim')
      expect(id).toBe('568250167242549743')
      const access: Omit<OrgBody, 'encrypted_value'> = { visibility: 'selected', selected_repository_ids: [] }
      expect(others).toEqual(place.kind === 'organization' ? access : {})
    }
  })

  it('one is deleted by one request', async () => {
    const { secrets, asked } = await serve(() => ({ status: 204 }))
    expect(await secrets.delete(place, 50_000)).toMatchObject({ kind: 'done' })
    expect(asked()).toEqual([`DELETE ${path}JIRA_PAT`])
  })

  it('one says when it was written last', async () => {
    const { secrets } = await serve(() => ({ body: { ...orgSecret, visibility: 'all' } }))
    const { serverMs, ...facts } = { serverMs: 0, ...(await secrets.getFacts(place, 50_000)) }
    expect(facts).toMatchObject({ kind: 'done', value: { updatedMs } })
    expect(serverMs).toBeGreaterThan(0)
  })

  it('one that is not there is refused with 404', async () => {
    const { secrets, seen } = await serve(() => ({ status: 404, body: { message: 'Not Found' } }))
    expect(await secrets.getFacts(place, 50_000)).toMatchObject({
      kind: 'refused',
      statusCode: 404,
      movedTo: undefined,
    })
    expect(await secrets.delete(place, 50_000)).toMatchObject({ kind: 'refused', statusCode: 404 })
    expect(seen).toHaveLength(2)
  })
})

it.each([inRepository, inEnvironment])('a secret of a $kind has no access of its own', async (place) => {
  const { secrets } = await serve(() => ({ body: { name: 'JIRA_PAT', ...times } }))
  expect(await secrets.getFacts(place, 50_000)).toMatchObject({ kind: 'done', value: { updatedMs, access: NO_ACCESS } })
})

it.each<[unknown]>([
  [[keyAnswer]],
  [{ ...{ key_id: '568250167242549743' } }],
  [{ key: Buffer.alloc(32).toString('base64') }],
  [{ key_id: '1', key: Buffer.alloc(31).toString('base64') }],
])('a public key that is none is not taken: %j', async (body) => {
  const { secrets } = await serve(() => ({ body: body as object }))
  expect(await secrets.getPublicKey(inRepository, 50_000)).not.toMatchObject({ kind: 'done' })
})

describe('the access to a secret of an organisation', () => {
  it.each<[string, Reply]>([
    ['a page without repositories', { body: { total_count: 0 } }],
    ['a page with something else', { body: { total_count: 0, repositories: {} } }],
    ['a page that is a list', { body: [] }],
    ['a page that is not there', { status: 404, body: { message: 'Not Found' } }],
  ])('is not read from %s, which would take it away', async (_, reply) => {
    const { secrets } = await serve(({ path }) => (path.includes('/repositories') ? reply : { body: orgSecret }))
    expect(await secrets.getFacts(inOrganization, 50_000)).toMatchObject({ kind: 'in-doubt' })
  })

  /** Selected repositories in pages, as many as GitHub says there are unless told otherwise. */
  const selecting =
    (pages: number[][], total = pages.flat().length) =>
    ({ path }: Seen): Reply => {
      if (!path.includes('/repositories')) return { body: orgSecret }
      const page = Number(new URLSearchParams(path.split('?')[1]).get('page') ?? 1)
      const next = `<https://api.github.com/organizations/1/actions/secrets/JIRA_PAT/repositories?page=${page + 1}>; rel="next"`
      const repositories = (pages[page - 1] ?? []).map((id) => ({ id }))
      const body = { total_count: total, repositories } satisfies { [Name in keyof Selected]: unknown }
      return { body, headers: page < pages.length ? { Link: next } : {} }
    }

  it('is read over all pages, and sent back as it was', async () => {
    const { secrets, seen, asked } = await serve((request) =>
      request.method === 'PUT' ? { status: 204 } : selecting([[1, 2], [3], [4]])(request),
    )
    const facts = await secrets.getFacts(inOrganization, 50_000)
    const access = { visibility: 'selected', repositoryIds: [1, 2, 3, 4] }
    expect(facts).toMatchObject({ kind: 'done', value: { updatedMs, access } })
    await secrets.put(inOrganization, { ...value(), access }, 50_000)
    expect(seen.at(-1)?.body).toMatchObject({ visibility: 'selected', selected_repository_ids: [1, 2, 3, 4] })
    const path = '/orgs/octo-org/actions/secrets/JIRA_PAT'
    expect(asked()).toEqual([
      `GET ${path}`,
      ...['', '&page=2', '&page=3'].map((page) => `GET ${path}/repositories?per_page=100${page}`),
      `PUT ${path}`,
    ])
  })

  it.each(['all', 'private', 'something new'])(
    'is sent back without repositories where it is %s',
    async (visibility) => {
      const { secrets, seen } = await serve(({ method }) =>
        method === 'PUT' ? { status: 204 } : { body: { ...orgSecret, visibility } },
      )
      const facts = await secrets.getFacts(inOrganization, 50_000)
      if (facts.kind !== 'done') throw new Error(facts.kind)
      expect(facts.value.access).toEqual({ visibility, repositoryIds: [] })
      await secrets.put(inOrganization, { ...value(), access: facts.value.access }, 50_000)
      expect(seen).toHaveLength(2)
      expect(seen[1]?.body).toMatchObject({ visibility })
      expect(seen[1]?.body).not.toHaveProperty('selected_repository_ids')
    },
  )

  it('is read in the time that the secret itself has left', async () => {
    const { github } = await serveGitHub(selecting([[1]]))
    const clock = createHandMovedClock()
    const times: number[] = []
    const slow: GitHub = {
      requestCount: 0,
      async send(request, timeoutMs) {
        times.push(timeoutMs)
        await clock.advance(10_000)
        return github.send(request, 50_000)
      },
    }
    await createSecrets(slow, { owner: 'octo-org', name: 'hello' }, clock).getFacts(inOrganization, 50_000)
    expect(times).toEqual([50_000, 40_000])
  })

  it('that none has is none', async () => {
    const { secrets } = await serve(selecting([[]]))
    expect(await secrets.getFacts(inOrganization, 50_000)).toMatchObject({ value: { access: NO_ACCESS } })
  })

  it.each<[what: string, respond: (request: Seen) => Reply, outcome: object]>([
    ['the token sees fewer than there are', selecting([[1, 2]], 3), { kind: 'in-doubt', statusCode: 200 }],
    [
      'there are more pages than are read',
      selecting(Array.from({ length: 101 }, (_, id) => [id])),
      { kind: 'in-doubt' },
    ],
    [
      'one has no number',
      ({ path }) => ({
        body: path.includes('/repositories') ? { total_count: 1, repositories: [{ id: '1' }] } : orgSecret,
      }),
      { kind: 'in-doubt' },
    ],
    [
      'they may not be read',
      ({ path }) => (path.includes('/repositories') ? { status: 403, body: {} } : { body: orgSecret }),
      { kind: 'refused', statusCode: 403 },
    ],
    [
      'they are not there, which says nothing of the secret itself',
      ({ path }) => (path.includes('/repositories') ? { status: 404, body: {} } : { body: orgSecret }),
      { kind: 'in-doubt', statusCode: 404 },
    ],
    ['one is told twice, and another not at all', selecting([[1, 2], [2]]), { kind: 'in-doubt' }],
    [
      'they are not told',
      ({ path }) => ({ body: path.includes('/repositories') ? {} : orgSecret }),
      { kind: 'in-doubt', statusCode: 200 },
    ],
    ['its visibility is not told', () => ({ body: times }), { kind: 'in-doubt', statusCode: 200 }],
  ])('is not known where %s', async (_what, respond, outcome) => {
    const { secrets } = await serve(respond)
    expect(await secrets.getFacts(inOrganization, 50_000)).toMatchObject(outcome)
  })
})

describe('a write', () => {
  const outcomes: [what: string, reply: Reply, outcome: object][] = [
    ...[400, 401, 403, 404, 405, 409, 410, 422].map((status): [string, Reply, object] => [
      `HTTP ${status}`,
      { status, body: { message: 'no' } },
      { kind: 'refused', statusCode: status, movedTo: undefined },
    ]),
    ...[301, 307, 308].map((status): [string, Reply, object] => [
      `HTTP ${status}`,
      { status, headers: { Location: 'https://api.github.com/repositories/7/actions/secrets/JIRA_PAT' } },
      {
        kind: 'refused',
        statusCode: status,
        movedTo: 'https://api.github.com/repositories/7/actions/secrets/JIRA_PAT',
      },
    ]),
    ...[200, 202, 302, 408, 418, 500, 502, 503, 504].map((status): [string, Reply, object] => [
      `HTTP ${status}`,
      { status },
      { kind: 'in-doubt', statusCode: status },
    ]),
    ['429', { status: 429, headers: { 'Retry-After': '7' } }, { kind: 'limited', statusCode: 429, waitMs: 7_000 }],
    ['403', { status: 403, headers: { 'Retry-After': '7' } }, { kind: 'limited', statusCode: 403, waitMs: 7_000 }],
    ['a reset', { reset: true }, { kind: 'in-doubt', statusCode: undefined, code: 'ECONNRESET' }],
    ['no answer in time', { after: never }, { kind: 'in-doubt', statusCode: undefined, code: 'TIMEOUT' }],
  ]
  it.each(outcomes)('that comes to %s says what is certain, and is made once', async (_what, reply, outcome) => {
    const { secrets, seen } = await serve(() => reply)
    const timeoutMs = reply.after === undefined ? 50_000 : 3_000
    expect(await secrets.put(inRepository, value(), timeoutMs)).toMatchObject(outcome)
    expect(await secrets.delete(inRepository, timeoutMs)).toMatchObject(outcome)
    expect(seen.map(({ method }) => method)).toEqual(['PUT', 'DELETE'])
  })

  it('that never reached GitHub says so', async () => {
    const { github, seen } = await serveGitHub(() => ({}))
    expect(github.requestCount).toBe(0)
    const nowhere = githubAt('https://api.github.example', {
      lookUp: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    })
    const secrets = createSecrets(nowhere, { owner: 'octo-org', name: 'hello' }, systemClock)
    const outcome = { kind: 'not-sent', code: 'ENOTFOUND', phase: 'lookup' }
    expect(await secrets.put(inRepository, value(), 50_000)).toMatchObject(outcome)
    expect(seen).toEqual([])
  })

  it('is not made with a key that nobody can have', async () => {
    const { secrets, seen } = await serve(() => ({ status: 204 }))
    const key = { id: '1', bytes: new Uint8Array(32) }
    expect(await secrets.put(inRepository, { ...value(), key }, 50_000)).toEqual({ kind: 'not-sent', code: 'NO_KEY' })
    expect(seen).toEqual([])
  })
})

describe('what is read', () => {
  it.each<[what: string, body: unknown]>([
    ['is no object', []],
    ['is no JSON', '<html></html>'],
    ['has no id', { key: keyAnswer }],
    ['has no key', { key_id: '1' }],
    ['has a key that is too short', { key_id: '1', key: 'AAAA' }],
  ])('is no public key where it %s', async (_what, body) => {
    const { secrets } = await serve(() => ({ body: body as object }))
    expect(await secrets.getPublicKey(inRepository, 50_000)).toMatchObject({ kind: 'in-doubt', statusCode: 200 })
  })

  it.each(['', 'yesterday', undefined])('says nothing where a secret was written at %j', async (updated_at) => {
    const { secrets } = await serve(() => ({ body: { ...orgSecret, updated_at } }))
    expect(await secrets.getFacts(inRepository, 50_000)).toMatchObject({ kind: 'in-doubt', statusCode: 200 })
  })

  it('is read again where the server was out of order for a moment', async () => {
    const { secrets, seen } = await serve((_request, number) =>
      number === 1 ? { status: 502 } : { body: keyAnswer() },
    )
    expect(await secrets.getPublicKey(inRepository, 50_000)).toMatchObject({ kind: 'done' })
    expect(seen).toHaveLength(2)
  })

  it('is read again of a secret likewise', async () => {
    const { secrets, seen } = await serve((_request, number) =>
      number === 1 ? { status: 502 } : { body: { name: 'JIRA_PAT', ...times } },
    )
    expect(await secrets.getFacts(inRepository, 50_000)).toMatchObject({ kind: 'done', value: { updatedMs } })
    expect(seen).toHaveLength(2)
  })
})
