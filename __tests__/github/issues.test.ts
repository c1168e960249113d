import { describe, expect, it } from 'vitest'
import type { GitHub, GitHubRequest } from '../../src/github/api.ts'
import { createIssues } from '../../src/github/issues.ts'
import type { GitHubAnswer, GitHubOutcome } from '../../src/github/outcome.ts'
import { createHandMovedClock } from '../support/clock.ts'

const answer = (statusCode: number, json: unknown = {}, changes: Partial<GitHubAnswer> = {}): GitHubAnswer => ({
  kind: 'answer',
  statusCode,
  headers: new Map(),
  json,
  bodyState: 'complete',
  serverMs: undefined,
  limitedMs: undefined,
  retryAfterMs: undefined,
  ...changes,
})
const nothing = (mayHaveActed: boolean): GitHubOutcome =>
  ({ kind: 'no-answer', code: 'ECONNRESET', mayHaveActed, proxyStatusCode: undefined }) as GitHubOutcome
const limited = (retryAfterMs: number): GitHubAnswer =>
  answer(403, { message: 'slow down' }, { limitedMs: retryAfterMs, retryAfterMs })

const issue = (number: number, more: object = {}) => ({
  number,
  created_at: '2026-03-01T12:00:00Z',
  state: 'open',
  ...more,
})

const bare = { title: 'T', body: 'B', labels: ['jira-token'] }

/** Issues at a GitHub that answers one after the other, the last for ever, with so much time for all. */
function open(outcomes: GitHubOutcome | GitHubOutcome[], timeMs = 20_000) {
  const clock = createHandMovedClock()
  const left = [outcomes].flat()
  const asked: (GitHubRequest & { timeoutMs: number })[] = []
  const github: GitHub = {
    get requestCount() {
      return asked.length
    },
    send(request, timeoutMs) {
      asked.push({ ...request, timeoutMs })
      return Promise.resolve((left.length > 1 ? left.shift() : left[0]) as GitHubOutcome)
    },
  }
  const issues = createIssues(github, 'octo-org/hello', clock, clock.monotonicMs() + timeMs)
  return { issues, asked, clock }
}

const paths = (asked: GitHubRequest[]): string[] => asked.map(({ method, path }) => `${method} ${path}`)

describe('what is read', () => {
  it('is all open issues with a label, or those that were closed since, in the order of their making', async () => {
    const { issues, asked } = open(answer(200, [issue(1), issue(2, { pull_request: {} }), issue(3)]))
    expect(await issues.list('jira-token')).toMatchObject([{ number: 1 }, { number: 3 }])
    await issues.list('a & b', '2026-01-01T00:00:00Z')
    const order = 'sort=created&direction=asc&per_page=100'
    expect(paths(asked)).toEqual([
      `GET /repos/octo-org/hello/issues?labels=jira-token&state=open&${order}`,
      `GET /repos/octo-org/hello/issues?labels=a+%26+b&state=closed&since=2026-01-01T00%3A00%3A00Z&${order}`,
    ])
  })

  it.each<[string, unknown]>([
    ['one of it is no issue', [issue(1), {}]],
    ['it is no list', { message: 'hello' }],
  ])('is no list at all where %s', async (_, json) => {
    expect(await open(answer(200, json)).issues.list('jira-token')).toMatchObject({ kind: 'refusal' })
  })

  it('is no list at all where it does not end after a hundred pages', async () => {
    let page = 1
    const clock = createHandMovedClock()
    const github: GitHub = {
      requestCount: 0,
      send: () => {
        page += 1
        return Promise.resolve(
          answer(200, [issue(page)], { headers: new Map([['link', `<https://h/?page=${page}>; rel="next"`]]) }),
        )
      },
    }
    const issues = createIssues(github, 'octo-org/hello', clock, clock.monotonicMs() + 60_000)
    expect(await issues.list('jira-token')).toMatchObject({ why: 'refused', detail: 'more than 100 pages' })
    expect(page).toBe(101)
  })

  it('is one issue, but no other and no pull request', async () => {
    const { issues, asked } = open(answer(200, issue(7)))
    expect(await issues.get(7)).toMatchObject({ number: 7 })
    expect(await issues.get(8)).toMatchObject({ kind: 'refusal', why: 'unclear' })
    expect(paths(asked)).toEqual(['GET /repos/octo-org/hello/issues/7', 'GET /repos/octo-org/hello/issues/8'])
    expect(await open(answer(200, issue(7, { pull_request: {} }))).issues.get(7)).toMatchObject({ kind: 'refusal' })
    expect(await open(answer(203, issue(7))).issues.get(7)).toMatchObject({ kind: 'refusal' })
  })

  it('is all comments of one', async () => {
    const { issues, asked } = open(answer(200, [{ user: { id: 41 }, body: 'a' }]))
    expect(await issues.comments(7)).toEqual([{ authorId: 41, body: 'a' }])
    expect(paths(asked)).toEqual(['GET /repos/octo-org/hello/issues/7/comments?per_page=100'])
  })

  it('is whether somebody can be assigned', async () => {
    const { issues, asked } = open([answer(204), answer(404), answer(403)])
    expect([await issues.isAssignable('octo cat'), await issues.isAssignable('b')]).toEqual([true, false])
    expect(await issues.isAssignable('c')).toMatchObject({ kind: 'refusal', why: 'refused', status: 403 })
    expect(paths(asked)[0]).toBe('GET /repos/octo-org/hello/assignees/octo%20cat')
  })

  it('is the default branch, where GitHub tells it', async () => {
    const { issues, asked } = open([
      answer(200, { default_branch: 'main' }),
      answer(200, {}),
      answer(200, []),
      answer(404, { default_branch: 'main' }),
    ])
    expect(await issues.defaultBranch()).toBe('main')
    for (let time = 0; time < 3; time++) expect(await issues.defaultBranch()).toMatchObject({ kind: 'refusal' })
    expect(paths(asked)[0]).toBe('GET /repos/octo-org/hello')
  })

  it('has the time that is left, and is not asked for where none is', async () => {
    const { issues, asked, clock } = open(answer(200, []))
    await clock.advance(15_000)
    await issues.list('jira-token')
    await issues.get(7)
    expect(asked.map(({ timeoutMs }) => timeoutMs)).toEqual([5_000, 5_000])
    await clock.advance(5_000)
    for (const found of [await issues.list('jira-token'), await issues.get(7)])
      expect(found).toMatchObject({ why: 'no-time' })
    expect(asked).toHaveLength(2)
  })

  it('may not have come', async () => {
    expect(await open(nothing(false)).issues.get(7)).toMatchObject({ why: 'unreached' })
    expect(await open(nothing(false)).issues.list('jira-token')).toMatchObject({ why: 'unreached' })
  })
})

describe('what is written', () => {
  it('is an issue, a comment, a change', async () => {
    const { issues, asked } = open([answer(201, issue(7)), answer(201, { body: 'hi' }), answer(200, issue(7))])
    expect(await issues.create(bare)).toMatchObject({ number: 7 })
    expect(await issues.comment(7, 'hi')).toBe('done')
    expect(await issues.update(7, { state: 'closed' })).toBe('done')
    expect(asked).toEqual([
      { method: 'POST', path: '/repos/octo-org/hello/issues', body: bare, timeoutMs: 10_000 },
      { method: 'POST', path: '/repos/octo-org/hello/issues/7/comments', body: { body: 'hi' }, timeoutMs: 10_000 },
      { method: 'PATCH', path: '/repos/octo-org/hello/issues/7', body: { state: 'closed' }, timeoutMs: 10_000 },
    ])
  })

  it.each<[string, GitHubOutcome]>([
    ['no answer', nothing(true)],
    ['502', answer(502)],
    ['200 to everything', answer(200, { hello: 'world' })],
    ['201 with something else', answer(201, [])],
  ])('is never sent again after what is not clear: %s', async (_, outcome) => {
    for (const write of [
      (issues: ReturnType<typeof createIssues>) => issues.create(bare),
      (issues: ReturnType<typeof createIssues>) => issues.comment(7, 'hi'),
      (issues: ReturnType<typeof createIssues>) => issues.update(7, {}),
    ]) {
      const { issues, asked } = open([outcome, answer(201, issue(7))])
      expect(await write(issues)).toMatchObject({ kind: 'refusal', why: 'unclear' })
      expect(asked).toHaveLength(1)
    }
  })

  it('is not done by the answer to another one', async () => {
    expect(await open(answer(200, issue(8))).issues.update(7, {})).toMatchObject({ why: 'unclear' })
    expect(await open(answer(201, issue(7))).issues.update(7, {})).toMatchObject({ why: 'unclear' })
    expect(await open(answer(201, issue(7, { pull_request: {} }))).issues.create(bare)).toMatchObject({
      why: 'unclear',
    })
    expect(await open(answer(200, { body: 'hi' })).issues.comment(7, 'hi')).toMatchObject({ why: 'unclear' })
  })

  it('is sent again after a limit that says for how long', async () => {
    const { issues, asked, clock } = open([limited(5_000), answer(201, issue(7))])
    const before = clock.now()
    expect(await clock.runUntil(issues.create(bare))).toMatchObject({ number: 7 })
    expect(clock.now() - before).toBe(5_000)
    expect(asked).toHaveLength(2)
  })

  it.each<[string, GitHubAnswer]>([
    ['does not say for how long', answer(403, {}, { limitedMs: 60_000 })],
    ['leaves no second for it', limited(19_001)],
  ])('is not sent again after a limit that %s', async (_, outcome) => {
    const { issues, asked, clock } = open(outcome)
    expect(await clock.runUntil(issues.update(7, {}))).toMatchObject({ why: 'limit' })
    expect(asked).toHaveLength(1)
  })

  it('is sent again where the limit leaves a second for it', async () => {
    const { issues, asked, clock } = open([limited(19_000), answer(200, issue(7))])
    expect(await clock.runUntil(issues.update(7, {}))).toBe('done')
    expect(asked.map(({ timeoutMs }) => timeoutMs)).toEqual([10_000, 1_000])
  })

  it('is not sent again by what no limit is, be there a Retry-After', async () => {
    const { issues, asked, clock } = open([answer(503, {}, { retryAfterMs: 1_000 }), answer(200, issue(7))])
    expect(await clock.runUntil(issues.update(7, {}))).toMatchObject({ why: 'unclear' })
    expect(asked).toHaveLength(1)
  })

  it('is not begun with less than a second left', async () => {
    const { issues, asked } = open(answer(200, issue(7)), 999)
    expect(await issues.update(7, {})).toMatchObject({ why: 'no-time' })
    expect(asked).toEqual([])
  })
})
