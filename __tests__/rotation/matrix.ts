import type { StartedRotation } from '../support/rotation/rotation-run.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../support/rotation/world.ts'
import { type Fault, faults } from './faults.ts'
import {
  atBoundary,
  type Boundary,
  describeState,
  record,
  runOn,
  runWithFault,
  type Setting,
  setUp,
  travel,
} from './play.ts'
import { labelOf } from './promises.ts'
import type { Start } from './starts.ts'

/** One way for a rotation to go wrong, and all that follows. */
export interface Cell {
  readonly name: string
  /** @returns what was promised and did not hold */
  readonly play: () => Promise<readonly string[]>
}

export interface MatrixOptions {
  /** What is run instead of `dist/rotate.js`. */
  readonly program?: string | undefined
}

/** Every fault at every request of the run that a start leads to. */
export async function faultCells(start: Start, { program }: MatrixOptions = {}): Promise<readonly Cell[]> {
  const boundaries = await record(start, program)
  const played = new Map<string, Promise<readonly string[]>>()

  const play = async (boundary: Boundary, fault: Fault): Promise<readonly string[]> => {
    const setting = await setUp(start, program)
    try {
      await runWithFault(setting, boundary, fault)
      const own = [...setting.promises.broken]
      // What follows hangs on nothing else, so that the same state is played on once.
      const state = describeState(setting)
      const before = played.get(state)
      if (before !== undefined) return [...own, ...(await before)]
      const following = follow(setting)
      played.set(state, following)
      return [...own, ...(await following)]
    } finally {
      await setting.world.close()
    }
  }
  return boundaries.flatMap((boundary) =>
    faults.map((fault) => ({
      name: `${start.name}: ${fault.name} ${fault.moment} ${describe(boundary)}`,
      play: () => play(boundary, fault),
    })),
  )
}

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
export async function twinCells(start: Start, { program }: MatrixOptions = {}): Promise<readonly Cell[]> {
  const boundaries = await record(start, program)
  const play = async (boundary: Boundary, moment: 'before' | 'after'): Promise<readonly string[]> => {
    const setting = await setUp(start, program, { mostLive: 3 })
    const { world, promises } = setting
    try {
      const token = world.handOut()
      const run = { inputs: start.inputs, token }
      let first: StartedRotation | undefined
      const { wasReached } = atBoundary(world, boundary, moment, async () => {
        if (!first) return undefined
        world.clock.freeze(first.child)
        promises.judgeEnd(await world.run(run), { name: 'the second run', isHealthy: false })
        await world.clock.wake(first.child)
        return undefined
      })
      first = await world.start(run)
      promises.judgeEnd(await first.ended, { name: 'the first run', isHealthy: false })
      if (!wasReached()) promises.note(`${describe(boundary)} was not reached`)
      await runOn(setting)
      promises.judgeSettled(undefined)
      return tellOf(setting)
    } finally {
      await world.close()
    }
  }
  return boundaries.flatMap((boundary) =>
    (['before', 'after'] as const).map((moment) => ({
      name: `${start.name}: another run ${moment} ${describe(boundary)}`,
      play: () => play(boundary, moment),
    })),
  )
}

/** A run that starts so much later than it was queued, and has the value that the secret had then. */
export async function staleCells(start: Start, { program }: MatrixOptions = {}): Promise<readonly Cell[]> {
  const delays = {
    '10 minutes': 10 * MINUTE_MS,
    '3 hours': 3 * HOUR_MS,
    '25 hours': 25 * HOUR_MS,
    '9 days': 9 * DAY_MS,
  }
  const play = async (afterMs: number, attempt: number): Promise<readonly string[]> => {
    const setting = await setUp(start, program)
    const { world, promises } = setting
    try {
      const token = world.handOut()
      const first = await world.run({ inputs: start.inputs })
      promises.judgeEnd(first, { name: 'the first run', isHealthy: true })
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
    } finally {
      await world.close()
    }
  }
  return Object.entries(delays).flatMap(([name, afterMs]) =>
    [1, 2].map((attempt) => ({
      name: `${start.name}: ${attempt === 1 ? 'a stale run' : 'a re-run'} after ${name}`,
      play: () => play(afterMs, attempt),
    })),
  )
}

/** A run whose machine is suspended while it waits for an answer, and that goes on when others have run. */
export async function suspendedCells(start: Start, { program }: MatrixOptions = {}): Promise<readonly Cell[]> {
  const boundaries = await record(start, program)
  const lengths = { '20 minutes': 20 * MINUTE_MS, '25 hours': 25 * HOUR_MS, '9 days': 9 * DAY_MS }
  const play = async (boundary: Boundary, forMs: number, doesStandStill: boolean): Promise<readonly string[]> => {
    const setting = await setUp(start, program)
    const { world, promises } = setting
    try {
      let suspended: StartedRotation | undefined
      let rest = (): void => {}
      const resting = new Promise<void>((resolve) => {
        rest = resolve
      })
      const { wasReached } = atBoundary(world, boundary, 'after', async () => {
        if (!suspended) return undefined
        const { clock } = world
        clock.freeze(suspended.child)
        const fellAsleepMs = clock.now()
        await runOn(setting, { untilMs: forMs, isFirst: true })
        travel(world, forMs)
        const wallMs = clock.now() - fellAsleepMs
        await clock.wake(suspended.child, { wallMs, monotonicMs: doesStandStill ? 0 : wallMs })
        rest()
        return undefined
      })
      suspended = await world.start({ inputs: start.inputs })
      const result = await suspended.ended
      if (wasReached()) await resting
      else promises.note(`${describe(boundary)} was not reached`)
      promises.judgeEnd(result, { name: 'the suspended run', isHealthy: false })
      await runOn(setting, { fromMs: forMs, laterMs: forMs < DAY_MS ? 0 : 10 * DAY_MS })
      promises.judgeSettled(undefined)
      return tellOf(setting)
    } finally {
      await world.close()
    }
  }
  return boundaries.flatMap((boundary) =>
    Object.entries(lengths).flatMap(([name, forMs]) =>
      [true, false].map((doesStandStill) => ({
        name: `${start.name}: suspended for ${name} after ${describe(boundary)}${doesStandStill ? ', with the clock of durations' : ''}`,
        play: () => play(boundary, forMs, doesStandStill),
      })),
    ),
  )
}

/** A run that was started again writes nothing, whatever it finds. */
export function attemptCell(start: Start, { program }: MatrixOptions = {}): Cell {
  return {
    name: `${start.name}: started again`,
    async play() {
      const setting = await setUp(start, program)
      const { world, promises } = setting
      try {
        const result = await world.run({ inputs: start.inputs, attempt: 2 })
        promises.judgeEnd(result, { name: 'the re-run', isHealthy: false })
        for (const exchange of world.exchanges)
          if (exchange.method !== 'GET') promises.note(`it sent ${labelOf(exchange)}`)
        return tellOf(setting)
      } finally {
        await world.close()
      }
    },
  }
}

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

/** Plays cells, several at a time. @returns what did not hold, each with the name of its cell */
export async function playAll(cells: readonly Cell[], atATime = 5): Promise<readonly string[]> {
  const waiting = [...cells]
  const broken: string[] = []
  const work = async (): Promise<void> => {
    for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
      const what = await cell.play()
      if (what.length > 0) broken.push([cell.name, ...what].join('\n  '))
    }
  }
  await Promise.all(Array.from({ length: atATime }, work))
  return broken
}
