import { describe, expect, it } from 'vitest'
import { hashOf } from '../../../src/watch/issues/identity.ts'
import type { SeenApiRequest, Trouble } from '../../support/github-issues.ts'
import { message } from '../../support/github-repository.ts'
import { never } from '../../support/reply.ts'
import { clockAt } from './night-clock.ts'
import {
  addIssue,
  dayMs,
  directNights,
  hourMs,
  jira,
  listPath,
  night,
  partner,
  say,
  startNights,
  token,
} from './nights.ts'

const failing = night([token('CI', 'token-rejected')])

const writes = (requests: readonly SeenApiRequest[]): readonly string[] =>
  requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path.split('/').slice(4).join('/')}`)

/** Goes wrong for the first request of a kind alone. */
const once = (method: string, path: RegExp, trouble: Trouble) => {
  let isOver = false
  return (request: SeenApiRequest): Trouble | undefined => {
    if (isOver || request.method !== method || !path.test(request.path)) return undefined
    isOver = true
    return trouble
  }
}

const always =
  (method: string, path: RegExp, trouble: Trouble) =>
  (request: SeenApiRequest): Trouble | undefined =>
    request.method === method && path.test(request.path) ? trouble : undefined

describe('where issues are written', () => {
  const repositoryOf = (branch: string) => ({ repository: { default_branch: branch } })

  it.each([
    ['schedule', 'refs/heads/main', {}],
    ['schedule', 'refs/heads/other', undefined],
    ['workflow_dispatch', 'refs/heads/trunk', repositoryOf('trunk')],
    ['repository_dispatch', 'refs/heads/trunk', repositoryOf('trunk')],
    ['push', 'refs/heads/trunk', repositoryOf('trunk')],
    ['push', 'refs/heads/main', {}],
    ['workflow_dispatch', 'refs/heads/main', { repository: { default_branch: 7 } }],
  ])('on %s of %s', async (eventName, ref, event) => {
    const nights = directNights()
    const result = await nights.run({ ...failing, eventName, ref, event })
    expect(result).toMatchObject({ opened: 1, skipped: undefined, warnings: [] })
  })

  it.each([
    ['workflow_dispatch', 'refs/heads/other', repositoryOf('main')],
    ['push', 'refs/heads/other', {}],
    ['push', 'refs/tags/main', repositoryOf('main')],
    ['pull_request', 'refs/pull/1/merge', repositoryOf('main')],
    ['pull_request_target', 'refs/heads/main', repositoryOf('main')],
    ['issue_comment', 'refs/heads/main', repositoryOf('main')],
    ['', '', undefined],
  ])('and not on %s of %s', async (eventName, ref, event) => {
    const nights = directNights()
    const result = await nights.run({ ...failing, eventName, ref, event })
    expect(result).toMatchObject({ opened: 0, warnings: [], skipped: expect.stringContaining('default branch') })
    expect(writes(nights.github.requests)).toEqual([])
  })

  it('says once that none are written, where nobody says which branch is the default one', async () => {
    const trouble = always('GET', /octo-repo$/, { when: 'before', reply: message(403, 'Forbidden') })
    const nights = directNights([], { trouble })
    const result = await nights.run({ ...failing, eventName: 'push' })
    expect(result.warnings).toEqual([expect.stringContaining('which branch is the default one')])
    expect(writes(nights.github.requests)).toEqual([])
  })

  it('and none for a list that has neither path nor name', async () => {
    const nights = directNights()
    const list = { name: undefined, path: undefined, unsound: undefined, isRead: true }
    const result = await nights.run({ ...failing, list })
    expect(result.warnings).toEqual([expect.stringContaining('needs a name')])
    expect(nights.github.requests).toEqual([])
  })

  it('says that there are too many issues to be read', async () => {
    const trouble = ({ method, query }: SeenApiRequest): Trouble | undefined => {
      const next = `<https://api.github.com/x?page=${Number(query.get('page') ?? 1) + 1}>; rel="next"`
      return method === 'GET'
        ? { when: 'before', reply: { status: 200, headers: { Link: next }, body: [] } }
        : undefined
    }
    const nights = directNights([], { trouble })
    const result = await nights.run(failing)
    expect(result.warnings).toEqual([expect.stringMatching(/^There are too many issues.*more than 100 pages/)])
  })

  it('nor without a repository', async () => {
    const nights = directNights()
    expect((await nights.run({ ...failing, repository: '../../x' })).warnings).toHaveLength(1)
    expect(nights.github.requests).toEqual([])
  })
})

describe('what is found', () => {
  const marker = `<!-- jira-pat-check 1 ${hashOf(listPath)} ${hashOf('secret:CI')} token-rejected 1 -->`

  it.each([
    ['quoted', `> ${marker}`],
    ['indented', `    ${marker}`],
    ['in a line of other words', `Look: ${marker}`],
    ['in a block of code', `\`\`\`\n${marker}\n\`\`\``],
    ['of another list', marker.replace(hashOf(listPath), hashOf('other'))],
    ['with words for a hash', marker.replace(hashOf('secret:CI'), 'secret:CI')],
  ])('is no issue whose marker is %s', async (_, body) => {
    const nights = directNights()
    nights.github.repository.add({ body, labels: ['jira-token'] })
    await nights.run(failing)
    expect(nights.show()).toHaveLength(2)
    expect(nights.github.repository.issues[0]).toMatchObject({ body, state: 'open' })
  })

  it('is no pull request, and no issue without the label', async () => {
    const nights = directNights()
    nights.github.repository.add({ body: marker, labels: ['jira-token'], pull_request: {} })
    nights.github.repository.add({ body: marker })
    await nights.run(failing)
    expect(nights.show()).toHaveLength(3)
  })

  it('is an issue on any page, with any other label, whoever changed its case', async () => {
    const nights = await startNights()
    for (let count = 0; count < 250; count += 1) nights.github.repository.add({ labels: ['Jira-Token'] })
    addIssue(nights.github, 'open CI token-rejected 1: token-rejected 1').labels = ['bug', 'Jira-Token']
    await nights.run(failing)
    expect(nights.github.repository.issues).toHaveLength(251)
  })

  it('is what the path was marked by before the list had a name', async () => {
    const nights = directNights(['open CI token-rejected 1: token-rejected 1', 'open list unsound 1'])
    const list = { name: 'release', path: listPath, unsound: undefined, isRead: true }
    await nights.run({ ...failing, list })
    expect(nights.show()).toEqual(['open CI token-rejected 1: token-rejected 1', 'completed list well 2: well 2'])
    expect(nights.github.repository.issues[0]?.body).toContain(hashOf('release'))
    expect(nights.github.repository.issues[1]?.body).toContain(hashOf('list'))
  })

  it('only comments of the issue’s own author tell what was told', async () => {
    const nights = directNights(['open CI expiring 1: expiring 1'])
    const [issue] = nights.github.repository.issues
    if (issue !== undefined) say(nights.github.repository, issue, 'token-rejected 99', { login: 'mallory', id: 7 })
    await nights.run(failing)
    expect(nights.show()).toEqual([
      'open CI token-rejected 2: expiring 1, token-rejected 99, token-rejected 2 [octocat] → octocat',
    ])
  })
})

describe('people', () => {
  it('keep their title, their labels and who is assigned', async () => {
    const nights = directNights(['open CI expiring 1: expiring 1'])
    const [issue] = nights.github.repository.issues
    Object.assign(issue ?? {}, { title: 'Ours now', assignees: ['hubot'], labels: ['jira-token', 'urgent'] })
    await nights.run(failing)
    expect(issue).toMatchObject({
      title: 'Ours now',
      assignees: ['hubot', 'octocat'],
      labels: ['jira-token', 'urgent'],
      body: expect.stringMatching(/^People before\.\n<!--[\s\S]*-->\nPeople after\.$/),
    })
  })

  it('another owner in the list is assigned, nobody is taken away, and nothing is said', async () => {
    const nights = directNights()
    await nights.run(failing)
    await nights.run(night([token('CI', 'token-rejected', { owner: '@hubot' })]))
    expect(nights.show()).toEqual(['open CI token-rejected 1: token-rejected 1 [octocat hubot] → octocat'])
  })

  it('an owner who was taken away by people stays away while the state stays', async () => {
    const nights = directNights()
    await nights.run(failing)
    const [issue] = nights.github.repository.issues
    if (issue !== undefined) issue.assignees = []
    await nights.run(night([token('CI', 'token-rejected', { usedBy: 'something else' })]))
    expect(nights.show()).toEqual(['open CI token-rejected 1: token-rejected 1 → octocat'])
    expect(issue?.body).toContain('something else')
  })

  it('what they write while the night runs is kept', async () => {
    const nights = directNights(['open CI expiring 1: expiring 1'])
    const [issue] = nights.github.repository.issues
    nights.github.options.before = ({ path }) => {
      if (path.endsWith('/comments') && issue !== undefined)
        issue.body = issue.body?.replace('People after.', 'Wait!') ?? ''
    }
    await nights.run(failing)
    expect(issue?.body).toMatch(/^People before\.[\s\S]*token-rejected 2[\s\S]*\nWait!$/)
  })

  it('who closes an issue while the night runs is not overruled', async () => {
    const nights = directNights(['open CI expiring 1: expiring 1'])
    const [issue] = nights.github.repository.issues
    nights.github.options.before = ({ method }) => {
      if (method === 'POST' && issue !== undefined) nights.github.repository.setState(issue, 'closed', 'not_planned')
    }
    await nights.run(failing)
    expect(issue).toMatchObject({ state: 'closed', body: expect.stringContaining('expiring 1 -->') })
  })
})

describe('a run', () => {
  it('opens 25 at most, and says how many follow', async () => {
    const nights = directNights()
    const seen = night(Array.from({ length: 60 }, (_, number) => token(`T${number}`, 'expiring')))
    const all = [await nights.run(seen), await nights.run(seen), await nights.run(seen), await nights.run(seen)]
    expect(all.map(({ opened, following }) => [opened, following])).toEqual([
      [25, 35],
      [25, 10],
      [10, 0],
      [0, 0],
    ])
    expect(new Set(nights.github.repository.issues.map(({ title }) => title)).size).toBe(60)
  })

  it('says where each token stands', async () => {
    const nights = directNights(['open WELL expiring 1'])
    const seen = night([
      token('CI', 'token-rejected'),
      token('PARTNER', 'timeout', { baseUrl: partner }),
      token('OTHER', 'timeout', { baseUrl: partner }),
      token('WELL', 'well'),
    ])
    const { links } = await nights.run(seen)
    const base = 'https://github.com/octo-org/octo-repo/issues'
    expect([...links]).toEqual([
      ['PARTNER', `${base}/2`],
      ['OTHER', `${base}/2`],
      ['CI', `${base}/3`],
    ])
  })

  it('beside another one at the same time makes no two issues, and tells once', async () => {
    const nights = directNights([], { lag: 1 })
    await Promise.all([nights.run(failing), nights.run(failing), nights.run(failing)])
    const shown = nights.show().toSorted()
    expect(shown.filter((line) => line.startsWith('open'))).toEqual([
      'open CI token-rejected 1: token-rejected 1 [octocat] → octocat',
    ])
    expect(shown.filter((line) => !line.startsWith('open'))).toEqual(
      Array(shown.length - 1).fill('not_planned unmarked'),
    )
  })

  it('waits as long as GitHub asks, where that is within its bound', async () => {
    const reply = message(403, 'You have exceeded a secondary rate limit.', { 'Retry-After': '20' })
    const nights = directNights([], { trouble: once('POST', /issues$/, { when: 'before', reply }) })
    expect((await nights.run(failing, 60_000)).warnings).toEqual([])
    expect(writes(nights.github.requests)).toEqual([
      'POST issues',
      'POST issues',
      'POST issues/1/comments',
      'PATCH issues/1',
    ])
  })

  it.each([
    ['too long', { 'Retry-After': '3600' }],
    ['it does not say how long', {}],
  ])('ends with one warning where GitHub wants a pause, and %s', async (_, headers) => {
    const reply = message(403, 'You have exceeded a secondary rate limit.', headers)
    const nights = directNights([], { trouble: always('POST', /issues$/, { when: 'before', reply }) })
    const result = await nights.run(night([token('A', 'expiring'), token('B', 'expiring')]), 30_000)
    expect(result.warnings).toMatchInlineSnapshot(`
      [
        "GitHub wants to be asked later (HTTP 403: You have exceeded a secondary rate limit.), which is too late for this run, so that issues are not up to date. What is left to do, the next run does.",
      ]
    `)
    expect(writes(nights.github.requests)).toEqual(['POST issues'])
  })

  it.each([
    ['no right to write', { mayWrite: false }],
    ['issues are switched off', { hasIssues: false }],
    ['another token', { token: 'ghs_other' }],
  ])('ends with one warning: %s', async (_, options) => {
    const nights = await startNights(['open RELEASE expiring 1: expiring 1'], options)
    if ('token' in options) nights.github.token = 'ghs_mistyped'
    const seen = night([token('CI', 'token-rejected'), token('B', 'expiring'), token('RELEASE', 'token-rejected')])
    const result = await nights.run(seen)
    expect(result.warnings).toMatchSnapshot()
    expect(result.warnings).toHaveLength(1)
    expect(result).toMatchObject({ opened: 0, updated: 0, closed: 0 })
    expect(writes(nights.github.requests).length).toBeLessThanOrEqual(1)
  })

  it('closes what it cannot find again, where labels are dropped in silence', async () => {
    const nights = directNights([], { mayLabel: false })
    const result = await nights.run(night([token('A', 'expiring'), token('B', 'expiring')]))
    expect(nights.show()).toEqual(['not_planned unmarked'])
    expect(result.warnings).toMatchInlineSnapshot(`
      [
        "GitHub did not put the label on a new issue, by which it is found again, so it was closed. Give the job the permission issues: write, or a github-token that may set labels. (issue #1)",
      ]
    `)
  })

  it('goes on after an issue that is locked, deleted or moved, and says which', async () => {
    const nights = directNights(['open RELEASE expiring 1: expiring 1'])
    const reply = message(403, 'Unable to create comment because issue is locked.')
    nights.github.options.trouble = always('POST', /issues\/1\/comments$/, { when: 'before', reply })
    const seen = night([token('RELEASE', 'token-rejected'), token('CI', 'token-rejected')])
    const result = await nights.run(seen)
    expect(result.warnings).toEqual([expect.stringMatching(/issue is locked.*\(issue #1\)$/)])
    expect(nights.show()).toEqual([
      'open RELEASE expiring 1: expiring 1',
      'open CI token-rejected 1: token-rejected 1 [octocat] → octocat',
    ])
  })

  it.each(['before', 'after'] as const)(
    'never sends a write again that has no clear answer, and looks: 502 %s',
    async (when) => {
      for (const path of [/issues$/, /comments$/, /issues\/1$/]) {
        const trouble = { when, reply: message(502, 'Server Error') }
        const nights = await startNights([], {
          trouble: (request) => (request.method === 'GET' ? undefined : always(request.method, path, trouble)(request)),
        })
        const result = await nights.run(failing)
        const sent = writes(nights.github.requests)
        expect(sent, sent.join()).toEqual([...new Set(sent)])
        expect(result.warnings, sent.join()).toHaveLength(when === 'after' ? 0 : 1)
      }
    },
  )

  it('ends in time where GitHub hangs, with one warning', async () => {
    const nights = await startNights([], {
      trouble: ({ method }) => (method === 'POST' ? { when: 'before', reply: { after: never } } : undefined),
    })
    const result = await nights.run(failing, 20_000)
    expect(result.warnings).toHaveLength(1)
    expect(writes(nights.github.requests)).toEqual(['POST issues'])
  })

  it('writes nothing any more when time is up', async () => {
    const nights = directNights(['open CI expiring 1: expiring 1'])
    const result = await nights.run(failing, 500)
    expect(writes(nights.github.requests)).toEqual([])
    expect(result.warnings).toEqual([expect.stringContaining('timeout-seconds')])
  })

  it('cannot be led to another path or host by what GitHub answers', async () => {
    const reply = { status: 307, headers: { Location: 'https://evil.example.com/' } }
    const nights = await startNights([], { trouble: always('POST', /issues$/, { when: 'before', reply }) })
    expect((await nights.run(failing)).warnings).toEqual([expect.stringContaining('has moved')])
  })

  it('asks once whether somebody can be assigned', async () => {
    const nights = directNights()
    await nights.run(night([token('A', 'expiring'), token('B', 'expiring', { owner: '@OctoCat' })]))
    expect(nights.github.requests.filter(({ path }) => path.includes('assignees'))).toHaveLength(1)
  })

  it('tells a server’s owners after 12 hours, once, and is silent for a week', async () => {
    const nights = directNights()
    const down = night([token('CI', 'timeout')])
    for (const hours of [0, 6, 6.1, 6, 24, 24, 24, 24, 24]) {
      nights.nowMs += hours * hourMs
      await nights.run(down)
    }
    expect(nights.show()).toEqual(['open jira down-told 2: down 1, down-told 2 → octocat'])
    nights.nowMs += dayMs
    await nights.run(night([token('CI', 'well')]))
    expect(nights.show()).toEqual(['completed jira well 3: down 1, down-told 2, well 3 → octocat'])
  })

  it('knows a server by what its address means', async () => {
    const nights = directNights()
    const at = (baseUrl: string, secret: string) => token(secret, 'timeout', { baseUrl })
    await nights.run(
      night([
        at(jira, 'A'),
        at(`${jira}:443/`, 'B'),
        at(jira.toUpperCase(), 'C'),
        at(`${jira}:8443`, 'D'),
        at(`${jira}/x`, 'E'),
      ]),
    )
    expect(nights.show()).toHaveLength(3)
  })
})

it('a test’s clock moves on by the pauses that it skips', () => {
  const clock = clockAt(0)
  const startMs = clock.monotonicMs()
  clock.after(1_000, () => {})
  expect(clock.monotonicMs() - startMs).toBeGreaterThanOrEqual(1_000)
})
