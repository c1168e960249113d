import { readWatchFailOn, type WatchFailOn } from '../inputs/fail-on.ts'
import type { FieldReader } from '../inputs/fields.ts'

/** What a watch is asked for, beside the list. What cannot be read has its default. */
export interface WatchInputs {
  /** The list, or its path. */
  readonly tokens: string
  /** Names of the secrets that are to be checked; empty where all are. */
  readonly only: readonly string[]
  /** Paths of reports, or of folders of them; empty where tokens are to be checked. */
  readonly merge: readonly string[]
  /** Paths of files to write; empty where none is wanted. */
  readonly files: Readonly<Record<'html' | 'junit' | 'metrics' | 'report-path', string>>
  readonly issues: boolean
  readonly issueLabel: string
  readonly githubToken: string
  readonly failOn: WatchFailOn
  readonly timeoutMs: number
  readonly parallel: number
  readonly jobSummary: boolean
}

/** Reads all inputs of a watch; the first that cannot be read is told by `fields.firstFinding`. */
export function readWatchInputs(fields: FieldReader): WatchInputs {
  return {
    tokens: fields.text('tokens'),
    only: fields.list('only'),
    merge: fields
      .text('merge')
      .split(/[\r\n]+/)
      .map((path) => path.trim())
      .filter(Boolean),
    files: {
      html: fields.text('html'),
      junit: fields.text('junit'),
      metrics: fields.text('metrics'),
      'report-path': fields.text('report-path'),
    },
    issues: fields.boolean('issues'),
    issueLabel: fields.word('issue-label'),
    githubToken: fields.text('github-token'),
    failOn: readWatchFailOn(fields),
    timeoutMs: fields.wholeNumber('timeout-seconds') * 1000,
    parallel: fields.wholeNumber('parallel'),
    jobSummary: fields.boolean('job-summary'),
  }
}
