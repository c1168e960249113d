import { describe, expect, it } from 'vitest'
import { type Scheduled, schedule } from '../../../src/watch/sweep/schedule.ts'
import { createHandMovedClock } from '../../support/clock.ts'

/** One that is to be asked: `a1` is at the host a. */
type Item = string

interface Answered {
  says?: string
  afterMs?: number
  answersMs?: number[]
}

interface Play {
  /** What each answers with, and after how long; a word other than `ok` is a failure of the server's own. */
  answer?: (item: Item) => Answered
  parallel?: number
  deadlineMs?: number
  serverOf?: (item: Item) => string
}

interface Played {
  results: readonly Scheduled<string>[]
  /** What began and ended, in order, with the time since the beginning. */
  events: string[]
  elapsedMs: number
  /** The largest number that was under way at once, in all and at one host. */
  most: number
  mostAtOneHost: number
  done: number[]
  /** Timers that are left when all is done. */
  timersLeft: number
}

async function play(items: readonly Item[], options: Play = {}): Promise<Played> {
  const { answer = (): Answered => ({}), parallel = 4, deadlineMs = 60_000, serverOf = ([host = '']) => host } = options
  const clock = createHandMovedClock()
  const startMs = clock.monotonicMs()
  const elapsedMs = () => clock.monotonicMs() - startMs
  const events: string[] = []
  const done: number[] = []
  const atHost = new Map<string, number>()
  let [underWay, most, mostAtOneHost] = [0, 0, 0]
  const promise = schedule(items, {
    clock,
    parallel,
    deadlineMs: startMs + deadlineMs,
    placeOf: (item) => ({ host: item.charAt(0), server: serverOf(item) }),
    async ask(item, onAnswer) {
      const { says = 'ok', afterMs = 200, answersMs = [] } = answer(item)
      const host = item.charAt(0)
      events.push(`${elapsedMs()} ask ${item}`)
      most = Math.max(most, ++underWay)
      atHost.set(host, (atHost.get(host) ?? 0) + 1)
      mostAtOneHost = Math.max(mostAtOneHost, atHost.get(host) ?? 0)
      for (const ms of answersMs) clock.after(ms, onAnswer)
      await new Promise<void>((resolve) => clock.after(afterMs, resolve))
      underWay--
      atHost.set(host, (atHost.get(host) ?? 0) - 1)
      events.push(`${elapsedMs()} end ${item}`)
      return `${item} ${says}`
    },
    failureOf: (said) => (said.endsWith(' ok') ? undefined : said.replace(/^\S+ /, '')),
    onDone: (count) => done.push(count),
  })
  const results = await clock.runUntil(promise)
  return { results, events, elapsedMs: elapsedMs(), most, mostAtOneHost, done, timersLeft: clock.waitingMs.length }
}

const many = (host: string, count: number): Item[] => Array.from({ length: count }, (_, index) => `${host}${index + 1}`)

const HOSTS = Array.from('abcdefghij')

/** What came of each, in a word: the answer, `like a1 …`, `late`. */
const said = ({ results }: Played): string[] =>
  results.map((result) => {
    if (result.kind === 'answered') return result.answer
    return result.kind === 'unasked' ? `like ${result.like}` : result.kind
  })

describe('side by side', () => {
  it('fifty over two servers, each 200 ms, take less than 5 s', async () => {
    const played = await play([...many('a', 25), ...many('b', 25)])
    expect(said(played)).toEqual([...many('a', 25), ...many('b', 25)].map((item) => `${item} ok`))
    expect(played).toMatchObject({ most: 4, mostAtOneHost: 2, elapsedMs: 2_600 })
  })

  it('fifty at one server take less than 7 s', async () => {
    expect(await play(many('a', 50))).toMatchObject({ most: 2, mostAtOneHost: 2, elapsedMs: 5_000 })
  })

  it('250 over ten servers take less than 30 s', async () => {
    const items = HOSTS.flatMap((host) => many(host, 25))
    expect(await play(items)).toMatchObject({ most: 4, elapsedMs: 12_600 })
  })

  it('no more than parallel says', async () => {
    expect(await play([...many('a', 3), ...many('b', 3)], { parallel: 1 })).toMatchObject({ most: 1, elapsedMs: 1_200 })
    expect(
      await play(
        HOSTS.flatMap((host) => many(host, 3)),
        { parallel: 100 },
      ),
    ).toMatchObject({ most: 20 })
  })

  it('the host at which the fewest are under way comes first', async () => {
    const { events } = await play([...many('a', 3), ...many('b', 2)], { parallel: 2 })
    expect(events.slice(0, 2)).toEqual(['0 ask a1', '0 ask b1'])
  })

  it('two servers of one host share its places', async () => {
    const played = await play(['a1', 'a2', 'a3', 'a4'], { serverOf: (item) => (item < 'a3' ? 'a/one' : 'a/two') })
    expect(played).toMatchObject({ mostAtOneHost: 2, elapsedMs: 400 })
  })

  it('tells how many are done', async () => {
    expect((await play(many('a', 3))).done).toEqual([1, 2, 3])
  })

  it('no timer is left that would keep the process', async () => {
    expect(await play([...many('a', 3), ...many('b', 3)])).toMatchObject({ timersLeft: 0 })
  })

  it('nothing to do is done at once', async () => {
    expect(await play([])).toMatchObject({ results: [], elapsedMs: 0 })
  })

  it('a bug of ours comes out', async () => {
    const clock = createHandMovedClock()
    const promise = schedule(['a1'], {
      clock,
      parallel: 4,
      deadlineMs: clock.monotonicMs() + 1_000,
      placeOf: () => ({ host: 'a', server: 'a' }),
      ask: () => Promise.reject(new Error('a bug')),
      failureOf: () => undefined,
      onDone: () => undefined,
    })
    await expect(promise).rejects.toThrow('a bug')
  })
})

describe('a server that fails', () => {
  const down =
    (host: string, afterMs = 200, kind = 'timeout') =>
    (item: Item) =>
      item.startsWith(host) ? { says: kind, afterMs } : {}

  it('is asked about two tokens, and the others are like the second', async () => {
    const played = await play(many('a', 5), { answer: down('a') })
    expect(said(played)).toEqual(['a1 timeout', 'a2 timeout', 'like a2 timeout', 'like a2 timeout', 'like a2 timeout'])
    expect(played.done).toEqual([1, 2, 3, 4, 5])
  })

  it('is asked about one other, where the first fails alone', async () => {
    const played = await play(many('a', 4), { parallel: 1, answer: down('a') })
    expect(said(played)).toEqual(['a1 timeout', 'a2 timeout', 'like a2 timeout', 'like a2 timeout'])
  })

  it('keeps nobody else waiting, and its own only for as long as one takes', async () => {
    const items = [...HOSTS.slice(0, 5).flatMap((host) => many(host, 5)), ...many('z', 10)]
    const answer = (item: Item) => (item.startsWith('z') ? {} : { says: 'timeout', afterMs: 30_000 })
    const played = await play(items, { answer, deadlineMs: 90_000 })
    expect(played.elapsedMs).toBe(30_000 + 2_000)
    const lastHealthy = played.events.findLast((event) => event.includes('end z'))
    expect(Number(lastHealthy?.split(' ')[0])).toBeLessThan(4_500)
    expect(said(played).filter((words) => words.endsWith(' ok'))).toHaveLength(10)
  })

  it('is up again, where the other token is answered', async () => {
    const played = await play(many('a', 4), { answer: (item) => (item === 'a1' ? { says: 'reset', afterMs: 10 } : {}) })
    expect(said(played)).toEqual(['a1 reset', 'a2 ok', 'a3 ok', 'a4 ok'])
  })

  it('is not down where one fails now and then', async () => {
    const answer = (item: Item) => (['a1', 'a3', 'a5'].includes(item) ? { says: 'reset' } : {})
    const played = await play(many('a', 6), { parallel: 1, answer })
    expect(said(played)).toEqual(['a1 reset', 'a2 ok', 'a3 reset', 'a4 ok', 'a5 reset', 'a6 ok'])
  })

  it('is asked about one more, where the other token fails in another way', async () => {
    const answer = (item: Item) => ({ says: item === 'a1' ? 'connection' : 'not-jira' })
    const played = await play(many('a', 5), { parallel: 1, answer })
    expect(said(played)).toEqual([
      'a1 connection',
      'a2 not-jira',
      'a3 not-jira',
      'like a3 not-jira',
      'like a3 not-jira',
    ])
  })

  it('is asked about one at a time from its first failure on', async () => {
    const answer = (item: Item) => (item === 'a1' ? { says: 'reset', afterMs: 10 } : { afterMs: 500 })
    const { events } = await play(many('a', 4), { answer })
    expect(events.slice(0, 6)).toEqual(['0 ask a1', '0 ask a2', '10 end a1', '500 end a2', '500 ask a3', '500 ask a4'])
  })

  it('says nothing of another server at its host', async () => {
    const serverOf = (item: Item) => (item < 'a4' ? 'a/one' : 'a/two')
    const answer = (item: Item) => (item < 'a4' ? { says: 'not-jira' } : {})
    const played = await play(many('a', 5), { serverOf, answer })
    expect(said(played)).toEqual(['a1 not-jira', 'a2 not-jira', 'like a2 not-jira', 'a4 ok', 'a5 ok'])
  })
})

describe('who waits long', () => {
  it('no longer counts after a second, until something comes', async () => {
    const answer = (item: Item) => (item === 'a1' ? { afterMs: 5_000, answersMs: [3_000] } : { afterMs: 900 })
    const { events } = await play(['a1', 'b1', 'c1', 'd1', 'e1'], { parallel: 1, answer })
    expect(events).toEqual([
      '0 ask a1',
      '1000 ask b1',
      '1900 end b1',
      '1900 ask c1',
      '2800 end c1',
      '2800 ask d1',
      '3700 end d1',
      '4000 ask e1',
      '4900 end e1',
      '5000 end a1',
    ])
  })

  it('counts again when something comes, though others have taken its place', async () => {
    const answer = (item: Item) => ({ afterMs: 2_500, answersMs: item === 'a1' ? [1_500] : [500, 1_000, 1_500, 2_000] })
    const { events } = await play(['a1', 'b1', 'c1'], { parallel: 1, answer })
    expect(events).toEqual(['0 ask a1', '1000 ask b1', '2500 end a1', '3500 end b1', '3500 ask c1', '6000 end c1'])
  })

  it('makes room at its host when it ends at last', async () => {
    const { events } = await play(many('a', 3), { answer: () => ({ afterMs: 5_000 }) })
    expect(events).toEqual(['0 ask a1', '0 ask a2', '5000 end a1', '5000 ask a3', '5000 end a2', '10000 end a3'])
  })

  it('keeps nobody from anything once it has ended, whatever comes after that', async () => {
    const answer = (item: Item) => ({ afterMs: 100, answersMs: item === 'a1' ? [150] : [] })
    const { events } = await play(['a1', 'b1', 'c1'], { parallel: 1, answer })
    expect(events).toEqual(['0 ask a1', '100 end a1', '100 ask b1', '200 end b1', '200 ask c1', '300 end c1'])
  })
})

describe('when time is up', () => {
  it('what was not asked is late, and counts', async () => {
    const played = await play(many('a', 5), { parallel: 1, answer: () => ({ afterMs: 400 }), deadlineMs: 1_000 })
    expect(said(played)).toEqual(['a1 ok', 'a2 ok', 'a3 ok', 'late', 'late'])
    expect(played).toMatchObject({ done: [1, 2, 3, 4, 5], elapsedMs: 1_200 })
  })

  it('what does not end by itself is waited for no longer than half a second', async () => {
    const played = await play(['b1', 'a1', 'c1'], {
      answer: (item) => ({ afterMs: item === 'a1' ? 99_000 : 100 }),
      deadlineMs: 1_000,
    })
    expect(said(played)).toEqual(['b1 ok', 'late', 'c1 ok'])
    expect(played.elapsedMs).toBe(1_500)
  })

  it('which it may be from the start', async () => {
    const played = await play(['a1'], { deadlineMs: -5 })
    expect(said(played)).toEqual(['late'])
  })
})
