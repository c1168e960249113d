import type { IssueChange } from '../../github/issues.ts'
import { isRefusal, type Refusal } from '../../github/refusal.ts'
import { commentOnChange, commentOnEnd } from './comment-text.ts'
import type { OurIssue, Step } from './decide.ts'
import { edit } from './edit.ts'
import { ownerLineOf, textOfLoser } from './issue-text.ts'
import { type Said, writeBody, writeUnmarkedBody } from './marker.ts'
import { newBody } from './new-body.ts'
import { readNewestSaid } from './search.ts'
import type { Subject } from './subject.ts'
import { type Reach, reach, type Work } from './work.ts'

/** GitHub takes no more. Source: https://docs.github.com/en/rest/issues/assignees#add-assignees-to-an-issue */
const MAX_ASSIGNEES = 10

/** A step, and whom it is about. */
export interface Planned {
  readonly subject: Subject
  readonly step: Exclude<Step, { kind: 'create' }>
}

/** Carries out one step. What goes wrong is noted, and the next run finds it undone. */
export async function carryOut(planned: Planned, work: Work): Promise<void> {
  const { step } = planned
  switch (step.kind) {
    case 'change':
      return change(planned, step, work)
    case 'close':
      return close(planned, step, work)
    case 'refresh':
      return refresh(planned, step.of, work)
    case 'mark-well':
      await edit(work, step.of, ({ marked }) => {
        return { body: writeBody(marked, { ...marked.marker, state: 'well' }, marked.ours) }
      })
      return
    case 'drop':
      await edit(work, step.of, ({ marked }) => ({
        body: writeUnmarkedBody(marked, textOfLoser(step.winner)),
        state: 'closed',
        state_reason: 'not_planned',
      }))
      return
    default:
      return step satisfies never
  }
}

type Telling = Extract<Step, { kind: 'change' | 'close' }>

async function change({ subject }: Planned, { of, said, isTold }: Telling, work: Work): Promise<void> {
  const [token] = subject.tokens
  const isOwners = subject.kind === 'token' || said.state === 'down-told'
  const owners = isOwners ? [...new Set(subject.tokens.map(({ owner }) => owner).filter(Boolean))] : []
  const reached: (readonly [string, Reach])[] = []
  for (const owner of owners) {
    const how = await reach(owner, work)
    if (isRefusal(how)) return work.trouble.note('read', how, of.issue.number)
    reached.push([owner, how])
  }
  const mentions = new Map(reached.flatMap(([, { mention }]) => (mention ? [[mention.toLowerCase(), mention]] : [])))
  const named = reached.filter(([, { mention }]) => mention === undefined).map(([owner]) => owner)
  const told = { mentions: [...mentions.values()], named }
  const comment = commentOnChange(subject, said, told, of.issue.createdAtMs)
  if (!isTold && !(await tell(of, said, comment, work))) return
  const login = subject.kind === 'token' && token !== undefined ? reached[0]?.[1].login : undefined
  const end = await edit(work, of, (now) => ({
    body: newBody(subject, now.marked, said.state, said.n),
    ...assign(now, login),
  }))
  // A bare one has been counted as it was opened.
  if (end === 'done' && of.marked.marker.state !== 'new') work.done.updated += 1
}

async function close({ subject }: Planned, { of, said, isTold }: Telling, work: Work): Promise<void> {
  const isGone = subject.seen === 'gone'
  if (!isTold && !(await tell(of, said, commentOnEnd(isGone ? 'gone' : 'well', said), work))) return
  const end = await edit(work, of, ({ marked }) => ({
    body: isGone
      ? writeBody(marked, { ...marked.marker, ...said }, marked.ours)
      : newBody(subject, marked, said.state, said.n),
    state: 'closed',
    state_reason: 'completed',
  }))
  if (end === 'done') work.done.closed += 1
}

/** Another owner in the list is assigned; whoever is assigned already stays, and whoever went stays away. */
async function refresh({ subject }: Planned, of: OurIssue, work: Work): Promise<void> {
  const [token] = subject.tokens
  const { state, n } = of.marked.marker
  if (newBody(subject, of.marked, state, n) === of.issue.body) return
  const isOtherOwner = ({ marked }: OurIssue): boolean =>
    subject.kind === 'token' && token !== undefined && !marked.ours.split('\n').includes(ownerLineOf(token))
  const how = token !== undefined && isOtherOwner(of) ? await reach(token.owner, work) : undefined
  if (how !== undefined && isRefusal(how)) return work.trouble.note('read', how, of.issue.number)
  const end = await edit(work, of, (now) => {
    const body = newBody(subject, now.marked, now.marked.marker.state, now.marked.marker.n)
    return body === now.issue.body ? undefined : { body, ...assign(now, isOtherOwner(now) ? how?.login : undefined) }
  })
  if (end === 'done') work.done.updated += 1
}

/** Everybody who is assigned already stays: what is sent replaces them all. */
function assign({ issue: { assignees } }: OurIssue, login: string | undefined): Pick<IssueChange, 'assignees'> {
  const isThere = assignees.some((assignee) => assignee.toLowerCase() === login?.toLowerCase())
  return login === undefined || isThere || assignees.length >= MAX_ASSIGNEES ? {} : { assignees: [...assignees, login] }
}

/** @returns whether people have been told: by this comment, as GitHub says or as a look shows */
async function tell({ issue }: OurIssue, said: Said, comment: string, { issues, trouble }: Work): Promise<boolean> {
  const answer = await issues.comment(issue.number, comment)
  if (answer === 'done' || (answer.why === 'unclear' && (await isSaid()))) {
    trouble.noteSuccess()
    return true
  }
  trouble.note('write', answer, issue.number)
  return false

  async function isSaid(): Promise<boolean> {
    const newest: Said | undefined | Refusal = await readNewestSaid(issues, issue)
    return newest !== undefined && !isRefusal(newest) && newest.state === said.state && newest.n >= said.n
  }
}
