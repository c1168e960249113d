import { describe, expect, it } from 'vitest'
import { type Finding, finding } from '../../src/catalogue/finding.ts'
import type { Bound } from '../../src/rotate/bound.ts'
import type { Head } from '../../src/rotate/place.ts'
import { leakedOf, revokeElder, revokeNow } from '../../src/rotate/revoke.ts'
import { isEnded } from '../../src/rotate/task.ts'
import type { Identity } from '../../src/verdict/identity.ts'
import type { ListedToken } from '../../src/verdict/listed-token.ts'
import { dayMs, fingerprint, listed, minuteMs, nowMs, ofFamily } from './seen.ts'
import {
  type GivenRun,
  type GivenTask,
  headOf,
  identity,
  knownOf,
  made,
  present,
  rotateInputs,
  taskOf,
} from './task.ts'

const busy = finding('server-error', {}, 503)
const refused = finding('token-rejected', {}, 401)

const isMinute = (bound: Bound): void => expect(bound.leftMs()).toBeLessThanOrEqual(minuteMs)

/** Eleven days old and in use; and the one before it, which nobody has used for nine days. */
const head = ofFamily('22222222', { made: -11, ends: 79, id: 2 })
const elder = ofFamily('33333333', { made: -71, ends: 19, used: -9, id: 3 })

describe('revoking an elder', () => {
  interface Given {
    /** What the list shows each time that it is asked. */
    readonly lists?: readonly (readonly ListedToken[])[]
    readonly token?: ListedToken
    readonly identify?: Identity | Finding
    readonly revoke?: Finding
    readonly stampDays?: number
  }

  async function play({
    lists = [[elder, head], [head]],
    token = elder,
    identify = identity,
    revoke,
    stampDays = -11,
  }: Given) {
    const revoked: string[] = []
    let looks = 0
    const task = taskOf({
      evidence: { identity, tokens: [elder, head] },
      store: { places: ['JIRA_PAT'] },
      jira: {
        identify: async (_, bound) => {
          isMinute(bound)
          return identify
        },
        list: async () => lists[looks++] ?? [head],
        revoke: async (value, id, bound) => {
          isMinute(bound)
          revoked.push(`${id} with ${value}`)
          return revoke
        },
      },
    })
    const seen = { kind: 'places', stamps: [nowMs + stampDays * dayMs] } as const
    const next = await revokeElder(task, knownOf(task, { seen }), token)
    const ended = isEnded(next) ? next.found : 'goes on'
    return { ended, revoked, looks, deeds: task.deeds }
  }

  it('is done where the same step is still the next one, and looked at afterwards', async () => {
    const { ended, revoked, looks, deeds } = await play({})
    expect([ended, revoked, looks]).toEqual(['goes on', ['3 with the-present-one'], 2])
    expect([deeds.revoked, [...deeds.gone]]).toEqual([[elder], [3]])
  })

  it.each<[what: string, given: Given]>([
    ['another run has made a successor', { lists: [[elder, head, ofFamily(fingerprint, { made: 0, id: 9 })]] }],
    ['it is gone', { lists: [[head]] }],
    ['another one is the next', { lists: [[{ ...elder, id: 4 }, head]] }],
    ['it was used', { lists: [[{ ...elder, lastAccessedAt: nowMs }, head]] }],
  ])('is not done where meanwhile %s', async (_, given) => {
    const { ended, revoked, looks, deeds } = await play(given)
    expect([ended, revoked, looks, deeds.revoked]).toEqual(['goes on', [], 1, []])
  })

  it('ends the run where nothing can be seen any more', async () => {
    expect(await play({ identify: busy })).toMatchObject({ ended: busy, revoked: [], looks: 0 })
  })

  it('ends the run where Jira does not revoke it', async () => {
    const { ended, deeds } = await play({ revoke: busy })
    expect([ended, deeds.revoked, [...deeds.gone]]).toEqual([busy, [], []])
  })

  const leftover = ofFamily(fingerprint, { made: -0.2, used: undefined, id: 9 })

  it('is done to a successor that no place holds', async () => {
    const { ended, revoked } = await play({ lists: [[head, leftover]], token: leftover })
    expect([ended, revoked]).toEqual(['goes on', ['9 with the-present-one']])
  })

  it('tells of a successor that Jira does not revoke', async () => {
    const { ended } = await play({ lists: [[head, leftover]], token: leftover, revoke: busy })
    expect(ended).toMatchObject({
      reason: 'successor-lost',
      facts: {
        problem: `An earlier run has made “${leftover.name}” and stored it nowhere, and Jira did not revoke it`,
        newToken: leftover.name,
      },
    })
  })
})

describe('revoking the present token after a leak', () => {
  const own = { ...present, id: 1 }
  const fresh = listed(made.name, { made: 0, id: 77 })

  interface Given {
    readonly candidates?: Head['entry']['candidates']
    readonly list?: readonly ListedToken[] | Finding
    readonly revoke?: Finding
    /** What comes of asking whose a token is: the new one, and then the old one each time. */
    readonly ofNew?: Identity | Finding
    readonly ofOld?: readonly [Identity | Finding, ...(Identity | Finding)[]]
  }

  async function play({
    candidates = [own],
    list = [own, fresh],
    revoke,
    ofNew = identity,
    ofOld = [refused],
  }: Given = {}) {
    const calls: string[] = []
    let asked = 0
    const task: GivenRun = taskOf({
      evidence: { identity, tokens: [own, elder] },
      deeds: { made: { name: made.name, id: 77, fate: 'alive' } },
      jira: {
        list: async (value, _, bound) => {
          isMinute(bound)
          calls.push(`list with ${value}`)
          return list
        },
        revoke: async (value, id, bound) => {
          isMinute(bound)
          calls.push(`revoke ${id} with ${value}`)
          return revoke
        },
        identify: async (value) => {
          calls.push(`identify ${value}`)
          if (value === made.value) return ofNew
          asked += 1
          return ofOld[Math.min(asked, ofOld.length) - 1] ?? ofOld[0]
        },
      },
    })
    const entry = { candidates, by: 'family' } as const
    const { found } = await task.clock.runUntil(revokeNow(task, knownOf(task), headOf({ entry }), made))
    return { found, calls, deeds: task.deeds }
  }

  const [listing, revoking] = ['list with the-new-one', 'revoke 1 with the-new-one']

  it('is done with the new one, and proven', async () => {
    const { found, calls, deeds } = await play()
    expect(found).toBeUndefined()
    expect(calls).toEqual([listing, revoking, 'identify the-new-one', 'identify the-present-one'])
    expect([deeds.isOwnRevoked, deeds.revoked, [...deeds.gone]]).toEqual([true, [own], [1]])
  })

  it('is proven within ten seconds, since another node of a cluster may still take it', async () => {
    const { found, deeds } = await play({ ofOld: [identity, identity, refused] })
    expect([found, deeds.isOwnRevoked]).toEqual([undefined, true])
  })

  it.each<[what: string, ofOld: Identity | Finding, times: number]>([
    ['still takes it', identity, 10],
    ['has an error', busy, 1],
  ])('is not proven where Jira %s', async (_, ofOld, times) => {
    const { found, calls, deeds } = await play({ ofOld: [ofOld] })
    expect(found).toMatchObject({
      reason: 'secret-shadowed',
      facts: {
        problem: `The token that was given was not revoked: “${own.name}” was revoked, but that Jira refuses the token now could not be shown`,
        tokenNames: [own.name, elder.name],
      },
    })
    expect(calls.filter((call) => call === 'identify the-present-one')).toHaveLength(times)
    expect(deeds.isOwnRevoked).toBe(false)
  })

  const uncertain = 'which entry of the list it is, cannot be told for certain'
  const unlisted = 'the list of tokens does not show it and the new one'

  it.each<[what: string, given: Given, why: string, calls: readonly string[]]>([
    ['it may be one of two', { candidates: [own, elder] }, uncertain, []],
    ['it has no number', { candidates: [listed('x', { id: undefined })] }, uncertain, []],
    ['it may be none', { candidates: [] }, uncertain, []],
    ['the list does not show it', { list: [fresh] }, unlisted, [listing]],
    ['the list does not show the new one', { list: [own] }, unlisted, [listing]],
    ['the list has its number for another one', { list: [{ ...own, name: 'x' }, fresh] }, unlisted, [listing]],
    ['the list has its name for another number', { list: [{ ...own, id: 8 }, fresh] }, unlisted, [listing]],
  ])('is not done where %s', async (_, given, why, expected) => {
    const { found, calls, deeds } = await play(given)
    expect(found).toMatchObject({
      reason: 'secret-shadowed',
      facts: { problem: `The token that was given was not revoked: ${why}`, tokenNames: [own.name, elder.name] },
    })
    expect([calls, deeds.revoked, deeds.isOwnRevoked]).toEqual([expected, [], false])
  })

  it.each<[what: string, given: Given, calls: number]>([
    ['the list cannot be read', { list: busy }, 1],
    ['Jira does not revoke it', { revoke: busy }, 2],
    ['the new one does not work', { ofNew: busy }, 3],
  ])('ends with what was found where %s', async (_, given, count) => {
    const { found, calls, deeds } = await play(given)
    expect([found, calls.length, deeds.isOwnRevoked]).toEqual([busy, count, false])
  })
})

it.each<[what: string, tokens: readonly ListedToken[], given: GivenTask, names: readonly string[]]>([
  ['of the family', [head, elder, listed('a'), listed('b')], {}, [head.name, elder.name]],
  ['but one that has expired', [head, ofFamily('44444444', { ends: -1 })], {}, [head.name]],
  ['but one that is gone', [head, elder], { deeds: { gone: new Set([3]) } }, [head.name]],
  ['of no number', [ofFamily('22222222', { id: undefined })], { deeds: { gone: new Set([1]) } }, [head.name]],
  ['but the new one', [head, elder], { deeds: { made: { name: head.name, fate: 'alive' } } }, [elder.name]],
  [
    'that a person has named',
    [listed('ci'), listed('a')],
    { inputs: { jira: { ...rotateInputs().jira, tokenName: 'ci' } } },
    ['ci'],
  ],
  ['that is the only one', [listed('a'), listed('b', { ends: -1 })], {}, ['a']],
  ['none of two strangers', [listed('a'), listed('b')], {}, []],
  ['and any that this token may be besides', [head, listed('by hand', { made: -1 })], {}, [head.name, 'by hand']],
  [
    'no stranger who is alone once this token is gone',
    [listed('ci', { id: 3 }), listed('laptop')],
    { deeds: { gone: new Set([3]) } },
    [],
  ],
])('which tokens may have leaked: %s', (_, tokens, given, names) => {
  expect(leakedOf(taskOf({ ...given, evidence: { identity, tokens } }))).toEqual(names)
})
