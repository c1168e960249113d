import type { StartedRotation } from '../support/rotation/rotation-run.ts'
import type { Exchange, Interference } from '../support/rotation/store-server.ts'
import {
  createWorld,
  DAY_MS,
  fingerprintOf,
  HOUR_MS,
  MINUTE_MS,
  type World,
  type WorldOptions,
} from '../support/rotation/world.ts'
import type { Fault } from './faults.ts'
import { labelOf, type Promises, type PromisesOptions, watchPromises } from './promises.ts'
import type { Start } from './starts.ts'

/** A request of a run: the `nth` with this label. */
export interface Boundary {
  readonly label: string
  readonly nth: number
}

/** A world as a start plants it, and what must hold in it. */
export interface Setting {
  readonly start: Start
  readonly world: World
  readonly promises: Promises
  /** Whether the first run did not end well. */
  hasFailed?: boolean
}

/** What is run instead of `dist/rotate.js`, and where. */
export type Running = Pick<WorldOptions, 'program' | 'hosts'>

export async function setUp(start: Start, running: Running, more: Partial<PromisesOptions> = {}): Promise<Setting> {
  const world = await createWorld({ ...running, ...start.options })
  return {
    start,
    world,
    promises: watchPromises(world, { isHopeless: start.isHopeless, ...start.plant(world), ...more }),
  }
}

/** Of a run to which nothing happened. */
export class BrokenPromise extends Error {}

/** The requests of a run to which nothing happens, in their order. */
export async function record(start: Start, running: Running): Promise<readonly Boundary[]> {
  const { world, promises } = await setUp(start, running)
  try {
    promises.judgeEnd(await world.run({ inputs: start.inputs }), { name: 'the recorded run', isHealthy: true })
    if (promises.broken.size > 0) throw new BrokenPromise([...promises.broken].join('\n'))
    return numbered(world.exchanges)
  } finally {
    await world.close()
  }
}

function numbered(exchanges: readonly Exchange[]): readonly Boundary[] {
  const seen = new Map<string, number>()
  return exchanges.map((exchange) => {
    const label = labelOf(exchange)
    const nth = (seen.get(label) ?? 0) + 1
    seen.set(label, nth)
    return { label, nth }
  })
}

/** Calls back at the boundary, of the requests from now on. */
export function atBoundary(
  world: World,
  { label, nth }: Boundary,
  { moment, lasts }: Pick<Fault, 'moment' | 'lasts'>,
  callback: (exchange: Exchange) => ReturnType<World['interfere']>,
): { readonly wasReached: () => boolean } {
  let count = 0
  world.interfere = (exchange, now) => {
    if (now !== moment || labelOf(exchange) !== label) return undefined
    count++
    return count === nth || (lasts && count > nth) ? callback(exchange) : undefined
  }
  return { wasReached: () => count >= nth }
}

/**
 * The first run, with a fault at one request, and another one so many requests later.
 *
 * @returns how many requests came after the one with the fault
 */
export async function runWithFault(
  setting: Setting,
  boundary: Boundary,
  fault: Fault,
  next?: NextFault,
): Promise<number> {
  const { start, world, promises } = setting
  let started: StartedRotation | undefined
  let at = Number.POSITIVE_INFINITY
  const commit = async ({ signal, interference }: Fault, exchange: Exchange): Promise<Interference | undefined> => {
    if (signal) started?.child.kill(signal)
    if (signal === 'SIGKILL') await started?.ended
    return interference?.(exchange)
  }
  const { wasReached } = atBoundary(world, boundary, fault, (exchange) => {
    at = Math.min(at, world.exchanges.indexOf(exchange))
    return commit(fault, exchange)
  })
  const { interfere } = world
  world.interfere = async (exchange, moment) => {
    const isNext = moment === next?.fault.moment && world.exchanges.indexOf(exchange) === at + next.requestsLater
    return isNext ? commit(next.fault, exchange) : interfere(exchange, moment)
  }
  const isAlone = [fault, next?.fault].some((one) => one?.signal !== undefined)
  started = await world.start({ inputs: start.inputs, isAlone })
  const result = await started.ended
  world.interfere = () => undefined
  world.comeBack()
  if (!wasReached() && !start.isUnsteady) promises.note(`${boundary.label} (${boundary.nth}) was not reached`)
  promises.judgeEnd(result, { name: 'the run with the fault', isHealthy: false })
  setting.hasFailed = result.exitCode !== 0
  return world.exchanges.length - at - 1
}

/** What happens on the way back from a fault. */
export interface NextFault {
  readonly fault: Fault
  /** How many requests after the first one: 1 is the next. */
  readonly requestsLater: number
}

export interface RunOnOptions {
  /** Awaited before each run and each use, with its moment since the beginning. */
  readonly before?: (ms: number) => Promise<void>
  /** Only what comes after, and not after, these moments. */
  readonly fromMs?: number
  readonly untilMs?: number
  /** All of it so much later. */
  readonly laterMs?: number
  /** The first run has not been, and is the first of these. */
  readonly isFirst?: boolean
}

/** The next runs, with jobs between them that use the secrets. */
export async function runOn({ start, world, promises, hasFailed }: Setting, options: RunOnOptions = {}): Promise<void> {
  const { before, fromMs = 0, untilMs = Number.POSITIVE_INFINITY, laterMs = 0, isFirst = false } = options
  const later = start.later ?? start.inputs
  const isAgain = hasFailed === true && start.isInsistedOn === true
  let inputs = isFirst || isAgain ? start.inputs : later
  for (const { atMs, name } of start.isWeekly ? weekly : daily) {
    const ms = atMs + laterMs
    if (ms < fromMs || ms > untilMs) continue
    await before?.(ms)
    travel(world, ms)
    if (name === undefined) {
      promises.useAll()
      continue
    }
    // What was begun may forbid to insist on it for now.
    const isHealthy = inputs === later
    promises.judgeEnd(await world.run({ inputs }), { name: `the run after ${name}`, isHealthy })
    inputs = later
  }
}

interface Moment {
  readonly atMs: number
  /** Of a run; undefined: jobs use the secrets. */
  readonly name?: string
}

const usedDaily = (days: number): Moment[] =>
  Array.from({ length: days }, (_, day) => ({ atMs: day * DAY_MS + 6 * HOUR_MS }))

const inOrder = (moments: Moment[]): readonly Moment[] => moments.toSorted((a, b) => a.atMs - b.atMs)

/** Schedules start late, so that nothing here hangs on the very second in which a day is over. */
const daily = inOrder([
  { atMs: 5 * MINUTE_MS, name: '5 minutes' },
  { atMs: DAY_MS + 7 * MINUTE_MS, name: 'a day' },
  { atMs: 2 * DAY_MS + 4 * MINUTE_MS, name: 'two days' },
  { atMs: 10 * DAY_MS + 9 * MINUTE_MS, name: 'ten days' },
  ...usedDaily(10),
])

const weekly = inOrder([
  { atMs: 7 * DAY_MS + 7 * MINUTE_MS, name: 'a week' },
  { atMs: 14 * DAY_MS + 12 * MINUTE_MS, name: 'two weeks' },
  { atMs: 21 * DAY_MS + 23 * MINUTE_MS, name: 'three weeks' },
  ...usedDaily(21),
])

/** Never back: what took long has moved the time on by itself. */
export function travel(world: World, ms: number): void {
  world.clock.travelTo(Math.max(world.clock.now(), world.startMs + ms))
}

/** All that the next run can see of a world, to the minute, and without what is random. */
export function describeState({ world, hasFailed }: Setting): string {
  const { tokens, secrets, startMs } = world
  const minutes = (ms: number | undefined): number | undefined =>
    ms === undefined ? undefined : Math.floor((ms - startMs) / MINUTE_MS)
  const idOf = (value: string): string => String(tokens.find(value)?.id ?? value)
  const nameOf = (name: string): string => {
    const predecessor = tokens.tokens.find(({ raw }) => name.includes(fingerprintOf(raw)))
    return predecessor === undefined ? name : `${name.slice(0, -14)} of ${predecessor.id}`
  }
  const listed = tokens.tokens
    .filter(({ deletedAtMs }) => deletedAtMs === undefined)
    .map(({ id, name, createdAtMs, expiringAtMs, usedAtMs }) => [
      ...[id, nameOf(name), minutes(createdAtMs), minutes(expiringAtMs), minutes(usedAtMs.at(-1))],
    ])
  const stored = secrets.all().map((secret) => ({
    ...secret,
    name: secret.name.replace(/REHEARSAL_\w+/, 'REHEARSAL'),
    value: idOf(secret.value),
    createdAtMs: minutes(secret.createdAtMs),
    updatedAtMs: minutes(secret.updatedAtMs),
  }))
  return JSON.stringify([listed, stored, hasFailed])
}
