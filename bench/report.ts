import type { Bar } from './bars.ts'
import { ANSWER_TIMES } from './jiras.ts'
import { type Loaded, type LoadedBy, sizeOf } from './loaded.ts'
import type { Machine } from './machine.ts'
import type { Measured, MeasuredRow } from './measure.ts'
import type { ProgramName } from './programs.ts'
import { PROJECT_COUNTS } from './rows.ts'
import type { Spread } from './statistics.ts'
import { table } from './table.ts'

/** All that a bench found out; `--json` writes it as it is. */
export interface Results {
  readonly machine: Machine
  /** How often each program ran, in turn with the others of its row. */
  readonly runs: number
  readonly loaded: LoadedBy
  readonly rows: readonly MeasuredRow[]
  readonly bars: readonly Bar[]
}

const WORDS: Readonly<Record<ProgramName, string>> = {
  action: '**the action**',
  bare: 'bare script',
  success: 'the action, identity alone',
  node: 'Node, doing nothing',
  curl: 'curl',
}

/** The results as Markdown that can be read in a terminal too. */
export function formatResults({ machine, runs, loaded, rows, bars }: Results): string {
  const isSlow = ({ name }: MeasuredRow): boolean => name.startsWith('slow-')
  const compared = rows.filter(({ measured }) => measured.some(({ ratios }) => ratios !== undefined))
  const others = rows.filter((row) => !compared.includes(row) && !isSlow(row))
  return [
    describeMachine(machine),
    ...headline(rows),
    `Medians of ${runs} runs of each program in turn, of fewer where they take long; in brackets the least of them.`,
    ...(compared.length === 0 ? [] : [compare(compared)]),
    ...(rows.some(isSlow) ? [curve(rows)] : []),
    ...(others.length === 0 ? [] : [list(others)]),
    listLoaded(loaded),
    table(
      ['promise', 'at most', 'measured'],
      bars.map(({ promise, limit, measured, unit }) => [promise, `${limit}${unit}`, `${rounded(measured)}${unit}`]),
    ),
  ].join('\n\n')
}

function describeMachine({ action, node, openssl, curl, system, processor, memoryBytes }: Machine): string {
  const versions = [`Node ${node}`, `OpenSSL ${openssl}`, ...(curl === undefined ? [] : [curl])]
  const memory = `${(memoryBytes / 2 ** 30).toFixed(0)} GiB`
  return [`- ${action}`, `- ${versions.join(', ')}`, `- ${[system, processor, memory].join(', ')}`].join('\n')
}

/** What it comes to, in a line for each way to Jira. */
function headline(rows: readonly MeasuredRow[]): readonly string[] {
  const lines = (['https', 'http'] as const).flatMap((way) => {
    const [alone, expiry] = [way, `${way}-expiry`].map((name) =>
      rows.find((row) => row.name === name)?.measured.find(({ program }) => program === 'action'),
    )
    if (alone?.ratios === undefined || expiry?.ratios === undefined) return []
    const { cpu, duration } = alone.ratios
    const ms = (spread: Spread): string => `${spread.median.toFixed(0)} ms`
    return [
      `- **Over ${way}, a check takes ${ratio(cpu)} times the CPU of a bare script** (${ms(alone.cpuMs)}), and ` +
        `${ratio(duration)} times its time (${ms(alone.durationMs)}); with the expiry, ` +
        `${ratio(expiry.ratios.cpu)} times the CPU and ${ratio(expiry.ratios.duration)} times the time.`,
    ]
  })
  return lines.length === 0 ? [] : [lines.join('\n')]
}

function compare(rows: readonly MeasuredRow[]): string {
  const heads = ['what is asked', 'program', 'CPU', '× bare', 'time', '× bare', 'peak memory', '× bare', 'requests']
  return table(
    [...heads, 'connections'],
    rows.flatMap(({ title, measured }) =>
      measured.map((one, index) => [
        index === 0 ? title : '',
        WORDS[one.program],
        milliseconds(one.cpuMs),
        ratios(one, 'cpu'),
        milliseconds(one.durationMs),
        ratios(one, 'duration'),
        memory(one),
        one.ratios === undefined || one.program === 'bare' ? '' : ratio(one.ratios.peakMemory),
        String(one.requests),
        String(one.connections),
      ]),
    ),
  )
}

/** How the time grows with projects, for each time that a Jira takes for an answer. */
function curve(rows: readonly MeasuredRow[]): string {
  const timeOf = (count: number, answerMs: number): string => {
    const [one] = rows.find(({ name }) => name === `slow-${count}-at-${answerMs}`)?.measured ?? []
    return one === undefined ? '' : seconds(one.durationMs)
  }
  return table(
    ['projects', ...ANSWER_TIMES.map((ms) => `${ms} ms an answer`)],
    PROJECT_COUNTS.map((count) => [String(count), ...ANSWER_TIMES.map((ms) => timeOf(count, ms))]),
  )
}

function list(rows: readonly MeasuredRow[]): string {
  return table(
    ['what is asked', 'time', 'CPU', 'peak memory', 'requests', 'connections'],
    rows.flatMap(({ title, measured }) =>
      measured.map((one) => [
        title,
        seconds(one.durationMs),
        milliseconds(one.cpuMs),
        memory(one),
        String(one.requests),
        String(one.connections),
      ]),
    ),
  )
}

function listLoaded({ success, failure }: LoadedBy): string {
  const line = (what: string, loaded: Loaded): readonly string[] => [
    what,
    `${kilo(sizeOf(loaded))} kB`,
    Object.entries(loaded)
      .map(([file, bytes]) => `\`${file}\` (${kilo(bytes)} kB)`)
      .join(', '),
  ]
  return table(
    ['what is loaded of `dist/`', 'size', 'files'],
    [line('by a check that succeeds', success), line('by a check that fails', failure)],
  )
}

function milliseconds({ median, minimum }: Spread): string {
  return `${median.toFixed(0)} ms (${minimum.toFixed(0)})`
}

function seconds({ median }: Spread): string {
  return `${(median / 1000).toFixed(2)} s`
}

function memory({ peakMemoryBytes }: Measured): string {
  return `${(peakMemoryBytes.median / 1e6).toFixed(1)} MB`
}

function ratio({ median }: Spread): string {
  return median.toFixed(2)
}

function ratios({ program, ratios }: Measured, of: 'cpu' | 'duration'): string {
  if (program === 'bare' || ratios === undefined) return ''
  return `${ratio(ratios[of])} (${ratios[of].minimum.toFixed(2)})`
}

function kilo(bytes: number): string {
  return (bytes / 1000).toFixed(0)
}

function rounded(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}
