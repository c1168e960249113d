import { describe, expect, it } from 'vitest'
import { type Head, place, type Standing, type Superseded } from '../../src/rotate/place.ts'
import type { Sighting } from '../../src/rotate/sighting.ts'
import type { ListedToken } from '../../src/verdict/listed-token.ts'
import { dayMs, fingerprint, hourMs, listed, minuteMs, nowMs, ofFamily, seen, stamped } from './seen.ts'

const headOf = (standing: Standing): Head => {
  if (standing.kind !== 'head') throw new Error(`it is ${standing.kind}`)
  return standing
}

const supersededOf = (standing: Standing): Superseded => {
  if (standing.kind !== 'superseded') throw new Error(`it is ${standing.kind}`)
  return standing
}

describe('where a run stands', () => {
  const elder = ofFamily('11111111', { made: -150, ends: 5 })
  const head = ofFamily('22222222')
  const next = ofFamily(fingerprint, { made: -1, ends: 89 })

  it.each<[what: string, kind: Standing['kind'], tokens: ListedToken[], tokenName?: string]>([
    ['the newest of its family', 'head', [elder, head]],
    [
      'the newest, though strangers are there',
      'head',
      [head, listed('a', { made: -200 }), listed('b', { made: -300 })],
    ],
    ['the only token, before there is a family', 'head', [listed('by hand')]],
    ['the named one, before there is a family', 'head', [listed('ci'), listed('other')], 'ci'],
    ['one that the newest names', 'superseded', [elder, head, next]],
    ['one that the first of the family names', 'superseded', [listed('ci'), next]],
    ['one whose successor has expired', 'head', [head, ofFamily(fingerprint, { made: -9, ends: -1 })]],
    ['one that a token of another family names', 'head', [head, listed(`other-261101-${fingerprint}-a1b2`)]],
    ['one of several strangers', 'uncertain', [listed('a'), listed('b')]],
    ['none that is named so', 'uncertain', [listed('a'), listed('b')], 'c'],
    ['an account without live tokens', 'uncertain', [ofFamily('22222222', { ends: -1 })]],
    [
      'one of two, of which the end of one makes no sense',
      'uncertain',
      [head, listed('by hand', { made: -1, ends: 'unreadable' })],
    ],
    ['one whose end makes no sense', 'uncertain', [ofFamily('22222222', { ends: 'unreadable' })]],
  ])('%s: %s', (_, kind, tokens, tokenName = '') => {
    expect(place(seen(tokens, { tokenName })).kind).toBe(kind)
  })

  it('is told with all that a decision needs', () => {
    expect(headOf(place(seen([elder, head])))).toMatchObject({
      entry: { candidates: [head], by: 'family' },
      token: head,
      endsMs: nowMs + 20 * dayMs,
      appearedMs: nowMs - 70 * dayMs,
      hasFamily: true,
      otherPlaces: 1,
      hasStalePlace: false,
      elders: [{ token: elder }],
    })
  })

  it('in doubt it is the earlier end that counts, and the youngest that appeared', () => {
    const byHand = listed('by hand', { made: -3, ends: 7 })
    const standing = headOf(place(seen([head, byHand])))
    expect(standing.entry.candidates).toEqual([head, byHand])
    expect(standing).toMatchObject({ endsMs: nowMs + 7 * dayMs, token: byHand, appearedMs: nowMs - 3 * dayMs })
  })

  it('a token that never expires ends after all others', () => {
    const forever = listed('by hand', { made: -3, ends: 'never' })
    expect(headOf(place(seen([head, forever]))).endsMs).toBe(nowMs + 20 * dayMs)
    expect(headOf(place(seen([forever]))).endsMs).toBe('never')
  })
})

describe('a later place is stale', () => {
  const head = ofFamily('22222222')
  const isStale = (store: Sighting['store'], offsets: Partial<Sighting['offsets']> = {}): boolean =>
    headOf(place(seen([head], { store, offsets: { jira: 0, store: 0, ...offsets } }))).hasStalePlace

  it.each<[what: string, expected: boolean, store: Sighting['store']]>([
    ['where it is missing', true, stamped(-70, 'missing')],
    ['where it was written before the token was made', true, stamped(-70, -71)],
    ['not where it was written since', false, stamped(-70, -1)],
    ['not for the first place', false, stamped(-71, -1)],
    ['not where there is none', false, stamped(-70)],
    ['not behind a command', false, { kind: 'command', holds: 'unknown' }],
  ])('%s', (_, expected, store) => {
    expect(isStale(store)).toBe(expected)
  })

  it('by one clock alone, and with a minute of tolerance', () => {
    const made = nowMs - 70 * dayMs
    const at = (ms: number): Sighting['store'] => ({ kind: 'places', stamps: [made, made + ms] })
    expect(isStale(at(-minuteMs))).toBe(false)
    expect(isStale(at(-minuteMs - 1))).toBe(true)
    expect(isStale(at(-hourMs), { store: -hourMs })).toBe(false)
    expect(isStale(at(0), { jira: -2 * minuteMs })).toBe(true)
  })
})

describe('a successor', () => {
  const head = ofFamily('22222222')
  const successorIn = (
    changes: Parameters<typeof ofFamily>[1],
    store: Sighting['store'],
    more: Partial<Sighting> = {},
  ) =>
    supersededOf(place(seen([head, ofFamily(fingerprint, { used: undefined, ...changes })], { store, ...more })))
      .successors[0]

  it.each<[what: string, expected: boolean, store: Sighting['store']]>([
    ['where the first place was written since', true, stamped(-3, -70)],
    ['where any other place was', true, stamped(-70, -3)],
    ['not where none was', false, stamped(-70, -4)],
    ['not where there is none', false, stamped('missing', 'missing')],
    ['where nobody can read what a command has stored', true, { kind: 'command', holds: 'unknown' }],
    ['where a command has stored another one', true, { kind: 'command', holds: 'other' }],
    ['not where it has stored this one', false, { kind: 'command', holds: 'this' }],
  ])('may be stored %s', (_, expected, store) => {
    expect(successorIn({ made: -3 }, store).mayBeStored).toBe(expected)
  })

  it('may be stored where a clock is not known, or its age', () => {
    const store = stamped(-70, -70)
    expect(successorIn({ made: -3 }, store, { offsets: { jira: undefined, store: 0 } }).mayBeStored).toBe(true)
    expect(successorIn({ made: -3 }, store, { offsets: { jira: 0, store: undefined } }).mayBeStored).toBe(true)
    expect(successorIn({ made: undefined }, store).mayBeStored).toBe(true)
    const command = { kind: 'command', holds: 'this' } as const
    expect(successorIn({ made: -3 }, command, { offsets: { jira: undefined, store: undefined } }).mayBeStored).toBe(
      true,
    )
    expect(successorIn({ made: -3 }, command, { offsets: { jira: 0, store: undefined } }).mayBeStored).toBe(false)
  })

  it('has stamps compared by one clock, with a minute of tolerance', () => {
    const made = nowMs - 3 * dayMs
    const at = (ms: number): Sighting['store'] => ({ kind: 'places', stamps: [made + ms] })
    expect(successorIn({ made: -3 }, at(-minuteMs)).mayBeStored).toBe(true)
    expect(successorIn({ made: -3 }, at(-minuteMs - 1)).mayBeStored).toBe(false)
    expect(successorIn({ made: -3 }, at(-hourMs), { offsets: { jira: hourMs, store: 0 } }).mayBeStored).toBe(true)
  })

  it('was used only where that was later than its maker could have proven it', () => {
    const tenMinutes = (10 * minuteMs) / dayMs
    expect(successorIn({ made: -3, used: undefined }, stamped(-70)).wasUsed).toBe(false)
    expect(successorIn({ made: -3, used: -3 + tenMinutes }, stamped(-70)).wasUsed).toBe(false)
    expect(successorIn({ made: -3, used: -3 + tenMinutes + 0.001 }, stamped(-70)).wasUsed).toBe(true)
  })

  it('has its age by our clock', () => {
    expect(successorIn({ made: -3 }, stamped(-70)).ageMs).toBe(3 * dayMs)
    expect(successorIn({ made: -3 }, stamped(-70), { offsets: { jira: hourMs, store: 0 } }).ageMs).toBe(
      3 * dayMs + hourMs,
    )
    expect(successorIn({ made: undefined }, stamped(-70)).ageMs).toBe(Number.POSITIVE_INFINITY)
  })

  it('of several the youngest comes first', () => {
    const [older, younger] = [ofFamily(fingerprint, { made: -3 }), ofFamily(fingerprint, { made: -2 }, 'zzzz')]
    const { successors, endsMs } = supersededOf(place(seen([younger, head, older])))
    expect(successors.map(({ token }) => token)).toEqual([younger, older])
    expect(endsMs).toBe(nowMs + 20 * dayMs)
  })
})

describe('what cannot be told', () => {
  it.each([
    ['which entry it is', [listed('a'), listed('b')], 'entry'],
    ['when it ends', [ofFamily('22222222', { ends: 'unreadable' })], 'date'],
    [
      'when one of two ends that it may be',
      [ofFamily('22222222'), listed('a', { made: -1, ends: 'unreadable' })],
      'date',
    ],
  ])('%s', (_, tokens, problem) => {
    expect(place(seen(tokens))).toEqual({ kind: 'uncertain', problem })
  })
})

describe('a family', () => {
  it.each([
    ['is there with one of it', [ofFamily('22222222')], true],
    ['is not there with a stranger', [listed('by hand')], false],
  ])('%s', (_, tokens, hasFamily) => {
    expect(headOf(place(seen(tokens))).hasFamily).toBe(hasFamily)
  })
})

it('has all dates by our clock, whatever that of Jira is', () => {
  const elder = ofFamily('11111111', { made: -150, ends: 5, used: -9 })
  const head = headOf(place(seen([elder, ofFamily('22222222')], { offsets: { jira: 2 * hourMs, store: 0 } })))
  expect(head.endsMs).toBe(nowMs + 20 * dayMs - 2 * hourMs)
  expect(head.appearedMs).toBe(nowMs - 70 * dayMs - 2 * hourMs)
  expect(head.elders[0]?.idleMs).toBe(9 * dayMs + 2 * hourMs)
})

it('ends with the first of those that it may be, of which one never does', () => {
  const head = headOf(place(seen([ofFamily('22222222', { ends: 'never' }), listed('a', { made: -1, ends: 30 })])))
  expect(head.endsMs).toBe(nowMs + 30 * dayMs)
  const other = headOf(place(seen([ofFamily('22222222', { ends: 30 }), listed('a', { made: -1, ends: 'never' })])))
  expect(other.endsMs).toBe(nowMs + 30 * dayMs)
})

describe('a first place that was not written when the newest was made', () => {
  const named = listed('release', { made: -200, ends: 300 })
  const elder = ofFamily('11111111', { made: -150, ends: 215 })
  const newest = ofFamily('22222222')
  const stranger = listed('laptop', { made: -300, ends: 40 })
  const sister = listed('github-other-2c4d-261101-33333333-a1b2', { made: -100, ends: 30 })
  const tokens = [named, elder, newest, stranger, sister]
  const placed = (first: number | 'missing', changes: Parameters<typeof seen>[1] = {}) =>
    headOf(place(seen(tokens, { tokenName: 'release', store: stamped(first, -70), ...changes })))

  it.each([
    ['later, so that somebody has put another token there', -0.4],
    ['before, so that the newest was never there', -80],
    ['by nobody', 'missing'],
  ] as const)('may hold any older one of the family, or one of no family: it was written %s', (_, first) => {
    const { entry, elders, endsMs } = placed(first)
    expect(entry).toEqual({ candidates: [newest, named, elder, stranger], by: 'family' })
    expect(elders).toEqual([])
    expect(endsMs).toBe(newest.expiresAt)
  })

  it('is that of the newest, where it was written within a day of it', () => {
    for (const first of [-70, -69.1]) expect(placed(first).entry.candidates).toEqual([newest])
  })

  it('is that of a twin, where it was written when that was made', () => {
    const twin = ofFamily('22222222', { made: -60 }, 'c3d4')
    const head = headOf(place(seen([elder, newest, twin], { store: stamped(-70, -70) })))
    expect(head.entry.candidates).toEqual([twin])
    expect(head.elders.map(({ token }) => token)).toEqual([elder])
  })

  it.each([
    ['the clocks cannot be compared', { offsets: { jira: 0, store: undefined } }],
    ['a command stores it', { store: { kind: 'command', holds: 'this' } }],
  ] as const)('says nothing where %s', (_, changes) => {
    expect(placed(-0.4, changes).entry.candidates).toEqual([newest])
  })
})
