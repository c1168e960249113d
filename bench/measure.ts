import type { Jiras } from './jiras.ts'
import { type Program, type ProgramName, programsOf } from './programs.ts'
import type { Row } from './rows.ts'
import { hasCurl, type Run, runProgram } from './run-program.ts'
import { ratioOf, type Spread, spreadOf } from './statistics.ts'

/** What came of one program of a row. */
export interface Measured {
  readonly program: ProgramName
  /** In their order. */
  readonly runs: readonly Run[]
  readonly cpuMs: Spread
  readonly durationMs: Spread
  readonly peakMemoryBytes: Spread
  /** To the bare script, where there is one to compare with. */
  readonly ratios: { readonly cpu: Spread; readonly duration: Spread; readonly peakMemory: Spread } | undefined
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

/**
 * Runs the programs of a row in turn (A B C A B C …), so many times each.
 * Throws where one of them does not end as it should, since its time would mean nothing.
 */
export async function measureRow(row: Row, jiras: Jiras, directory: string, times: number): Promise<MeasuredRow> {
  const programs = programsOf(row, jiras, directory).filter(({ name }) => name !== 'curl' || hasCurl())
  const counts = new Map<Program, Traffic>()
  const runs = new Map<Program, Run[]>()
  for (const program of programs) {
    const { run, ...traffic } = await countTraffic(program, row, jiras)
    counts.set(program, traffic)
    runs.set(program, row.maxRuns === 1 ? [run] : [])
  }
  for (let time = 0; time < Math.min(times, row.maxRuns ?? times) && row.maxRuns !== 1; time += 1) {
    for (const [program, done] of runs) done.push(runProgram(program))
  }
  const spreads = programs.map((program) => spreadsOf(runs.get(program) ?? []))
  const bare = spreads[programs.findIndex(({ name }) => name === 'bare')]

  const measured = programs.map((program, index): Measured => {
    const own = spreads[index] ?? spreadsOf([])
    return {
      program: program.name,
      runs: runs.get(program) ?? [],
      ...own,
      ratios: bare && {
        cpu: ratioOf(own.cpuMs, bare.cpuMs),
        duration: ratioOf(own.durationMs, bare.durationMs),
        peakMemory: ratioOf(own.peakMemoryBytes, bare.peakMemoryBytes),
      },
      requests: counts.get(program)?.requests ?? 0,
      connections: counts.get(program)?.connections ?? 0,
    }
  })
  return { name: row.name, title: row.title, measured }
}

function spreadsOf(runs: readonly Run[]): Pick<Measured, 'cpuMs' | 'durationMs' | 'peakMemoryBytes'> {
  return {
    cpuMs: spreadOf(runs.map(({ cpuMs }) => cpuMs)),
    durationMs: spreadOf(runs.map(({ durationMs }) => durationMs)),
    peakMemoryBytes: spreadOf(runs.map(({ peakMemoryBytes }) => peakMemoryBytes)),
  }
}

interface Traffic {
  readonly requests: number
  readonly connections: number
}

/** The first run of each, which also warms the file cache, is counted, and measured only where it is to be the only one. */
async function countTraffic(program: Program, row: Row, jiras: Jiras): Promise<Traffic & { run: Run }> {
  const before = await jiras.count()
  const run = runProgram(program)
  const after = await jiras.count()
  if ((program.name === 'bare' || program.name === 'action') && run.exitCode !== row.exitCode) {
    throw new Error(`${row.name}: ${program.name} ended with ${run.exitCode} instead of ${row.exitCode}`)
  }
  return { requests: after.requests - before.requests, connections: after.connections - before.connections, run }
}
