import type { IssueChange } from '../../github/issues.ts'
import { isRefusal } from '../../github/refusal.ts'
import type { OurIssue } from './decide.ts'
import { readBody } from './marker.ts'
import type { Work } from './work.ts'

/** What is to be changed of an issue as it is now; undefined where nothing is. */
export type Edit = (now: OurIssue) => IssueChange | undefined

/**
 * Changes an issue in one request, from what it is at that moment: lists lag, and people write.
 * @returns whether it is now as it should be; `other` where it is not the issue any more that was found. What failed has
 *   been noted
 */
export async function edit(
  { issues, trouble }: Work,
  found: OurIssue,
  change: Edit,
): Promise<'done' | 'other' | 'failed'> {
  const { number, isOpen } = found.issue
  const issue = await issues.get(number)
  if (isRefusal(issue)) {
    trouble.note('write', issue, number)
    return 'failed'
  }
  const marked = readBody(issue.body)
  const isSame = marked?.marker.identity === found.marked.marker.identity && issue.isOpen === isOpen
  if (marked === undefined || !isSame) return 'other'
  const wanted = change({ issue, marked })
  if (wanted === undefined) return 'done'
  const answer = await issues.update(number, wanted)
  if (answer === 'done' || (answer.why === 'unclear' && (await isDone(issues, number, wanted)))) {
    trouble.noteSuccess()
    return 'done'
  }
  trouble.note('write', answer, number)
  return 'failed'
}

/** Whether a change was made whose answer did not say so. It is not sent again: a person may have written meanwhile. */
async function isDone(issues: Work['issues'], number: number, { body, state }: IssueChange): Promise<boolean> {
  const issue = await issues.get(number)
  if (isRefusal(issue)) return false
  const isBodyWritten = withoutLineEnds(issue.body) === withoutLineEnds(body ?? '')
  return isBodyWritten && (state === undefined || issue.isOpen === (state === 'open'))
}

function withoutLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd()
}
