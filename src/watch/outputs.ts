import { type Failing, failureOf, worstOf } from './failing.ts'
import { needsCare } from './state.ts'
import type { WatchedToken, WatchReport } from './watched-token.ts'

/** What the outputs are made of. */
export interface Told {
  readonly report: WatchReport
  /** Whether every token that is to be watched stands in the report, so that its silence means health. */
  readonly isWhole: boolean
  /** What is wrong beside the tokens; null where nothing is. */
  readonly problem: Failing | null
  /** Path of the file with the whole report; empty where there is none. */
  readonly reportFile: string
  readonly nowMs: number
}

/**
 * A later step that is handed a larger value as a variable cannot start: 128 KiB is all that Linux allows.
 * Source: https://man7.org/linux/man-pages/man2/execve.2.html
 */
const MAX_REPORT_BYTES = 100_000

/** @returns name and value of each output, in the order in which people read them */
export function listWatchOutputs(told: Told): readonly (readonly [string, string])[] {
  const { report, isWhole, problem, reportFile, nowMs } = told
  const { tokens } = report
  const care = tokens.filter(needsCare)
  return [
    ['result', worstOf([problem, ...tokens.map(failureOf)]) ?? 'usable'],
    ['needs-care', isWhole ? JSON.stringify(care.map(({ secret }) => secret)) : ''],
    ['checked', String(tokens.length)],
    ['next-expiry-at', nextExpiryOf(tokens, nowMs)],
    ['report', cutReport(report)],
    ['report-file', reportFile],
  ]
}

function nextExpiryOf(tokens: readonly WatchedToken[], nowMs: number): string {
  const dates = tokens.flatMap(({ expiry }) => expiry.expiresAt ?? [])
  return dates.filter((date) => Date.parse(date) > nowMs).toSorted()[0] ?? ''
}

/** @returns JSON of at most 100 kB: what needs care first, and how many were left out */
function cutReport({ tokens, ...report }: WatchReport): string {
  const first = [...tokens.filter(needsCare), ...tokens.filter((token) => !needsCare(token))]
  const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))
  // A comma follows each.
  const sizes = first.map((token) => sizeOf(token) + 1)
  let left = MAX_REPORT_BYTES - sizeOf({ ...report, tokens: [], cut: tokens.length })
  const tooMany = sizes.findIndex((size) => {
    left -= size
    return left < 0
  })
  const shown = tooMany < 0 ? first : first.slice(0, tooMany)
  return JSON.stringify({ ...report, tokens: shown, cut: tokens.length - shown.length })
}
