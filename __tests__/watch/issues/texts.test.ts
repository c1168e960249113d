import { describe, expect, it } from 'vitest'
import { code } from '../../../src/watch/issues/code.ts'
import { commentOnChange } from '../../../src/watch/issues/comment-text.ts'
import { identityOfServer, identityOfToken, LIST_IDENTITY } from '../../../src/watch/issues/identity.ts'
import { MAX_BODY_LENGTH, textOf, titleOf } from '../../../src/watch/issues/issue-text.ts'
import { readSaid } from '../../../src/watch/issues/marker.ts'
import { readOwner } from '../../../src/watch/issues/owner.ts'
import { subjectsOf } from '../../../src/watch/issues/subject.ts'
import type { WatchedToken } from '../../../src/watch/watched-token.ts'
import { dayMs, directNights, listPath, night, token, unasked } from './nights.ts'

const textsOf = (tokens: readonly WatchedToken[], unsound?: string): readonly string[] =>
  subjectsOf(night(tokens).report, { name: undefined, path: listPath, unsound, isRead: true })
    .filter(({ seen }) => typeof seen === 'object')
    .map((subject) => `# ${titleOf(subject)}\n\n${textOf(subject, MAX_BODY_LENGTH)}`)

const careOf =
  'jira-pat-check keeps this text up to date, leaves alone what people write before and after it, and closes the issue when ' +
  'all is well again. Close it as *not planned*, and nothing more is said until the state changes.'

describe('what an issue says', () => {
  it.each([
    ['a refused token', [token('CI', 'token-rejected', { message: 'Jira answers 401 to @svc.' })]],
    ['one that expires', [token('CI', 'expiring', { owner: 'Jane Doe', usedBy: '', hasRotationStopped: true })]],
    [
      'one that expires too soon',
      [token('CI', 'token-expiring', { message: 'It expires on 2026-03-12 (11 days left), which is within 14.' })],
    ],
    ['one of which the name is wrong', [token('CI', 'expired', { owner: '' })]],
    ['one of several', [token('CI', 'ambiguous', { steps: [] })]],
    ['one without a date', [token('CI', 'expiry-unknown')]],
    ['a server', [token('CI', 'timeout'), unasked('RELEASE', 'server'), token('OTHER', 'well')]],
    ['a list without secrets', [token('CI', 'token-missing'), token('RELEASE', 'token-missing')]],
    ['a list that was not done', [unasked('CI', 'no-report'), unasked('RELEASE', 'time')]],
  ])('of %s', (_, tokens) => {
    expect(textsOf(tokens).join('\n---\n')).toMatchSnapshot()
  })

  it('of an unsound list', () => {
    expect(textsOf([], 'Line 3, column 5: there is no key `ownr`; owner is near.').join()).toMatchSnapshot()
  })

  it('says in a comment, too, that a rotation has stopped', async () => {
    const nights = directNights()
    await nights.run(night([token('CI', 'expiring', { hasRotationStopped: true })]))
    expect(nights.github.repository.issues[0]?.comments[0]?.body).toMatchInlineSnapshot(`
      "@octocat The token in \`CI\` expires soon, on 2026-03-12, and its rotation has stopped. What to do stands at the top of this issue.

      <!-- jira-pat-check said expiring 1 -->"
    `)
  })

  it('names several who cannot be told', () => {
    const [server] = subjectsOf(night([token('CI', 'timeout')]).report, night([]).list).slice(1)
    if (server === undefined) throw new Error('no server')
    const told = { mentions: ['octocat', 'octo-org/build'], named: ['Jane Doe', 'John Doe'] }
    expect(commentOnChange(server, { state: 'down', n: 1 }, told, 0)).toBe(
      '@octocat @octo-org/build Tokens at `https://jira.example.com` cannot be checked. Owner: `Jane Doe`, `John Doe`. What to do stands at the top of this issue.\n\n<!-- jira-pat-check said down 1 -->',
    )
  })

  it('names an owner who cannot be told as code, and since when a server is down', async () => {
    const nights = directNights(['open jira down 1: down 1 -13h'])
    await nights.run(night([token('CI', 'timeout'), token('RELEASE', 'timeout', { owner: 'Jane @Doe' })]))
    expect(nights.github.repository.issues[0]?.comments.at(-1)?.body).toMatchInlineSnapshot(`
      "@octocat Tokens at \`https://jira.example.com\` cannot be checked. It has been so since 2026-02-28. Owner: \`Jane @​Doe\`. What to do stands at the top of this issue.

      <!-- jira-pat-check said down-told 2 -->"
    `)
  })

  it('says that it is well again, and that it is watched no longer', async () => {
    const nights = directNights(['open CI expiring 1: expiring 1', 'open GONE expiring 1: expiring 1'])
    await nights.run(night([token('CI', 'well')]))
    const said = nights.github.repository.issues.map(({ comments }) => comments.at(-1)?.body)
    expect(said.join('\n')).toMatchInlineSnapshot(`
      "All is well again.

      <!-- jira-pat-check said well 2 -->
      No longer watched: what this issue is about is not in the list any more.

      <!-- jira-pat-check said well 2 -->"
    `)
    expect(nights.github.repository.issues[0]?.body).toMatchInlineSnapshot(`
      "People before.
      <!-- jira-pat-check 1 965501a962963727 18a0897ea293f4be well 2 -->
      All is well with \`CI\`.

      - What was seen: \`What was seen of CI.\`
      - Server: \`https://jira.example.com\`
      - Token: \`ci\`
      - Expires: 2026-03-12
      - Owner: \`@​octocat\`
      - Used by: \`build\`
      <!-- jira-pat-check end -->
      People after."
    `)
  })

  it('does not change with the days that are left', async () => {
    const nights = directNights()
    const left = (days: number) =>
      night([token('CI', 'token-expiring', { message: `It expires on 2026-03-12 (${days} days left).` })])
    await nights.run(left(11))
    const before = nights.github.repository.issues[0]?.body
    nights.nowMs += dayMs
    expect(await nights.run(left(10))).toMatchObject({ updated: 0 })
    expect(nights.github.repository.issues[0]?.body).toBe(before)
    expect(before).not.toContain('days left')
  })

  it('is brought up to date in silence: a token more at a server', async () => {
    const nights = directNights()
    await nights.run(night([token('CI', 'timeout'), token('RELEASE', 'well')]))
    expect(await nights.run(night([token('CI', 'timeout'), token('RELEASE', 'timeout')]))).toMatchObject({ updated: 1 })
    expect(nights.show()).toEqual(['open jira down 1: down 1'])
    expect(nights.github.repository.issues[0]?.body).toContain('`RELEASE`')
  })
})

describe('what is not known', () => {
  it('has no line in an issue', () => {
    const expiry = { status: 'ok', tokenName: '', expiresAt: null, daysLeft: null } as const
    const bare = token('CI', 'expiring', { message: '', baseUrl: null, expiry, usedBy: '', owner: '', steps: [] })
    expect(textsOf([bare])).toEqual([
      [
        '# The token in `CI` needs care',
        '',
        'The token in `CI` expires soon.',
        '',
        '- Owner: the list names nobody',
        '',
        careOf,
        '',
      ].join('\n'),
    ])
  })

  it('is a date that is none', () => {
    const expiry = { status: 'ok', tokenName: '', expiresAt: 'soon', daysLeft: null } as const
    const [text] = textsOf([token('CI', 'expiring', { expiry })])
    expect(text).toContain('\nThe token in `CI` expires soon.\n')
    expect(text).not.toContain('- Expires')
  })

  it('has no place among the tokens of a server', () => {
    const [text] = textsOf([token('CI', 'timeout', { owner: '', usedBy: '' })])
    expect(text).toMatch(/\n- `CI`; `Title of timeout`\n$/)
  })

  it('is told in no comment', async () => {
    const nights = directNights()
    await nights.run(night([token('CI', 'expiring', { owner: '' }), token('RELEASE', 'timeout')]))
    const comments = nights.github.repository.issues.map(({ comments: [first] }) => first?.body)
    expect(comments).toEqual([
      'Tokens at `https://jira.example.com` cannot be checked. What to do stands at the top of this issue.\n\n<!-- jira-pat-check said down 1 -->',
      'The token in `CI` expires soon, on 2026-03-12. What to do stands at the top of this issue.\n\n<!-- jira-pat-check said expiring 1 -->',
    ])
  })
})

it('a list that has a name and a path is called by its path', () => {
  const list = { name: 'release', path: listPath, unsound: undefined, isRead: true }
  const [subject] = subjectsOf(night([unasked('CI', 'time')]).report, list)
  expect(subject && titleOf(subject)).toBe('The list of tokens `.github/jira-tokens.yml` cannot be checked as a whole')
})

it('a server that is well again has no facts of a token', () => {
  const subjects = subjectsOf(night([token('CI', 'well')]).report, night([]).list)
  expect(subjects.map((subject) => textOf(subject, MAX_BODY_LENGTH).split('\n').length)).toEqual([2, 2, 9])
})

it('of many steps the first twenty are shown', () => {
  const [text] = textsOf([token('CI', 'expiring', { steps: Array.from({ length: 21 }, (_, at) => `Step ${at}.`) })])
  expect(text).toContain('20. `Step 19.`')
  expect(text).not.toContain('Step 20')
})

describe('what is too long', () => {
  const many = Array.from({ length: 400 }, (_, number) =>
    token(`SECRET_${number}`, 'timeout', { usedBy: 'x'.repeat(300) }),
  )

  it('is cut, with a count', async () => {
    const nights = directNights()
    await nights.run(night(many))
    const body = nights.github.repository.issues[0]?.body ?? ''
    expect(body.length).toBeLessThanOrEqual(65_536)
    expect(body.length).toBeGreaterThan(65_000)
    const shown = body.match(/`SECRET_/g)?.length ?? 0
    expect(body).toContain(`… and ${400 - shown} more that do not fit here\n<!-- jira-pat-check end -->`)
  })

  it.each(['\n', '\r\n'])('leaves people their room, with line ends %j', async (lineEnd) => {
    const nights = directNights()
    await nights.run(night([token('CI', 'timeout')]))
    const [issue] = nights.github.repository.issues
    if (issue === undefined) throw new Error('none')
    const theirs = `${'People. '.repeat(5_000)}${lineEnd}`
    issue.body = `${theirs}${issue.body?.replaceAll('\n', lineEnd)}${lineEnd}${theirs.slice(0, 20_000)}`
    expect(await nights.run(night(many))).toMatchObject({ updated: 1, warnings: [] })
    expect(issue.body.length).toBeLessThanOrEqual(65_536)
    expect(issue.body.startsWith(theirs) && issue.body.endsWith(`${lineEnd}${theirs.slice(0, 20_000)}`)).toBe(true)
    expect(issue.body).toContain('more that do not fit here')
  })

  it('keeps as many lines as fit, with the count of the others, whatever there is room for', () => {
    const tokens = Array.from({ length: 5 }, (_, at) => token(`S${at}`, 'timeout', { steps: [] }))
    const [server] = subjectsOf(night(tokens).report, night([]).list).slice(1)
    if (server === undefined) throw new Error('no server')
    const whole = textOf(server, MAX_BODY_LENGTH)
    const all = whole.trimEnd().split('\n')
    for (let room = 0; room <= whole.length; room += 1) {
      const shorter = all.map((_, left) => {
        return [...all.slice(0, left), `- … and ${all.length - left} more that do not fit here`, ''].join('\n')
      })
      const expected =
        room === whole.length ? whole : shorter.findLast(({ length }, left) => left > 0 && length <= room)
      expect(textOf(server, room), `${room}`).toBe(expected ?? '')
    }
  })

  it('is cut with other line ends, too, which take more room', async () => {
    const nights = directNights()
    await nights.run(night([token('CI', 'timeout')]))
    const [issue] = nights.github.repository.issues
    if (issue === undefined) throw new Error('none')
    issue.body = issue.body?.replaceAll('\n', '\r\n') ?? ''
    const short = Array.from({ length: 3_000 }, (_, at) => token(`S${at}`, 'timeout', { owner: '', usedBy: '' }))
    await nights.run(night(short))
    expect(issue.body.length).toBeLessThanOrEqual(65_536)
    expect(issue.body.length).toBeGreaterThan(65_400)
    expect(issue.body).toMatch(/… and \d+ more that do not fit here\r\n<!-- jira-pat-check end -->$/)
  })

  it('is a comment, too, whatever its characters are', () => {
    const [server] = subjectsOf(night([token('CI', 'timeout')]).report, night([]).list).slice(1)
    if (server === undefined) throw new Error('no server')
    const said = { state: 'down-told', n: 2 }
    const comment = commentOnChange(server, said, { mentions: [], named: Array(90).fill('😀'.repeat(900)) }, 0)
    expect(comment.length).toBeLessThanOrEqual(65_536)
    expect(comment.length).toBeGreaterThan(60_000)
    expect(readSaid(comment)).toEqual(said)
  })

  it('is a text of somebody else: 1,000 characters', () => {
    expect(code('x'.repeat(1_000))).toBe(`\`${'x'.repeat(1_000)}\``)
    expect(code('😀'.repeat(1_001))).toBe(`\`${'😀'.repeat(1_000)}…\``)
  })

  it('is a title, too: 256 characters', () => {
    const titleFor = (path: string): string => {
      const [list] = subjectsOf(night([]).report, { name: undefined, path, unsound: 'x', isRead: true })
      return list === undefined ? '' : titleOf(list)
    }
    const longest = 256 - 'The list of tokens `` cannot be checked as a whole'.length
    expect(titleFor('a'.repeat(longest))).toBe(
      `The list of tokens \`${'a'.repeat(longest)}\` cannot be checked as a whole`,
    )
    expect(titleFor('a'.repeat(longest + 1))).toMatch(/^The list of tokens `a{50,}…` cannot be checked as a whole$/)
    expect(titleFor('@`'.repeat(300))).toBe('The list of tokens `…` cannot be checked as a whole')
    expect(titleFor('😀'.repeat(300)).length).toBeLessThanOrEqual(256)
    expect(titleFor('😀'.repeat(300)).length).toBeGreaterThan(240)
  })
})

it.each([
  ['plain', '`plain`'],
  ['a `tick`', '`` a `tick` ``'],
  ['```', '```` ``` ````'],
  ['@octocat', '`@\u200Boctocat`'],
  ['two\n\nlines', '`two lines`'],
  ['', '–'],
  [' \u2028 ', '–'],
  ['\uD800x', '`\uFFFDx`'],
])('the text %j is shown as %j', (text, shown) => {
  expect(code(text)).toBe(shown)
})

it.each([
  ['@octocat', { kind: 'user', login: 'octocat' }],
  ['@jane_corp', { kind: 'user', login: 'jane_corp' }],
  ['@octo-org/build', { kind: 'team', name: 'octo-org/build' }],
  ['@OCTO-ORG/build', { kind: 'team', name: 'OCTO-ORG/build' }],
  ['@other/build', { kind: 'words' }],
  ['octocat', { kind: 'words' }],
  ['@octocat and others', { kind: 'words' }],
  ['@-x', { kind: 'words' }],
  ['@a', { kind: 'user', login: 'a' }],
  ['@7-Up', { kind: 'user', login: '7-Up' }],
  [`@${'a'.repeat(39)}`, { kind: 'user', login: 'a'.repeat(39) }],
  [`@${'a'.repeat(40)}`, { kind: 'words' }],
  ['Jane @octocat', { kind: 'words' }],
  ['@octo.cat', { kind: 'words' }],
  ['@octo-org/b', { kind: 'team', name: 'octo-org/b' }],
  ['@octo-org/7_Build-x', { kind: 'team', name: 'octo-org/7_Build-x' }],
  [`@octo-org/${'b'.repeat(100)}`, { kind: 'team', name: `octo-org/${'b'.repeat(100)}` }],
  [`@octo-org/${'b'.repeat(101)}`, { kind: 'words' }],
  ['@octo-org/-build', { kind: 'words' }],
  ['@octo-org/build team', { kind: 'words' }],
  ['Jane @octo-org/build', { kind: 'words' }],
  ['', { kind: 'words' }],
])('the owner %j', (owner, read) => {
  expect(readOwner(owner, 'octo-org/octo-repo')).toEqual(read)
})

it.each([
  ['@O/build', 'o/repo', { kind: 'team', name: 'O/build' }],
  ['@-o/build', '-o/repo', { kind: 'words' }],
  ['@o.x/build', 'o.x/repo', { kind: 'words' }],
  [`@${'o'.repeat(39)}/build`, `${'o'.repeat(39)}/repo`, { kind: 'team', name: `${'o'.repeat(39)}/build` }],
  [`@${'o'.repeat(40)}/build`, `${'o'.repeat(40)}/repo`, { kind: 'words' }],
])('the team %j of %j', (owner, repository, read) => {
  expect(readOwner(owner, repository)).toEqual(read)
})

it('a token and the list are known by these', () => {
  expect([identityOfToken('JIRA_PAT_CI'), LIST_IDENTITY]).toEqual(['secret:JIRA_PAT_CI', 'list'])
})

it.each([
  ['https://Jira.Example.com:443/', 'https://jira.example.com'],
  ['HTTPS://jira.example.com/jira//', 'https://jira.example.com/jira'],
  ['http://jira.example.com:8080/Jira', 'http://jira.example.com:8080/Jira'],
  ['not a URL', undefined],
  ['mailto:x', undefined],
])('the server %j', (url, identity) => {
  expect(identityOfServer(url)).toBe(identity)
})
