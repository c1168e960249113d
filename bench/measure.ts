import type { Jiras } from './jiras.ts'
import { type Program, type ProgramName, programsOf } from './programs.ts'
import type { Row } from './rows.ts'
import { hasCurl, measurePeakMemory, timeProgram } from './run-program.ts'
import { ratiosOf, type Spread, spreadOf } from './statistics.ts'

/** What came of one program of a row. */
export interface Measured {
  readonly program: ProgramName
  /** Of each run, in their order. */
  readonly durationsMs: readonly number[]
  readonly durationMs: Spread
  /** To the bare script, pairwise. */
  readonly durationRatio: Spread
  /** Undefined where it cannot be measured. */
  readonly peakMemoryBytes: number | undefined
  readonly peakMemoryRatio: number | undefined
  /** As the server counted them, for one run. */
  readonly requests: number
  readonly connections: number
}

/** The line of the table that a row becomes. */
export interface MeasuredRow {
  readonly name: string
  readonly title: string
  readonly measured: readonly Measured[]
}

const MEMORY_RUNS = 5

/**
 * Runs the programs of a row in turn (A B C A B C …), so many times each.
 * Throws where one of them does not end as it should, since its time would mean nothing.
 */
export async function measureRow(row: Row, jiras: Jiras, directory: string, runs: number): Promise<MeasuredRow> {
  const programs = programsOf(row, jiras, directory).filter(({ name }) => name !== 'curl' || hasCurl())
  const counts = new Map<Program, { requests: number; connections: number }>()
  for (const program of programs) counts.set(program, await countRequests(program, row, jiras))

  const durationsMs = new Map(programs.map((program) => [program, [] as number[]]))
  for (let run = 0; run < Math.min(runs, row.maxRuns ?? runs); run += 1) {
    for (const [program, durations] of durationsMs) durations.push(timeProgram(program).durationMs)
  }
  const bareMs = [...durationsMs.values()][0] ?? []
  const peaks = programs.map((program) => medianPeakMemory(program, Math.min(MEMORY_RUNS, row.maxRuns ?? MEMORY_RUNS)))

  const measured = programs.map((program, index): Measured => {
    const durations = durationsMs.get(program) ?? []
    const [peak, barePeak] = [peaks[index], peaks[0]]
    return {
      program: program.name,
      durationsMs: durations,
      durationMs: spreadOf(durations),
      durationRatio: spreadOf(ratiosOf(durations, bareMs)),
      peakMemoryBytes: peak,
      peakMemoryRatio: peak === undefined || barePeak === undefined ? undefined : peak / barePeak,
      requests: counts.get(program)?.requests ?? 0,
      connections: counts.get(program)?.connections ?? 0,
    }
  })
  return { name: row.name, title: row.title, measured }
}

/** The first run of each, which also warms the file cache, is counted and not timed. */
async function countRequests(program: Program, row: Row, jiras: Jiras) {
  const before = await jiras.count()
  const { exitCode } = timeProgram(program)
  const after = await jiras.count()
  if ((program.name === 'bare' || program.name === 'action') && exitCode !== row.exitCode) {
    throw new Error(`${row.name}: ${program.name} ended with ${exitCode} instead of ${row.exitCode}`)
  }
  return { requests: after.requests - before.requests, connections: after.connections - before.connections }
}

function medianPeakMemory(program: Program, runs: number): number | undefined {
  const peaks = Array.from({ length: runs }, () => measurePeakMemory(program))
  const known = peaks.filter((peak) => peak !== undefined)
  return known.length === 0 ? undefined : spreadOf(known).median
}
