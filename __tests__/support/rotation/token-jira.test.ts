import { afterEach, describe, expect, it } from 'vitest'
import type { Interference } from './store-server.ts'
import type { TokenPolicy } from './token-store.ts'
import { createWorld, DAY_MS, type World } from './world.ts'

const running: World[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((world) => world.close()))
})

/** A Jira with one token of `svc-ci` named `ci`, and what asks it with that token, or with another. */
async function startJira(policy: Partial<TokenPolicy> = {}) {
  const world = await createWorld({ places: ['JIRA_PAT'], policy, skewMs: { jira: 5 * 60_000 } })
  running.push(world)
  const ci = world.tokens.plant({ name: 'ci', createdDays: -10, expiresDays: 20 })
  const ask = async (method: string, path: string, body?: object, bearer = ci.raw) => {
    const response = await fetch(`${world.jiraUrl}${path}`, {
      method,
      redirect: 'manual',
      headers: { Authorization: `Bearer ${bearer}`, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
  }
  return { world, ci, ask, tokens: world.tokens }
}

const LIST = '/rest/pat/latest/tokens'

describe('the stand-in Jira that keeps tokens', () => {
  it('makes a token that works from then on, and shows its value once', async () => {
    const { ask } = await startJira()
    const made = await ask('POST', LIST, { name: 'next', expirationDuration: 90 })
    expect(made).toMatchObject({ status: 201, body: { name: 'next', createdAt: expect.stringMatching(/\+00:00$/) } })
    const { rawToken, id, createdAt, expiringAt } = made.body
    expect(rawToken).toMatch(/^[MNO][A-Za-z0-9+/]{43}$/)
    expect(Date.parse(expiringAt) - Date.parse(createdAt)).toBe(90 * DAY_MS)
    expect(await ask('GET', '/rest/api/2/myself', undefined, rawToken)).toMatchObject({ body: { name: 'svc-ci' } })
    const { body: listed } = await ask('GET', LIST)
    expect(listed).toContainEqual(expect.objectContaining({ id, name: 'next' }))
    expect(JSON.stringify(listed)).not.toContain(rawToken)
  })

  it.each([
    ['a name of blanks', { name: ' ', expirationDuration: 1 }, {}, 400, /IllegalArgumentException$/],
    ['a name too long', { name: 'n'.repeat(41), expirationDuration: 1 }, {}, 400, /IllegalArgumentException$/],
    ['too long a life', { name: 'n', expirationDuration: 91 }, { maxDays: 90 }, 400, /IllegalArgumentException$/],
    ['no life', { name: 'n', expirationDuration: 0 }, {}, 400, /IllegalArgumentException$/],
    ['a life without an end', { name: 'n' }, { eternal: false }, 400, /IllegalArgumentException$/],
    ['one too many', { name: 'n', expirationDuration: 1 }, { limit: 1 }, 403, /UserTokenLimitExceededException$/],
    ['a name that is taken', { name: 'ci', expirationDuration: 1 }, { uniqueNames: true }, 400, /Exception$/],
  ])('refuses %s', async (_, body, policy, status, exception) => {
    const { ask, tokens } = await startJira(policy)
    expect(await ask('POST', LIST, body)).toMatchObject({
      status,
      body: { exception: expect.stringMatching(exception), error: expect.any(String) },
    })
    expect(tokens.tokens).toHaveLength(1)
  })

  it.each([302, 401, 403, 404] as const)('may let no token make tokens (%i)', async (creationRefused) => {
    const { ask, tokens } = await startJira({ creationRefused })
    expect((await ask('POST', LIST, { name: 'n' }).catch(() => ({ status: 302 }))).status).toBe(creationRefused)
    expect(tokens.tokens).toHaveLength(1)
  })

  it('counts expired tokens against the limit, lists them, and lets them do nothing', async () => {
    const { ask, tokens } = await startJira({ limit: 2 })
    const expired = tokens.plant({ name: 'old', createdDays: -90, expiresDays: -1 })
    expect((await ask('POST', LIST, { name: 'n', expirationDuration: 1 })).status).toBe(403)
    expect((await ask('GET', LIST)).body).toHaveLength(2)
    expect((await ask('GET', '/rest/api/2/myself', undefined, expired.raw)).status).toBe(401)
  })

  it('deletes what is its own, says the same of what never was, and refuses what is another’s', async () => {
    const { ask, tokens, ci } = await startJira()
    const other = tokens.plant({ name: 'x', owner: 'JIRAUSER10001', createdDays: -1 })
    expect((await ask('DELETE', `${LIST}/4711`)).status).toBe(204)
    expect((await ask('DELETE', `${LIST}/${other.id}`)).status).toBe(401)
    const administrator = tokens.plant({ name: 'a', owner: 'JIRAUSER10002', createdDays: -1 })
    expect((await ask('DELETE', `${LIST}/${other.id}`, undefined, administrator.raw)).status).toBe(204)
    expect(tokens.isLive(other)).toBe(false)
    expect((await ask('DELETE', `${LIST}/${ci.id}`)).status).toBe(204)
    expect((await ask('GET', '/rest/api/2/myself')).status).toBe(401)
  })

  it('has a clock of its own, and expires by it', async () => {
    const { ask, world } = await startJira()
    const { headers } = await ask('GET', '/rest/api/2/myself')
    const aheadMs = Date.parse(headers.get('date') ?? '') - world.clock.now()
    expect(Math.abs(aheadMs - 5 * 60_000)).toBeLessThan(5_000)
    world.clock.travelTo(world.startMs + 21 * DAY_MS)
    expect((await ask('GET', '/rest/api/2/myself')).status).toBe(401)
  })

  it('is behind with what it lists, with uses, and with new tokens, as a cluster is', async () => {
    const { ask, world } = await startJira({ listLagMs: 60_000, useLagMs: 120_000, replicationMs: 3_000 })
    const { rawToken } = (await ask('POST', LIST, { name: 'n', expirationDuration: 1 })).body
    expect((await ask('GET', '/rest/api/2/myself', undefined, rawToken)).status).toBe(401)
    expect((await ask('GET', LIST)).body).toEqual([expect.not.objectContaining({ lastAccessedAt: expect.anything() })])
    world.clock.travelTo(world.clock.now() + 130_000)
    expect((await ask('GET', '/rest/api/2/myself', undefined, rawToken)).status).toBe(200)
    expect((await ask('GET', LIST)).body).toEqual([
      expect.objectContaining({ name: 'ci', lastAccessedAt: expect.stringMatching(/^2026-/) }),
      expect.objectContaining({ name: 'n' }),
    ])
  })

  it.each<[string, 'before' | 'after', Interference, number]>([
    ['refused', 'before', { reply: { status: 500 } }, 1],
    ['reset once it was done', 'after', { reply: { reset: true } }, 2],
    ['cut', 'after', { cut: true }, 2],
    ['left alone', 'before', { leave: true }, 1],
  ])('can be %s', async (_, moment, interference, count) => {
    const { ask, world, tokens } = await startJira()
    world.interfere = ({ method }, now) => (method === 'POST' && now === moment ? interference : undefined)
    const answer = await ask('POST', LIST, { name: 'n', expirationDuration: 1 }).catch(() => undefined)
    expect(answer?.status).toBe('reply' in interference ? interference.reply.status : undefined)
    expect(tokens.tokens).toHaveLength(count)
    if ('leave' in interference) await expect(ask('GET', LIST)).rejects.toThrow()
    world.comeBack()
    expect((await ask('GET', LIST)).status).toBe(200)
  })
})
