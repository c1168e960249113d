import nock from 'nock'
import { beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import { getPages, type List } from '../../src/github/pages.ts'
import { never, type Reply } from '../support/reply.ts'
import { serveGitHub } from './serving.ts'

beforeAll(() => nock.restore())

const list: List = {
  path: '/repos/o/r/issues?state=open&per_page=100',
  itemsOf: (json) => (Array.isArray(json) ? json : undefined),
  maxPages: 4,
}

/** Pages of one item each, with these links to the next. */
const paging =
  (...links: string[]) =>
  (_request: unknown, number: number): Reply => {
    const link = links[number - 1]
    return { body: [number], ...(link !== undefined && { headers: { Link: link } }) }
  }

/** What comes of it, and what was asked for. */
async function get(respond: Parameters<typeof serveGitHub>[0]) {
  const { github, seen } = await serveGitHub(respond)
  return { pages: await getPages(github, list, systemClock, 50_000), paths: seen.map(({ path }) => path) }
}

describe('a list in pages', () => {
  it('is one page where there is no other', async () => {
    const { pages, paths } = await get(() => ({ body: ['a', 'b'] }))
    expect(pages).toEqual({ kind: 'pages', items: ['a', 'b'], isComplete: true, serverMs: expect.any(Number) })
    expect(paths).toEqual([list.path])
  })

  it('is read by the number of the page, and by the cursor where there is one', async () => {
    const { pages, paths } = await get(
      paging(
        '<https://api.github.com/repositories/7/issues?state=open&per_page=100&page=2>; rel="next", <https://api.github.com/repositories/7/issues?page=3>; rel="last"',
        '<https://api.github.com/repositories/7/issues?page=1>; rel="prev", <https://api.github.com/repositories/7/issues?after=Y3Vyc29yOnYyOpLPAA%3D%3D&page=3>; rel="next"',
        '<https://api.github.com/repositories/7/issues?page=1>; rel="first"',
      ),
    )
    expect(pages).toMatchObject({ kind: 'pages', items: [1, 2, 3], isComplete: true })
    expect(paths).toEqual([
      '/repos/o/r/issues?state=open&per_page=100',
      '/repos/o/r/issues?state=open&per_page=100&page=2',
      '/repos/o/r/issues?state=open&per_page=100&page=3&after=Y3Vyc29yOnYyOpLPAA%3D%3D',
    ])
  })

  it.each([
    ['another host', '<http://evil.example.com/steal?page=2>; rel="next"'],
    ['another path', '</user/keys?page=2&access_token=x&per_page=1>; rel="next"'],
    ['a path out of the API', '<../../login?page=2#x>; rel="next"'],
  ])('never leads elsewhere: %s', async (_what, link) => {
    const { paths } = await get(paging(link))
    expect(paths).toEqual([list.path, `${list.path}&page=2`])
  })

  it('keeps what a cursor holds within its parameter', async () => {
    const { paths } = await get(
      paging('<https://h/?after=x%26state%3Dall%23%0d%0aHost:%20evil&page=2%26q=1>; rel="next"'),
    )
    expect(new URLSearchParams(paths[1]?.split('?')[1]).getAll('state')).toEqual(['open'])
    expect(paths[1]).not.toMatch(/[\s#]/)
  })

  it('is not complete where there are more pages than the bound', async () => {
    const { pages, paths } = await get((_request, number) => ({
      body: [number],
      headers: { Link: `<https://h/?page=${number + 1}>; rel="next"` },
    }))
    expect(pages).toMatchObject({ kind: 'pages', items: [1, 2, 3, 4], isComplete: false })
    expect(paths).toHaveLength(4)
  })

  it.each(['<https://h/>; rel="next"', '<https://h/?page=2>; rel="next"'])(
    'is not complete where a page leads to itself: %s',
    async (link) => {
      const { pages, paths } = await get(paging(link, link, link, link))
      expect(pages).toMatchObject({ kind: 'pages', isComplete: false })
      expect(paths.length).toBeLessThanOrEqual(2)
      expect(new Set(paths).size).toBe(paths.length)
    },
  )

  it.each(['<https://h/?page=2>;rel="next"', '<https://h/?page=2> ;  rel="next"'])(
    'is followed however its link is set: %s',
    async (link) => {
      const { paths } = await get(paging(link))
      expect(paths).toHaveLength(2)
    },
  )

  it('is of the time of its first page', async () => {
    const { pages } = await get((_request, number) => ({
      body: [number],
      headers: {
        Date: new Date(number * 1_000_000).toUTCString(),
        ...(number === 1 && { Link: '<https://h/?page=2>; rel="next"' }),
      },
    }))
    expect(pages).toMatchObject({ items: [1, 2], serverMs: 1_000_000 })
  })

  it.each<[what: string, reply: Reply, outcome: object]>([
    ['has another status', { status: 203, body: [2] }, { statusCode: 203 }],
    ['is refused', { status: 404, body: { message: 'Not Found' } }, { statusCode: 404 }],
    ['is none', { body: { message: 'no list' } }, { statusCode: 200 }],
    ['is no JSON', { body: '<html>' }, { statusCode: 200 }],
    ['is moved', { status: 301, headers: { Location: 'https://h/repositories/7' } }, { statusCode: 301 }],
  ])('is no list at all where its second page %s', async (_what, reply, outcome) => {
    const { pages } = await get((_request, number) =>
      number === 1 ? { body: [1], headers: { Link: '<https://h/?page=2>; rel="next"' } } : reply,
    )
    expect(pages).toMatchObject({ kind: 'failed', outcome: { kind: 'answer', ...outcome } })
  })

  it('has no more time than it was given', async () => {
    const { github } = await serveGitHub(() => ({ after: never }))
    expect(await getPages(github, list, systemClock, 0)).toMatchObject({ kind: 'failed', outcome: { code: 'TIMEOUT' } })
  })
})
