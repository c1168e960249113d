import type { StartedRotation } from '../support/rotation/rotation-run.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, type Started } from '../support/rotation/world.ts'
import { type Fault, faults, secondFaults } from './faults.ts'
import {
  atBoundary,
  type Boundary,
  describeState,
  type NextFault,
  type Running,
  record,
  runOn,
  runWithFault,
  type Setting,
  setUp,
  travel,
} from './play.ts'
import { labelOf, type PromisesOptions } from './promises.ts'
import type { Start } from './starts.ts'

/** One way for a rotation to go wrong, and all that follows. */
export interface Cell {
  readonly name: string
  /** Which request of the healthy run it is about, counted from 0, and its method. */
  readonly step: number
  readonly method: string
  /** Which of those about the same request, counted from 0. */
  readonly kind: number
  /** @returns what was promised and did not hold */
  readonly play: () => Promise<readonly string[]>
}

export interface MatrixOptions extends Running {
  readonly faults?: readonly Fault[]
}

/** Every fault at every request of the run that a start leads to. */
export async function faultCells(start: Start, options: MatrixOptions = {}): Promise<readonly Cell[]> {
  const { faults: all = faults, ...running } = options
  const playOn = playingOn()
  const play = (boundary: Boundary, fault: Fault): Promise<readonly string[]> =>
    playIn(start, running, async (setting) => {
      await runWithFault(setting, boundary, fault)
      return playOn(setting)
    })
  return cellsOf(start, await record(start, running), all, (boundary, fault) => ({
    name: `${fault.name} ${fault.moment} ${describe(boundary)}`,
    play: () => play(boundary, fault),
  }))
}

/** Nothing goes wrong. */
export function healthyCell(start: Start, running: MatrixOptions = {}): Cell {
  const play = (): Promise<readonly string[]> =>
    playIn(start, running, async (setting) => {
      const { world, promises } = setting
      promises.judgeEnd(await world.run({ inputs: start.inputs }), { name: 'the first run', isHealthy: true })
      await runOn(setting)
      promises.judgeSettled(start.settled)
      return tellOf(setting)
    })
  return { name: `${start.name}: nothing goes wrong`, ...wholeRun, play }
}

/** Two faults: at each request that changes something, and at each that comes after it. */
export async function recoveryCells(start: Start, options: MatrixOptions = {}): Promise<readonly Cell[]> {
  const { faults: all = faults.filter(({ signal }) => signal === undefined), ...running } = options
  const playOn = playingOn()
  const play = (boundary: Boundary, fault: Fault, next: NextFault): Promise<readonly string[]> =>
    playIn(start, running, async (setting) => {
      await runWithFault(setting, boundary, fault, next)
      return playOn(setting)
    })
  const firsts = cellsOf(start, await record(start, running), all, (boundary, fault) => ({
    name: `${fault.name} ${fault.moment} ${describe(boundary)}`,
    play: (next: NextFault) => play(boundary, fault, next),
    countLater: () => playIn(start, running, (setting) => runWithFault(setting, boundary, fault)),
  })).filter(({ method }) => method !== 'GET')
  const cells = await sideBySide(firsts, async (first) => {
    const later = await first.countLater()
    return Array.from({ length: later }, (_, index) => index + 1).flatMap((requestsLater) =>
      secondFaults.map((fault) => ({
        ...first,
        name: `${first.name}, then ${fault.name} ${fault.moment} request ${requestsLater} after it`,
        play: () => first.play({ fault, requestsLater }),
      })),
    )
  })
  return cells.flat()
}

/** Plays the next four runs of a world, and those of each state once: what follows hangs on nothing else. */
function playingOn(): (setting: Setting) => Promise<readonly string[]> {
  const played = new Map<string, Promise<readonly string[]>>()
  return async (setting) => {
    const own = [...setting.promises.broken]
    const state = describeState(setting)
    const following = played.get(state) ?? follow(setting)
    played.set(state, following)
    return [...own, ...(await following)]
  }
}

async function playIn<Result>(
  start: Start,
  running: Running,
  play: (setting: Setting) => Promise<Result>,
  more?: Partial<PromisesOptions>,
): Promise<Result> {
  const setting = await setUp(start, running, more)
  try {
    return await play(setting)
  } finally {
    await setting.world.close()
  }
}

/** A cell for each request and each kind of what may happen to it. */
const cellsOf = <Kind, Created extends { readonly name: string }>(
  start: Start,
  boundaries: readonly Boundary[],
  kinds: readonly Kind[],
  create: (boundary: Boundary, kind: Kind) => Created,
): (Created & Omit<Cell, 'play'>)[] =>
  boundaries.flatMap((boundary, step) =>
    kinds.map((each, kind) => {
      const created = create(boundary, each)
      return { ...created, name: `${start.name}: ${created.name}`, step, method: methodOf(boundary), kind }
    }),
  )

const methodOf = ({ label }: Boundary): string => label.split(' ')[1] ?? ''

/** @returns what does not hold in the four runs that come next, with what was asked for where something does not */
async function follow(setting: Setting): Promise<readonly string[]> {
  const { start, world, promises } = setting
  const known = new Set(promises.broken)
  await runOn(setting)
  promises.judgeSettled(start.settled)
  const broken = [...promises.broken].filter((what) => !known.has(what))
  return broken.length === 0 ? [] : [...broken, describeExchanges(setting, world.exchanges.length)]
}

/** Two runs at once: one is held at each request while the other is run from beginning to end. */
export async function twinCells(start: Start, running: MatrixOptions = {}): Promise<readonly Cell[]> {
  const play = (boundary: Boundary, moment: 'before' | 'after'): Promise<readonly string[]> =>
    playIn(
      start,
      running,
      async (setting) => {
        const { world, promises } = setting
        const run = { inputs: start.inputs, token: world.handOut() }
        let first: StartedRotation | undefined
        const { wasReached } = atBoundary(world, boundary, { moment }, async () => {
          if (!first) return undefined
          world.clock.freeze(first.child)
          promises.judgeEnd(await world.run(run), { name: 'the second run', isHealthy: false })
          await world.clock.wake(first.child)
          return undefined
        })
        first = await world.start(run)
        promises.judgeEnd(await first.ended, { name: 'the first run', isHealthy: false })
        if (!wasReached() && !start.isUnsteady) promises.note(`${describe(boundary)} was not reached`)
        await runOn(setting)
        promises.judgeSettled(undefined)
        return tellOf(setting)
      },
      { mostLive: 3 },
    )
  return cellsOf(start, await record(start, running), ['before', 'after'] as const, (boundary, moment) => ({
    name: `another run ${moment} ${describe(boundary)}`,
    play: () => play(boundary, moment),
  }))
}

/** A run that starts so much later than it was queued, or once more, and has the value that the secret had then. */
export function staleCells(start: Start, running: MatrixOptions = {}): readonly Cell[] {
  const delays = {
    '10 minutes': 10 * MINUTE_MS,
    '3 hours': 3 * HOUR_MS,
    '26 hours': 26 * HOUR_MS,
    '9 days': 9 * DAY_MS,
  }
  const play = (afterMs: number, attempt: number): Promise<readonly string[]> =>
    playIn(start, running, async (setting) => {
      const { world, promises } = setting
      const token = world.handOut()
      promises.judgeEnd(await world.run({ inputs: start.inputs }), { name: 'the first run', isHealthy: true })
      let isDone = false
      await runOn(setting, {
        async before(ms) {
          if (isDone || ms < afterMs) return
          isDone = true
          travel(world, afterMs)
          const result = await world.run({ inputs: start.later ?? start.inputs, token, attempt })
          promises.judgeEnd(result, { name: 'the stale run', isHealthy: false })
        },
      })
      promises.judgeSettled(start.settled)
      return tellOf(setting)
    })
  return Object.entries(delays).flatMap(([name, afterMs]) =>
    [1, 2].map((attempt) => ({
      name: `${start.name}: ${attempt === 1 ? 'a stale run' : 'a re-run'} after ${name}`,
      ...wholeRun,
      play: () => play(afterMs, attempt),
    })),
  )
}

/** A run whose machine is suspended while it waits for an answer, and that goes on when others have run. */
export async function suspendedCells(start: Start, running: MatrixOptions = {}): Promise<readonly Cell[]> {
  const lengths = { '20 minutes': 20 * MINUTE_MS, '25 hours': 25 * HOUR_MS, '9 days': 9 * DAY_MS }
  const play = (boundary: Boundary, forMs: number, doesStandStill: boolean): Promise<readonly string[]> => {
    const suspend = async (setting: Setting): Promise<readonly string[]> => {
      const { world, promises } = setting
      const { clock } = world
      let suspended: StartedRotation | undefined
      const { wasReached } = atBoundary(world, boundary, { moment: 'after' }, async () => {
        if (!suspended) return undefined
        clock.freeze(suspended.child)
        const fellAsleepMs = clock.now()
        await runOn(setting, { untilMs: forMs, isFirst: true })
        travel(world, forMs)
        const wallMs = clock.now() - fellAsleepMs
        await clock.wake(suspended.child, { wallMs, monotonicMs: doesStandStill ? 0 : wallMs })
        return undefined
      })
      suspended = await world.start({ inputs: start.inputs })
      promises.judgeEnd(await suspended.ended, { name: 'the suspended run', isHealthy: false })
      if (!wasReached() && !start.isUnsteady) promises.note(`${describe(boundary)} was not reached`)
      await runOn(setting, { laterMs: forMs })
      promises.judgeSettled(undefined)
      return tellOf(setting)
    }
    // It is one of two runs at once.
    return playIn(start, running, suspend, { mostLive: 3 })
  }
  const kinds = Object.entries(lengths).flatMap(([name, forMs]) =>
    [true, false].map((doesStandStill) => ({ name, forMs, doesStandStill })),
  )
  return cellsOf(start, await record(start, running), kinds, (boundary, { name, forMs, doesStandStill }) => ({
    name: `suspended for ${name} after ${describe(boundary)}${doesStandStill ? ', with the clock of durations' : ''}`,
    play: () => play(boundary, forMs, doesStandStill),
  }))
}

/** What writes nothing, whatever it finds: a run that was started again, and one that only says what it would do. */
export function silentCells(start: Start, running: MatrixOptions = {}): readonly Cell[] {
  const play = (run: Started): Promise<readonly string[]> =>
    playIn(start, running, async (setting) => {
      const { world, promises } = setting
      const inputs = { ...start.inputs, ...run.inputs }
      // Who asks for a leaked token to be revoked at once has to hear that it was not.
      const isHealthy = run.attempt === undefined || start.inputs?.['revoke'] !== 'now'
      promises.judgeEnd(await world.run({ ...run, inputs }), { name: 'the run', isHealthy })
      for (const exchange of world.exchanges)
        if (exchange.method !== 'GET') promises.note(`it sent ${labelOf(exchange)}`)
      return tellOf(setting)
    })
  return [
    { name: `${start.name}: started again`, ...wholeRun, play: () => play({ attempt: 2 }) },
    { name: `${start.name}: only looked at`, ...wholeRun, play: () => play({ inputs: { 'dry-run': 'true' } }) },
  ]
}

/** What is about no single request. */
const wholeRun = { step: 0, method: '', kind: 0 }

const describe = ({ label, nth }: Boundary): string => (nth === 1 ? label : `${label} (${nth})`)

function tellOf(setting: Setting): readonly string[] {
  const broken = [...setting.promises.broken]
  return broken.length === 0 ? [] : [...broken, describeExchanges(setting, setting.world.exchanges.length)]
}

function describeExchanges({ world }: Setting, count: number): string {
  const lines = world.exchanges.slice(0, count).map((exchange) => {
    const at = new Date(exchange.atMs).toISOString().slice(5, 19)
    return `    ${at} ${labelOf(exchange)} ${exchange.acted?.status ?? (exchange.acted ? 200 : '-')}`
  })
  return ['requests:', ...lines].join('\n')
}

/** Plays cells. @returns what did not hold, each with the name of its cell */
export async function playAll(cells: readonly Cell[]): Promise<readonly string[]> {
  const broken = await sideBySide(cells, async ({ name, play }) => {
    const what = await play()
    return what.length > 0 ? [[name, ...what].join('\n  ')] : []
  })
  return broken.flat()
}

/** Does the same with each, several at a time: each of them waits for a process more than it computes. */
async function sideBySide<Item, Result>(
  items: readonly Item[],
  doWith: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  const waiting = items.entries()
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await doWith(item)
  }
  await Promise.all(Array.from({ length: 5 }, work))
  return results
}
