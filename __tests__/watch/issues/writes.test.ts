/** What is sent to GitHub, and what is not, where something goes wrong or somebody else is at work. */
import { describe, expect, it } from 'vitest'
import { hashOf } from '../../../src/watch/issues/identity.ts'
import type { GitHubIssuesOptions, SeenApiRequest, Trouble } from '../../support/github-issues.ts'
import { bot, message } from '../../support/github-repository.ts'
import type { Reply } from '../../support/reply.ts'
import {
  addIssue,
  directNights,
  firstNight,
  hourMs,
  listPath,
  type Nights,
  night,
  partner,
  say,
  token,
  unasked,
} from './nights.ts'

const rejected = (...secrets: string[]) => night(secrets.map((secret) => token(secret, 'token-rejected')))

/** What was asked of GitHub, in short; lists are `open` and `closed`. */
const requestsOf = ({ github }: Nights): readonly string[] =>
  github.requests.map(({ method, path, query }) => {
    const rest = path.split('/').slice(4).join('/')
    return method === 'GET' && rest === 'issues' ? String(query.get('state')) : `${method} ${rest}`
  })

const answers =
  (reply: Reply, method: string, path: RegExp, when: Trouble['when'] = 'before') =>
  (request: SeenApiRequest): Trouble | undefined =>
    request.method === method && path.test(request.path) ? { when, reply } : undefined

const notFound = message(404, 'Not Found')
const badGateway = message(502, 'Server Error')

const nightsWith = (before: readonly string[], trouble: GitHubIssuesOptions['trouble']): Nights =>
  directNights(before, { trouble })

const TOLD = 'token-rejected 1: token-rejected 1 [octocat] → octocat'

describe('what is asked of GitHub', () => {
  it('is two lists, where there is nothing to do', async () => {
    const nights = directNights()
    await nights.run(night([token('CI', 'well')]))
    expect(requestsOf(nights)).toEqual(['open', 'closed'])
  })

  it('is no comment of an issue that has none, or whose subject was not seen', async () => {
    const nights = directNights(['open CI token-rejected 1', 'open RELEASE expiring 1: expiring 1'])
    await nights.run(night([token('CI', 'well'), unasked('RELEASE', 'time')]))
    expect(requestsOf(nights).filter((request) => /^GET .*comments/.test(request))).toEqual([])
  })

  it('is the default branch for no tag', async () => {
    const nights = directNights()
    await nights.run({ ...rejected('CI'), eventName: 'push', ref: 'refs/tags/v1' })
    expect(requestsOf(nights)).toEqual([])
  })

  it('is no assignee where an owner stays', async () => {
    const nights = directNights()
    await nights.run(rejected('CI'))
    nights.github.requests.length = 0
    await nights.run(night([token('CI', 'token-rejected', { usedBy: 'something else' })]))
    expect(requestsOf(nights)).toEqual(['open', 'closed', 'GET issues/1/comments', 'GET issues/1', 'PATCH issues/1'])
  })
})

it('a run counts what it did', async () => {
  const nights = directNights([
    'open RELEASE expiring 1: expiring 1',
    'open OTHER token-rejected 1: token-rejected 1',
    'open WELL expiring 1: expiring 1',
    'open GONE expiring 1: expiring 1',
    'not_planned SILENT expiring 1: expiring 1',
    'open DOUBLE token-rejected 1: token-rejected 1',
    'open DOUBLE token-rejected 1',
  ])
  const seen = rejected('CI', 'RELEASE', 'OTHER', 'DOUBLE').report.tokens
  const result = await nights.run(night([...seen, token('WELL', 'well'), token('SILENT', 'well')]))
  // The text of two issues is brought up to date, which the tests have left empty.
  expect(result).toMatchObject({ opened: 1, updated: 3, closed: 2, following: 0, warnings: [] })
  expect(nights.show()).toContain('not_planned SILENT well 1: expiring 1')
})

describe('a new issue', () => {
  it('is bare but for its marker, until there is time for more', async () => {
    const nights = directNights()
    await nights.runUntil(rejected('CI'), 3, 'after')
    expect(nights.github.repository.issues.map(({ title, body }) => [title, body])).toEqual([
      [
        'The token in `CI` needs care',
        `<!-- jira-pat-check 1 ${hashOf(listPath)} ${hashOf('secret:CI')} new 0 -->\njira-pat-check will say here in a moment what this is about.\n<!-- jira-pat-check end -->`,
      ],
    ])
  })

  it('is gone on with though no list ever shows it', async () => {
    const nights = directNights([], { lag: 100 })
    expect(await nights.run(rejected('CI'))).toMatchObject({ opened: 1, warnings: [] })
    expect(nights.show()).toEqual([`open CI ${TOLD}`])
    expect(requestsOf(nights).filter((request) => request === 'open')).toHaveLength(1 + 5)
  })

  it('is looked for once where the list shows it at once', async () => {
    const nights = directNights()
    await nights.run(rejected('CI', 'RELEASE'))
    expect(requestsOf(nights).filter((request) => request === 'open')).toHaveLength(1 + 1)
  })

  it('is looked for until the list shows all of them', async () => {
    const nights = directNights()
    nights.github.options.after = ({ method, path }) => {
      const [, second] = nights.github.repository.issues
      if (method === 'POST' && path.endsWith('/issues') && second !== undefined) second.hiddenFor = 2
    }
    await nights.run(rejected('CI', 'RELEASE'))
    expect(requestsOf(nights).filter((request) => request === 'open')).toHaveLength(1 + 3)
  })

  it('that may have been made is looked for, and told where the list shows it', async () => {
    const nights = nightsWith([], answers(badGateway, 'POST', /issues$/, 'after'))
    nights.github.options.after = ({ method, path }) => {
      const [, second] = nights.github.repository.issues
      if (method === 'POST' && path.endsWith('/issues') && second !== undefined) second.hiddenFor = 2
    }
    expect(await nights.run(rejected('CI', 'RELEASE'))).toMatchObject({ opened: 2, warnings: [] })
    expect(nights.show()).toEqual([`open CI ${TOLD}`, `open RELEASE ${TOLD}`])
    expect(requestsOf(nights).filter((request) => request === 'open')).toHaveLength(1 + 3)
  })

  it('that was not made after all is told as a doubt, after five looks', async () => {
    const nights = nightsWith([], answers(badGateway, 'POST', /issues$/))
    const result = await nights.run(rejected('CI'))
    expect(result).toMatchObject({ opened: 0, warnings: [expect.stringMatching(/^GitHub gave no clear answer/)] })
    expect(requestsOf(nights)).toEqual(['open', 'closed', 'POST issues', ...Array(5).fill('open')])
  })

  it('is not tried any more after three doubts', async () => {
    const nights = nightsWith([], answers(badGateway, 'POST', /issues$/))
    await nights.run(rejected('A', 'B', 'C', 'D', 'E'))
    expect(requestsOf(nights).filter((request) => request === 'POST issues')).toHaveLength(3)
  })

  it('is tried again after some that GitHub does not take, as long as others are made', async () => {
    const refused = ['A', 'B', 'D']
    const trouble = ({ method, body }: SeenApiRequest): Trouble | undefined => {
      const isRefused = method === 'POST' && refused.some((secret) => JSON.stringify(body).includes(`in \`${secret}\``))
      return isRefused ? { when: 'before', reply: message(422, 'Validation Failed') } : undefined
    }
    const nights = nightsWith([], trouble)
    const result = await nights.run(rejected('A', 'B', 'C', 'D', 'E'))
    expect(result).toMatchObject({ opened: 2, warnings: [expect.stringMatching(/does not take an issue as it is/)] })
  })

  it('stays bare where the list cannot be read again, which is told', async () => {
    let isMade = false
    const nights = nightsWith([], ({ method, path }) => {
      if (method === 'POST') isMade = true
      const isList = method === 'GET' && path.endsWith('/issues')
      return isMade && isList ? { when: 'before', reply: message(403, 'Forbidden') } : undefined
    })
    const { warnings } = await nights.run(rejected('CI'))
    expect(warnings).toEqual([expect.stringMatching(/^GitHub does not let this token read issues/)])
    expect(nights.show()).toEqual(['open CI new 0'])
  })

  it('that bears another label alone is closed, without its marker', async () => {
    const nights = directNights([], { mayLabel: false })
    nights.github.options.trouble = (request) => {
      if (request.method !== 'POST') return undefined
      const { title, body } = request.body as { title: string; body: string }
      const issue = nights.github.repository.add({ title, body, labels: ['bug'] })
      const reply = { status: 201, body: { ...issue, labels: [{ name: 'bug' }], comments: 0 } }
      return { when: 'before', reply }
    }
    const { warnings } = await nights.run(rejected('CI'))
    expect(warnings).toEqual([expect.stringMatching(/^GitHub did not put the label on a new issue/)])
    expect(nights.github.repository.issues).toMatchObject([{ state: 'closed', state_reason: 'not_planned', body: '' }])
  })
})

describe('where GitHub wants a pause that is too long', () => {
  const limit = message(403, 'You have exceeded a secondary rate limit.', { 'Retry-After': '3600' })

  it('no other new issue is told', async () => {
    const nights = nightsWith([], answers(limit, 'POST', /comments$/))
    expect((await nights.run(rejected('CI', 'RELEASE'))).warnings).toHaveLength(1)
    expect(requestsOf(nights).filter((request) => request.endsWith('comments'))).toEqual(['POST issues/1/comments'])
  })

  it('no loser is closed', async () => {
    const nights = nightsWith([], answers(limit, 'POST', /comments$/))
    addIssue(nights.github, 'open CI expiring 1: expiring 1').hiddenFor = 1
    await nights.run(rejected('CI'))
    expect(nights.show()).toEqual(['open CI expiring 1: expiring 1', 'open CI new 0'])
    expect(requestsOf(nights).at(-1)).toBe('POST issues/1/comments')
  })
})

it('a new issue that GitHub shows as another one is left alone, where it bears no label', async () => {
  const nights = nightsWith([], (request) => {
    const body = { number: 7, body: 'Theirs.', created_at: new Date(firstNight).toISOString(), state: 'open' }
    return request.method === 'POST' ? { when: 'before', reply: { status: 201, body } } : undefined
  })
  const { warnings } = await nights.run(rejected('CI'))
  expect(warnings).toEqual([expect.stringMatching(/^GitHub did not put the label on a new issue.*\(issue #7\)$/)])
  expect(requestsOf(nights)).toEqual(['open', 'closed', 'POST issues'])
})

describe('an issue of another run that this one finds only after it made one', () => {
  /** The first two lists do not show it. */
  function nightsBeside(line: string, createdAtMs = firstNight): Nights {
    const nights = directNights()
    Object.assign(addIssue(nights.github, line), {
      hiddenFor: 1,
      created_at: new Date(createdAtMs).toISOString(),
    })
    return nights
  }

  it.each([0, 9 / 60])('is left to that run while it is bare, and ours is dropped: made %s h ago', async (hours) => {
    const nights = nightsBeside('open CI new 0', firstNight - hours * hourMs)
    await nights.run(rejected('CI'))
    expect(nights.show()).toEqual(['open CI new 0', 'not_planned unmarked'])
  })

  it('is told by us where it has been bare for ten minutes', async () => {
    const nights = nightsBeside('open CI new 0', firstNight - hourMs / 6)
    await nights.run(rejected('CI'))
    expect(nights.show()).toEqual([`open CI ${TOLD}`, 'not_planned unmarked'])
  })

  it('is told by us where the state is another one', async () => {
    const nights = nightsBeside('open CI expiring 1: expiring 1')
    await nights.run(rejected('CI'))
    expect(nights.show()).toEqual([
      'open CI token-rejected 2: expiring 1, token-rejected 2 [octocat] → octocat',
      'not_planned unmarked',
    ])
  })

  it('is left alone where nobody can tell what it told', async () => {
    const nights = nightsBeside('open CI expiring 1: expiring 1')
    nights.github.options.trouble = answers(notFound, 'GET', /issues\/1\/comments$/)
    const { warnings } = await nights.run(rejected('CI'))
    expect(warnings).toEqual([expect.stringMatching(/^GitHub does not let this token read issues.*\(issue #1\)$/)])
    expect(nights.show()).toEqual(['open CI expiring 1: expiring 1', 'open CI new 0'])
  })
})

describe('an issue that loses to another one', () => {
  it('says where it goes on, between what people wrote', async () => {
    const nights = directNights(['open CI token-rejected 1: token-rejected 1', 'open CI token-rejected 1'])
    await nights.run(rejected('CI'))
    expect(nights.github.repository.issues[1]).toMatchObject({
      body: 'People before.\nThis goes on in #1.\nPeople after.',
      state: 'closed',
      state_reason: 'not_planned',
    })
  })
})

describe('what left the list', () => {
  it('is closed by the name of the list, and by its path; what is of another list stays', async () => {
    const nights = directNights()
    for (const [at, list] of ['release', listPath, 'other'].entries()) {
      const body = `<!-- jira-pat-check 1 ${hashOf(list)} ${hashOf(`secret:GONE_${at}`)} expiring 1 -->`
      nights.github.repository.add({ body, labels: ['jira-token'], user: bot })
    }
    const list = { name: 'release', path: listPath, unsound: undefined, isRead: true }
    await nights.run(night([token('CI', 'well')], { list }))
    expect(nights.github.repository.issues.map(({ state, state_reason: why }) => [state, why])).toEqual([
      ['closed', 'completed'],
      ['closed', 'completed'],
      ['open', null],
    ])
  })

  it('is closed with the text that it had', async () => {
    const nights = directNights(['open GONE expiring 1: expiring 1'])
    await nights.run(night([token('CI', 'well')]))
    expect(nights.github.repository.issues[0]?.body).toBe(
      `People before.\n<!-- jira-pat-check 1 ${hashOf(listPath)} ${hashOf('secret:GONE')} well 2 -->\n- Owner: \`@\u200Boctocat\`\n<!-- jira-pat-check end -->\nPeople after.`,
    )
  })
})

describe('who is assigned', () => {
  it('are those who are, and the owner', async () => {
    const nights = directNights(['open CI expiring 1: expiring 1'])
    const [issue] = nights.github.repository.issues
    if (issue !== undefined) issue.assignees = Array.from({ length: 9 }, (_, at) => `user-${at}`)
    nights.github.repository.options.assignable.push(...(issue?.assignees ?? []))
    await nights.run(rejected('CI'))
    expect(issue?.assignees).toHaveLength(10)
    expect(issue?.assignees.at(-1)).toBe('octocat')
  })

  it('are no more than ten, which is all that GitHub takes', async () => {
    const nights = directNights(['open CI expiring 1: expiring 1'])
    const [issue] = nights.github.repository.issues
    if (issue !== undefined) issue.assignees = Array.from({ length: 10 }, (_, at) => `user-${at}`)
    expect(await nights.run(rejected('CI'))).toMatchObject({ updated: 1, warnings: [] })
    expect(issue?.assignees).toHaveLength(10)
  })

  it('is the owner once, however that is written', async () => {
    const nights = directNights(['open CI expiring 1: expiring 1'])
    const [issue] = nights.github.repository.issues
    if (issue !== undefined) issue.assignees = ['OctoCat']
    await nights.run(rejected('CI'))
    expect(issue?.assignees).toEqual(['OctoCat'])
  })

  it('stay where nobody is to be', async () => {
    const nights = directNights(['open jira down 1: down 1 -13h'])
    const [issue] = nights.github.repository.issues
    if (issue !== undefined) issue.assignees = ['hubot']
    await nights.run(night([token('CI', 'timeout')]))
    expect(nights.show()).toEqual(['open jira down-told 2: down 1, down-told 2 [hubot] → octocat'])
  })

  it('nobody is told where it is not known whether they can be: the next run tells', async () => {
    const nights = nightsWith([], answers(message(403, 'Forbidden'), 'GET', /assignees/))
    const { warnings } = await nights.run(rejected('CI'))
    expect(warnings).toEqual([expect.stringMatching(/^GitHub does not let this token read issues.*\(issue #1\)$/)])
    expect(nights.show()).toEqual(['open CI new 0'])
    nights.github.options.trouble = undefined
    await nights.run(rejected('CI'))
    expect(nights.show()).toEqual([`open CI ${TOLD}`])
  })

  it('is asked again for the next one of the same owner where there was no answer', async () => {
    let isFirst = true
    const nights = nightsWith([], ({ path }) => {
      if (!path.includes('assignees') || !isFirst) return undefined
      isFirst = false
      return { when: 'before', reply: message(403, 'Forbidden') }
    })
    await nights.run(rejected('CI', 'RELEASE'))
    expect(nights.show()).toEqual(['open CI new 0', `open RELEASE ${TOLD}`])
  })

  it('is not changed where it is not known whether another owner can be', async () => {
    const nights = directNights()
    await nights.run(rejected('CI'))
    const before = nights.github.repository.issues[0]?.body
    nights.github.options.trouble = answers(message(403, 'Forbidden'), 'GET', /assignees/)
    const other = night([token('CI', 'token-rejected', { owner: '@hubot' })])
    const result = await nights.run(other)
    expect(result).toMatchObject({ updated: 0, warnings: [expect.stringMatching(/read issues.*\(issue #1\)$/)] })
    expect(nights.github.repository.issues[0]?.body).toBe(before)
  })
})

describe('what cannot be written', () => {
  it.each([
    ['a change', ['open CI expiring 1: expiring 1'], rejected('CI')],
    ['an end', ['open CI expiring 1: expiring 1'], night([token('CI', 'well')])],
    ['a text', ['open CI token-rejected 1: token-rejected 1'], rejected('CI')],
  ])('does not count: %s', async (_, before, seen) => {
    const nights = nightsWith(before, answers(notFound, 'PATCH', /./))
    expect(await nights.run(seen)).toEqual({
      opened: 0,
      updated: 0,
      closed: 0,
      following: 0,
      links: expect.anything(),
      skipped: undefined,
      warnings: ['An issue cannot be written (HTTP 404: Not Found): perhaps it was deleted or moved. (issue #1)'],
    })
  })

  it('a comment that GitHub refuses is told, and not looked for', async () => {
    const nights = nightsWith(['open CI expiring 1: expiring 1'], answers(notFound, 'POST', /comments$/))
    const { warnings } = await nights.run(rejected('CI'))
    expect(warnings).toEqual([
      'An issue cannot be written (HTTP 404: Not Found): perhaps it was deleted or moved. (issue #1)',
    ])
    expect(requestsOf(nights).slice(2)).toEqual([
      'GET issues/1/comments',
      'GET assignees/octocat',
      'POST issues/1/comments',
    ])
  })

  it('an issue whose comments cannot be read is left alone, and told', async () => {
    const before = ['open CI expiring 1: expiring 1', 'open RELEASE expiring 1: expiring 1']
    const nights = nightsWith(before, answers(notFound, 'GET', /issues\/1\/comments$/))
    const { warnings } = await nights.run(rejected('CI', 'RELEASE'))
    expect(warnings).toEqual([expect.stringMatching(/^GitHub does not let this token read issues.*\(issue #1\)$/)])
    expect(nights.show()).toEqual([
      'open CI expiring 1: expiring 1',
      'open RELEASE token-rejected 2: expiring 1, token-rejected 2 [octocat] → octocat',
    ])
  })

  const six = ['CI', 'RELEASE', 'OTHER', 'SILENT', 'DOUBLE', 'WELL']

  it('keeps nothing from being written as long as comments are taken', async () => {
    const nights = nightsWith(
      six.map((secret) => `open ${secret} expiring 1: expiring 1`),
      answers(notFound, 'PATCH', /./),
    )
    await nights.run(rejected(...six))
    expect(nights.show().filter((line) => line.includes('token-rejected 2'))).toHaveLength(6)
  })

  it('keeps nothing from being written as long as texts are taken now and then', async () => {
    const nights = nightsWith(
      six.map((secret) => `open ${secret} token-rejected 1`),
      answers(notFound, 'PATCH', /issues\/[1245]$/),
    )
    expect(await nights.run(rejected(...six))).toMatchObject({ updated: 2 })
  })

  it('keeps all else from being written after three in a row', async () => {
    const nights = nightsWith(
      six.map((secret) => `open ${secret} token-rejected 1`),
      answers(notFound, 'PATCH', /issues\/[123]$/),
    )
    expect(await nights.run(rejected(...six))).toMatchObject({ updated: 0 })
  })
})

describe('a comment without a clear answer', () => {
  /** The comment is not written; what stands there besides is what others tell meanwhile. */
  const nightsBeside = (before: string, meanwhile: readonly string[] = []): Nights => {
    const nights = nightsWith([before], answers(badGateway, 'POST', /comments$/))
    nights.github.options.before = ({ method, path }) => {
      const [issue] = nights.github.repository.issues
      if (method !== 'POST' || !path.endsWith('/comments') || issue === undefined) return
      for (const told of meanwhile) say(nights.github.repository, issue, told)
    }
    return nights
  }

  it.each([
    ['the newest tells another state, however high its number', 'open CI expiring 1: expiring 1', ['well 2']],
    ['the newest tells this state by a lower number', 'open CI expiring 2: token-rejected 1', []],
    ['there is none at all', 'open CI new 0', []],
  ])('was not written where %s', async (_, before, meanwhile) => {
    const nights = nightsBeside(before, meanwhile)
    const { warnings, updated } = await nights.run(rejected('CI'))
    expect(warnings).toEqual([expect.stringMatching(/^GitHub gave no clear answer.*\(issue #1\)$/)])
    expect(updated).toBe(0)
    expect(nights.show()[0]).not.toContain('token-rejected 2:')
  })

  it('was written where the newest tells this state, and is not sent again', async () => {
    const nights = nightsBeside('open CI expiring 1: expiring 1', ['token-rejected 2'])
    expect(await nights.run(rejected('CI'))).toMatchObject({ updated: 1, warnings: [] })
    expect(nights.show()).toEqual(['open CI token-rejected 2: expiring 1, token-rejected 2 [octocat]'])
  })
})

it('an issue whose page is no web address has no link', async () => {
  const nights = directNights([], { webUrl: 'mailto:x' })
  const { links } = await nights.run(
    night([token('CI', 'token-rejected'), token('B', 'timeout', { baseUrl: partner })]),
  )
  expect([...links]).toEqual([])
})

it('a token that a person silenced has no link', async () => {
  const nights = directNights(['not_planned CI token-rejected 1: token-rejected 1'])
  expect([...(await nights.run(rejected('CI'))).links]).toEqual([])
})
