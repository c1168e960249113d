import type { Bar } from './bars.ts'
import type { Machine } from './machine.ts'
import type { Measured, MeasuredRow } from './measure.ts'
import type { ProgramName } from './programs.ts'
import type { Spread } from './statistics.ts'

/** All that a bench found out; `--json` writes it as it is. */
export interface Results {
  readonly machine: Machine
  /** How often each program ran, in turn with the others of its row. */
  readonly runs: number
  readonly rows: readonly MeasuredRow[]
  readonly bars: readonly Bar[]
}

const WORDS: Readonly<Record<ProgramName, string>> = {
  action: '**the action**',
  bare: 'bare script',
  success: 'the action, identity alone',
  require: 'the same by `require()`',
  node: 'Node, doing nothing',
  curl: 'curl',
}

/** The results as Markdown that can be read in a terminal too. */
export function formatResults({ machine, runs, rows, bars }: Results): string {
  const heads = ['what is asked', 'program', 'time', '× bare script', 'peak memory', '×', 'requests', 'connections']
  return [
    describeMachine(machine),
    `Medians of ${runs} runs of each program, in turn; in brackets the quartiles. Ratios are of neighbouring runs.`,
    table(
      heads,
      rows.flatMap((row) => row.measured.map((measured, index) => cellsOf(index === 0 ? row.title : '', measured))),
    ),
    table(
      ['promise', 'at most', 'measured'],
      bars.map(({ promise, limit, measured, unit }) => [promise, `${limit}${unit}`, `${rounded(measured)}${unit}`]),
    ),
  ].join('\n\n')
}

function describeMachine({
  action,
  bundleBytes,
  node,
  openssl,
  curl,
  system,
  processor,
  memoryBytes,
}: Machine): string {
  const versions = [`Node ${node}`, `OpenSSL ${openssl}`, ...(curl === undefined ? [] : [curl])]
  const memory = `${(memoryBytes / 2 ** 30).toFixed(0)} GiB`
  return [
    `- ${action}, \`dist/index.js\` of ${kilo(bundleBytes)} kB`,
    `- ${versions.join(', ')}`,
    `- ${[system, processor, memory].join(', ')}`,
  ].join('\n')
}

function cellsOf(title: string, measured: Measured): readonly string[] {
  const { program, durationMs, durationRatio, peakMemoryBytes, peakMemoryRatio, requests, connections } = measured
  const isBare = program === 'bare'
  return [
    title,
    WORDS[program],
    `${durationMs.median.toFixed(0)} ms (${range(durationMs, 0)})`,
    isBare ? '1' : `${durationRatio.median.toFixed(2)} (${range(durationRatio, 2)})`,
    peakMemoryBytes === undefined ? '' : `${(peakMemoryBytes / 1e6).toFixed(1)} MB`,
    peakMemoryRatio === undefined ? '' : isBare ? '1' : peakMemoryRatio.toFixed(2),
    String(requests),
    String(connections),
  ]
}

function range({ lower, upper }: Spread, digits: number): string {
  return `${lower.toFixed(digits)}–${upper.toFixed(digits)}`
}

function kilo(bytes: number): string {
  return (bytes / 1000).toFixed(0)
}

function rounded(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}

/** A Markdown table whose columns stand below each other: words to the left, figures to the right. */
function table(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = heads.map((_, column) => Math.max(3, ...[heads, ...lines].map((line) => line[column]?.length ?? 0)))
  const isFigure = heads.map((_, column) => lines.every((line) => /^(?:\d|$)/.test(line[column] ?? '')))
  const format = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => pad(cells[column] ?? '', width, isFigure[column] ?? false)).join(' | ')} |`
  const rule = widths.map((width, column) => (isFigure[column] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)))
  return [format(heads), format(rule), ...lines.map(format)].join('\n')
}

function pad(text: string, width: number, toTheRight: boolean): string {
  return toTheRight ? text.padStart(width) : text.padEnd(width)
}
