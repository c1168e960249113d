import type { Clock } from '../../base/clock.ts'
import { createStandings } from './standing.ts'
import { createWait } from './wait.ts'

/** At one host, whatever `parallel` says: a Jira is not to feel it. */
const MAX_AT_ONE_HOST = 2

/** What is under way when time is up ends by itself; if it does not, it is waited for so long. */
const GRACE_MS = 500

/** In less time than this nobody is asked anything: what time ran out for is not to look as if it had been. */
const LEAST_MS = 200

/** Where something is to be asked. */
export interface Place {
  /** Name and port. */
  readonly host: string
  /** What fails as one: the base URL, and the way to it. */
  readonly server: string
}

/** What a schedule needs to know of the things that are to be asked. */
export interface ScheduleOptions<Item, Answer> {
  readonly clock: Clock
  /** How many are under way at a time, but for those that wait longer than a second. */
  readonly parallel: number
  /** When all has to be over, by the clock that nobody can set. */
  readonly deadlineMs: number
  placeOf(item: Item): Place
  /**
   * Asks, and ends by itself at the deadline.
   * @param onAnswer is to be called whenever something comes back
   */
  ask(item: Item, onAnswer: () => void): Promise<Answer>
  /** The kind of failure, where an answer shows one that is the server's own; else undefined. */
  failureOf(answer: Answer): string | undefined
  /** Told after each item that something has come of. */
  onDone(doneCount: number): void
}

/** What came of an item; `like` is the answer that another one got from its server; for `late` there was no time. */
export type Scheduled<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'unasked'; readonly like: Answer }
  | { readonly kind: 'late' }

/**
 * Asks about many things side by side, at most two at one host. A server that fails two of them alike is asked no more;
 * one that answers late, or not at all, holds up nobody else.
 * @returns what came of each, in their order; rejects where asking does
 */
export function schedule<Item, Answer>(
  items: readonly Item[],
  { clock, parallel, deadlineMs, placeOf, ask, failureOf, onDone }: ScheduleOptions<Item, Answer>,
): Promise<readonly Scheduled<Answer>[]> {
  if (items.length === 0) return Promise.resolve([])
  const { promise, resolve, reject } = Promise.withResolvers<readonly Scheduled<Answer>[]>()
  const places = items.map(placeOf)
  const results = new Map<number, Scheduled<Answer>>()
  const waiting = new Set(items.keys())
  const atHost = new Map<string, number>()
  const standings = createStandings<Answer>()
  let counted = 0

  const settle = (index: number, result: Scheduled<Answer>): void => {
    if (results.has(index)) return
    results.set(index, result)
    waiting.delete(index)
    onDone(results.size)
    if (results.size < items.length) return
    for (const cancelTimer of timers) cancelTimer()
    resolve(items.flatMap((_, at) => results.get(at) ?? []))
  }

  const start = (index: number, { host, server }: Place): void => {
    waiting.delete(index)
    atHost.set(host, (atHost.get(host) ?? 0) + 1)
    standings.start(server)
    const wait = createWait(clock, (difference) => {
      counted += difference
      if (difference < 0) startAll()
    })
    const end = (answer: Answer): void => {
      atHost.set(host, (atHost.get(host) ?? 0) - 1)
      settle(index, { kind: 'answered', answer })
      const like = standings.end(server, answer, failureOf(answer))
      if (like !== undefined) {
        for (const other of [...waiting]) if (places[other]?.server === server) settle(other, { kind: 'unasked', like })
      }
      wait.end()
      startAll()
    }
    const item = items[index]
    if (item !== undefined) ask(item, wait.prolong).then(end).catch(reject)
  }

  const startAll = (): void => {
    while (counted < parallel && deadlineMs - clock.monotonicMs() >= LEAST_MS) {
      const next = nextOf(waiting, places, atHost, standings.mayBeAsked)
      if (next === undefined) return
      start(...next)
    }
  }

  const leftMs = Math.max(0, deadlineMs - clock.monotonicMs())
  const timers = [
    clock.after(leftMs, () => {
      for (const index of [...waiting]) settle(index, { kind: 'late' })
    }),
    clock.after(leftMs + GRACE_MS, () => {
      for (const index of items.keys()) settle(index, { kind: 'late' })
    }),
  ]
  startAll()
  return promise
}

/** @returns the first at the host at which the fewest are under way; undefined where none may be asked now */
function nextOf(
  waiting: ReadonlySet<number>,
  places: readonly Place[],
  atHost: ReadonlyMap<string, number>,
  mayBeAsked: (server: string) => boolean,
): readonly [number, Place] | undefined {
  let best: readonly [number, Place] | undefined
  let fewest = MAX_AT_ONE_HOST
  for (const index of waiting) {
    const place = places[index]
    const count = atHost.get(place?.host ?? '') ?? 0
    if (place === undefined || count >= fewest || !mayBeAsked(place.server)) continue
    best = [index, place]
    fewest = count
  }
  return best
}
