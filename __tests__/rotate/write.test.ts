import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/catalogue/finding.ts'
import { createBound } from '../../src/rotate/bound.ts'
import type { SeenStore, Stamp } from '../../src/rotate/sighting.ts'
import type { StoreTrouble, Writing } from '../../src/rotate/store.ts'
import type { MadeToken } from '../../src/rotate/task.ts'
import { describeTroubles, lookAtPlaces, writeOthers, writeOwn } from '../../src/rotate/write.ts'
import { dayMs, hourMs, minuteMs, nowMs } from './seen.ts'
import { type GivenRun, type GivenTask, knownOf, made, taskOf } from './task.ts'

const problemOf = (found: Finding | undefined): string | undefined =>
  found && 'problem' in found.facts ? `${found.reason}: ${found.facts.problem}` : found?.reason

const [lastYear, justNow] = [nowMs - 365 * dayMs, nowMs + 1_000]

const refused = (at: number, detail = 'answered HTTP 422'): StoreTrouble => ({
  kind: 'trouble',
  at,
  why: 'refused',
  detail,
})
const unanswered = (at: number): StoreTrouble => ({
  kind: 'trouble',
  at,
  why: 'unanswered',
  detail: 'answered HTTP 502',
})

describe('writing the first place', () => {
  const doubt =
    'secret-write-in-doubt: Whether JIRA_PAT holds the new token or the old one is not known: GitHub answered HTTP 502'

  async function play(written: Writing, after: Stamp | undefined, seen: SeenStore, kind: SeenStore['kind'] = 'places') {
    const values: unknown[] = []
    const write = async (at: number, value: string): Promise<Writing> => {
      values.push([at, value])
      return written
    }
    const task = taskOf({ store: { kind, write, stampOf: async () => after } })
    const known = knownOf(task, { seen })
    const result = await writeOwn(task, known, made, createBound(task.clock, minuteMs))
    expect(values).toEqual([[0, 'the-new-one']])
    return {
      kind: result.kind,
      found: 'found' in result ? problemOf(result.found) : undefined,
      own: task.deeds.own,
      written: [...task.deeds.written],
    }
  }

  const wasWritten = (stamp: Stamp): SeenStore => ({ kind: 'places', stamps: [stamp, lastYear] })

  it('is done where GitHub says so', async () => {
    const done = { kind: 'written', found: undefined, own: 'new', written: [0] }
    expect(await play({ kind: 'written' }, undefined, wasWritten(lastYear))).toEqual(done)
  })

  it('is refused for certain where GitHub says so', async () => {
    const found = 'secret-not-writable: GitHub answered HTTP 422 to a request about JIRA_PAT'
    const expected = { kind: 'refused', found, own: 'this', written: [] }
    expect(await play(refused(0), justNow, wasWritten(lastYear))).toEqual(expected)
  })

  it.each<[what: string, after: Stamp | undefined, seen: SeenStore, kind: string]>([
    ['moved', justNow, wasWritten(lastYear), 'written'],
    ['is the same', lastYear, wasWritten(lastYear), 'in-doubt'],
    ['is an older one', lastYear, wasWritten(justNow), 'in-doubt'],
    ['is none', undefined, wasWritten(lastYear), 'in-doubt'],
    ['is gone', 'missing', wasWritten(lastYear), 'in-doubt'],
    ['was none before', justNow, wasWritten('missing'), 'in-doubt'],
    ['is that of a command', justNow, { kind: 'command', holds: 'this' }, 'in-doubt'],
  ])(
    'is judged by the time at which it was written, where GitHub does not answer: that %s',
    async (_, after, seen, kind) => {
      const isWritten = kind === 'written'
      expect(await play(unanswered(0), after, seen)).toEqual({
        kind,
        found: isWritten ? undefined : doubt,
        own: isWritten ? 'new' : 'either',
        written: isWritten ? [0] : [],
      })
    },
  )

  it('names the command where that does not answer', async () => {
    const { found } = await play(unanswered(0), undefined, { kind: 'command', holds: 'this' }, 'command')
    expect(found).toBe(
      'secret-write-in-doubt: Whether JIRA_PAT holds the new token or the old one is not known: the command answered HTTP 502',
    )
  })
})

describe('writing the other places', () => {
  async function play(store: GivenTask['store']) {
    const calls: string[] = []
    const task = taskOf({
      store: {
        prepare: async (at, ...rest) => {
          calls.push(`prepare ${at}`)
          return store?.prepare?.(at, ...rest)
        },
        write: async (at, value, bound) => {
          calls.push(`write ${at} ${value}`)
          return store?.write?.(at, value, bound) ?? { kind: 'written' }
        },
      },
    })
    const found = await writeOthers(task, made, createBound(task.clock, minuteMs))
    return { found: problemOf(found), calls, written: [...task.deeds.written] }
  }

  it('prepares each and writes it', async () => {
    expect(await play({})).toEqual({
      found: undefined,
      calls: ['prepare 1', 'write 1 the-new-one', 'prepare 2', 'write 2 the-new-one'],
      written: [1, 2],
    })
  })

  it('writes none that cannot be prepared, and goes on with the next', async () => {
    expect(await play({ prepare: async (at) => (at === 1 ? refused(1) : undefined) })).toEqual({
      found: 'secret-not-writable: GitHub answered HTTP 422 to a request about env:production/JIRA_PAT',
      calls: ['prepare 1', 'prepare 2', 'write 2 the-new-one'],
      written: [2],
    })
  })

  it('goes on with the next where one is not taken', async () => {
    expect(await play({ write: async (at) => (at === 1 ? unanswered(1) : { kind: 'written' }) })).toEqual({
      found:
        'secret-write-in-doubt: Whether env:production/JIRA_PAT can be written, or was, is not known: GitHub answered HTTP 502',
      calls: ['prepare 1', 'write 1 the-new-one', 'prepare 2', 'write 2 the-new-one'],
      written: [2],
    })
  })
})

describe('looking at what was written', () => {
  interface Given {
    readonly stamps: Record<number, readonly (Stamp | undefined)[]>
    readonly written?: readonly number[]
    readonly made?: MadeToken | undefined
    readonly storeOffsetMs?: number | undefined
    readonly kind?: SeenStore['kind']
  }

  const alive: MadeToken = { name: made.name, createdMs: nowMs, fate: 'alive' }

  /** @returns what was found, and when which place was looked at, in seconds */
  async function play(given: Given): Promise<{ found: string | undefined; looks: readonly string[] }> {
    const { stamps, written = [0], kind = 'places' } = given
    const offset = 'storeOffsetMs' in given ? given.storeOffsetMs : 0
    const looks: string[] = []
    const counts: Record<number, number> = {}
    const task: GivenRun = taskOf({
      deeds: { own: 'new', written: new Set(written), made: 'made' in given ? given.made : alive },
      store: {
        kind,
        stampOf: async (at) => {
          looks.push(`${at} at ${(task.clock.now() - nowMs) / 1000} s`)
          const count = counts[at] ?? 0
          counts[at] = count + 1
          return stamps[at]?.[count]
        },
      },
    })
    const known = knownOf(task, { offsets: { jira: 0, store: offset } })
    const looked = lookAtPlaces(task, known, createBound(task.clock, minuteMs))
    return { found: problemOf(await task.clock.runUntil(looked)), looks }
  }

  const stale =
    'secret-write-in-doubt: GitHub has taken the new token for JIRA_PAT, but shows there something that was written before it'

  it('is content with one look at each place', async () => {
    expect(await play({ stamps: { 0: [justNow], 2: [justNow] }, written: [0, 2] })).toEqual({
      found: undefined,
      looks: ['0 at 0 s', '2 at 0 s'],
    })
  })

  it('looks again, since a place may be read before what was written to it can be seen', async () => {
    expect(await play({ stamps: { 0: [lastYear, lastYear, justNow] } })).toEqual({
      found: undefined,
      looks: ['0 at 0 s', '0 at 1 s', '0 at 2 s'],
    })
  })

  it('finds a place that three times shows something older', async () => {
    expect(await play({ stamps: { 0: [lastYear, lastYear, lastYear, justNow] } })).toEqual({
      found: stale,
      looks: ['0 at 0 s', '0 at 1 s', '0 at 2 s'],
    })
  })

  it('names the place that shows something older', async () => {
    const { found } = await play({ stamps: { 0: [justNow], 1: ['missing', 'missing', 'missing'] }, written: [0, 1] })
    expect(found).toContain('for env:production/JIRA_PAT, but shows')
  })

  it('is content where GitHub does not say', async () => {
    expect(await play({ stamps: { 0: [undefined, lastYear] } })).toEqual({ found: undefined, looks: ['0 at 0 s'] })
  })

  it.each([
    ['ahead', 2 * hourMs, nowMs + 2 * hourMs, undefined],
    ['ahead, and something older', 2 * hourMs, nowMs + hourMs, stale],
    ['behind', -2 * hourMs, nowMs - 2 * hourMs, undefined],
    ['behind, and something older', -2 * hourMs, nowMs - 3 * hourMs, stale],
  ])('compares by GitHub’s clock: %s', async (_, storeOffsetMs, stamp, found) => {
    const result = await play({ stamps: { 0: [stamp, stamp, stamp] }, storeOffsetMs })
    expect([result.found, result.looks.length]).toEqual([found, found === undefined ? 1 : 3])
  })

  it.each<[what: string, given: Omit<Given, 'stamps'>]>([
    ['of a command', { kind: 'command' }],
    ['where nobody knows when the token was made', { made: { name: made.name, fate: 'alive' } }],
    ['where no token was made', { made: undefined }],
    ['where GitHub does not tell its time', { storeOffsetMs: undefined }],
  ])('does not look %s', async (_, given) => {
    expect(await play({ ...given, stamps: { 0: [lastYear] } })).toEqual({ found: undefined, looks: [] })
  })
})

it.each<[troubles: readonly StoreTrouble[], found: string | undefined]>([
  [[], undefined],
  [[unanswered(1)], 'secret-write-in-doubt'],
  [[unanswered(1), refused(2)], 'secret-not-writable'],
  [[refused(1), unanswered(2)], 'secret-not-writable'],
])('of several troubles, the first that somebody has to mend is told: %#', (troubles, found) => {
  expect(describeTroubles(troubles, taskOf())?.reason).toBe(found)
})

it('of two places that were refused, the first is told', () => {
  const found = describeTroubles([unanswered(0), refused(1, 'answered HTTP 404'), refused(2)], taskOf())
  expect(problemOf(found)).toBe(
    'secret-not-writable: GitHub answered HTTP 404 to a request about env:production/JIRA_PAT',
  )
})
