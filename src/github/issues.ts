import type { operations } from '@octokit/openapi-types'
import { type Clock, sleep } from '../base/clock.ts'
import { isObject, textOf } from '../base/json.ts'
import type { GitHub, GitHubRequest } from './api.ts'
import { type Comment, type Issue, parseComment, parseIssue } from './issue.ts'
import type { GitHubAnswer } from './outcome.ts'
import { getPages, type Pages } from './pages.ts'
import { isRefusal, NO_TIME, type Refusal, toRefusal } from './refusal.ts'

type BodyOf<Name extends keyof operations> = operations[Name] extends {
  requestBody?: { content: { 'application/json': infer Body } }
}
  ? Body
  : never

/** A new issue, by GitHub's names. */
export type NewIssue = Pick<BodyOf<'issues/create'>, 'title' | 'body'> & { readonly labels: string[] }

/** What is to be changed of an issue, by GitHub's names; `assignees` replaces all that there are. */
export type IssueChange = Pick<BodyOf<'issues/update'>, 'body' | 'state' | 'state_reason'> & {
  readonly assignees?: string[]
}

/**
 * The issues of one repository. What is read is asked for again as long as there is time; what is written is sent once,
 * and again only where GitHub said clearly that it had not done it, and for how long to wait (403 or 429 with
 * `Retry-After`). Nothing rejects.
 */
export interface Issues {
  /** All with a label, without pull requests. @param since of those that are closed: changed since then, ISO 8601 */
  list(label: string, since?: string): Promise<readonly Issue[] | Refusal>
  get(number: number): Promise<Issue | Refusal>
  /** All comments of one, the oldest first. */
  comments(number: number): Promise<readonly Comment[] | Refusal>
  create(issue: NewIssue): Promise<Issue | Refusal>
  comment(number: number, body: string): Promise<'done' | Refusal>
  update(number: number, change: IssueChange): Promise<'done' | Refusal>
  /** Whether somebody can be assigned to an issue. */
  isAssignable(login: string): Promise<boolean | Refusal>
  /** Name of the default branch. */
  defaultBranch(): Promise<string | Refusal>
}

/** A list that does not end after so many pages of a hundred is taken for none: half of one would be worse. */
const MAX_PAGES = 100

/** A request that cannot be sent again is not begun when less is left, and takes no longer than that. */
const MIN_WRITE_MS = 1_000
const MAX_WRITE_MS = 10_000

/**
 * @param repository `OWNER/NAME`
 * @param deadlineMs when all has to be over, by the clock that nobody can set
 */
export function createIssues(github: GitHub, repository: string, clock: Clock, deadlineMs: number): Issues {
  const base = `/repos/${repository}`
  const leftMs = (): number => deadlineMs - clock.monotonicMs()

  async function read<T extends {}>(
    path: string,
    parse: (answer: GitHubAnswer) => T | undefined,
  ): Promise<T | Refusal> {
    if (leftMs() <= 0) return NO_TIME
    const outcome = await github.send({ method: 'GET', path: `${base}${path}` }, leftMs())
    const value = outcome.kind === 'answer' ? parse(outcome) : undefined
    return value ?? toRefusal(outcome)
  }

  async function readPages<T>(path: string, parse: (item: unknown) => T | undefined): Promise<readonly T[] | Refusal> {
    if (leftMs() <= 0) return NO_TIME
    const itemsOf = (json: unknown): readonly unknown[] | undefined =>
      Array.isArray(json) && json.every((item) => parse(item) !== undefined) ? json : undefined
    const list = { path: `${base}${path}`, itemsOf, maxPages: MAX_PAGES }
    const pages: Pages = await getPages(github, list, clock, leftMs())
    if (pages.kind === 'failed') return toRefusal(pages.outcome)
    if (!pages.isComplete) return { ...NO_TIME, why: 'refused', detail: `more than ${MAX_PAGES} pages` }
    return pages.items.flatMap((item) => parse(item) ?? [])
  }

  async function write<T extends {}>(
    request: GitHubRequest,
    parse: (answer: GitHubAnswer) => T | undefined,
  ): Promise<T | Refusal> {
    while (leftMs() >= MIN_WRITE_MS) {
      const outcome = await github.send(request, Math.min(MAX_WRITE_MS, leftMs()))
      if (outcome.kind === 'no-answer') return toRefusal(outcome)
      const value = parse(outcome)
      if (value !== undefined) return value
      const { limitedMs, retryAfterMs } = outcome
      if (limitedMs === undefined || retryAfterMs === undefined || retryAfterMs > leftMs() - MIN_WRITE_MS) {
        return toRefusal(outcome)
      }
      await sleep(clock, retryAfterMs)
    }
    return NO_TIME
  }

  const parseListed = (item: unknown): Issue | 'pull-request' | undefined => parseIssue(item)

  return {
    async list(label, since) {
      const state = since === undefined ? { state: 'open' } : { state: 'closed', since }
      // In the order of their making, so that a new one does not move others to another page meanwhile.
      const asked = { labels: label, ...state, sort: 'created', direction: 'asc', per_page: '100' }
      const found = await readPages(`/issues?${new URLSearchParams(asked)}`, parseListed)
      return isRefusal(found) ? found : found.filter((issue) => issue !== 'pull-request')
    },
    get: (number) => read(`/issues/${number}`, issueWith(200, number)),
    comments: (number) => readPages(`/issues/${number}/comments?per_page=100`, parseComment),
    create: (body) => write({ method: 'POST', path: `${base}/issues`, body }, issueWith(201)),
    comment: (number, body) =>
      write({ method: 'POST', path: `${base}/issues/${number}/comments`, body: { body } }, ({ statusCode, json }) =>
        statusCode === 201 && parseComment(json) !== undefined ? ('done' as const) : undefined,
      ),
    async update(number, body) {
      const changed = await write({ method: 'PATCH', path: `${base}/issues/${number}`, body }, issueWith(200, number))
      return isRefusal(changed) ? changed : 'done'
    },
    async isAssignable(login) {
      const path = `/assignees/${encodeURIComponent(login)}`
      const known = await read(path, ({ statusCode }) => ({ 204: 'yes', 404: 'no' })[statusCode])
      return isRefusal(known) ? known : known === 'yes'
    },
    defaultBranch: () =>
      read('', ({ statusCode, json }) =>
        statusCode === 200 && isObject(json) ? textOf(json, 'default_branch') || undefined : undefined,
      ),
  }
}

/** Only what GitHub itself would send counts: a portal on the way may say 200 to everything. */
function issueWith(status: number, number?: number): (answer: GitHubAnswer) => Issue | undefined {
  return ({ statusCode, json }) => {
    const issue = statusCode === status ? parseIssue(json) : undefined
    return issue === 'pull-request' || (number !== undefined && issue?.number !== number) ? undefined : issue
  }
}
