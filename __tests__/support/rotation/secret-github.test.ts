import sodium from 'libsodium-wrappers'
import { afterEach, describe, expect, it } from 'vitest'
import { createWorld, type World } from './world.ts'

const running: World[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((world) => world.close()))
})

async function startGitHub() {
  const world = await createWorld({ places: ['JIRA_PAT', 'env:staging / eu/JIRA_PAT', 'org:JIRA_PAT'] })
  running.push(world)
  const ask = async (method: string, path: string, body?: object, token = world.secrets.token) => {
    const response = await fetch(`${world.gitHubUrl}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}` },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      link: response.headers.get('link'),
      body: text === '' ? undefined : JSON.parse(text),
    }
  }
  const seal = async (base: string, value: string) => {
    await sodium.ready
    const { key, key_id } = (await ask('GET', `${base}/public-key`)).body
    const sealed = sodium.crypto_box_seal(Buffer.from(value), Buffer.from(key, 'base64'))
    return { key_id, encrypted_value: Buffer.from(sealed).toString('base64') }
  }
  return { world, ask, seal }
}

const repository = '/repos/octo-org/octo-repo/actions/secrets'
const environment = '/repos/octo-org/octo-repo/environments/staging%20%2F%20eu/secrets'
const organization = '/orgs/octo-org/actions/secrets'

describe('the stand-in GitHub that keeps secrets', () => {
  it.each([repository, environment, organization])('opens what was sealed for it, below %s', async (base) => {
    const { world, ask, seal } = await startGitHub()
    const body = { ...(await seal(base, 'a value')), ...(base === organization && { visibility: 'all' }) }
    expect((await ask('PUT', `${base}/JIRA_PAT`, body)).status).toBe(201)
    expect((await ask('PUT', `${base}/JIRA_PAT`, body)).status).toBe(204)
    expect(world.places.map((place) => world.secretOf(place)?.value).filter(Boolean)).toEqual(['a value'])
    const { body: shown } = await ask('GET', `${base}/JIRA_PAT`)
    expect(shown).toMatchObject({ name: 'JIRA_PAT', updated_at: expect.stringMatching(/^2026-03-01T12:00:\d\dZ$/) })
    expect((await ask('DELETE', `${base}/JIRA_PAT`)).status).toBe(204)
    expect((await ask('DELETE', `${base}/JIRA_PAT`)).status).toBe(404)
    expect((await ask('GET', `${base}/JIRA_PAT`)).status).toBe(404)
  })

  it('refuses what it cannot open, another key, and an organisation’s secret without visibility', async () => {
    const { ask, seal } = await startGitHub()
    const sealed = await seal(repository, 'a value')
    expect((await ask('PUT', `${repository}/A`, { ...sealed, encrypted_value: 'AAAA' })).status).toBe(422)
    expect((await ask('PUT', `${repository}/A`, { ...sealed, key_id: '1' })).status).toBe(422)
    expect((await ask('PUT', `${organization}/A`, sealed)).status).toBe(422)
    expect((await ask('PUT', `${repository}/GITHUB_A`, sealed)).status).toBe(422)
  })

  it('takes access away from repositories that are not named again, and shows them in pages', async () => {
    const { world, ask, seal } = await startGitHub()
    const sealed = await seal(organization, 'a value')
    const ids = Array.from({ length: 130 }, (_, index) => index)
    const body = { ...sealed, visibility: 'selected', selected_repository_ids: ids }
    await ask('PUT', `${organization}/JIRA_PAT`, body)
    const first = await ask('GET', `${organization}/JIRA_PAT/repositories?per_page=100`)
    expect(first).toMatchObject({ link: expect.stringContaining('page=2>; rel="next"'), body: { total_count: 130 } })
    const second = await ask('GET', `${organization}/JIRA_PAT/repositories?per_page=100&page=2`)
    expect(second.link).toBeNull()
    expect([...first.body.repositories, ...second.body.repositories].map(({ id }) => id)).toEqual(ids)
    await ask('PUT', `${organization}/JIRA_PAT`, { ...sealed, visibility: 'selected' })
    expect(world.secrets.get('organization', 'JIRA_PAT')?.selected).toEqual([])
  })

  it('knows one token, which may be kept from a shelf, and no environment but its own', async () => {
    const { world, ask } = await startGitHub()
    expect((await ask('GET', `${repository}/public-key`, undefined, 'another')).status).toBe(401)
    world.secrets.closed.add('environment staging / eu')
    expect((await ask('GET', `${environment}/public-key`)).status).toBe(403)
    expect((await ask('GET', `${repository}/public-key`)).status).toBe(200)
    expect((await ask('GET', '/repos/octo-org/octo-repo/environments/none/secrets/public-key')).status).toBe(404)
    expect((await ask('GET', '/repos/octo-org/other/actions/secrets/public-key')).status).toBe(404)
  })
})
