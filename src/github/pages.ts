import type { Clock } from '../base/clock.ts'
import type { GitHub } from './api.ts'
import type { GitHubAnswer, GitHubOutcome } from './outcome.ts'

/** A list that GitHub gives in pages. */
export interface List {
  /** Of the first page, with what is asked of it: `/repos/o/r/issues?per_page=100`. */
  readonly path: string
  /** What of a page belongs to the list; undefined where it is no such page. */
  readonly itemsOf: (json: unknown) => readonly unknown[] | undefined
  /** No more than so many are asked for. */
  readonly maxPages: number
}

export type Pages =
  | {
      readonly kind: 'pages'
      readonly items: readonly unknown[]
      /** Whether there are no pages beyond the bound. */
      readonly isComplete: boolean
      /** Of the first page: see {@link GitHubAnswer}. */
      readonly serverMs: number | undefined
    }
  /** One page is missing, or is none: then there is no list at all. */
  | { readonly kind: 'failed'; readonly outcome: GitHubOutcome }

/** @param timeoutMs for all pages */
export async function getPages(github: GitHub, list: List, clock: Clock, timeoutMs: number): Promise<Pages> {
  const endMs = clock.monotonicMs() + timeoutMs
  const items: unknown[] = []
  let serverMs: number | undefined
  let path: string | undefined = list.path
  for (let page = 1; path !== undefined && page <= list.maxPages; page += 1) {
    const outcome: GitHubOutcome = await github.send({ method: 'GET', path }, endMs - clock.monotonicMs())
    const found = outcome.kind === 'answer' && outcome.statusCode === 200 ? list.itemsOf(outcome.json) : undefined
    if (outcome.kind === 'no-answer' || found === undefined) return { kind: 'failed', outcome }
    if (page === 1) serverMs = outcome.serverMs
    items.push(...found)
    const next = nextPath(list.path, outcome)
    // The same page once more would never end.
    if (next === path) break
    path = next
  }
  return { kind: 'pages', items, isComplete: path === undefined, serverMs }
}

/**
 * The page that follows, by `Link: <…?page=2>; rel="next"`. Of that address nothing but the number of the page and the
 * cursor is taken, so that no answer can send the token to another path, let alone another host. Long lists of issues
 * want the cursor, and refuse higher numbers.
 * Source: https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
function nextPath(path: string, { headers }: GitHubAnswer): string | undefined {
  const link = /<([^<>]*)>\s*;\s*rel="next"/.exec(headers.get('link') ?? '')?.[1]
  if (link === undefined) return undefined
  const [base = '', asked] = path.split('?', 2)
  const question = new URLSearchParams(asked)
  const next = new URLSearchParams(link.split(/[?#]/, 2)[1])
  for (const name of ['page', 'after']) {
    const value = next.get(name)
    if (value !== null) question.set(name, value)
  }
  return `${base}?${question}`
}
