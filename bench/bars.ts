import type { Machine } from './machine.ts'
import type { Measured, MeasuredRow } from './measure.ts'
import type { ProgramName } from './programs.ts'
import { ratiosOf, spreadOf } from './statistics.ts'

/** A promise about the cost, and what was measured. */
export interface Bar {
  readonly promise: string
  readonly limit: number
  readonly measured: number
  readonly unit: '' | ' kB' | ' s'
}

/** The bars that can be judged from these rows. */
export function judgeBars(rows: readonly MeasuredRow[], { bundleBytes }: Machine): readonly Bar[] {
  const find = (row: string, wanted: ProgramName): Measured | undefined =>
    rows.find(({ name }) => name === row)?.measured.find(({ program }) => program === wanted)
  const action = (row: string): Measured | undefined => find(row, 'action')
  const medianMs = (row: string): number | undefined => action(row)?.durationMs.median
  const toSuccess = (row: string): number =>
    spreadOf(ratiosOf(action(row)?.durationsMs ?? [], find(row, 'success')?.durationsMs ?? [])).median
  const fiftyMs = medianMs('projects-50-at-50-ms')
  const oneMs = medianMs('projects-1-at-50-ms')

  const watchSeconds = (row: string): number | undefined => {
    const ms = medianMs(row)
    return ms === undefined ? undefined : ms / 1000
  }
  const [few, many] = ['watch-50-at-2', 'watch-250-at-10'].map((row) => action(row)?.peakMemoryBytes)

  const bars: readonly Bar[] = [
    bar('identity alone: time, to the bare script', 1.1, action('identity')?.durationRatio.median),
    bar('identity alone: peak memory, to the bare script', 1.15, action('identity')?.peakMemoryRatio),
    bar('identity and expiry: connections', 1, action('expiry')?.connections),
    bar('a rejected token: time, to identity alone', 1.1, toSuccess('rejected')),
    bar('a refused connection: time, to identity alone', 1.1, toSuccess('refused')),
    bar(
      'fifty projects at 50 ms a request: over one',
      0.7,
      fiftyMs === undefined || oneMs === undefined ? undefined : (fiftyMs - oneMs) / 1000,
      ' s',
    ),
    bar('a list of 50 tokens at one server', 7, watchSeconds('watch-50-at-1'), ' s'),
    bar('a list of 50 tokens at two servers', 5, watchSeconds('watch-50-at-2'), ' s'),
    bar('a list of 250 tokens at ten servers', 30, watchSeconds('watch-250-at-10'), ' s'),
    bar(
      'a list of 250 tokens: peak memory, to one of 50',
      1.5,
      few === undefined || many === undefined ? undefined : many / few,
    ),
    bar('size of `dist/index.js`', 240, bundleBytes / 1000, ' kB'),
  ]
  return bars.filter(({ measured }) => !Number.isNaN(measured))
}

function bar(promise: string, limit: number, measured = Number.NaN, unit: Bar['unit'] = ''): Bar {
  return { promise, limit, measured, unit }
}
