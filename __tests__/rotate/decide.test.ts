import { describe, expect, it } from 'vitest'
import { CONDITIONS, decide, mayRevoke, overdueElders } from '../../src/rotate/decide.ts'
import type { Elder } from '../../src/rotate/elders.ts'
import type { Head, Successor, Superseded } from '../../src/rotate/place.ts'
import type { Plan } from '../../src/rotate/plan.ts'
import { dayMs, fingerprint, hourMs, listed, minuteMs, nowMs, ofFamily } from './seen.ts'

const plan: Plan = { lifeDays: 90, rotateDays: 14, overlapDays: 7, revoke: 'later' }

/** A token of ninety days that is not due for days, whose places hold it, and that has no elders. */
const calm = (changes: Partial<Head> = {}): Head => {
  const token = ofFamily('22222222', { made: -30, ends: 60 })
  return {
    kind: 'head',
    entry: { candidates: [token], by: 'family' },
    token,
    endsMs: nowMs + 60 * dayMs,
    appearedMs: nowMs - 30 * dayMs,
    hasFamily: true,
    otherPlaces: 1,
    hasStalePlace: false,
    elders: [],
    ...changes,
  }
}

/** An elder that may go. */
const ripe: Elder = {
  token: ofFamily('11111111', { made: -120, ends: 9 }),
  isOlderThanNewest: true,
  isStoreProven: true,
  isSucceeded: true,
  idleMs: 2 * dayMs,
  overlapMs: 8 * dayMs,
}

const due = (changes: Partial<Head> = {}): Head =>
  calm({
    token: listed('x', { made: -80, ends: 10 }),
    endsMs: nowMs + 10 * dayMs,
    appearedMs: nowMs - 80 * dayMs,
    ...changes,
  })

/** Forty days old, and at its end in so many milliseconds. */
const ending = (inMs: number): Head => calm({ token: listed('x', { made: -40 }), endsMs: nowMs + inMs })

describe('the newest of its family', () => {
  const byName = { candidates: [listed('ci')], by: 'token-name' } as const
  const inDoubt = { candidates: [ofFamily('22222222'), listed('by hand')], by: 'family' } as const

  it.each<[what: string, expected: string, head: Head, changes?: Partial<Plan>, healed?: boolean]>([
    ['not due, all is well', 'rest', calm()],
    ['due', 'create', due()],
    ['due, before any place is healed', 'create', due({ hasStalePlace: true, elders: [ripe] })],
    ['due, in doubt', 'create', due({ entry: inDoubt })],
    ['due, and what is asked for lives no longer', 'too-short', due(), { lifeDays: 10 }],
    ['due, and what is asked for lives a day longer', 'create', due(), { lifeDays: 11 }],
    ['due, and what is asked for never expires', 'create', due(), { lifeDays: 'never' }],
    ['due to the millisecond', 'create', ending(20 * dayMs), { rotateDays: 20 }],
    ['due a millisecond later', 'rest', ending(20 * dayMs + 1), { rotateDays: 20 }],
    ['of no end', 'rest', calm({ endsMs: 'never' })],

    ['after a leak, not due', 'create', calm(), { revoke: 'now' }],
    ['after a leak, and what is asked for lives no longer', 'create', calm(), { revoke: 'now', lifeDays: 1 }],
    ['after a leak, of no end', 'create', calm({ endsMs: 'never' }), { revoke: 'now' }],
    ['after a leak, made an hour ago', 'rest', calm({ appearedMs: nowMs - hourMs, otherPlaces: 0 }), { revoke: 'now' }],
    [
      'after a leak, made a minute earlier',
      'create',
      calm({ appearedMs: nowMs - hourMs - minuteMs }),
      { revoke: 'now' },
    ],
    ['after a leak, of unknown age', 'create', calm({ appearedMs: undefined }), { revoke: 'now' }],

    ['with a stale place', 'heal', calm({ hasStalePlace: true })],
    ['with a stale place that it has written', 'rest', calm({ hasStalePlace: true }), {}, true],
    ['with an elder', 'heal', calm({ elders: [ripe] })],
    ['within its overlap', 'heal', calm({ appearedMs: nowMs - 7 * dayMs + 1 })],
    ['after its overlap', 'rest', calm({ appearedMs: nowMs - 7 * dayMs })],
    ['of unknown age', 'heal', calm({ appearedMs: undefined })],
    ['in doubt, with a stale place', 'heal', calm({ entry: inDoubt, hasStalePlace: true })],
    ['with no other place', 'rest', calm({ otherPlaces: 0, appearedMs: nowMs })],
    ['named by a person, while a family lives', 'heal', calm({ entry: byName, appearedMs: nowMs })],
    ['named by a person, with a stale place', 'heal', calm({ entry: byName, hasFamily: false, hasStalePlace: true })],
    ['named by a person, and all is fresh', 'rest', calm({ entry: byName, hasFamily: false, appearedMs: nowMs })],
    [
      'one of several named so',
      'rest',
      calm({ entry: { ...byName, candidates: [listed('ci'), listed('ci')] }, hasStalePlace: true }),
    ],
    ['the only one', 'rest', calm({ entry: { ...byName, by: 'only' }, hasFamily: false, hasStalePlace: true })],

    ['with an elder, having written every place', 'revoke', calm({ elders: [ripe] }), {}, true],
    ['with an elder, and no other place', 'revoke', calm({ elders: [ripe], otherPlaces: 0 })],
    ['with an elder that is to be left', 'rest', calm({ elders: [ripe] }), { revoke: 'never' }, true],
  ])('%s: %s', (_, expected, head, changes = {}, healed = false) => {
    expect(decide(head, { ...plan, ...changes }, { healed }, nowMs).kind).toBe(expected)
  })

  it('revokes the elder that may go, and no other', () => {
    const needed = { ...ripe, token: ofFamily('33333333'), isSucceeded: false }
    const step = decide(calm({ elders: [needed, ripe] }), plan, { healed: true }, nowMs)
    expect(step).toEqual({ kind: 'revoke', token: ripe.token })
  })
})

describe('an elder may go where all of this holds', () => {
  const head = calm({ elders: [ripe] })
  const twins = { candidates: [ofFamily('22222222'), listed('by hand')], by: 'family' } as const
  const noId: Elder = { ...ripe, token: ofFamily('11111111', { id: undefined }) }

  it('and then it may', () => {
    expect(mayRevoke(ripe, head, plan, { healed: true })).toBe(true)
  })

  const breaches: Record<string, [Elder, Head?, Partial<Plan>?, boolean?]> = {
    'it is asked for': [ripe, head, { revoke: 'never' }],
    'it is certain which entry this token is': [ripe, calm({ entry: twins })],
    'every other place was written by this run': [ripe, head, {}, false],
    'it is older than all that name the newest fingerprint': [{ ...ripe, isOlderThanNewest: false }],
    'the overlap is over': [{ ...ripe, overlapMs: 7 * dayMs + minuteMs - 1 }],
    'the store has handed out this token': [{ ...ripe, isStoreProven: false }],
    'this token was used after it': [{ ...ripe, isSucceeded: false }],
    'nobody has used it for a day': [{ ...ripe, idleMs: dayMs + minuteMs - 1 }],
    'it can be named to Jira': [noId],
  }

  it('each of which has its breach here', () => {
    expect(Object.keys(breaches)).toEqual(Object.keys(CONDITIONS))
  })

  it.each(Object.entries(breaches))('%s', (name, [elder, of = head, changes = {}, healed = true]) => {
    expect(CONDITIONS[name]?.(elder, of, { ...plan, ...changes }, { healed })).toBe(false)
    expect(mayRevoke(elder, of, { ...plan, ...changes }, { healed })).toBe(false)
  })

  it('but where each time is over to the minute', () => {
    const justRipe = { ...ripe, overlapMs: 7 * dayMs + minuteMs, idleMs: dayMs + minuteMs }
    expect(mayRevoke(justRipe, head, plan, { healed: true })).toBe(true)
  })

  it('nor where a date is not known', () => {
    const { idleMs, ...noIdle } = ripe
    const { overlapMs, ...noOverlap } = ripe
    expect([idleMs, overlapMs]).not.toContain(undefined)
    expect(mayRevoke({ ...noIdle, idleMs: undefined }, head, plan, { healed: true })).toBe(false)
    expect(mayRevoke({ ...noOverlap, overlapMs: undefined }, head, plan, { healed: true })).toBe(false)
  })
})

it('an elder that should be gone for two weeks is overdue', () => {
  const overdue = (days: number): Elder => ({ ...ripe, overlapMs: days * dayMs })
  expect(overdueElders(calm({ elders: [overdue(21)] }), plan)).toEqual([ripe.token])
  expect(overdueElders(calm({ elders: [overdue(20.9)] }), plan)).toEqual([])
  expect(overdueElders(calm({ elders: [overdue(21)] }), { ...plan, revoke: 'never' })).toEqual([])
})

describe('a token that has a successor', () => {
  const successor = (changes: Partial<Successor> = {}): Successor => ({
    token: ofFamily(fingerprint, { made: -2 }),
    ageMs: 2 * hourMs,
    mayBeStored: true,
    wasUsed: false,
    ...changes,
  })
  const superseded = (first: Successor, endsMs: Superseded['endsMs'] = nowMs + 10 * dayMs, ...more: Successor[]) =>
    decide({ kind: 'superseded', successors: [first, ...more], endsMs }, plan, { healed: false }, nowMs)

  it.each<[what: string, expected: object, first: Successor, endsMs?: Superseded['endsMs']]>([
    ['just being written', { kind: 'wait', end: 'far' }, successor({ ageMs: 0, mayBeStored: false })],
    ['just being written, by a Jira whose clock is ahead', { kind: 'wait' }, successor({ ageMs: -hourMs })],
    ['for an hour', { kind: 'wait' }, successor({ ageMs: hourMs + minuteMs - 1, mayBeStored: false })],
    ['for longer, stored nowhere', { kind: 'drop' }, successor({ ageMs: hourMs + minuteMs, mayBeStored: false })],
    ['stored nowhere, but used', { kind: 'wait' }, successor({ mayBeStored: false, wasUsed: true })],
    ['for less than a day', { kind: 'wait', end: 'far' }, successor({ ageMs: dayMs - 1 })],
    ['for a day', { kind: 'shadowed', mayBeStored: true, isEnding: false }, successor({ ageMs: dayMs })],
    [
      'for days, stored nowhere, but used',
      { kind: 'shadowed' },
      successor({ ageMs: 9 * dayMs, mayBeStored: false, wasUsed: true }),
    ],
    ['and ends within a day', { kind: 'wait', end: 'near' }, successor(), nowMs + dayMs],
    ['and ends in more than a day', { kind: 'wait', end: 'far' }, successor(), nowMs + dayMs + 1],
    ['and ends within two hours', { kind: 'shadowed', isEnding: true }, successor(), nowMs + 2 * hourMs],
    [
      'just being written, and ends within two hours',
      { kind: 'shadowed', isEnding: true },
      successor({ ageMs: 0 }),
      nowMs,
    ],
    ['stored nowhere, and ends within two hours', { kind: 'drop' }, successor({ mayBeStored: false }), nowMs],
    ['and never ends', { kind: 'wait', end: 'far' }, successor(), 'never'],
    ['and whose end is not known', { kind: 'wait', end: 'far' }, successor(), undefined],
  ])('%s', (_, expected, first, endsMs) => {
    expect(superseded(first, endsMs)).toMatchObject(expected)
  })

  it('drops of several the one that is stored nowhere', () => {
    const lost = successor({ token: ofFamily(fingerprint, {}, 'lost'), mayBeStored: false })
    expect(superseded(successor(), nowMs + dayMs, lost)).toEqual({ kind: 'drop', token: lost.token })
    expect(superseded(successor({ ageMs: 0 }), nowMs + 9 * dayMs, lost)).toMatchObject({ kind: 'wait' })
  })

  it('drops none that cannot be named to Jira', () => {
    const nameless = successor({ token: ofFamily(fingerprint, { id: undefined }), mayBeStored: false })
    expect(superseded(nameless)).toMatchObject({ kind: 'wait' })
  })
})

it('a token that cannot be told is left alone', () => {
  const step = decide({ kind: 'uncertain', problem: 'entry' }, { ...plan, revoke: 'now' }, { healed: false }, nowMs)
  expect(step).toEqual({ kind: 'uncertain', problem: 'entry' })
})
