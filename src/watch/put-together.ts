import { isFinding } from '../catalogue/finding.ts'
import { plainText } from '../report/sanitize.ts'
import type { WatchInputs } from './inputs.ts'
import type { ReadList } from './list/read-list.ts'
import type { LookOptions } from './look.ts'
import { asOfNow } from './merge/as-of-now.ts'
import { completeByList, mergeReports } from './merge/merge-reports.ts'
import { missingReport } from './merge/missing-report.ts'
import { emptyNight, type Night, nightListOf, problemOf } from './night.ts'
import type { WatchedToken } from './watched-token.ts'

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
  const isSound = read !== undefined && unsound === null
  const complete = (tokens: readonly WatchedToken[]): readonly WatchedToken[] =>
    completeByList(tokens, entries, (entry) => missingReport(entry, redactor, nowMs))
  if (isFinding(merged)) {
    // The list comes first: whoever mends it runs all jobs again.
    const night = emptyNight(unsound ?? problemOf(merged, words), read, words)
    return { ...night, report: { ...night.report, tokens: complete([]) }, isWhole: isSound }
  }
  const listName = plainText(read?.identity.name ?? '', redactor.redactLong)
  const tokens = merged.tokens.map((token) => asOfNow(token, nowMs))
  const report = { ...merged, tokens, list: listName || merged.list }
  if (!isSound) {
    // Without a list its name is known from the reports, and by it its issues.
    const known = read === undefined ? { ...list, name: merged.list } : list
    return { report, problem: unsound, isWhole: unsound === null, list: known }
  }
  return { report: { ...report, tokens: complete(tokens) }, problem: null, isWhole: true, list }
}
