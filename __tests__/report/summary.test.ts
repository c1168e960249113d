import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../scripts/preview/markdown.ts'
import type { Facts } from '../../src/catalogue/facts.ts'
import { finding } from '../../src/catalogue/finding.ts'
import { jira } from '../../src/products/jira/jira.ts'
import type { Presentation } from '../../src/report/presentation.ts'
import { writeSummary } from '../../src/report/summary.ts'
import { judge, NO_EVIDENCE, verdictWithoutEvidence } from '../../src/verdict/judge.ts'
import { anyFinding } from '../support/any-finding.ts'
import { accessTo, identityOf, inputsOf, invisible, nowMs, tokenOf } from '../verdict/asked-for.ts'
import { heard, shownOf } from './heard.ts'
import { hostileNames } from './hostile-names.ts'

const page = 'https://github.com/jira-pat-check/jira-pat-check/blob/v1/docs/reasons.md'
const tokenPage =
  'https://jira.example.com/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens'

const summaryOf = (presentation: Presentation, step = ''): string =>
  writeSummary(presentation, { documentationUrl: `${page}#${presentation.report.reason}`, step })

/** What a reader sees, as text: a table row is a line of cells. */
const read = (presentation: Presentation, step?: string): string =>
  renderMarkdown(summaryOf(presentation, step))
    .replaceAll(/<pre class="mermaid">.*?<\/pre>/gs, '')
    .replaceAll(/<\/t[hd]>\n<t[hd]>/g, ' | ')
    .replaceAll(/<\/?\w[^>]*>/g, '')
    .replaceAll(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '')
    .replaceAll(/\n{2,}/g, '\n')
    .trim()

/** The links of the rendered summary. */
const linksIn = (presentation: Presentation): string[] =>
  Array.from(renderMarkdown(summaryOf(presentation)).matchAll(/href="([^"]*)"/g), ([, url = '']) => url)

const refused = (reason: 'token-rejected' | 'html-page' | 'redirected', facts: Facts, changes = {}): Presentation =>
  shownOf(
    judge(
      inputsOf({ baseUrl: 'https://jira.example.com', ...changes }),
      {
        ...NO_EVIDENCE,
        failure: { finding: anyFinding(reason, facts, 401), stage: 'authentication' },
      },
      jira,
      nowMs,
    ),
  )

describe('a proven token', () => {
  it('has a calm summary: who it is, until when, and where to read on', () => {
    expect(read(heard({ tokens: [tokenOf('ci', 80)] }))).toMatchInlineSnapshot(`
      "✅ Jira accepts the token · CI Service (svc-ci) · jira.example.com
      Jira at https://jira.example.com accepts the token: it belongs to CI Service (svc-ci).
      What was checked
      Checked | Answer
      Jira | https://jira.example.com
      User | ✅ CI Service (svc-ci)
      Token expires | ✅ 2027-02-10, 80 days left (“ci”)
      Tokens of this account
      Token | Expires | Days left | Created | Last used
      ci | 2027-02-10 | 80 | 2026-11-12 | 2026-11-22
      Result: usable · About authenticated · 2 requests in 80 ms"
    `)
  })

  it('has no heading for what there is nothing to say about', () => {
    expect(read(heard())).toMatchInlineSnapshot(`
      "✅ Jira accepts the token · CI Service (svc-ci) · jira.example.com
      Jira at https://jira.example.com accepts the token: it belongs to CI Service (svc-ci).
      What was checked
      Checked | Answer
      Jira | https://jira.example.com
      User | ✅ CI Service (svc-ci)
      Result: usable · About authenticated · 2 requests in 80 ms"
    `)
  })

  it('shows the gates that were asked for', () => {
    const access = [accessTo('OPS', { A: 'held', B: 'held' })]
    const inputs = { expectedUsers: ['svc-ci'], projects: ['OPS'], permissions: ['A', 'B'] }
    expect(read(heard({ access }, inputs))).toMatchInlineSnapshot(`
      "✅ Jira accepts the token · CI Service (svc-ci) · jira.example.com
      Jira at https://jira.example.com accepts the token: it belongs to CI Service (svc-ci).
      What was checked
      Checked | Answer
      Jira | https://jira.example.com
      User | ✅ CI Service (svc-ci)
      Is an expected user | ✅ yes
      Sees all projects | ✅ yes
      Holds all permissions | ✅ all 2
      Permissions
      Project | A | B
      OPS | ✅ held | ✅ held
      Result: usable · About authenticated · 2 requests in 80 ms"
    `)
  })

  it('warns above the tokens, with the link to rotate', () => {
    const expiring = heard({ tokens: [tokenOf('ci', 5)] })
    expect(read(expiring)).toMatchInlineSnapshot(`
      "⚠️ The Jira token expires soon · CI Service (svc-ci) · jira.example.com
      Jira at https://jira.example.com accepts the token: it belongs to CI Service (svc-ci).
      The token “ci” of CI Service (svc-ci) expires on 2026-11-27 (5 days left).
      What to do
      Create a new token in Jira: Personal Access Tokens.
      Store it in the secret.
      Then revoke the old one.
      Or let jira-pat-check/rotate put a new one there, this time and from now on (docs/rotate.md).
      What was checked
      Checked | Answer
      Jira | https://jira.example.com
      User | ✅ CI Service (svc-ci)
      Token expires | ⚠️ soon: 2026-11-27, 5 days left (“ci”)
      Tokens of this account
      Token | Expires | Days left | Created | Last used
      ci | 2026-11-27 | 🟠 5, soon | 2026-11-12 | 2026-11-22
      Result: usable · About authenticated · 2 requests in 80 ms"
    `)
    expect(linksIn(expiring)).toEqual([tokenPage, `${page}#authenticated`])
  })

  it('is not headed as if all were well where there is a warning', () => {
    const named = heard({ tokens: [tokenOf('old', -2.5), tokenOf('ci', 40)] }, { tokenName: 'old' })
    const [heading, ...rest] = read(named).split('\n')
    expect(heading).toBe('⚠️ token-name names a token that has expired · CI Service (svc-ci) · jira.example.com')
    expect(rest.join('\n')).not.toContain('names a token that has expired')
    expect(read(heard({ tokens: [tokenOf('ci', 5)] }))).not.toContain('✅ Jira accepts')
  })

  it('has a heading of its own in a job of several checks: by user, by Jira, by step', () => {
    const headingOf = (presentation: Presentation, step?: string): string | undefined =>
      read(presentation, step).split('\n')[0]
    const headings = [
      headingOf(heard()),
      headingOf(heard({ identity: identityOf({ displayName: 'Deploy Service', name: 'svc-deploy' }) })),
      headingOf(heard({}, { baseUrl: 'https://jira.example.org/jira' })),
      headingOf(heard(), 'step deploy'),
    ]
    expect(headings).toEqual([
      '✅ Jira accepts the token · CI Service (svc-ci) · jira.example.com',
      '✅ Jira accepts the token · Deploy Service (svc-deploy) · jira.example.com',
      '✅ Jira accepts the token · CI Service (svc-ci) · jira.example.org/jira',
      '✅ Jira accepts the token · CI Service (svc-ci) · jira.example.com · step deploy',
    ])
  })

  it('has a picture of the old token and the new one where there is one', () => {
    const presentation = heard()
    const context = { documentationUrl: `${page}#authenticated`, step: '' }
    const text = writeSummary(presentation, context, ['a picture', 'and words'])
    expect(text).toContain(
      '\n\n### The old token and the new one\n\na picture\n\nand words\n\n### What was checked\n\n',
    )
  })

  it('names an address of http without its scheme too, and one request as one', () => {
    const presentation = heard({}, { baseUrl: 'http://localhost:8080' })
    const withRequests = (requests: number): string =>
      read({ ...presentation, report: { ...presentation.report, requests } })
    expect(withRequests(1)).toMatch(/^✅ Jira accepts the token · CI Service \(svc-ci\) · localhost:8080\n/)
    expect(withRequests(1)).toMatch(/About authenticated · 1 request in 80 ms$/)
    expect(withRequests(0)).toMatch(/About authenticated$/)
  })

  it('lists every advice in a line of its own', () => {
    const presentation = heard()
    const summary = summaryOf({ ...presentation, report: { ...presentation.report, advice: ['One', 'Two'] } })
    expect(summary).toContain('\n\n### Worth knowing\n\n- One\n- Two\n\n')
  })

  it('lists advice at the end', () => {
    expect(read(heard({ tokens: [tokenOf('ci', 'never')] }))).toMatch(
      /Worth knowing\nThe token “ci” never expires\. .*\nResult: usable · About authenticated/,
    )
  })

  it.each([
    ['never', '✅ never (“ci”)', [tokenOf('ci', 'never')], {}],
    [
      'expired',
      '⚠️ expired: 2026-11-20, 2 days ago (“old”)',
      [tokenOf('old', -2.5), tokenOf('ci', 40)],
      { tokenName: 'old' },
    ],
    ['ambiguous', '➖ not known; the first of the account’s tokens:', [tokenOf('a', 40), tokenOf('b', 50)], {}],
    ['unknown', '➖ not known', [tokenOf('ci', 'unreadable')], {}],
  ])('says of an expiry that is %s: %s', (_, words, tokens, inputs) => {
    expect(read(heard({ tokens }, inputs))).toContain(`Token expires | ${words}`)
  })

  it('says nothing of an expiry that was not to be checked', () => {
    expect(read(heard({}, { checkExpiry: false }))).not.toContain('Token expires')
  })
})

describe('a failure', () => {
  it('says what was answered and what to do, and links the token page where a token is to be renewed', () => {
    const rejected = refused('token-rejected', {})
    expect(read(rejected)).toMatchInlineSnapshot(`
      "❌ Jira rejected the token (401) · jira.example.com
      Jira at https://jira.example.com does not accept the token from the input token (HTTP 401). Jira does not say why: a token that expired, was revoked or is mistyped gets the same answer.
      What to do
      Log in to Jira as the user of the token, and look for it at Personal Access Tokens.
      Where it is missing or has expired, create a new one and store it in the secret.
      Check that the secret holds the whole token, and one of this Jira.
      Check that the user is active, and that personal access tokens are enabled (Jira 8.14 or later, atlassian.pats.enabled).
      Check that no proxy or load balancer on the way takes the Authorization header off.
      What was checked
      Checked | Answer
      Jira | https://jira.example.com
      User | ➖ not known
      HTTP status | 401
      Result: refused · About token-rejected · 2 requests in 80 ms"
    `)
    expect(linksIn(rejected)).toEqual([tokenPage, `${page}#token-rejected`])
  })

  it('is about a user who did nothing wrong, where nobody is known', () => {
    for (const failed of [refused('token-rejected', {}), refused('html-page', {})]) {
      expect(read(failed)).toContain('\nUser | ➖ not known\n')
    }
  })

  it('is marked by its result', () => {
    const wrongInput = shownOf(verdictWithoutEvidence(finding('url-missing', {}), jira, null))
    expect(read(refused('token-rejected', {}))).toMatch(/^❌ /)
    expect(read(refused('html-page', {}))).toMatch(/^❓ /)
    expect(read(wrongInput)).toMatch(/^⚙️ /)
  })

  it('has no row for what was not asked, and no link but the documentation, where an input is wrong', () => {
    const wrongInput = shownOf(verdictWithoutEvidence(finding('url-missing', {}), jira, null))
    expect(read(wrongInput)).toMatchInlineSnapshot(`
      "⚙️ No Jira URL given
      There is no Jira to ask: jira-url is blank, and so is the environment variable JIRA_DOMAIN.
      What to do
      Set jira-url (or JIRA_DOMAIN) to the address at which people open Jira, for example https://jira.example.com.
      Where it comes from a variable of the CI system, check that one of exactly that name exists for this job.
      Result: misconfigured · About url-missing · 2 requests in 80 ms"
    `)
    expect(linksIn(wrongInput)).toEqual([`${page}#url-missing`])
  })

  it('tells its own remedy first, and then that of a warning', () => {
    const access = [accessTo('OPS', { A: 'missing' })]
    const text = read(heard({ access, tokens: [tokenOf('ci', 5)] }, { projects: ['OPS'], permissions: ['A'] }))
    expect(text).toMatch(/^❌ The user lacks permissions in Jira .*\n.*\nWhat to do\nHave an administrator/)
    expect(text).toMatch(
      /\n⚠️ The Jira token expires soon\nThe token “ci” .*\nCreate a new token in Jira: Personal Access Tokens\.\nStore it in the secret\.\nThen revoke the old one\.\nOr let .*\nWhat was checked\n/,
    )
  })

  it('says which gates were not judged', () => {
    const failure = {
      finding: finding('rate-limited', {}, 429),
      stage: 'permissions',
    } as const
    const inputs = { projects: ['OPS'], permissions: ['A'], expiryFailDays: 7 }
    expect(read(heard({ failure }, inputs))).toMatch(
      /Sees all projects \| ➖ not judged\nHolds all permissions \| ➖ not judged\nToken expires \| ➖ not checked\n/,
    )
  })

  it('says that the user is deactivated', () => {
    expect(read(heard({ identity: identityOf({ active: false }) }))).toContain(
      'User | ❌ CI Service (svc-ci), deactivated',
    )
  })

  it('marks an expiry that refuses', () => {
    const expiring = heard({ tokens: [tokenOf('ci', 2.5)] }, { expiryFailDays: 7 })
    expect(read(expiring)).toContain('Token expires | ❌ too soon: 2026-11-25, 2 days left (“ci”)')
    expect(linksIn(expiring)).toContain(tokenPage)
  })
})

describe('permissions', () => {
  const keysOf = (count: number): string[] => Array.from({ length: count }, (_, index) => `P${index + 1}`)
  const permissionsOf = (access: Parameters<typeof heard>[0], projects: string[]): string => {
    const text = read(heard(access, { projects, permissions: ['A', 'B'] }))
    return text.slice(text.indexOf('\nPermissions\n') + '\nPermissions\n'.length, text.indexOf('\nResult: '))
  }

  it('are a table of projects × permissions', () => {
    const access = [accessTo('OPS', { A: 'held', B: 'missing' }), accessTo('WEB', { A: 'held', B: 'unknown' })]
    expect(permissionsOf({ access: [...access, invisible('HR')] }, ['OPS', 'WEB', 'HR'])).toMatchInlineSnapshot(`
      "Project | A | B
      OPS | ✅ held | ❌ missing
      WEB | ✅ held | ❓ not known here
      HR | ❌ not visible | ❌ not visible"
    `)
  })

  it('are not asked for everywhere: a global one in no project, one of projects not globally', () => {
    const access = [accessTo('OPS', { A: 'held' }), accessTo(undefined, { B: 'missing' })]
    expect(permissionsOf({ access }, ['OPS'])).toBe(
      'Project | A | B\nOPS | ✅ held | ➖ global\nglobal | ➖ by project | ❌ missing',
    )
  })

  it('are not judged where an answer says nothing of one', () => {
    expect(permissionsOf({ access: [accessTo('OPS', { A: 'missing' }), accessTo('WEB', { B: 'held' })] }, [])).toMatch(
      /OPS \| ❌ missing \| ➖ not judged\nWEB \| ➖ not judged \| ✅ held/,
    )
  })

  it('are counted in the checklist', () => {
    const access = [accessTo('OPS', { A: 'held', B: 'missing' })]
    expect(read(heard({ access }, { projects: ['OPS'], permissions: ['A', 'B'] }))).toContain(
      'Holds all permissions | ❌ 1 of 2 missing',
    )
  })

  it('are called global where no project was given', () => {
    const access = [accessTo(undefined, { A: 'held' })]
    expect(read(heard({ access }, { permissions: ['A'] }))).toContain('\nProject | A\nglobal | ✅ held\n')
  })

  it('of many projects are listed only where something is missing', () => {
    const projects = keysOf(50)
    const access = projects.map((key) => accessTo(key, { A: 'held', B: key === 'P7' ? 'missing' : 'held' }))
    expect(permissionsOf({ access }, projects)).toBe(
      'Project | A | B\nP7 | ✅ held | ❌ missing\n✅ 49 more projects: nothing is missing.',
    )
  })

  it('of many projects are one line where nothing is missing', () => {
    const projects = keysOf(50)
    const access = projects.map((key) => accessTo(key, { A: 'held', B: 'held' }))
    expect(permissionsOf({ access }, projects)).toBe('✅ 50 projects: nothing is missing.')
  })

  it('of very many projects are listed up to a bound, and the rest is counted', () => {
    const projects = keysOf(250)
    const lines = permissionsOf({ access: projects.map(invisible) }, projects).split('\n')
    expect(lines).toHaveLength(1 + 200 + 1)
    expect(lines.at(-1)).toBe('… and 50 more such projects, all of them in the output report.')
  })
})

describe('the link to the token page', () => {
  it.each([
    ['https://jira.example.com/a)b(c', 'https://jira.example.com/a%29b%28c'],
    ["https://jira.example.com/a|b'c*d_e&lt;f", 'https://jira.example.com/a%7cb%27c%2ad_e%26lt%3bf'],
    ['https://jira.example.com/x](https://evil.example/', 'https://jira.example.com/x]%28https://evil.example/'],
    ['https://[2001:db8::1]:8443/jira', 'https://[2001:db8::1]:8443/jira'],
  ])('of %s stays one link', (baseUrl, encoded) => {
    const [link, ...others] = linksIn(refused('token-rejected', {}, { baseUrl: new URL(baseUrl).href }))
    expect(decodeURI(link ?? '')).toBe(decodeURI(tokenPage.replace('https://jira.example.com', encoded)))
    expect(others).toEqual([`${page}#token-rejected`])
  })
})

describe('a text of the server', () => {
  /** Summaries with the text wherever one of a server may stand, as HTML. */
  const renderWith = (text: string): string[] => {
    const identity = identityOf({ name: text, displayName: text, key: text, emailAddress: '' })
    const tokens = [tokenOf(text, 5), tokenOf(`2 ${text}`, 'never'), tokenOf('ci', 200), tokenOf(`old ${text}`, -3)]
    const summaries = [
      heard({ identity, tokens }),
      heard({ identity, tokens }, { tokenName: text }),
      heard({ identity, tokens }, { expectedUsers: ['somebody'], tokenName: 'ci' }),
      refused('redirected', { location: text }),
      refused('html-page', { pageTitle: text }),
    ]
    return summaries.map((presentation) => renderMarkdown(summaryOf(presentation)))
  }

  /** The elements with their attributes, without the text between them. */
  const structureOf = (html: string): string[] => Array.from(html.matchAll(/<[^>]*>/g), ([tag]) => tag)

  /** What GitHub looks through for mentions and references, once Markdown is done. */
  const textOf = (html: string): string => html.replaceAll(/<pre class="mermaid">.*?<\/pre>|<[^>]*>/gs, ' ')

  const plain = renderWith('plain').map(structureOf)
  const expectInert = (text: string): void => {
    const rendered = renderWith(text)
    expect(rendered.map(structureOf)).toEqual(plain)
    for (const html of rendered) expect(textOf(html)).not.toMatch(/@\w|#\d/)
  }

  it.each(hostileNames.filter((name) => name.trim() !== ''))('changes nothing but the text: %j', expectInert)

  it('changes nothing but the text, whatever it is', () => {
    const signs = fc.constantFrom(
      ...'<>[]()!`~*_#|\\/-+=.:;&@$%^{}"\'?\n\r\t aA1',
      '&#',
      '```',
      '\n\n',
      '](',
      '<!--',
      'www.',
    )
    const text = fc.array(signs, { minLength: 1, maxLength: 12 }).map((parts) => `x${parts.join('')}`)
    fc.assert(fc.property(text, expectInert), { seed: 20261122, numRuns: 30 })
  })

  it.each(hostileNames.filter((name) => name.trim() !== '' && name.length < 200))('stays readable: %j', (name) => {
    const shown = heard({ tokens: [tokenOf(name, 80)] })
    const cell = shown.tokens[0]?.name ?? ''
    expect(read(shown).replaceAll('\u200b', '')).toContain(`\n${cell} | `)
  })
})
