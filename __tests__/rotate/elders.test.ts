import { describe, expect, it } from 'vitest'
import { type Elder, findElders } from '../../src/rotate/elders.ts'
import { inOurTime, type Sighting } from '../../src/rotate/sighting.ts'
import { findOwnEntry } from '../../src/verdict/family.ts'
import type { ListedToken } from '../../src/verdict/listed-token.ts'
import { dayMs, fingerprint, listed, minuteMs, nowMs, ofFamily, prefix, seen, stamped } from './seen.ts'

function eldersIn(tokens: readonly ListedToken[], changes: Partial<Sighting> = {}): readonly Elder[] {
  const sighting = inOurTime(seen(tokens, changes))
  return findElders(sighting.tokens, findOwnEntry(sighting.tokens, sighting), sighting)
}

const elder = ofFamily('11111111', { made: -80, ends: 10, used: -9 })
const head = ofFamily('22222222', { made: -8, ends: 82, used: -0.5 })
const [only] = eldersIn([elder, head], { store: stamped(-8, -3) })

it('an elder that nobody needs any more', () => {
  expect(only).toEqual({
    token: elder,
    isOlderThanNewest: true,
    isStoreProven: true,
    isSucceeded: true,
    idleMs: 9 * dayMs,
    overlapMs: 8 * dayMs,
  })
})

describe('who is one', () => {
  const names = (tokens: readonly ListedToken[], tokenName = ''): string[] =>
    eldersIn(tokens, { tokenName }).map(({ token }) => token.name)

  it.each<[what: string, expected: string[], tokens: ListedToken[], tokenName?: string]>([
    ['older ones of the family', [elder.name], [elder, head]],
    ['the named one, once the family is younger', ['ci'], [listed('ci', { made: -90 }), head], 'ci'],
    ['the family, once the named one is younger', [head.name], [head, listed('ci', { made: -1 })], 'ci'],
    ['none of two with that name', [], [listed('ci', { made: -90 }), listed('ci', { made: -95 }), head], 'ci'],
    ['no stranger', [], [listed('laptop', { made: -90 }), head]],
    ['no sister of another family', [], [listed(`${prefix}-2-261101-11111111-a1b2`, { made: -90 }), head]],
    ['no twin', [], [head, ofFamily('22222222', { made: -7 }, 'twin')]],
    ['not the named one where its age is unknown', [], [listed('ci', { made: undefined }), head], 'ci'],
    [
      'none of unknown age',
      [],
      [ofFamily('11111111', { made: undefined }), ofFamily('22222222', { made: undefined }, 'b')],
    ],
  ])('%s', (_, expected, tokens, tokenName) => {
    expect(names(tokens, tokenName)).toEqual(expected)
  })
})

describe('it is older than all that name the newest fingerprint', () => {
  it('twins included', () => {
    const twin = ofFamily('22222222', { made: -90, used: -1 }, 'twin')
    expect(eldersIn([elder, head, twin])).toMatchObject([{ token: elder, isOlderThanNewest: false }])
  })

  it('also where the token was put in by hand: the newest of the family may still be needed', () => {
    const byHand = listed('ci', { made: -1 })
    const elders = eldersIn([elder, head, byHand], { tokenName: 'ci' })
    expect(elders.map(({ token, isOlderThanNewest }) => [token.name, isOlderThanNewest])).toEqual([
      [elder.name, true],
      [head.name, false],
    ])
  })
})

describe('the store has handed out its successor', () => {
  const isProven = (changes: Partial<Sighting>, tokens = [elder, head]): boolean | undefined =>
    eldersIn(tokens, { store: stamped(-8, -3), ...changes })[0]?.isStoreProven

  it('where that was used after every place was written', () => {
    expect(isProven({ store: stamped(-8, -0.6) })).toBe(true)
    expect(isProven({ store: stamped(-8, -0.4) })).toBe(false)
    expect(isProven({ store: stamped(-0.4, -8) })).toBe(false)
  })

  it('by more than a minute', () => {
    const at = (ms: number): Sighting['store'] => ({ kind: 'places', stamps: [nowMs - dayMs / 2 - ms] })
    expect(isProven({ store: at(minuteMs + 1) })).toBe(true)
    expect(isProven({ store: at(minuteMs) })).toBe(false)
  })

  it('not where a place was missing', () => {
    expect(isProven({ store: stamped(-8, 'missing') })).toBe(false)
  })

  it('not where a clock is not known', () => {
    expect(isProven({ offsets: { jira: undefined, store: 0 } })).toBe(false)
    expect(isProven({ offsets: { jira: 0, store: undefined } })).toBe(false)
  })

  it('also where a twin was used', () => {
    const unused = ofFamily('22222222', { made: -8, used: undefined })
    const twin = ofFamily('22222222', { made: -7.9, used: -0.5 }, 'twin')
    expect(isProven({}, [elder, unused, twin])).toBe(true)
    expect(isProven({}, [elder, unused])).toBe(false)
  })

  it('by whichever of both was used last', () => {
    const twin = ofFamily('22222222', { made: -7.9, used: -7.9 }, 'twin')
    expect(isProven({}, [elder, head, twin])).toBe(true)
    const untouched = ofFamily('22222222', { made: -7.9, used: undefined }, 'twin')
    const usedByThisRun = ofFamily('22222222', { made: -8, ends: 82, used: 0 })
    expect(isProven({ firstTokens: [elder, head] }, [elder, usedByThisRun, untouched])).toBe(true)
  })

  it('not by anybody else, whom the first list shows', () => {
    const unused = ofFamily('22222222', { made: -8, used: undefined })
    const others = [listed('laptop', { used: -0.2 }), { ...unused, id: 7, lastAccessedAt: nowMs - dayMs / 2 }]
    expect(isProven({ firstTokens: [elder, unused, ...others] }, [elder, unused])).toBe(false)
    const renamed = { ...unused, name: 'laptop', lastAccessedAt: nowMs - dayMs / 2 }
    expect(isProven({ firstTokens: [elder, renamed] }, [elder, unused])).toBe(false)
  })

  it('by more than a minute before the first request of this run', () => {
    const usedAt = (ms: number) => [elder, { ...head, lastAccessedAt: nowMs - ms }]
    expect(isProven({}, usedAt(minuteMs + 1))).toBe(true)
    expect(isProven({}, usedAt(minuteMs))).toBe(false)
  })

  it('not by what this run has asked itself', () => {
    const used = ofFamily('22222222', { made: -8, ends: 82, used: 0 })
    expect(isProven({}, [elder, used])).toBe(false)
    expect(isProven({ firstTokens: [elder, head] }, [elder, used])).toBe(true)
    const justBefore = ofFamily('22222222', { made: -8, ends: 82, used: -0.5 * (minuteMs / dayMs) })
    expect(isProven({}, [elder, justBefore])).toBe(false)
  })

  it('behind a command where that was used after it could have been stored', () => {
    const store = { kind: 'command', holds: 'this' } as const
    const usedAfter = (minutes: number) => [
      elder,
      ofFamily('22222222', { made: -8, used: -8 + (minutes * minuteMs) / dayMs }),
    ]
    expect(isProven({ store }, usedAfter(12))).toBe(true)
    expect(isProven({ store }, usedAfter(10))).toBe(false)
    const madeAt = nowMs - 8 * dayMs
    const usedAt = (ms: number) => [elder, { ...head, createdAt: madeAt, lastAccessedAt: madeAt + ms }]
    expect(isProven({ store }, usedAt(11 * minuteMs))).toBe(false)
    expect(isProven({ store }, usedAt(11 * minuteMs + 1))).toBe(true)
  })
})

describe('its successor was used after its own last use', () => {
  it.each([
    [-9, true],
    [-0.5, false],
    [-0.4, false],
    [undefined, false],
  ])('%s days ago: %s', (used, expected) => {
    const [found] = eldersIn([ofFamily('11111111', { made: -80, used }), head])
    expect(found?.isSucceeded).toBe(expected)
  })

  it('of which the newest list has the last word', () => {
    const lateUse = ofFamily('11111111', { made: -80, ends: 10, used: -0.1 })
    expect(eldersIn([lateUse, head], { firstTokens: [elder, head] })[0]).toMatchObject({
      isSucceeded: false,
      idleMs: 0.1 * dayMs,
    })
    expect(eldersIn([elder, head], { firstTokens: [lateUse, head] })[0]).toMatchObject({ isSucceeded: false })
  })

  it('which is its own by id and by name', () => {
    const others = [
      { ...elder, id: 7, lastAccessedAt: nowMs - dayMs },
      { ...elder, name: 'laptop', lastAccessedAt: nowMs - dayMs },
    ]
    expect(eldersIn([elder, head], { firstTokens: [elder, head, ...others] })[0]?.idleMs).toBe(9 * dayMs)
  })

  it('which is known as soon as a list shows it, but not where the newest shows none', () => {
    const undated = ofFamily('11111111', { made: -80, ends: 10, used: undefined })
    expect(eldersIn([elder, head], { firstTokens: [undated, head] })[0]?.idleMs).toBe(9 * dayMs)
    expect(eldersIn([undated, head], { firstTokens: [elder, head] })[0]?.idleMs).toBeUndefined()
  })
})

it('no time is known where Jira says none', () => {
  const [undated] = eldersIn([ofFamily('11111111', { made: -80, used: undefined }), head])
  expect(undated?.idleMs).toBeUndefined()
  expect(eldersIn([elder, head], { offsets: { jira: undefined, store: 0 } })[0]).toMatchObject({
    idleMs: undefined,
    overlapMs: undefined,
  })
})

it('the overlap begins with the youngest twin', () => {
  const twin = ofFamily('22222222', { made: -2 }, 'twin')
  expect(eldersIn([elder, head, twin])[0]?.overlapMs).toBe(2 * dayMs)
})

it('this test knows its token', () => {
  expect(head.name).not.toContain(fingerprint)
})
