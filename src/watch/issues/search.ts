import { DAY_MS } from '../../base/clock.ts'
import { dateTimeOf } from '../../base/utc.ts'
import type { Issue } from '../../github/issue.ts'
import type { Issues } from '../../github/issues.ts'
import { isRefusal, type Refusal } from '../../github/refusal.ts'
import type { OurIssue } from './decide.ts'
import { readBody, readSaid, type Said } from './marker.ts'
import type { Subject } from './subject.ts'

/** So long an issue that was closed is remembered. */
const MEMORY_MS = 90 * DAY_MS

/** All issues with the label and a marker. */
export interface Ours {
  /** The lowest number first. */
  readonly open: readonly OurIssue[]
  /** Of 90 days; the one that was closed last first. */
  readonly closed: readonly OurIssue[]
}

/** Looks for our issues. @param nowMs milliseconds since the epoch */
export async function search(issues: Issues, label: string, nowMs: number): Promise<Ours | Refusal> {
  const open = await issues.list(label)
  if (isRefusal(open)) return open
  // After the open ones: what somebody closes in between is seen twice, not never.
  const sinceMs = nowMs - MEMORY_MS
  const closed = await issues.list(label, dateTimeOf(sinceMs))
  if (isRefusal(closed)) return closed
  const isRecent = ({ closedAtMs }: Issue): boolean => (closedAtMs ?? nowMs) >= sinceMs
  const closedMeanwhile = new Set(closed.map(({ number }) => number))
  return {
    open: oursAmong(open.filter(({ number }) => !closedMeanwhile.has(number))),
    closed: oursAmong(closed.filter(isRecent)).toSorted((a, b) => closedAt(b) - closedAt(a)),
  }
}

/** The issues that bear a marker, the lowest number first. */
export function oursAmong(issues: readonly Issue[]): readonly OurIssue[] {
  return issues
    .flatMap((issue) => {
      const marked = readBody(issue.body)
      return marked === undefined ? [] : { issue, marked }
    })
    .toSorted((a, b) => a.issue.number - b.issue.number)
}

/** Those of one subject, in their order. */
export function issuesOf(
  { list, otherList, identity }: Pick<Subject, 'list' | 'otherList' | 'identity'>,
  ours: readonly OurIssue[],
): readonly OurIssue[] {
  return ours.filter(({ marked: { marker } }) => {
    return marker.identity === identity && (marker.list === list || marker.list === otherList)
  })
}

/** @returns what the newest comment told; only the issue's own author counts, for anybody can comment in public */
export async function readNewestSaid(issues: Issues, { number, authorId }: Issue): Promise<Said | undefined | Refusal> {
  const comments = await issues.comments(number)
  if (isRefusal(comments)) return comments
  const told = comments
    .filter((comment) => comment.authorId !== undefined && comment.authorId === authorId)
    .flatMap(({ body }) => readSaid(body) ?? [])
  return told.toSorted((a, b) => b.n - a.n)[0]
}

function closedAt({ issue }: OurIssue): number {
  return issue.closedAtMs ?? issue.createdAtMs
}
