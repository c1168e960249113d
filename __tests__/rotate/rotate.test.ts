import { describe, expect, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import type { Made } from '../../src/rotate/jira-side.ts'
import { look } from '../../src/rotate/look.ts'
import { rotate } from '../../src/rotate/rotate.ts'
import type { StoreTrouble } from '../../src/rotate/store.ts'
import type { Identity } from '../../src/verdict/identity.ts'
import { type Played, type Playing, play } from './played.ts'
import { fingerprint, listed, minuteMs, nowMs, ofFamily } from './seen.ts'
import { identity } from './task.ts'

const busy = finding('server-error', {}, 503)

/** Eighty days old: due. */
const due = ofFamily('22222222', { made: -80, ends: 10, id: 2 })
/** Eleven days old: not due, and its overlap is over. */
const calm = ofFamily('22222222', { made: -11, ends: 79, id: 2 })
const elder = ofFamily('33333333', { made: -71, ends: 19, used: -9, id: 3 })
const successor = (hours: number) =>
  ofFamily(fingerprint, { made: -hours / 24, ends: 89, used: undefined, id: 9 }, 'zzzz')

const refused = (at: number): StoreTrouble => ({ kind: 'trouble', at, why: 'refused', detail: 'answered HTTP 422' })
const unanswered = (at: number): StoreTrouble => ({
  kind: 'trouble',
  at,
  why: 'unanswered',
  detail: 'answered HTTP 502',
})

const healthy: Played = { tokens: [due], stampDays: [-80, -80, -80] }
const resting: Played = { tokens: [calm], stampDays: [-11, -11, -11] }

async function run(played: Partial<Played>, before: (playing: Playing) => void = () => undefined) {
  const playing = play({ ...healthy, ...played })
  before(playing)
  const { ended, rotation, step } = await playing.run.clock.runUntil(rotate(playing.run))
  const { deeds } = playing.run
  const problem = ended.found && 'problem' in ended.found.facts ? ended.found.facts.problem : undefined
  const { calls, signals } = playing
  return { reason: ended.found?.reason, stage: ended.stage, problem, rotation, step: step?.kind, calls, deeds, signals }
}

const looking = ['identify the-present-one', 'list', 'see']
const making = [...looking, 'rehearse', 'make', 'list', 'prepare 0', 'identify the-new-one']
const lookingAgain = ['identify the-present-one', 'list']
const writing = [
  'write 0 the-new-one within 600 s',
  'prepare 1',
  'write 1 the-new-one within 600 s',
  'prepare 2',
  'write 2 the-new-one within 600 s',
]
const healing = ['prepare 1', 'write 1 the-present-one within 60 s', 'prepare 2', 'write 2 the-present-one within 60 s']

describe('a run whose token is due', () => {
  it('rehearses, makes a new one, proves it, writes it, the first place first, and looks at it', async () => {
    const { reason, rotation, calls, deeds, signals } = await run({})
    expect([reason, rotation]).toEqual([undefined, 'created'])
    expect(calls).toEqual([...making, ...writing, 'stamp 0', 'stamp 1', 'stamp 2'])
    expect([deeds.own, [...deeds.written], signals.areHeld]).toEqual(['new', [0, 1, 2], true])
  })

  it('makes none where a place may not be written, and writes the present one again', async () => {
    const { reason, rotation, calls } = await run({ rehearse: () => refused(1), stampDays: [-80, -81, -80] })
    expect([reason, rotation]).toEqual(['secret-not-writable', 'healed'])
    expect(calls).toEqual([...looking, 'rehearse', ...lookingAgain, ...healing])
  })

  it('makes none where it was told to end before, and does no more', async () => {
    let receive = (): void => undefined
    const { reason, problem, calls } = await run(
      { stampDays: [-80, -81, -80], rehearse: () => void receive() },
      ({ signals }) => {
        receive = () => {
          signals.areReceived = true
        }
      },
    )
    expect([reason, problem]).toEqual([
      'new-token-not-proven',
      'This run was told to end before it asked for a new token',
    ])
    expect(calls).toEqual([...looking, 'rehearse'])
  })

  it.each<[what: string, played: Partial<Played>, reason: string, calls: readonly string[]]>([
    [
      'the list does not show it in time',
      { list: (tokens) => tokens.filter(({ id }) => id !== 77) },
      'new-token-not-proven',
      [...looking, 'rehearse', 'make', ...Array(10).fill('list')],
    ],
    [
      'the first place cannot be prepared',
      { prepare: (at) => (at === 0 ? unanswered(0) : undefined) },
      'secret-write-in-doubt',
      [...looking, 'rehearse', 'make', 'list', 'prepare 0'],
    ],
    [
      'it does not work',
      { identify: (value) => (value === 'the-new-one' ? busy : identity) },
      'new-token-not-proven',
      making,
    ],
    [
      'the machine was suspended for ten minutes',
      {
        identify(value, { clock }): Identity {
          if (value === 'the-new-one') clock.setDate(clock.now() + 10 * minuteMs)
          return identity
        },
      },
      'new-token-not-proven',
      making,
    ],
    [
      'the first place does not take it',
      { write: (at) => (at === 0 ? refused(0) : undefined) },
      'secret-not-writable',
      [...making, 'write 0 the-new-one within 600 s'],
    ],
  ])(
    'revokes the new one where %s, and looks whether places wait for the present one',
    async (_, played, reason, calls) => {
      const result = await run(played)
      expect([result.reason, result.deeds.made?.fate, result.deeds.own]).toEqual([reason, 'revoked', 'this'])
      expect(result.calls).toEqual([...calls, 'revoke 77 within 60 s', ...lookingAgain])
    },
  )

  it('revokes the new one by the number that the list has for it', async () => {
    let made: string | undefined
    const { reason, calls } = await run({
      make(name): Made {
        made = name
        return { creation: { kind: 'made', value: 'the-new-one', id: 70 }, found: undefined }
      },
      list: (tokens) => (made === undefined ? tokens : [...tokens, listed(made, { made: 0, ends: 90, id: 71 })]),
      prepare: (at) => (at === 0 ? refused(0) : undefined),
    })
    expect([reason, calls.filter((call) => call.startsWith('revoke'))]).toEqual([
      'secret-not-writable',
      ['revoke 71 within 60 s'],
    ])
  })

  it('writes nothing more where Jira does not revoke the new one', async () => {
    const { reason, problem, calls, deeds } = await run({
      stampDays: [-80, -81, -80],
      write: (at) => (at === 0 ? refused(0) : undefined),
      revoke: () => busy,
    })
    expect([reason, problem]).toEqual([
      'successor-lost',
      `Jira has made “${deeds.made?.name}”, which could not be stored, and did not revoke it`,
    ])
    expect(calls).toEqual([...making, 'write 0 the-new-one within 600 s', 'revoke 77 within 60 s'])
  })

  it('writes no other place where it is in doubt about the first', async () => {
    const { reason, calls, deeds } = await run({
      write: () => unanswered(0),
      store: { stampOf: async () => undefined },
    })
    expect([reason, deeds.own, deeds.made?.fate]).toEqual(['secret-write-in-doubt', 'either', 'alive'])
    expect(calls).toEqual([...making, 'write 0 the-new-one within 600 s'])
  })

  it('keeps both where another place does not take the new one', async () => {
    const { reason, rotation, calls, deeds } = await run({ write: (at) => (at === 1 ? refused(1) : undefined) })
    expect([reason, rotation, [...deeds.written]]).toEqual(['secret-not-writable', 'created', [0, 2]])
    expect(calls).toEqual([...making, ...writing])
  })

  it('ends after the writing where it was told to', async () => {
    let receive = (): void => undefined
    const { reason, calls } = await run({ write: () => void receive() }, ({ signals }) => {
      receive = () => {
        signals.areReceived = true
      }
    })
    expect([reason, calls]).toEqual([undefined, [...making, ...writing]])
  })

  it('makes none where that would live no longer, and writes the present one again where a place waits for it', async () => {
    const { reason, stage, rotation, calls } = await run({ inputs: { lifeDays: 5 }, stampDays: [-80, -81, -80] })
    expect([reason, stage, rotation]).toEqual(['input-invalid', 'rotation', 'healed'])
    expect(calls).toEqual([...looking, ...lookingAgain, ...healing])
  })

  it('asks for nothing more where there is no other place', async () => {
    const { reason, calls } = await run({ inputs: { lifeDays: 5 }, places: ['JIRA_PAT'], stampDays: [-80] })
    expect([reason, calls]).toEqual(['input-invalid', looking])
  })

  it.each<[what: string, list: NonNullable<Played['list']>]>([
    ['has a successor', (tokens) => [...tokens, successor(0)]],
    ['cannot be told from another one', () => [listed('a'), listed('b')]],
    ['is the only one, and may be somebody’s', () => [listed('a')]],
    ['has been written everywhere', () => [ofFamily('22222222', { made: -80, ends: 10 })]],
    ['is in no list that can be read', () => busy],
  ])('does not write the present one again where that, asked anew, %s', async (_, list) => {
    let looks = 0
    const { reason, calls, signals } = await run({
      inputs: { lifeDays: 5 },
      list: (tokens, playing) => {
        looks += 1
        return looks > 1 ? list(tokens, playing) : tokens
      },
    })
    expect([reason, calls, signals.areHeld]).toEqual(['input-invalid', [...looking, ...lookingAgain], true])
  })
})

describe('a run whose token is not due', () => {
  it('does nothing', async () => {
    const { reason, rotation, step, calls, signals } = await run(resting)
    expect([reason, rotation, step, calls, signals.areHeld]).toEqual([undefined, 'not-due', 'rest', looking, false])
  })

  it('writes it to a place that is behind', async () => {
    const { reason, rotation, calls, deeds, signals } = await run({ ...resting, stampDays: [-11, -12, -11] })
    expect([reason, rotation, calls]).toEqual([undefined, 'healed', [...looking, ...healing]])
    expect([[...deeds.healed], signals.areHeld]).toEqual([[1, 2], true])
  })

  it('writes it to the next place where one cannot be prepared, or does not take it', async () => {
    const stampDays = [-11, -12, -11]
    const unprepared = await run({ ...resting, stampDays, prepare: (at) => (at === 1 ? unanswered(1) : undefined) })
    expect([unprepared.reason, [...unprepared.deeds.healed]]).toEqual(['secret-write-in-doubt', [2]])
    const refusing = await run({ ...resting, stampDays, write: (at) => (at === 1 ? refused(1) : undefined) })
    expect([refusing.reason, [...refusing.deeds.healed]]).toEqual(['secret-not-writable', [2]])
  })

  it('proves it anew where the last proof is a minute old', async () => {
    const { reason, calls } = await run({
      ...resting,
      stampDays: [-11, -12, -11],
      prepare: (at, { clock }) => (at === 2 ? void clock.setDate(clock.now() + minuteMs) : undefined),
    })
    const again = ['prepare 2', ...lookingAgain, 'write 2 the-present-one within 60 s']
    expect([reason, calls]).toEqual([undefined, [...looking, ...healing.slice(0, 2), ...again]])
  })

  it('gives a writing as much time as the proof has left', async () => {
    const { calls } = await run({
      ...resting,
      stampDays: [-11, -12, -11],
      prepare: (at, { clock }) => (at === 2 ? void clock.setDate(clock.now() + minuteMs - 1_000) : undefined),
    })
    expect(calls.at(-1)).toBe('write 2 the-present-one within 1 s')
  })

  it.each<[what: string, later: Partial<Played>]>([
    ['it has a successor', { list: (tokens) => [...tokens, successor(0)] }],
    ['it cannot be proven any more', { identify: () => busy }],
  ])('writes it no more where meanwhile %s', async (_, later) => {
    let isLater = false
    const { reason, rotation, calls } = await run({
      ...resting,
      tokens: [elder, calm],
      stampDays: [-11, -12, -11],
      prepare(at, { clock }): undefined {
        if (at !== 2) return
        isLater = true
        clock.setDate(clock.now() + minuteMs)
      },
      list: (tokens, playing) => (isLater && later.list ? later.list(tokens, playing) : tokens),
      identify: (value, playing) => (isLater && later.identify ? later.identify(value, playing) : identity),
    })
    expect([reason, rotation]).toEqual([undefined, 'healed'])
    expect(calls).not.toContain('write 2 the-present-one within 60 s')
    expect(calls.filter((call) => call.startsWith('revoke'))).toEqual([])
  })

  it('revokes an elder after it has written every place', async () => {
    const { reason, rotation, calls } = await run({ ...resting, tokens: [elder, calm] })
    expect([reason, rotation]).toEqual([undefined, 'revoked'])
    expect(calls).toEqual([...looking, ...healing, ...lookingAgain, 'revoke 3 within 60 s', ...lookingAgain])
  })

  it('revokes none once it was told to end', async () => {
    let receive = (): void => undefined
    const { rotation, calls } = await run(
      { ...resting, tokens: [elder, calm], write: () => void receive() },
      ({ signals }) => {
        receive = () => {
          signals.areReceived = true
        }
      },
    )
    expect([rotation, calls]).toEqual(['healed', [...looking, ...healing]])
  })

  it('takes one that it has revoked for gone, whatever a list that lags behind says', async () => {
    const { reason, rotation, calls } = await run({ ...resting, tokens: [elder, calm], list: () => [elder, calm] })
    expect([reason, rotation, calls.filter((call) => call === 'revoke 3 within 60 s')]).toEqual([
      undefined,
      'revoked',
      ['revoke 3 within 60 s'],
    ])
  })
})

describe('a run that has nothing to go on', () => {
  const [identifying, listing] = [looking.slice(0, 1), looking.slice(0, 2)]

  it.each<[what: string, played: Partial<Played>, reason: string, stage: string, calls: readonly string[]]>([
    ['no proof', { identify: () => busy }, 'server-error', 'authentication', identifying],
    [
      'a user who is not active',
      { identify: () => ({ ...identity, active: false }) },
      'user-inactive',
      'authentication',
      identifying,
    ],
    ['no list', { list: () => finding('not-found', {}, 404) }, 'expiry-unknown', 'expiry', listing],
    ['an error instead of the list', { list: () => busy }, 'server-error', 'expiry', listing],
    ['no places', { see: () => refused(0) }, 'secret-not-writable', 'rotation', looking],
    ['several strangers', { tokens: [listed('a'), listed('b')] }, 'expiry-unknown', 'expiry', looking],
  ])('ends: %s', async (_, played, reason, stage, calls) => {
    expect(await run(played)).toMatchObject({ reason, stage, rotation: 'none', calls })
  })

  it.each([
    ['waits for a young one', 5, undefined, 'waiting'],
    ['is red where an older one should have come out', 30, 'secret-shadowed', 'none'],
  ])('with a successor %s', async (_, hours, reason, rotation) => {
    const stampDays = [-hours / 24, -80, -80]
    expect(await run({ tokens: [due, successor(hours)], stampDays })).toMatchObject({
      reason,
      rotation,
      calls: looking,
    })
  })
})

describe('a run that only says what it would do', () => {
  it.each<[what: string, played: Partial<Played>, rotation: string, last: string]>([
    ['nothing', resting, 'not-due', 'rest'],
    ['make one', {}, 'would-create', 'create'],
    ['heal a place', { ...resting, stampDays: [-11, -12, -11] }, 'would-heal', 'rest'],
    ['heal, and revoke an elder', { ...resting, tokens: [elder, calm] }, 'would-revoke', 'rest'],
    ['revoke an elder', { tokens: [elder, calm], places: ['JIRA_PAT'], stampDays: [-11] }, 'would-revoke', 'rest'],
    [
      'drop a successor that nobody stored, and make another',
      { tokens: [due, successor(5)] },
      'would-create',
      'create',
    ],
    ['drop a successor that nobody stored', { ...resting, tokens: [calm, successor(5)] }, 'would-revoke', 'rest'],
    ['wait', { tokens: [due, successor(0)] }, 'waiting', 'wait'],
    ['nothing, in doubt', { tokens: [listed('a'), listed('b')] }, 'none', 'uncertain'],
  ])('%s', async (_, played, rotation, last) => {
    const result = await run({ ...played, inputs: { isDryRun: true } })
    expect([result.rotation, result.step, result.calls]).toEqual([rotation, last, looking])
  })

  it('is red where it cannot tell which token it is', async () => {
    const result = await run({ tokens: [listed('a'), listed('b')], inputs: { isDryRun: true } })
    expect(result.reason).toBe('expiry-unknown')
  })

  it('changes nothing in a re-run either, which has the token of the first attempt', async () => {
    const result = await run({ inputs: { attempt: 2 } })
    expect([result.reason, result.rotation, result.step, result.calls]).toEqual([undefined, 'none', 'create', looking])
  })

  it.each<[what: string, inputs: Played['inputs'], reason: string | undefined]>([
    ['a re-run is red', { attempt: 2 }, 'secret-shadowed'],
    ['a dry run is not', { isDryRun: true }, undefined],
    ['a dry re-run is not', { isDryRun: true, attempt: 2 }, undefined],
  ])('after a leak %s', async (_, inputs, reason) => {
    const result = await run({ ...resting, inputs: { revoke: 'now', ...inputs } })
    expect([result.reason, result.calls]).toEqual([reason, looking])
  })
})

it('comes to an end after fifty steps, whatever happens', async () => {
  let id = 100
  const next = () => ofFamily('33333333', { made: -71, ends: 19, used: -9, id: id++ })
  const playing = play({ ...resting, tokens: [calm], list: () => [next(), calm] })
  const { ended, rotation } = await rotate(playing.run)
  expect(ended.found).toMatchObject({
    reason: 'internal-error',
    facts: { detail: 'the rotation did not come to an end' },
  })
  expect(rotation).toBe('healed')
  // One look at the beginning, one step that heals, and a look in each of the others.
  expect(playing.calls.filter((call) => call === 'list')).toHaveLength(1 + 49)
})

it('knows when it has asked first, since its own uses prove nothing', async () => {
  const known = await look(play({ ...resting, jira: { firstRequestMs: nowMs - minuteMs } }).run)
  expect(known).toMatchObject({ firstRequestMs: nowMs - minuteMs, offsets: { jira: 0, store: 0 } })
})
