import { sleep } from '../../base/clock.ts'
import type { Issue } from '../../github/issue.ts'
import { isRefusal, NO_TIME, type Refusal } from '../../github/refusal.ts'
import type { OurIssue } from './decide.ts'
import { edit } from './edit.ts'
import { BARE_TEXT, titleOf } from './issue-text.ts'
import { writeBody, writeUnmarkedBody } from './marker.ts'
import { issuesOf, oursAmong } from './search.ts'
import type { Subject } from './subject.ts'
import type { Work } from './work.ts'

/** No more in one run: GitHub's limits are for a minute and an hour, and people's patience is shorter. */
export const MAX_NEW_ISSUES = 25

/** Lists lag: so often one is read until it shows what was made, and so long lies between. */
const MAX_LOOKS = 5
const BETWEEN_LOOKS_MS = 1_000

/** GitHub seems to be out of order after so many answers that say nothing. */
const MAX_IN_DOUBT = 3

/** What came of it. */
export interface Created {
  /** Every open issue of ours, as listed after the new ones were made; the lowest number first. */
  readonly open: readonly OurIssue[]
  /** Those that were asked for, done or in doubt. */
  readonly subjects: readonly Subject[]
  /** The numbers of those that this run has certainly made. */
  readonly numbers: ReadonlySet<number>
}

/**
 * Makes an issue for each subject, bare of all but its marker, and then looks again: GitHub cannot make one only where
 * there is none, so another run may have made one for the same subject.
 * @returns undefined where none was made, or nobody can tell how things stand
 */
export async function createAll(subjects: readonly Subject[], work: Work): Promise<Created | undefined> {
  const made: Issue[] = []
  const asked: Subject[] = []
  const doubts = new Map<Subject, Refusal>()
  for (const subject of subjects.slice(0, MAX_NEW_ISSUES)) {
    if (work.trouble.isOver || doubts.size === MAX_IN_DOUBT) break
    const issue = await create(subject, work)
    if (issue === undefined) continue
    asked.push(subject)
    if (isRefusal(issue)) doubts.set(subject, issue)
    else made.push(issue)
  }
  if (asked.length === 0) return undefined
  const listed = await lookAgain(made, [...doubts.keys()], work)
  if (listed === undefined) return undefined
  const known = new Set(listed.map(({ number }) => number))
  const open = oursAmong([...listed, ...made.filter(({ number }) => !known.has(number))])
  for (const [subject, refusal] of doubts) {
    if (issuesOf(subject, open).length > 0) work.done.opened += 1
    else work.trouble.note('create', refusal)
  }
  return { open, subjects: asked, numbers: new Set(made.map(({ number }) => number)) }
}

/** @returns the issue, a refusal that does not say whether it was made, or undefined where it certainly was not */
async function create(subject: Subject, work: Work): Promise<Issue | Refusal | undefined> {
  const { issues, trouble, label, done } = work
  const marker = { list: subject.list, identity: subject.identity, state: 'new', n: 0 }
  const body = writeBody({ before: '', after: '', lineEnd: '\n' }, marker, BARE_TEXT)
  const issue = await issues.create({ title: titleOf(subject), body, labels: [label] })
  if (isRefusal(issue)) {
    if (issue.why === 'unclear') return issue
    trouble.note('create', issue)
    return undefined
  }
  if (!hasLabel(issue, label)) {
    await giveUp(issue, work)
    return undefined
  }
  trouble.noteSuccess()
  done.opened += 1
  return issue
}

/** Without the right to set labels they are dropped in silence, and the issue would never be found again. */
async function giveUp(issue: Issue, work: Work): Promise<void> {
  work.trouble.note('label', { ...NO_TIME, why: 'refused' }, issue.number)
  const [ours] = oursAmong([issue])
  if (ours === undefined) return
  await edit(work, ours, ({ marked }) => {
    return { body: writeUnmarkedBody(marked, ''), state: 'closed', state_reason: 'not_planned' }
  })
}

function hasLabel({ labels }: Issue, label: string): boolean {
  return labels.some((name) => name.toLowerCase() === label.toLowerCase())
}

/** Reads the list until it shows all that was made, and what may have been made. */
async function lookAgain(
  made: readonly Issue[],
  doubtful: readonly Subject[],
  work: Work,
): Promise<readonly Issue[] | undefined> {
  const { issues, label, clock, trouble } = work
  for (let look = 1; ; look += 1) {
    const listed = await issues.list(label)
    if (isRefusal(listed)) {
      trouble.note('find', listed)
      return undefined
    }
    const numbers = new Set(listed.map(({ number }) => number))
    const ours = oursAmong(listed)
    const isAllThere =
      made.every(({ number }) => numbers.has(number)) && doubtful.every((subject) => issuesOf(subject, ours).length > 0)
    if (isAllThere || look === MAX_LOOKS) return listed
    await sleep(clock, BETWEEN_LOOKS_MS)
  }
}
