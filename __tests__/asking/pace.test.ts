import { describe, expect, it } from 'vitest'
import { createPace, type Pace } from '../../src/asking/pace.ts'
import { answered } from '../verdict/answered.ts'

/** So many enter; what comes back are the ones that have a place, by number and in their order. */
function enterAll(pace: Pace, count: number, inside: number[] = []): number[] {
  for (let number = 1; number <= count; number++) void pace.enter(false).then(() => inside.push(number))
  return inside
}

/** Lets everybody in for whom there is a place. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const remaining = (value: string) => answered({ headers: { 'X-RateLimit-Remaining': value } })

describe('places', () => {
  it('are eight, and go to those who come first', async () => {
    const pace = createPace()
    const inside = enterAll(pace, 50)
    await settled()
    expect(inside).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('are given on, one for one', async () => {
    const pace = createPace()
    const inside = enterAll(pace, 50)
    await settled()
    pace.leave()
    pace.leave()
    await settled()
    expect(inside.slice(8)).toEqual([9, 10])
  })

  it('go to those who try again before those who come for the first time', async () => {
    const pace = createPace()
    const inside = enterAll(pace, 20)
    void pace.enter(true).then(() => inside.push(99))
    await settled()
    pace.leave()
    pace.leave()
    await settled()
    expect(inside.slice(8)).toEqual([99, 9])
  })

  const limits: [value: string, places: number][] = [
    ['499', 8],
    ['8', 8],
    ['3', 3],
    ['1', 1],
    ['0', 1],
    // What Jira says where there is no limit.
    ['9223372036854775807', 8],
    ['-1', 8],
    ['many', 8],
    ['', 8],
    ['2.5', 8],
    ['499, 2', 8],
  ]
  it.each(limits)('are no more than X-RateLimit-Remaining says: %s → %i', async (value, places) => {
    const pace = createPace()
    pace.learn(remaining(value))
    const inside = enterAll(pace, 20)
    await settled()
    expect(inside).toHaveLength(places)
  })

  it('become fewer while they are taken: nobody enters until enough have left', async () => {
    const pace = createPace()
    const inside = enterAll(pace, 20)
    await settled()
    pace.learn(remaining('2'))
    for (let left = 1; left <= 6; left++) pace.leave()
    await settled()
    expect(inside).toHaveLength(8)
    pace.leave()
    await settled()
    expect(inside).toHaveLength(9)
  })

  it('do not become more again when one answer leaves more', async () => {
    const pace = createPace()
    pace.learn(remaining('2'))
    pace.learn(remaining('400'))
    const inside = enterAll(pace, 20)
    await settled()
    expect(inside).toHaveLength(2)
  })

  it('are one after a 429', async () => {
    const pace = createPace()
    pace.slowDown(0, 1000, undefined)
    const inside = enterAll(pace, 20)
    await settled()
    expect(inside).toEqual([1])
  })
})

describe('the pause after a 429', () => {
  it('is none at first', () => {
    const pace = createPace()
    pace.start(5_000)
    expect(pace.waitMs(5_000, 30_000)).toBe(0)
  })

  it('is the longest that was asked for', () => {
    const pace = createPace()
    pace.slowDown(0, 5_000, undefined)
    pace.slowDown(0, 3_000, undefined)
    expect([pace.waitMs(0, 30_000), pace.waitMs(4_999, 30_000), pace.waitMs(5_001, 30_000)]).toEqual([5_000, 1, 0])
  })
})

describe('the distance from one request to the next, after a 429', () => {
  const distance = (...askedToWaitMs: (number | undefined)[]): number => {
    const pace = createPace()
    for (const [index, askedMs] of askedToWaitMs.entries()) pace.slowDown(index * 20_000, 0, askedMs)
    pace.start(900_000)
    return pace.waitMs(900_000, 600_000)
  }

  it.each([
    ['a second, where the server does not say', [undefined], 1_000],
    ['a second, where it says less', [0], 1_000],
    ['what it says', [3_000], 3_000],
    ['what it says, up to ten seconds', [10_000], 10_000],
    ['a second, where it says when it will have room again, and not how fast it is', [17_000], 1_000],
    ['more after another', [undefined, undefined], 1_500],
    ['more and more, to a bound', Array(20).fill(undefined), 10_000],
  ])('is %s', (_, askedToWaitMs, distanceMs) => {
    expect(distance(...askedToWaitMs)).toBe(distanceMs)
  })

  it('counts from the beginning of the one before', () => {
    const pace = createPace()
    pace.slowDown(0, 0, undefined)
    pace.start(500)
    expect([pace.waitMs(700, 30_000), pace.waitMs(1_500, 30_000)]).toEqual([800, 0])
  })

  it('does not grow with the others that were under way', () => {
    const pace = createPace()
    for (let number = 1; number <= 8; number++) pace.slowDown(70_000 + number, 0, undefined)
    pace.start(72_000)
    expect(pace.waitMs(72_000, 30_000)).toBe(1_000)
  })

  it('grows where the server has had that distance, to the millisecond', () => {
    const pace = createPace()
    for (const nowMs of [70_000, 71_000]) pace.slowDown(nowMs, 0, undefined)
    pace.start(72_000)
    expect(pace.waitMs(72_000, 30_000)).toBe(1_500)
  })

  it('is less where else not all would have their turn by the deadline', () => {
    const pace = createPace()
    pace.slowDown(0, 0, undefined)
    enterAll(pace, 49)
    pace.start(0)
    expect(pace.waitMs(0, 25_000)).toBe(500)
  })
})
