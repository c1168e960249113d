import { describeBug } from '../base/describe-bug.ts'
import { dateTimeOf } from '../base/utc.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import type { NameOfInput } from '../catalogue/fill.ts'
import { type Finding, finding, isFinding } from '../catalogue/finding.ts'
import { reasonTable } from '../catalogue/reasons.ts'
import { jira } from '../products/jira/jira.ts'
import { present } from '../report/presentation.ts'
import type { Redactor } from '../report/redact.ts'
import { plainText } from '../report/sanitize.ts'
import { verdictWithoutEvidence } from '../verdict/judge.ts'
import type { Entry } from './entry.ts'
import type { Failing } from './failing.ts'
import type { ReadList } from './list/read-list.ts'
import type { Problem } from './page/context.ts'
import { unfinished } from './sweep/unfinished.ts'
import type { WatchReport } from './watched-token.ts'

/** What a run has found out. */
export interface Night {
  readonly report: WatchReport
  /** What is wrong with the whole; null where nothing is. Plain and sanitized. */
  readonly problem: (Problem & { readonly result: Failing }) | null
  /** Whether every token that is to be watched stands in the report, so that its silence means health. */
  readonly isWhole: boolean
  /** What of the list the issues depend on. */
  readonly list: NightList
}

export interface NightList {
  /** As the list has it, or the reports of it that were put together; empty where it has none. Not sanitized. */
  readonly name: string
  /** Empty where the list was given as a text. Not sanitized. */
  readonly path: string
  /** `unread`: the reports that were put together came without one. */
  readonly state: 'sound' | 'unsound' | 'unread'
}

/** How a finding about the whole is put into words. */
export interface ProblemWords {
  readonly redactor: Redactor
  readonly nameOf: NameOfInput
  readonly nowMs: number
}

/** @returns what of the list the issues depend on */
export function nightListOf(read: ReadList | undefined): NightList {
  if (read === undefined) return { name: '', path: '', state: 'unread' }
  const { list, identity } = read
  const { path } = identity
  return isFinding(list) ? { name: '', path, state: 'unsound' } : { name: list.name, path, state: 'sound' }
}

/** A night in which nothing could be looked at. */
export function emptyNight(
  problem: NonNullable<Night['problem']>,
  read: ReadList | undefined,
  { redactor, nowMs }: Omit<ProblemWords, 'nameOf'>,
): Night {
  const list = plainText(read?.identity.name ?? '', redactor.redactLong)
  return {
    report: { schemaVersion: 2, list, checkedAt: dateTimeOf(nowMs), tokens: [] },
    problem,
    isWhole: false,
    list: nightListOf(read),
  }
}

/**
 * The night that is told where a run ends before it has found out anything: nothing is known of any token.
 * @param found why; unless told otherwise, it broke
 */
export function brokenNight(
  entries: readonly Entry[],
  problem: NonNullable<Night['problem']>,
  read: ReadList | undefined,
  words: Omit<ProblemWords, 'nameOf'>,
  found?: Finding,
): Night {
  const night = emptyNight(problem, read, words)
  const tokens = entries.map((entry) => unfinished(entry, words.redactor, words.nowMs, null, found))
  return { ...night, report: { ...night.report, tokens }, isWhole: tokens.length > 0 }
}

/** Puts a finding about the whole into words. */
export function problemOf(found: Finding, { redactor, nameOf, nowMs }: ProblemWords): NonNullable<Night['problem']> {
  const run = { requests: 0, durationMs: 0, nowMs, nameOf }
  const { title, report, remedySteps } = present(
    verdictWithoutEvidence(found, jira, null),
    catalogue[found.reason],
    redactor,
    run,
  )
  const { result } = reasonTable[found.reason]
  return { title, message: report.message, steps: remedySteps, result: result === 'usable' ? 'unknown' : result }
}

/** A bug of ours: what is known by then is told all the same, and the run is red. */
export function problemOfCrash(error: unknown, words: ProblemWords): NonNullable<Night['problem']> {
  const detail = describeBug(error)
  return {
    ...problemOf(finding('internal-error', { detail }), words),
    title: 'The watch itself failed',
    message: `jira-pat-check ran into a fault of its own (${plainText(detail, words.redactor.redactLong)}), so that what is told here may not be all.`,
  }
}
