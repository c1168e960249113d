import { describe, expect, it } from 'vitest'
import type { Comment, Issue } from '../../../src/github/issue.ts'
import type { Issues } from '../../../src/github/issues.ts'
import type { Refusal } from '../../../src/github/refusal.ts'
import { isRefusal } from '../../../src/github/refusal.ts'
import { readNewestSaid, search } from '../../../src/watch/issues/search.ts'
import { dayMs, firstNight } from './nights.ts'

const refused: Refusal = { kind: 'refusal', why: 'refused', status: 403, detail: '' }
const hash = '0123456789abcdef'

function issueOf(number: number, changes: Partial<Issue> = {}): Issue {
  return {
    number,
    url: '',
    body: `<!-- jira-pat-check 1 ${hash} ${hash} expiring 1 -->`,
    authorId: 1,
    isOpen: true,
    stateReason: '',
    createdAtMs: firstNight - 200 * dayMs,
    closedAtMs: undefined,
    labels: [],
    assignees: [],
    comments: 0,
    ...changes,
  }
}

const closedAgo = (number: number, ms: number): Issue => issueOf(number, { isOpen: false, closedAtMs: firstNight - ms })

const nothing = (): never => {
  throw new Error('nothing else is asked')
}

const issuesWith = (answers: Partial<Issues>): Issues => ({
  list: nothing,
  get: nothing,
  comments: nothing,
  create: nothing,
  comment: nothing,
  update: nothing,
  isAssignable: nothing,
  defaultBranch: nothing,
  ...answers,
})

/** The numbers of what is found. */
async function found(open: readonly Issue[] | Refusal, closed: readonly Issue[] | Refusal) {
  const list: Issues['list'] = async (_label, since) => (since === undefined ? open : closed)
  const ours = await search(issuesWith({ list }), 'jira-token', firstNight)
  if (isRefusal(ours)) return ours
  return { open: ours.open.map(({ issue }) => issue.number), closed: ours.closed.map(({ issue }) => issue.number) }
}

describe('our issues', () => {
  it('are the open ones, the lowest number first, and the closed ones, the last closed first', async () => {
    const open = [issueOf(9), issueOf(7, { body: 'Theirs.' }), issueOf(3), issueOf(12)]
    const closed = [closedAgo(1, 9 * dayMs), closedAgo(2, dayMs), closedAgo(4, 5 * dayMs)]
    expect(await found(open, closed)).toEqual({ open: [3, 9, 12], closed: [2, 4, 1] })
  })

  it('are remembered for 90 days after they were closed', async () => {
    const closed = [closedAgo(1, 90 * dayMs), closedAgo(2, 90 * dayMs + 1)]
    expect(await found([], closed)).toEqual({ open: [], closed: [1] })
  })

  it('are remembered, too, where nobody says when they were closed', async () => {
    const closed = [issueOf(1, { isOpen: false }), closedAgo(2, dayMs)]
    expect(await found([], closed)).toEqual({ open: [], closed: [2, 1] })
  })

  it('are closed where somebody closes them meanwhile', async () => {
    expect(await found([issueOf(1), issueOf(2)], [closedAgo(2, 0)])).toEqual({ open: [1], closed: [2] })
  })

  it('are not known where one of the lists cannot be read', async () => {
    expect(await found(refused, [])).toBe(refused)
    expect(await found([], refused)).toBe(refused)
  })
})

describe('what the newest comment told', () => {
  const said = (n: number, authorId: number | undefined): Comment => ({
    authorId,
    body: `Words.\n\n<!-- jira-pat-check said well ${n} -->`,
  })
  const newest = (comments: readonly Comment[] | Refusal, authorId: number | undefined = 1) =>
    readNewestSaid(issuesWith({ comments: async () => comments }), issueOf(1, { authorId }))

  it('has the highest number, whichever came last', async () => {
    expect(await newest([{ authorId: 1, body: 'Words.' }, said(1, 1), said(12, 1), said(3, 1)])).toMatchObject({
      n: 12,
    })
  })

  it('is of the issue’s own author', async () => {
    expect(await newest([said(1, 1), said(12, 7), said(13, undefined)])).toMatchObject({ n: 1 })
    expect(await newest([said(12, 7)])).toBeUndefined()
  })

  it('is not known where its author is gone', async () => {
    const comments = issuesWith({ comments: async () => [said(1, undefined)] })
    expect(await readNewestSaid(comments, { ...issueOf(1), authorId: undefined })).toBeUndefined()
  })

  it('is not known where comments cannot be read', async () => {
    expect(await newest(refused)).toBe(refused)
  })
})
