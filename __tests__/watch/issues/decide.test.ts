import { describe, expect, it } from 'vitest'
import type { Issue } from '../../../src/github/issue.ts'
import { decide, type Found, type OurIssue, type Step } from '../../../src/watch/issues/decide.ts'
import type { Said } from '../../../src/watch/issues/marker.ts'
import type { Seen } from '../../../src/watch/issues/subject.ts'
import { firstNight, hourMs } from './nights.ts'

/** An issue of ours: its number, and the state and number in its marker; a closed one has a reason. */
function issueOf(number: number, state: string, n: number, changes: Partial<Issue> = {}): OurIssue {
  const issue: Issue = {
    number,
    url: '',
    body: '',
    authorId: 1,
    isOpen: changes.stateReason === undefined,
    stateReason: '',
    createdAtMs: firstNight,
    closedAtMs: undefined,
    labels: [],
    assignees: [],
    comments: 1,
    ...changes,
  }
  const marker = { list: '', identity: '', state, n }
  return { issue, marked: { marker, before: '', ours: '', after: '', lineEnd: '\n' } }
}

const stepsOf = (seen: Seen, found: Partial<Found>): readonly Step[] =>
  decide(seen, { open: [], closed: [], said: undefined, ...found }, firstNight)

/** What is told, and whether it was told already. */
const toldIn = (seen: Seen, of: OurIssue, said?: Said) =>
  stepsOf(seen, { open: [of], said }).map((step) => ('said' in step ? [step.kind, step.said, step.isTold] : step.kind))

const rejected = { state: 'token-rejected' } as const
const down = { state: 'down' } as const

describe('what was not seen', () => {
  it('changes nothing', () => {
    const open = [issueOf(1, 'expiring', 1), issueOf(2, 'expiring', 1)]
    const closed = [issueOf(3, 'expiring', 1, { stateReason: 'not_planned' })]
    expect(stepsOf('unseen', { open, closed })).toEqual([])
  })
})

describe('what is well, or gone', () => {
  it.each(['well', 'gone'] as const)('is closed, and what a person silenced is marked: %s', (seen) => {
    const open = [issueOf(1, 'expiring', 1), issueOf(4, 'new', 0)]
    const silenced = issueOf(5, 'expiring', 1, { stateReason: 'not_planned' })
    const closed = [
      issueOf(2, 'expiring', 1, { stateReason: 'completed' }),
      issueOf(3, 'well', 2, { stateReason: 'not_planned' }),
      silenced,
    ]
    expect(stepsOf(seen, { open, closed })).toEqual([
      { kind: 'close', of: open[0], said: { state: 'well', n: 2 }, isTold: false },
      { kind: 'drop', of: open[1], winner: 1 },
      { kind: 'mark-well', of: silenced },
    ])
  })
})

describe('what fails without an open issue', () => {
  it.each([
    ['has a new one', [], [{ kind: 'create' }]],
    [
      'has a new one where the last was closed as done',
      [issueOf(1, 'token-rejected', 1, { stateReason: 'completed' })],
      [{ kind: 'create' }],
    ],
    ['is silent where a person wanted that', [issueOf(1, 'token-rejected', 1, { stateReason: 'not_planned' })], []],
    [
      'has a new one where that was another state',
      [issueOf(1, 'expiring', 1, { stateReason: 'not_planned' })],
      [{ kind: 'create' }],
    ],
  ])('%s', (_, closed, steps) => {
    expect(stepsOf(rejected, { closed })).toEqual(steps)
  })
})

describe('whether people were told', () => {
  it.each<[string, OurIssue, Said | undefined, unknown]>([
    ['nothing yet', issueOf(1, 'new', 0), undefined, ['change', { state: 'token-rejected', n: 1 }, false]],
    ['another state', issueOf(1, 'expiring', 1), undefined, ['change', { state: 'token-rejected', n: 2 }, false]],
    ['this state', issueOf(1, 'token-rejected', 3), undefined, 'refresh'],
    [
      'this state, as the comment says, too',
      issueOf(1, 'token-rejected', 3),
      { state: 'token-rejected', n: 3 },
      'refresh',
    ],
    [
      'this state by a comment, after which the run ended',
      issueOf(1, 'expiring', 1),
      { state: 'token-rejected', n: 2 },
      ['change', { state: 'token-rejected', n: 2 }, true],
    ],
    [
      'this state by a comment that the marker counts with another one',
      issueOf(1, 'expiring', 2),
      { state: 'token-rejected', n: 2 },
      ['change', { state: 'token-rejected', n: 2 }, true],
    ],
    [
      'this state by a comment that is newer than the marker',
      issueOf(1, 'token-rejected', 1),
      { state: 'token-rejected', n: 3 },
      ['change', { state: 'token-rejected', n: 3 }, true],
    ],
    [
      'another state by a comment, after which the run ended',
      issueOf(1, 'token-rejected', 1),
      { state: 'well', n: 2 },
      ['change', { state: 'token-rejected', n: 3 }, false],
    ],
    [
      'this state by a comment that is older than the marker',
      issueOf(1, 'expiring', 2),
      { state: 'token-rejected', n: 1 },
      ['change', { state: 'token-rejected', n: 3 }, false],
    ],
    ['this state, and the comment is gone', issueOf(1, 'token-rejected', 2), { state: 'well', n: 1 }, 'refresh'],
  ])('%s', (_, of, said, step) => {
    expect(toldIn(rejected, of, said)).toEqual([step])
  })
})

describe('the owners of a server that is down', () => {
  const at = (ago: number, state = 'down') => issueOf(1, state, 1, { createdAtMs: firstNight - ago })

  it.each([
    ['not while the issue is no older than 12 hours', at(12 * hourMs), 'refresh'],
    ['once it is', at(12 * hourMs + 1), ['change', { state: 'down-told', n: 2 }, false]],
    ['never again after that', at(13 * hourMs, 'down-told'), 'refresh'],
    ['nor by any other clock', at(0, 'down-told'), 'refresh'],
  ])('are told %s', (_, of, step) => {
    expect(toldIn(down, of)).toEqual([step])
  })

  it('are silenced, too', () => {
    for (const state of ['down', 'down-told']) {
      expect(stepsOf(down, { closed: [issueOf(1, state, 1, { stateReason: 'not_planned' })] })).toEqual([])
    }
  })
})
