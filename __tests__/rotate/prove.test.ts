import { describe, expect, it } from 'vitest'
import { type Finding, finding } from '../../src/catalogue/finding.ts'
import { createBound } from '../../src/rotate/bound.ts'
import type { RotateInputs } from '../../src/rotate/inputs.ts'
import type { End } from '../../src/rotate/place.ts'
import { outOfTime, proveListed, proveNew } from '../../src/rotate/prove.ts'
import type { MadeToken } from '../../src/rotate/task.ts'
import type { Identity } from '../../src/verdict/identity.ts'
import type { ListedToken } from '../../src/verdict/listed-token.ts'
import { dayMs, hourMs, listed, nowMs } from './seen.ts'
import { type GivenRun, headOf, identity, knownOf, made, present, taskOf } from './task.ts'

const busy = finding('server-error', {}, 503)
const refused = finding('token-rejected', {}, 401)

/** Another answer each time, the last one from then on; tells when it was asked, in seconds from the first time. */
function inTurn<T>(answers: readonly [T, ...T[]]) {
  const askedAt: number[] = []
  const ask = (run: () => GivenRun) => async (): Promise<T> => {
    askedAt.push(Math.round((run().clock.now() - nowMs) / 1000))
    return answers[Math.min(askedAt.length, answers.length) - 1] ?? answers[0]
  }
  return { askedAt, ask }
}

const problemOf = (found: Finding | undefined): string | undefined =>
  found && 'problem' in found.facts ? `${found.reason}: ${found.facts.problem}` : found?.reason

const fresh = listed(made.name, { made: 0, ends: 90, id: 78 })

interface Given {
  readonly inputs?: Partial<RotateInputs>
  readonly endsMs?: End
  readonly offsetMs?: number
  readonly leftMs?: number
}

async function playList(
  answers: readonly [readonly ListedToken[] | Finding, ...(readonly ListedToken[] | Finding)[]],
  { inputs = {}, endsMs = nowMs + 20 * dayMs, offsetMs = 0, leftMs = 600_000 }: Given = {},
): Promise<{ found: string | undefined; made: MadeToken | undefined; askedAt: readonly number[] }> {
  const { ask, askedAt } = inTurn(answers)
  const task: GivenRun = taskOf({ inputs, jira: { list: ask(() => task), offsetMs } })
  const head = headOf({ endsMs })
  const proven = proveListed(task, knownOf(task), made, head, createBound(task.clock, leftMs))
  return { found: problemOf(await task.clock.runUntil(proven)), made: task.deeds.made, askedAt }
}

describe('a new token in the list', () => {
  it('is known by its name, with its dates', async () => {
    expect(await playList([[present, fresh]])).toEqual({
      found: undefined,
      made: { name: made.name, id: 78, createdMs: nowMs, endsMs: nowMs + 90 * dayMs, fate: 'alive' },
      askedAt: [0],
    })
  })

  it('has the number of the answer where the list has none', async () => {
    const { made: known } = await playList([[listed(made.name, { made: 0, ends: 90, id: undefined })]])
    expect(known?.id).toBe(made.id)
  })

  it('has dates by our clock', async () => {
    const { made: known } = await playList([[fresh]], { offsetMs: 2 * hourMs })
    expect([known?.createdMs, known?.endsMs]).toEqual([nowMs - 2 * hourMs, nowMs + 90 * dayMs - 2 * hourMs])
  })

  it('may be of unknown age', async () => {
    const { found, made: known } = await playList([[listed(made.name, { made: undefined, ends: 90 })]])
    expect([found, known?.createdMs]).toEqual([undefined, undefined])
  })

  it('is waited for, since another node of a cluster may not know it yet', async () => {
    const { found, askedAt } = await playList([[present], [present], [present, fresh]])
    expect([found, askedAt]).toEqual([undefined, [0, 1, 2]])
  })

  it.each([
    ['for ten seconds', 600_000, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['but not longer than there is time', 3_000, [0, 1, 2]],
  ])('is waited for %s', async (_, leftMs, expected) => {
    const { found, askedAt } = await playList([[present]], { leftMs })
    expect(found).toBe(`new-token-not-proven: Jira has made “${made.name}”, but the list of tokens does not show it`)
    expect(askedAt).toEqual(expected)
  })

  it.each<[what: string, answer: readonly ListedToken[] | Finding, found: string]>([
    [
      'in a list that cannot be read',
      busy,
      `new-token-not-proven: Jira has made “${made.name}”, but the list of tokens cannot be read (The server answered with an error of its own (503))`,
    ],
    [
      'whose end cannot be read',
      [listed(made.name, { made: 0, ends: 'unreadable' })],
      `new-token-not-proven: Jira has made “${made.name}”, but nobody can read when it ends`,
    ],
    [
      'that ends when the present one does',
      [listed(made.name, { made: 0, ends: 20 })],
      'token-life-refused: Jira has made a token that ends no later than the present one, though <days> asks for 90 days',
    ],
  ])('is not stored, nor waited for: one %s', async (_, answer, found) => {
    expect(await playList([answer])).toMatchObject({ found, askedAt: [0] })
  })

  it.each<[ends: number | 'never', present: number | 'never', inputs: Partial<RotateInputs>, isStored: boolean]>([
    [20.001, 20, {}, true],
    [19, 20, {}, false],
    ['never', 20, {}, true],
    ['never', 'never', {}, false],
    [90, 'never', {}, false],
    [19, 20, { revoke: 'now' }, true],
    [19, 20, { revoke: 'never' }, false],
  ])(
    'that ends in %s days, where the present one does in %s, with %j: is stored: %s',
    async (ends, end, inputs, isStored) => {
      const endsMs = end === 'never' ? end : nowMs + end * dayMs
      const { found } = await playList([[listed(made.name, { made: 0, ends })]], { inputs, endsMs })
      expect(found === undefined).toBe(isStored)
    },
  )
})

async function playIdentity(
  answers: readonly [Identity | Finding, ...(Identity | Finding)[]],
  known: Identity = identity,
): Promise<{ found: string | undefined; statusCode: number | null | undefined; askedAt: readonly number[] }> {
  const { ask, askedAt } = inTurn(answers)
  const task: GivenRun = taskOf({ jira: { identify: ask(() => task) } })
  const proven = proveNew(task, knownOf(task, { identity: known }), made, createBound(task.clock, 600_000))
  const found = await task.clock.runUntil(proven)
  return { found: problemOf(found), statusCode: found?.statusCode, askedAt }
}

const another = `new-token-not-proven: Jira has made “${made.name}”, but it belongs to another user`

describe('whose a new token is', () => {
  const [nameless, keyless] = [
    { ...identity, name: '' },
    { ...identity, key: '' },
  ]

  it.each<[what: string, answer: Identity, known: Identity, found: string | undefined]>([
    ['the same user', identity, identity, undefined],
    ['the same key, under a new name', { ...identity, name: 'svc-new' }, identity, undefined],
    ['another key, under the same name', { ...identity, key: 'JIRAUSER1' }, identity, another],
    ['no key any more, and the same name', keyless, identity, undefined],
    ['no key before, and the same name', identity, keyless, undefined],
    ['no key, and the same name', keyless, keyless, undefined],
    ['no key, and another name', { ...keyless, name: 'svc-new' }, keyless, another],
    ['no key, and another account', { ...keyless, accountId: '5b10' }, keyless, another],
    ['no name, and the same key', nameless, identity, undefined],
  ])('%s', async (_, answer, known, found) => {
    expect(await playIdentity([answer], known)).toMatchObject({ found, askedAt: [0] })
  })

  it('is asked again while it is refused, since another node of a cluster may not know it yet', async () => {
    expect(await playIdentity([refused, refused, identity])).toEqual({ found: undefined, askedAt: [0, 1, 2] })
  })

  it('is asked for ten seconds, no longer', async () => {
    expect(await playIdentity([refused])).toEqual({
      found: `new-token-not-proven: Jira has made “${made.name}”, but Jira does not accept it (Jira rejected the token (401))`,
      statusCode: 401,
      askedAt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    })
  })

  it('is asked once where something else is wrong', async () => {
    expect(await playIdentity([busy, identity])).toEqual({
      found: `new-token-not-proven: Jira has made “${made.name}”, but Jira does not accept it (The server answered with an error of its own (503))`,
      statusCode: 503,
      askedAt: [0],
    })
  })
})

it('is not stored past its time', () => {
  expect(problemOf(outOfTime(taskOf(), made))).toBe(
    `new-token-not-proven: Jira has made “${made.name}”, but too much time has passed since it was asked for, or this machine was suspended`,
  )
})
