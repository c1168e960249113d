import { isRefusal } from '../../github/refusal.ts'
import { carryOut } from './carry-out.ts'
import { type Created, createAll } from './create.ts'
import { decide, type OurIssue, type Step } from './decide.ts'
import type { Plan } from './plan.ts'
import { issuesOf, type Ours, readNewestSaid } from './search.ts'
import type { Subject } from './subject.ts'
import type { Work } from './work.ts'

/** A bare issue that is younger, and not of this run, is another one's, which is at work on it. */
const AT_WORK_MS = 10 * 60 * 1000

/** What people wait for comes first: time may be up, or GitHub want a pause. */
const IN_ORDER: readonly (readonly Step['kind'][])[] = [['change'], ['close'], ['drop', 'mark-well', 'refresh']]

/**
 * Carries out all plans, one write after the other.
 * @returns the open issues, the new ones among them
 */
export async function carryOutAll(plans: readonly Plan[], ours: Ours, work: Work): Promise<readonly OurIssue[]> {
  const wanting = plans.filter(({ steps }) => steps.some(({ kind }) => kind === 'create'))
  const created = await createAll(
    wanting.map(({ subject }) => subject),
    work,
  )
  if (created !== undefined) {
    for (const subject of created.subjects) if (!work.trouble.isOver) await tellNew(subject, created, work)
  }
  for (const kinds of IN_ORDER) {
    for (const { subject, steps } of plans) {
      for (const step of steps.filter(({ kind }) => kinds.includes(kind))) {
        if (step.kind !== 'create' && !work.trouble.isOver) await carryOut({ subject, step }, work)
      }
    }
  }
  return created?.open ?? ours.open
}

/** Of all open issues of a subject the one with the lowest number counts, whoever made it. */
async function tellNew(subject: Subject, created: Created, work: Work): Promise<void> {
  const open = issuesOf(subject, created.open)
  const [first] = open
  if (first === undefined) return
  const isOfThisRun = created.numbers.has(first.issue.number)
  const said = isOfThisRun ? undefined : await readNewestSaid(work.issues, first.issue)
  if (said !== undefined && isRefusal(said)) return work.trouble.note('read', said, first.issue.number)
  const isAnothers =
    !isOfThisRun &&
    open.some(({ issue }) => created.numbers.has(issue.number)) &&
    first.marked.marker.state === 'new' &&
    work.clock.now() - first.issue.createdAtMs < AT_WORK_MS
  for (const step of decide(subject.seen, { open, closed: [], said }, work.clock.now())) {
    if (step.kind === 'create' || work.trouble.isOver || (isAnothers && step.kind === 'change')) continue
    await carryOut({ subject, step }, work)
  }
}
