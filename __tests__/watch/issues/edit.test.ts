import { describe, expect, it } from 'vitest'
import type { Issue } from '../../../src/github/issue.ts'
import type { IssueChange, Issues } from '../../../src/github/issues.ts'
import type { Refusal } from '../../../src/github/refusal.ts'
import { type Edit, edit } from '../../../src/watch/issues/edit.ts'
import { readBody } from '../../../src/watch/issues/marker.ts'
import { createTrouble } from '../../../src/watch/issues/trouble.ts'
import type { Work } from '../../../src/watch/issues/work.ts'

const refused: Refusal = { kind: 'refusal', why: 'refused', status: 404, detail: '' }
const unclear: Refusal = { kind: 'refusal', why: 'unclear', status: 502, detail: '' }

const bodyOf = (identity: string): string =>
  `<!-- jira-pat-check 1 0123456789abcdef ${identity} expiring 1 -->\n<!-- jira-pat-check end -->`
const body = bodyOf('0123456789abcdef')

const open: Issue = {
  number: 7,
  url: '',
  body,
  authorId: 1,
  isOpen: true,
  stateReason: '',
  createdAtMs: 0,
  closedAtMs: undefined,
  labels: [],
  assignees: [],
  comments: 0,
}

interface Answers {
  /** What the issue is before it is changed, and how a look after that shows it. */
  reads: (Issue | Refusal)[]
  update?: 'done' | Refusal
}

const change: IssueChange = { body: 'Changed.', state: 'closed', state_reason: 'completed' }

/** Changes the issue that was found open. */
async function editWith({ reads, update = 'done' }: Answers, wanted: Edit = () => change) {
  const asked: string[] = []
  const left = [...reads]
  const issues: Partial<Issues> = {
    get: async (number) => {
      asked.push(`get ${number}`)
      return left.shift() ?? refused
    },
    update: async (number, sent) => {
      asked.push(`update ${number} ${JSON.stringify(sent)}`)
      return update
    },
  }
  const trouble = createTrouble((text) => text)
  // Two failures before: with one more there is no sense in going on.
  for (const number of [1, 2]) trouble.note('write', refused, number)
  const marked = readBody(body)
  if (marked === undefined) throw new Error('no marker')
  const end = await edit({ issues, trouble } as unknown as Work, { issue: open, marked }, wanted)
  return { end, asked, warnings: trouble.warnings, isOver: trouble.isOver }
}

const sent = `update 7 ${JSON.stringify(change)}`
const before = 'An issue cannot be written (HTTP 404): perhaps it was deleted or moved. (issues #1, #2)'

describe('an issue', () => {
  it('is changed in one request, from what it is at that moment', async () => {
    const now = { ...open, body: `Theirs.\n${body}` }
    const wanted: Edit = ({ issue, marked }) => ({ body: `${issue.number} ${marked.before}` })
    expect(await editWith({ reads: [now] }, wanted)).toEqual({
      end: 'done',
      asked: ['get 7', 'update 7 {"body":"7 Theirs.\\n"}'],
      warnings: [before],
      isOver: false,
    })
  })

  it('is left alone where there is nothing to change', async () => {
    expect(await editWith({ reads: [open] }, () => undefined)).toMatchObject({ end: 'done', asked: ['get 7'] })
  })

  it.each([
    ['it is closed by now', { ...open, isOpen: false }],
    ['it has no marker any more', { ...open, body: 'Theirs.' }],
    ['it is another one’s by now', { ...open, body: bodyOf('fedcba9876543210') }],
  ])('is left alone where %s', async (_, now) => {
    expect(await editWith({ reads: [now] })).toMatchObject({ end: 'other', asked: ['get 7'], warnings: [before] })
  })

  it('that cannot be read is not written', async () => {
    const { end, asked, warnings, isOver } = await editWith({ reads: [refused] })
    expect({ end, asked, isOver }).toEqual({ end: 'failed', asked: ['get 7'], isOver: true })
    expect(warnings).toEqual([before.replace('#2', '#2, #7')])
  })

  it('that cannot be written is told', async () => {
    const { end, asked, warnings, isOver } = await editWith({ reads: [open], update: refused })
    expect({ end, asked, isOver }).toEqual({ end: 'failed', asked: ['get 7', sent], isOver: true })
    expect(warnings).toEqual([before.replace('#2', '#2, #7')])
  })
})

describe('a change without a clear answer', () => {
  const closed = { ...open, isOpen: false }

  it.each<[string, Issue | Refusal, Edit]>([
    ['a look shows it', { ...closed, body: 'Changed.' }, () => change],
    [
      'a look shows it with other line ends',
      { ...closed, body: 'One.\r\nTwo.\r\n' },
      () => ({ ...change, body: 'One.\nTwo.' }),
    ],
    ['a look shows it, and the state stays', { ...open, body: 'Changed.' }, () => ({ body: 'Changed.' })],
    ['a look shows it open', { ...open, body: 'Changed.' }, () => ({ ...change, state: 'open' })],
  ])('was made where %s, and is not sent again', async (_, look, wanted) => {
    const { end, asked, isOver } = await editWith({ reads: [open, look], update: unclear }, wanted)
    expect({ end, isOver }).toEqual({ end: 'done', isOver: false })
    expect(asked).toHaveLength(3)
  })

  it.each<[string, Issue | Refusal]>([
    ['a look shows the old text', closed],
    ['a look shows another text', { ...closed, body: ' Changed.' }],
    ['a look shows it open still', { ...open, body: 'Changed.' }],
    ['nobody can look', refused],
  ])('failed where %s, and is not sent again', async (_, look) => {
    const { end, asked, warnings } = await editWith({ reads: [open, look], update: unclear })
    expect({ end, asked }).toEqual({ end: 'failed', asked: ['get 7', sent, 'get 7'] })
    expect(warnings).toEqual([before, expect.stringMatching(/^GitHub gave no clear answer.*\(issue #7\)$/)])
  })
})
