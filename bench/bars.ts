import { type LoadedBy, sizeOf } from './loaded.ts'
import type { Measured, MeasuredRow } from './measure.ts'
import type { ProgramName } from './programs.ts'

/** A promise about the cost, and what was measured. */
export interface Bar {
  readonly promise: string
  readonly limit: number
  readonly measured: number
  readonly unit: '' | ' kB' | ' s'
}

/** The bars that can be judged from these rows. */
export function judgeBars(rows: readonly MeasuredRow[], loaded: LoadedBy): readonly Bar[] {
  const find = (row: string, wanted: ProgramName): Measured | undefined =>
    rows.find(({ name }) => name === row)?.measured.find(({ program }) => program === wanted)
  const action = (row: string): Measured | undefined => find(row, 'action')
  const cpu = (row: string): number | undefined => action(row)?.ratios?.cpu.median
  const seconds = (row: string): number => (action(row)?.durationMs.median ?? Number.NaN) / 1000
  const peak = (row: string): number => action(row)?.peakMemoryBytes.median ?? Number.NaN
  const growth = (program: ProgramName): number => {
    const [few, many] = ['projects-50', 'projects-250'].map((row) => find(row, program)?.peakMemoryBytes.median)
    return (many ?? Number.NaN) / (few ?? Number.NaN)
  }
  const toSuccess = (row: string): number =>
    (action(row)?.cpuMs.median ?? Number.NaN) / (find(row, 'success')?.cpuMs.median ?? Number.NaN)

  const bars: readonly Bar[] = [
    bar('https, identity alone: CPU, to the bare script', 1.4, cpu('https')),
    bar('https, identity and expiry: CPU, to the bare script', 1.45, cpu('https-expiry')),
    bar('http, identity alone: CPU, to the bare script', 1.8, cpu('http')),
    bar('https, identity and expiry: connections', 1, action('https-expiry')?.connections),
    bar('what a check that succeeds loads of `dist/`', 240, sizeOf(loaded.success) / 1000, ' kB'),
    bar('a rejected token: CPU, to identity alone', 1.2, toSuccess('rejected')),
    bar('a refused connection: CPU, to identity alone', 1.2, toSuccess('refused')),
    bar(
      'https, identity and expiry: peak memory, to the bare script',
      1.25,
      action('https-expiry')?.ratios?.peakMemory.median,
    ),
    bar('http, identity alone: peak memory, to the bare script', 1.25, action('http')?.ratios?.peakMemory.median),
    bar('250 projects: peak memory, to the bare script', 1.25, action('projects-250')?.ratios?.peakMemory.median),
    bar(
      'from 50 to 250 projects: growth of the peak memory, to the bare script',
      1.05,
      growth('action') / growth('bare'),
    ),
    bar(
      'fifty projects at 100 ms an answer: over one',
      0.8,
      seconds('slow-50-at-100') - seconds('slow-1-at-100'),
      ' s',
    ),
    bar('a list of 50 tokens at one server', 7, seconds('watch-50-at-1'), ' s'),
    bar('a list of 50 tokens at two servers', 5, seconds('watch-50-at-2'), ' s'),
    bar('a list of 250 tokens at ten servers', 30, seconds('watch-250-at-10'), ' s'),
    bar('a list of 250 tokens: peak memory, to one of 50', 1.5, peak('watch-250-at-10') / peak('watch-50-at-2')),
  ]
  return bars.filter(({ measured }) => !Number.isNaN(measured))
}

function bar(promise: string, limit: number, measured = Number.NaN, unit: Bar['unit'] = ''): Bar {
  return { promise, limit, measured, unit }
}
