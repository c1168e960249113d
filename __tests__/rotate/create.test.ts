import { describe, expect, it } from 'vitest'
import { type Finding, finding } from '../../src/catalogue/finding.ts'
import { createBound } from '../../src/rotate/bound.ts'
import { create } from '../../src/rotate/create.ts'
import { discard } from '../../src/rotate/discard.ts'
import type { Made } from '../../src/rotate/jira-side.ts'
import type { Known } from '../../src/rotate/task.ts'
import type { ListedToken } from '../../src/verdict/listed-token.ts'
import { fingerprint, hourMs, listed, minuteMs, nowMs, ofFamily, prefix } from './seen.ts'
import { type GivenTask, identity, knownOf, present, rotateInputs, taskOf } from './task.ts'

const busy = finding('server-error', {}, 503)

const madeOne: Made = { creation: { kind: 'made', value: 'the-new-one', id: 77 }, found: undefined }
const lost: Made = { creation: { kind: 'in-doubt' }, found: busy }
const refused = (why: 'not-allowed' | 'limit' | 'life', found?: Finding): Made => ({
  creation: { kind: 'refused', why, statusCode: why === 'life' ? 400 : 403 },
  found,
})

interface Given extends Pick<GivenTask, 'inputs' | 'evidence' | 'deeds'> {
  /** What comes of each request for a new token. */
  readonly comes: readonly [Made, ...Made[]]
  readonly known?: Partial<Known>
  /** What the list is asked for a token whose value is lost. */
  readonly list?: (name: string) => readonly ListedToken[] | Finding
  readonly revoke?: (id: number) => Finding | undefined
}

async function play({ comes, known = {}, list = () => [], revoke = () => undefined, ...given }: Given) {
  const [names, calls]: [string[], string[]] = [[], []]
  let chance = 0
  const task = taskOf({
    ...given,
    // Another name each time.
    random: () => {
      chance += 0.01
      return chance % 1
    },
    jira: {
      make: async (token, name, days) => {
        names.push(name)
        calls.push(`make for ${days} days with ${token}`)
        return comes[Math.min(names.length, comes.length) - 1] ?? comes[0]
      },
      list: async () => {
        calls.push('list')
        return list(names.at(-1) ?? '')
      },
      revoke: async (token, id) => {
        calls.push(`revoke ${id} with ${token}`)
        return revoke(id)
      },
    },
  })
  const result = await create(task, knownOf(task, known), createBound(task.clock, 10 * minuteMs))
  const found = result.kind === 'none' ? result.found : undefined
  return { result, found, isCertain: result.kind === 'none' && result.isCertain, names, calls, deeds: task.deeds }
}

const making = 'make for 90 days with the-present-one'

describe('asking for a new token', () => {
  it('gets one, which is alive from then on', async () => {
    const { result, names, calls, deeds } = await play({ comes: [madeOne] })
    expect(names[0]).toMatch(new RegExp(`^${prefix}-261122-${fingerprint}-[0-9a-z]{4}$`))
    expect(result).toEqual({ kind: 'new', name: names[0], value: 'the-new-one', id: 77 })
    expect(deeds.made).toEqual({ name: names[0], id: 77, fate: 'alive' })
    expect(calls).toEqual([making])
  })

  it.each([
    [
      'with what was found',
      busy,
      'The request for a new token did not reach Jira (The server answered with an error of its own (503))',
      503,
    ],
    ['where nothing was', undefined, 'The request for a new token did not reach Jira', null],
  ])(
    'has made none for certain where the request did not go out, and says so: %s',
    async (_, why, problem, statusCode) => {
      const { found, isCertain, calls } = await play({ comes: [{ creation: { kind: 'not-sent' }, found: why }] })
      expect(found).toMatchObject({ reason: 'new-token-not-proven', facts: { problem }, statusCode })
      expect([isCertain, calls]).toEqual([true, [making]])
    },
  )

  it.each([90, 'never'] as const)('has made none where Jira refuses a life of %s', async (lifeDays) => {
    const { found, isCertain, calls } = await play({ comes: [refused('life')], inputs: { lifeDays } })
    const life = lifeDays === 'never' ? 'never expires' : 'lives 90 days'
    const problem = `Jira refuses to make a token that ${life} (HTTP 400)`
    expect(found).toMatchObject({ reason: 'token-life-refused', facts: { problem }, statusCode: 400 })
    expect([isCertain, calls]).toEqual([true, [`make for ${lifeDays} days with the-present-one`]])
  })

  it.each<[who: string, why: Finding | undefined, operator: string]>([
    ['Jira', undefined, 'the operators of jira.example.com'],
    [
      'something before it',
      finding('edge-forbidden', { edge: 'nginx', pageTitle: '403', operator: 'the people of nginx', path: '/' }, 403),
      'the people of nginx',
    ],
    ['something else', busy, 'the operators of jira.example.com'],
  ])('has made none where it is not allowed, and says whom to ask: %s', async (_, why, operator) => {
    const { found, isCertain } = await play({ comes: [refused('not-allowed', why)] })
    expect(found).toMatchObject({
      reason: 'rotation-not-allowed',
      facts: {
        problem: 'Jira answers the request for a new token with HTTP 403, though it accepts the token itself',
        places: ['JIRA_PAT', 'env:production/JIRA_PAT', 'org:JIRA_PAT'],
        operator,
        path: '/rest/pat/latest/tokens',
      },
    })
    expect(isCertain).toBe(true)
  })
})

describe('where Jira has too many tokens', () => {
  const expired = (id: number | undefined, hours: number): ListedToken =>
    ofFamily('22222222', { made: -200, ends: -hours / 24, id })
  const dead = expired(5, 2)

  it.each([
    ['that a person has named', 'ci', 'ci'],
    ['of no name', '', undefined],
  ])('says so, with the token %s', async (_, tokenName, expected) => {
    const inputs = { jira: { ...rotateInputs().jira, tokenName } }
    const { found, isCertain, calls } = await play({ comes: [refused('limit')], inputs })
    expect(found).toMatchObject({ reason: 'too-many-tokens', facts: { tokenName: expected }, statusCode: 403 })
    expect([isCertain, calls]).toEqual([true, [making]])
  })

  it('revokes those of the family that have expired, and asks once more', async () => {
    const tokens = [listed('of somebody', { ends: -30 }), dead, expired(6, 48), present]
    const { result, calls, deeds } = await play({ comes: [refused('limit'), madeOne], known: { tokens } })
    expect(calls).toEqual([making, 'revoke 5 with the-present-one', 'revoke 6 with the-present-one', making])
    expect([result.kind, deeds.revoked.map(({ id }) => id), [...deeds.gone]]).toEqual(['new', [5, 6], [5, 6]])
  })

  it('asks once more, and not a third time', async () => {
    const { found, calls } = await play({ comes: [refused('limit')], known: { tokens: [dead] } })
    expect([found?.reason, calls]).toEqual(['too-many-tokens', [making, 'revoke 5 with the-present-one', making]])
  })

  it('revokes none for another refusal', async () => {
    const { calls } = await play({ comes: [refused('life')], known: { tokens: [dead] } })
    expect(calls).toEqual([making])
  })

  it('does not ask again where none is gone', async () => {
    const revoke = () => busy
    const { calls, deeds } = await play({
      comes: [refused('limit')],
      known: { tokens: [dead, expired(6, 48)] },
      revoke,
    })
    expect([calls, deeds.revoked, [...deeds.gone]]).toEqual([[making, 'revoke 5 with the-present-one'], [], []])
  })

  it.each([
    ['live by Jira’s clock, which is behind', -3 * hourMs, expired(5, 2)],
    ['have expired half a minute ago', 0, expired(5, 1 / 120)],
    ['have no number', 0, expired(undefined, 2)],
    ['have expired by our clock, where Jira does not tell its own', undefined, expired(5, 48)],
  ])('revokes none that %s', async (_, jiraOffset, token) => {
    const known = { tokens: [token], offsets: { jira: jiraOffset, store: 0 } }
    expect((await play({ comes: [refused('limit')], known })).calls).toEqual([making])
  })

  it('revokes one that lives by our clock, where Jira’s is ahead', async () => {
    const known = { tokens: [expired(5, -2)], offsets: { jira: 3 * hourMs, store: 0 } }
    expect((await play({ comes: [refused('limit'), madeOne], known })).calls).toContain('revoke 5 with the-present-one')
  })
})

describe('where the answer is lost', () => {
  const shown = (name: string) => [present, listed(name, { made: 0, id: 78 })]

  it('revokes the token whose value nobody knows, and asks for another one by another name', async () => {
    const { result, names, calls, deeds } = await play({ comes: [lost, madeOne], list: shown })
    expect(calls).toEqual([making, 'list', 'revoke 78 with the-present-one', making])
    expect(names[0]).not.toBe(names[1])
    expect(result).toMatchObject({ kind: 'new', name: names[1] })
    expect([...deeds.gone]).toEqual([78])
  })

  it('asks no third time', async () => {
    const { found, isCertain, calls, deeds } = await play({ comes: [lost], list: shown })
    const problem =
      'Jira has made a new token twice, and the answer with its value was lost on the way; both were revoked'
    expect(found).toMatchObject({ reason: 'successor-lost', facts: { problem } })
    expect([isCertain, calls.filter((call) => call === making).length, deeds.made?.fate]).toEqual([true, 2, 'revoked'])
  })

  it('does not ask again where it cannot be revoked', async () => {
    const { found, isCertain, names, deeds } = await play({ comes: [lost], list: shown, revoke: () => busy })
    const [name] = names
    expect(found).toMatchObject({
      reason: 'successor-lost',
      facts: {
        problem: `Jira has made “${name}”, but the answer with its value was lost on the way, and Jira did not revoke it`,
        newToken: name,
      },
    })
    expect([isCertain, names.length, deeds.made]).toEqual([false, 1, { name, id: 78, fate: 'lost' }])
  })

  it.each([
    ['does not show it yet', [present]],
    ['cannot be read now', busy],
  ])('does not know whether there is one where the list of tokens %s', async (what, answer) => {
    const { found, isCertain, names, deeds } = await play({ comes: [lost], list: () => answer })
    const [name] = names
    expect(found).toMatchObject({
      reason: 'new-token-not-proven',
      facts: {
        problem: `It is not known whether Jira has made “${name}”, and the list of tokens ${what} (The server answered with an error of its own (503))`,
        newToken: name,
      },
      statusCode: 503,
    })
    expect([isCertain, names.length, deeds.made]).toEqual([false, 1, { name, fate: 'unknown' }])
  })
})

describe('discarding a new token', () => {
  const play = async (id: number | undefined, tokens: readonly ListedToken[] = [], answer?: Finding) => {
    const revoked: number[] = []
    const revoke = async (_: string, which: number): Promise<Finding | undefined> => {
      revoked.push(which)
      return answer
    }
    const task = taskOf({
      evidence: { identity, tokens },
      deeds: { made: { name: 'x', createdMs: nowMs, fate: 'alive' } },
      jira: { revoke },
    })
    const isGone = await discard(task, 'x', id, createBound(task.clock, minuteMs))
    return { isGone, revoked, gone: [...task.deeds.gone], made: task.deeds.made }
  }
  const alive = { name: 'x', createdMs: nowMs, fate: 'alive' }

  it('revokes it', async () => {
    const made = { name: 'x', createdMs: nowMs, id: 7, fate: 'revoked' }
    expect(await play(7)).toEqual({ isGone: true, revoked: [7], gone: [7], made })
  })

  it('revokes it where the list shows it by its name', async () => {
    expect(await play(7, [listed('x', { id: 7 }), listed('y', { id: 8 })])).toMatchObject({
      isGone: true,
      revoked: [7],
    })
  })

  it('is not done where Jira does not revoke it', async () => {
    expect(await play(7, [], busy)).toEqual({ isGone: false, revoked: [7], gone: [], made: alive })
  })

  it.each<[what: string, id: number | undefined, tokens: readonly ListedToken[]]>([
    ['nobody knows', undefined, [listed('y', { id: 8 })]],
    ['was somebody else’s before', 8, [listed('x', { id: 7 }), listed('y', { id: 8 })]],
  ])('revokes nothing by a number that %s', async (_, id, tokens) => {
    expect(await play(id, tokens)).toEqual({ isGone: false, revoked: [], gone: [], made: alive })
  })
})
