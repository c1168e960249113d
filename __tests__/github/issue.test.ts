import { describe, expect, it } from 'vitest'
import { parseComment, parseIssue } from '../../src/github/issue.ts'

const made = {
  number: 7,
  html_url: 'https://github.com/octo-org/hello/issues/7',
  body: 'text',
  user: { id: 41, login: 'github-actions[bot]' },
  state: 'closed',
  state_reason: 'not_planned',
  created_at: '2026-03-01T12:00:00Z',
  closed_at: '2026-03-02T12:00:00Z',
  labels: [{ name: 'jira-token' }, 'plain'],
  assignees: [{ login: 'octocat' }, null],
  comments: 3,
}

describe('an issue', () => {
  it('is told as GitHub tells it', () => {
    expect(parseIssue(made)).toEqual({
      number: 7,
      url: 'https://github.com/octo-org/hello/issues/7',
      body: 'text',
      authorId: 41,
      isOpen: false,
      stateReason: 'not_planned',
      createdAtMs: Date.UTC(2026, 2, 1, 12),
      closedAtMs: Date.UTC(2026, 2, 2, 12),
      labels: ['jira-token', 'plain'],
      assignees: ['octocat'],
      comments: 3,
    })
  })

  it('may be one of which little is known', () => {
    expect(parseIssue({ number: 7, created_at: made.created_at, state: 'open', body: null, user: null })).toEqual({
      number: 7,
      url: '',
      body: '',
      authorId: undefined,
      isOpen: true,
      stateReason: '',
      createdAtMs: Date.UTC(2026, 2, 1, 12),
      closedAtMs: undefined,
      labels: [],
      assignees: [],
      comments: 0,
    })
  })

  it('is told from a pull request', () => {
    expect(parseIssue({ ...made, pull_request: { url: 'x' } })).toBe('pull-request')
    expect(parseIssue({ ...made, pull_request: null })).toMatchObject({ number: 7 })
  })

  it.each<[unknown]>([
    [undefined],
    [null],
    [[made]],
    ['7'],
    [{ ...made, number: '7' }],
    [{ ...made, created_at: undefined }],
    [{ ...made, created_at: 'long ago' }],
    [{ ...made, created_at: 1_772_366_400_000 }],
    [{ ...made, created_at: 2026 }],
  ])('is not %j', (value) => {
    expect(parseIssue(value)).toBeUndefined()
  })

  it.each([
    ['javascript:alert(1)'],
    ['xhttp://example.com'],
    ['https+x://example.com'],
    ['/octo-org/hello/issues/7'],
    [7],
  ])('has no page at %j', (url) => {
    expect(parseIssue({ ...made, html_url: url })).toMatchObject({ url: '' })
  })

  it('may have a page without TLS, as on a server of one’s own', () => {
    expect(parseIssue({ ...made, html_url: 'http://ghe.local/issues/7' })).toMatchObject({
      url: 'http://ghe.local/issues/7',
    })
  })

  it('has no author but one with a number', () => {
    for (const user of [{ id: '41' }, 'octocat', {}])
      expect(parseIssue({ ...made, user })).toMatchObject({ authorId: undefined })
  })
})

describe('a comment', () => {
  it('has an author and a text', () => {
    expect(parseComment({ user: { id: 41 }, body: 'text' })).toEqual({ authorId: 41, body: 'text' })
    expect(parseComment({ user: null, body: null })).toEqual({ authorId: undefined, body: '' })
  })

  it.each<[unknown]>([[undefined], ['body'], [[]], [{ user: { id: 41 } }]])('is not %j', (value) => {
    expect(parseComment(value)).toBeUndefined()
  })
})
