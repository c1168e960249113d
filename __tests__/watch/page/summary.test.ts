import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../../scripts/preview/markdown.ts'
import { writeWatchSummary } from '../../../src/watch/page/summary.ts'
import { type ParsedGantt, parseGantt } from '../../report/gantt.ts'
import { identityOf } from '../../verdict/asked-for.ts'
import {
  contextOf,
  down,
  expiring,
  expiryIn,
  inDays,
  missing,
  nightOf,
  rejected,
  reportOf,
  unasked,
  unsound,
  watched,
} from './nights.ts'

const entities = (text: string): string =>
  text.replace(/&(?:#(\d+)|(lt|gt|quot|amp));/g, (_, code: string, name: string) =>
    code === undefined ? ({ lt: '<', gt: '>', quot: '"', amp: '&' }[name] ?? '') : String.fromCodePoint(Number(code)),
  )

/** What a reader sees, as text: a table row is a line of cells. */
const read = (markdown: string): string =>
  entities(
    renderMarkdown(markdown)
      .replaceAll(/<pre class="mermaid">.*?<\/pre>/gs, '(time line)')
      .replaceAll(/<\/t[hd]>\n<t[hd]>/g, ' | ')
      .replaceAll('<br>', ' / ')
      .replaceAll('\u00A0', ' ')
      .replaceAll(/<\/?\w[^>]*>/g, ''),
  )
    .replaceAll('\u200B', '')
    .replaceAll(/\n{2,}/g, '\n')
    .trim()

const MEBIBYTE = 1024 * 1024

describe('a night as a job summary', () => {
  it('of one token', () => {
    expect(read(writeWatchSummary(nightOf(1), contextOf()))).toMatchInlineSnapshot(`
      "⚠️ The only token needs care
      Checked 2026-11-22 12:00 UTC · list release · ⚠️ 1 expiring
      What needs care
      ⚠️ JIRA_PAT_CI: The Jira token expires soon · jira.example.com
      Create a new token in Jira: https://jira.example.com/secure/ViewProfile.jspa.
      Store it in the secret.
      Then revoke the old one.
      Token | Act by | Owner | Used by | User
      JIRA_PAT_CI | 2026-12-03 | @octocat | build, release | CI Service (svc-ci)
      All tokens
      Token | State | Expires | Server, user, token name | Owner
      JIRA_PAT_CI | ⚠️ expiring | 2026-12-03 / 11 days left | jira.example.com / CI Service (svc-ci) · “deploy” | @octocat
      The next to expire
      (time line)"
    `)
  })

  it('of seven, one of each state', () => {
    expect(read(writeWatchSummary(nightOf(7), contextOf()))).toMatchInlineSnapshot(`
      "❌ 5 of 7 tokens need care
      Checked 2026-11-22 12:00 UTC · list release · ❌ 1 refused · ❓ 1 unknown · ❓ 1 not asked · ❓ 1 expiry unknown · ⚠️ 1 expiring · ✅ 2 well
      ❓ 1 token was not asked about, since others at the same server had failed: nobody knows whether it is well.
      What needs care
      ❌ JIRA_PAT_CI: Jira rejected the token (401) · jira.example.com
      Jira at https://jira.example.com answered HTTP 401 and does not accept the token. It has expired, was revoked, or was never one of this Jira.
      Create a new token in Jira: https://jira.example.com/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens
      Put it into the secret JIRA_PAT_CI.
      Run the workflow again.
      Token | Act by | Owner | Used by
      JIRA_PAT_CI | now | @octocat | build, release
      About token-rejected
      ❓ 2 tokens: Jira did not answer in time · partner.example.com/jira
      https://partner.example.com/jira did not answer within 10 s. Whether the token is good is not known: the server, or something before it, is slow or drops what it does not know.
      Open https://partner.example.com/jira in a browser from the same network.
      Ask the operator of that Jira.
      Token | Act by | Owner | Used by
      JIRA_PAT_PARTNER | now | the partner desk | nightly export
      JIRA_PAT_PARTNER_SYNC (not asked) | now | nobody named | 
      About timeout
      ❓ JIRA_PAT_NIGHTLY: The expiry of the Jira token is not known · jira.example.com
      Jira at https://jira.example.com accepts the token: it belongs to CI Service (svc-ci).
      Compare token-name (“nightly”) with the names of that user’s tokens in Jira, or leave it out.
      Token | Act by | Owner | Used by | User
      JIRA_PAT_NIGHTLY | now | @hubot | build, release | CI Service (svc-ci)
      ⚠️ JIRA_PAT_DEPLOY: The Jira token expires soon · jira.example.com
      Create a new token in Jira: https://jira.example.com/secure/ViewProfile.jspa.
      Store it in the secret.
      Then revoke the old one.
      Token | Act by | Owner | Used by | User
      JIRA_PAT_DEPLOY | 2026-12-03 | @octo-org/release-engineering | build, release | CI Service (svc-ci)
      All tokens
      Token | State | Expires | Server, user, token name | Owner
      JIRA_PAT_CI | ❌ refused | not known | jira.example.com | @octocat
      JIRA_PAT_PARTNER | ❓ unknown | not known | partner.example.com/jira | the partner desk
      JIRA_PAT_PARTNER_SYNC | ❓ not asked | not known | partner.example.com/jira | 
      JIRA_PAT_NIGHTLY | ❓ expiry unknown | not known | jira.example.com / CI Service (svc-ci) | @hubot
      JIRA_PAT_DEPLOY | ⚠️ expiring | 2026-12-03 / 11 days left | jira.example.com / CI Service (svc-ci) · “deploy” | @octo-org/release-engineering
      JIRA_PAT_RELEASE | ✅ well | 2027-07-20 / 240 days left | jira.example.com / Zoë Ångström 山田太郎 (svc-release) · “github-release-261101-0f1e2d3c-7k2p” | @octocat
      JIRA_PAT_LEGACY | ✅ well | never | jira.example.com / CI Service (svc-ci) · “legacy” | whoever is on call
      The next to expire
      (time line)
      Worth tidying up
      Zoë Ångström 山田太郎 (svc-release) at jira.example.com
      Tokens of the account that nobody has used for 90 days: “laptop”, “old script”. Revoke them if nothing needs them.
      Zoë Ångström administers this Jira. A token for a pipeline is safer with a user who has just the permissions that it needs.
      CI Service (svc-ci) at jira.example.com
      The token “legacy” never expires. A token that lives 90 days limits the harm if it leaks."
    `)
  })

  it('in which all are well', () => {
    expect(read(writeWatchSummary(reportOf([watched('A'), watched('B')]), contextOf()))).toMatch(
      /^✅ All 2 tokens are well\nChecked 2026-11-22 12:00 UTC · list release · ✅ 2 well\nAll tokens\n/,
    )
  })

  it('in which the list could not be read: no word that anything is well', () => {
    expect(read(writeWatchSummary(reportOf([]), contextOf({ problem: unsound })))).toMatchInlineSnapshot(`
      "❌ The list of tokens cannot be read
      Checked 2026-11-22 12:00 UTC · list release
      .github/jira-tokens.yml, line 7, column 5: “secrets” is no key of an entry.
      Write “secret”.
      Validate the list by a run of the workflow on your branch."
    `)
  })

  it('of reports, while the list could not be read: both are told', () => {
    const text = read(writeWatchSummary(reportOf([watched('A')]), contextOf({ problem: unsound })))
    expect(text).toMatch(/^❌ The list of tokens cannot be read · The only token is well\n/)
    expect(text).toContain('A | ✅ well')
    expect(text).toContain('\n❌ The list of tokens cannot be read\n.github/jira-tokens.yml, line 7')
    const problem = { ...unsound, steps: [] }
    expect(read(writeWatchSummary(reportOf([watched('A')]), contextOf({ problem })))).toContain(
      'is no key of an entry.\nAll tokens\n',
    )
  })

  it('has no empty blocks, and no words about what is not known', () => {
    const problem = { ...unsound, steps: [] }
    for (const report of [nightOf(7), reportOf([])]) {
      expect(writeWatchSummary(report, contextOf())).not.toMatch(/\n{3,}/)
      expect(writeWatchSummary(report, contextOf({ problem }))).not.toMatch(/\n{3,}(?!$)/)
    }
    const text = read(writeWatchSummary(reportOf([watched('A')], { checkedAt: 'at night', list: '' }), contextOf()))
    expect(text).toMatch(/^✅ The only token is well\n✅ 1 well\nAll tokens\n/)
  })

  it('in which no secret is there: said once, with the names of all', () => {
    const problem = { title: 'No secret is there', message: 'All 2 variables are empty.', steps: ['Set env.'] }
    const text = read(writeWatchSummary(reportOf([missing('A'), missing('B', { owner: '' })]), contextOf({ problem })))
    expect(text).toMatch(/^❌ No secret is there · 2 of 2 tokens need care\n/)
    expect(text).not.toContain('The variable A is empty')
    expect(text).toContain('\nAll 2 variables are empty.\nSet env.\nToken | Act by | Owner | Used by\n')
    expect(text).toContain('A | now | @octocat | build, release\nB | now | nobody named | build, release')
  })

  it('of no token at all, which is not well', () => {
    expect(read(writeWatchSummary(reportOf([]), contextOf()))).toMatch(/^❓ No token was checked\n/)
  })

  it('says how many issues follow, and where the page is', () => {
    const text = read(writeWatchSummary(nightOf(1), contextOf({ issuesToFollow: 3, htmlPage: 'out/tokens.html' })))
    expect(text).toContain('3 more issues follow with the next run.')
    expect(text).toContain('The same as a page to sort and filter: out/tokens.html')
  })
})

describe('what needs care', () => {
  const headings = (markdown: string): string[] =>
    read(markdown)
      .split('\n')
      .filter((line) => /^(?:❌|❓|⚙️|⚠️) .*: .* · /u.test(line))

  it('comes by when somebody has to act, and of two alike the worse one first', () => {
    const tokens = [
      expiring('SOON', 9),
      unasked('UNASKED'),
      expiring('SOONER', 2),
      missing('MISSING'),
      rejected('REFUSED'),
    ]
    expect(headings(writeWatchSummary(reportOf(tokens), contextOf()))).toEqual([
      '❌ REFUSED: Jira rejected the token (401) · jira.example.com',
      '⚙️ MISSING: There is no token · jira.example.com',
      '❓ UNASKED: Jira did not answer in time · partner.example.com/jira',
      '⚠️ 2 tokens: The Jira token expires soon · jira.example.com',
    ])
  })

  it('is said once of tokens of which the same is to be said', () => {
    const tokens = Array.from({ length: 30 }, (_, index) => (index === 0 ? down : unasked)(`T${index}`))
    const markdown = writeWatchSummary(reportOf(tokens), contextOf())
    expect(headings(markdown)).toEqual(['❓ 30 tokens: Jira did not answer in time · partner.example.com/jira'])
    expect(markdown).toContain('<details><summary>5 more tokens</summary>')
    expect(read(markdown)).toContain('29 tokens were not asked about, since others at the same server had failed')
  })

  it('that has run out of time has to be acted on now', () => {
    expect(read(writeWatchSummary(reportOf([expiring('LATE', -1)]), contextOf()))).toContain('LATE | now | @octocat')
  })

  it('says that a rotation has stopped', () => {
    const token = expiring('A', 10, { hasRotationStopped: true, rotatedAt: inDays(-80) })
    expect(read(writeWatchSummary(reportOf([token]), contextOf()))).toContain(
      'Its rotation has stopped: this token, which was made on 2026-09-03, should have been replaced by now.',
    )
  })

  it('says why a token was not asked about', () => {
    const tokens = [unasked('A', { unaskedBecause: 'time' }), unasked('B', { unaskedBecause: 'no-report' })]
    const text = read(writeWatchSummary(reportOf(tokens), contextOf()))
    expect(text).toContain('1 token was not asked about, since time was up: nobody knows whether it is well.')
    expect(text).toContain('since the job that had to left no report')
  })
})

describe('the time line', () => {
  const ganttOf = (markdown: string): ParsedGantt => parseGantt(/^```mermaid\n(.*?)\n```$/ms.exec(markdown)?.[1] ?? '')

  it('has forty bars, the soonest, and counts the rest', () => {
    const markdown = writeWatchSummary(nightOf(250), contextOf())
    const { tasks } = ganttOf(markdown)
    expect(tasks).toHaveLength(40)
    expect(tasks.map(({ end }) => end)).toEqual(tasks.map(({ end }) => end).toSorted())
    expect(markdown).toMatch(/… and \d+ more, none of which expires earlier\./)
  })

  it('marks what needs care, ends after a year, and leaves out what has no day to come', () => {
    const tokens = [
      watched('FAR', { expiry: expiryIn(5000) }),
      expiring('SOON', 3),
      watched('PAST', { expiry: expiryIn(-2) }),
      rejected('REFUSED'),
    ]
    const { tasks } = ganttOf(writeWatchSummary(reportOf(tokens), contextOf()))
    expect(tasks.map(({ task, end, tags }) => [task, end, ...tags].join(' | '))).toEqual([
      '“SOON”, 3 days left | 2026-11-25 | crit',
      '“FAR”, 5000 days left | 2027-11-23',
    ])
  })
})

it('what an account should tidy up is said once, however many of its tokens are watched', () => {
  const advice = ['Tokens of the account that nobody has used for 90 days: “laptop”.']
  const other = identityOf({ name: 'svc-other', key: 'JIRAUSER2', displayName: 'Other' })
  const tokens = [watched('A', { advice }), watched('B', { advice }), watched('C', { advice, identity: other })]
  const text = read(writeWatchSummary(reportOf(tokens), contextOf()))
  expect(text.split('Worth tidying up\n')[1]).toBe(
    [
      'CI Service (svc-ci) at jira.example.com',
      'Tokens of the account that nobody has used for 90 days: “laptop”.',
      'Other (svc-other) at jira.example.com',
      'Tokens of the account that nobody has used for 90 days: “laptop”.',
    ].join('\n'),
  )
})

it('of many accounts the first ten are seen without a click', () => {
  const tokens = Array.from({ length: 12 }, (_, at) =>
    watched(`T${at}`, {
      advice: ['Mind that.'],
      identity: identityOf({ key: `U${at}`, displayName: `Account ${at}` }),
    }),
  )
  const [, tidy = ''] = writeWatchSummary(reportOf(tokens), contextOf()).split('### Worth tidying up')
  const [open = '', folded = ''] = tidy.split('<details><summary>2 more accounts</summary>')
  expect(open.match(/Account \d+/g)).toEqual(Array.from({ length: 10 }, (_, at) => `Account ${at}`))
  expect(folded.match(/Account \d+/g)).toEqual(['Account 10', 'Account 11'])
  expect(folded.match(/^- Account/gm)).toHaveLength(2)
  expect(folded.trim()).toMatch(/<\/details>$/)
  const [, few = ''] = writeWatchSummary(reportOf(tokens.slice(0, 10)), contextOf()).split('### Worth tidying up')
  expect(few).not.toContain('details')
})

describe('its size', () => {
  it('is far below a mebibyte with 250 tokens, which are all there', () => {
    const markdown = writeWatchSummary(nightOf(250), contextOf())
    expect(Buffer.byteLength(markdown)).toBeLessThan(MEBIBYTE / 8)
    const text = entities(markdown)
    expect(nightOf(250).tokens.filter(({ secret }) => !text.includes(`| ${secret} | `))).toEqual([])
    expect(markdown).toContain('<details><summary>200 more tokens</summary>')
  })

  it('stays below it whatever the texts are, and what is left out is counted', () => {
    const long = '@'.repeat(300)
    const tokens = Array.from({ length: 250 }, (_, index) =>
      rejected(`T${index}_${long}`, {
        owner: long,
        usedBy: long,
        title: `${index}${long}`,
        message: long.repeat(4),
        steps: [long, long, long],
        baseUrl: `https://${long}`,
        identity: identityOf({ name: `${index}${long}`, displayName: long }),
        expiry: { ...expiryIn(index), tokenName: long },
        advice: [long, long],
      }),
    )
    const markdown = writeWatchSummary(reportOf(tokens), contextOf())
    expect(Buffer.byteLength(markdown)).toBeLessThan(MEBIBYTE)
    const text = entities(markdown)
    expect(text).toMatch(
      /^\*\*\d+ more tokens need care, for which there is no room here; the whole report has them\.\*\*$/m,
    )
    expect(text).toMatch(/^… and \d+ more tokens, for which there is no room here; the whole report has them\.$/m)
    expect(text).toMatch(/^… and \d+ more accounts, for which/m)
  })
})
