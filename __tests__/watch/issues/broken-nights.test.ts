import { describe, expect, it } from 'vitest'
import type { GitHubIssuesOptions, SeenApiRequest, Trouble } from '../../support/github-issues.ts'
import { message } from '../../support/github-repository.ts'
import type { Reply } from '../../support/reply.ts'
import { dayMs, directNights, jira, type Nights, night, partner, token } from './nights.ts'

/** One of each thing that there is to do: two new ones, a change, a duplicate, three ends, a silenced one. */
const before = [
  'open RELEASE expiring 1: expiring 1',
  'open GONE token-rejected 1: token-rejected 1',
  'not_planned SILENT expiring 1: expiring 1',
  'open DOUBLE token-rejected 1: token-rejected 1',
  'open DOUBLE token-rejected 1',
  'open WELL expiring 1: expiring 1',
  'open partner down 1: down 1 -13h',
]

const seen = night([
  token('CI', 'token-rejected'),
  token('OTHER', 'expiring', { owner: '@hubot', baseUrl: jira }),
  token('RELEASE', 'token-rejected'),
  token('SILENT', 'well'),
  token('DOUBLE', 'token-rejected'),
  token('WELL', 'well'),
  token('PARTNER', 'timeout', { baseUrl: partner }),
])

const after = [
  'open RELEASE token-rejected 2: expiring 1, token-rejected 2 [octocat] → octocat',
  'completed GONE well 2: token-rejected 1, well 2',
  'not_planned SILENT well 1: expiring 1',
  'open DOUBLE token-rejected 1: token-rejected 1',
  'not_planned unmarked',
  'completed WELL well 2: expiring 1, well 2',
  'open partner down-told 2: down 1, down-told 2 → octocat',
  'open CI token-rejected 1: token-rejected 1 [octocat] → octocat',
  'open OTHER expiring 1: expiring 1 [hubot] → hubot',
]

const start = (options: GitHubIssuesOptions = {}): Nights => directNights(before, options)

const requestsOf = async (): Promise<readonly SeenApiRequest[]> => {
  const nights = start()
  await nights.run(seen)
  expect(nights.show()).toEqual(after)
  return nights.github.requests
}

/** Issues without an order: which of two new ones came first may differ. */
const sorted = (lines: readonly string[]): readonly string[] => lines.toSorted()

describe('a run that is killed, and the nights after it', () => {
  it('never two issues, never a lost one, told once: whenever it was', async () => {
    const requests = await requestsOf()
    for (const { number } of requests) {
      for (const when of ['before', 'after'] as const) {
        const nights = start()
        await nights.runUntil(seen, number, when)
        nights.nowMs += dayMs
        await nights.run(seen)
        expect(sorted(nights.show()), `killed ${when} request ${number}`).toEqual(sorted(after))
      }
    }
  })
})

const troubles: Record<string, Reply> = {
  'a 502': message(502, 'Server Error'),
  'a reset': { reset: true },
  'a cut answer': { status: 200, body: '{"number":', cutAfterBytes: 5, headers: { 'Content-Length': 100 } },
  'a 403 without a right': message(403, 'Resource not accessible by integration'),
  'a 403 for a limit': message(403, 'You have exceeded a secondary rate limit.', { 'Retry-After': '60' }),
  'a 403 for a limit that does not say how long': message(403, 'You have exceeded a secondary rate limit.'),
  'a 429': { status: 429, headers: { 'Retry-After': '1' } },
  'a 429 that asks for an hour': { status: 429, headers: { 'Retry-After': '3600' } },
  'a 404': message(404, 'Not Found'),
  'a 410': message(410, 'Gone'),
  'a 422': message(422, 'Validation Failed'),
  'a redirect': { status: 301, headers: { Location: 'https://evil.example.com/' } },
  'a login page': { status: 200, body: '<html>', headers: { 'Content-Type': 'text/html' } },
}

/** A clear answer that says no is only told where nothing was done; after it was done, an answer may be lost. */
const cells = Object.entries(troubles).flatMap(([name, reply]) => {
  const isLost = /^a (?:502|reset|cut answer|login page)$/.test(name)
  return (isLost ? (['before', 'after'] as const) : (['before'] as const)).map((when) => ({ name, when, reply }))
})

describe('a request that fails, and the nights after it', () => {
  it.each(cells)('$name $when GitHub acted: never two issues, never a lost one, told once', async ({ when, reply }) => {
    const requests = await requestsOf()
    const trouble: Trouble = { when, reply }
    // A 404 says that somebody cannot be assigned.
    const isSaid = (path: string): boolean => reply.status === 404 && path.includes('/assignees/')
    for (const { number, method, path } of requests.filter((request) => !isSaid(request.path))) {
      const nights = start({ trouble: (request) => (request.number === number ? trouble : undefined) })
      await nights.run(seen, 40_000)
      for (const issue of nights.github.repository.issues) issue.hiddenFor = 0
      nights.nowMs += dayMs
      await nights.run(seen)
      nights.nowMs += dayMs
      const last = await nights.run(seen)
      expect(sorted(nights.show()), `request ${number}: ${method} ${path}`).toEqual(sorted(after))
      expect(last.warnings).toEqual([])
    }
  })
})

describe('a list that lags, and a run that is killed', () => {
  it.each([1, 2, 3])('by %i listings: never two open issues', async (lag) => {
    const requests = await requestsOf()
    const first = requests.findIndex(({ method }) => method === 'POST') + 1
    for (const number of [first, first + 1, first + 2, first + 3]) {
      const nights = start({ lag })
      await nights.runUntil(seen, number, 'after')
      // At once, by hand: the list may not show yet what was made.
      await nights.run(seen)
      nights.nowMs += dayMs
      await nights.run(seen)
      const open = nights.show().filter((line) => /^open (?:CI|OTHER) /.test(line))
      expect(open, `killed after request ${number}`).toHaveLength(2)
      expect(open.join('\n')).toMatch(/open CI token-rejected 1: token-rejected 1 .*\n.*OTHER expiring 1: expiring 1 /)
    }
  })
})
