import { isFinding } from '../catalogue/finding.ts'
import { plainText } from '../report/sanitize.ts'
import type { WatchInputs } from './inputs.ts'
import type { ReadList } from './list/read-list.ts'
import type { LookOptions } from './look.ts'
import { completeByList, mergeReports } from './merge/merge-reports.ts'
import { missingReport } from './merge/missing-report.ts'
import { emptyNight, type Night, nightListOf, problemOf } from './night.ts'

/**
 * Puts together what other jobs have found; nothing is asked.
 * @param read undefined where there is no list: then only what the reports hold is told
 */
export function putTogether(inputs: WatchInputs, read: ReadList | undefined, options: LookOptions): Night {
  const { world, readFile, secrecy, entries } = options
  const { runner, clock } = world
  const { redactor } = secrecy
  const nowMs = clock.now()
  const words = { redactor, nameOf: runner.nameOf, nowMs }
  const list = nightListOf(read)
  const unsound = read !== undefined && isFinding(read.list) ? problemOf(read.list, words) : null
  const merged = mergeReports(inputs.merge, readFile, (text, maxLength) =>
    plainText(text, redactor.redactLong, maxLength),
  )
  // The list comes first: whoever mends it runs all jobs again.
  if (isFinding(merged)) return emptyNight(unsound ?? problemOf(merged, words), read, words)
  const listName = plainText(read?.identity.name ?? '', redactor.redactLong)
  const report = { ...merged, list: listName || merged.list }
  if (read === undefined || isFinding(read.list)) {
    return { report, problem: unsound, isWhole: unsound === null, list }
  }
  const tokens = completeByList(merged.tokens, entries, (entry) => missingReport(entry, redactor, nowMs))
  return { report: { ...report, tokens }, problem: null, isWhole: true, list }
}
