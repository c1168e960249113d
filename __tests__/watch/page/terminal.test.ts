import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { cutToWidth, layOut, widthOf } from '../../../src/watch/page/columns.ts'
import { writeTerminal } from '../../../src/watch/page/terminal.ts'
import { identityOf } from '../../verdict/asked-for.ts'
import { contextOf, expiring, missing, nightOf, rejected, reportOf, unasked, unsound, watched } from './nights.ts'

const tableOf = (text: string): string[] => /^STATE.*?(?=\n\n|\n$|$(?![\s\S]))/ms.exec(text)?.[0].split('\n') ?? []

describe('a night on a terminal', () => {
  it('of one token', () => {
    expect(writeTerminal(nightOf(1), contextOf(), false)).toMatchInlineSnapshot(`
      "The only token needs care
      Checked 2026-11-22 12:00 UTC, release

      STATE       TOKEN        EXPIRES     SERVER            OWNER
      ~ expiring  JIRA_PAT_CI  2026-12-03  jira.example.com  @octocat

      What to do
      ~ The Jira token expires soon, jira.example.com
        JIRA_PAT_CI (@octocat, CI Service (svc-ci), 2026-12-03)
        1. Create a new token in Jira:
           https://jira.example.com/secure/ViewProfile.jspa.
        2. Store it in the secret.
        3. Then revoke the old one.
      "
    `)
  })

  it('of seven, one of each state', () => {
    expect(writeTerminal(nightOf(7), contextOf(), false)).toMatchInlineSnapshot(`
      "5 of 7 tokens need care
      Checked 2026-11-22 12:00 UTC, release

      STATE             TOKEN                  EXPIRES     SERVER        OWNER
      ✗ refused         JIRA_PAT_CI            not known   jira.exampl…  @octocat
      ? unknown         JIRA_PAT_PARTNER       not known   partner.exa…  the partner …
      ? not asked       JIRA_PAT_PARTNER_SYNC  not known   partner.exa…
      ? expiry unknown  JIRA_PAT_NIGHTLY       not known   jira.exampl…  @hubot
      ~ expiring        JIRA_PAT_DEPLOY        2026-12-03  jira.exampl…  @octo-org/re…
      ✓ well            JIRA_PAT_RELEASE       2027-07-20  jira.exampl…  @octocat
      ✓ well            JIRA_PAT_LEGACY        never       jira.exampl…  whoever is o…

      What to do
      ✗ Jira rejected the token (401), jira.example.com
        JIRA_PAT_CI (@octocat, now)
        Jira at https://jira.example.com answered HTTP 401 and does not accept the
        token. It has expired, was revoked, or was never one of this Jira.
        1. Create a new token in Jira:
           https://jira.example.com/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens
        2. Put it into the secret JIRA_PAT_CI.
        3. Run the workflow again.
      ? Jira did not answer in time, partner.example.com/jira
        JIRA_PAT_PARTNER (the partner desk, now), JIRA_PAT_PARTNER_SYNC (nobody named,
        now)
        https://partner.example.com/jira did not answer within 10 s. Whether the token
        is good is not known: the server, or something before it, is slow or drops
        what it does not know.
        1. Open https://partner.example.com/jira in a browser from the same network.
        2. Ask the operator of that Jira.
      ? The expiry of the Jira token is not known, jira.example.com
        JIRA_PAT_NIGHTLY (@hubot, CI Service (svc-ci), now)
        Jira at https://jira.example.com accepts the token: it belongs to CI Service
        (svc-ci).
        1. Compare token-name (“nightly”) with the names of that user’s tokens in
           Jira, or leave it out.
      ~ The Jira token expires soon, jira.example.com
        JIRA_PAT_DEPLOY (@octo-org/release-engineering, CI Service (svc-ci),
        2026-12-03)
        1. Create a new token in Jira:
           https://jira.example.com/secure/ViewProfile.jspa.
        2. Store it in the secret.
        3. Then revoke the old one.
      1 token was not asked about, since others at the same server had failed: nobody
      knows whether it is well.

      Worth tidying up
      Zoë Ångström 山田太郎 (svc-release), jira.example.com
        - Tokens of the account that nobody has used for 90 days: “laptop”, “old
          script”. Revoke them if nothing needs them.
        - Zoë Ångström administers this Jira. A token for a pipeline is safer with a
          user who has just the permissions that it needs.
      CI Service (svc-ci), jira.example.com
        - The token “legacy” never expires. A token that lives 90 days limits the harm
          if it leaks.
      "
    `)
  })

  it('in which the list could not be read', () => {
    expect(writeTerminal(reportOf([]), contextOf({ problem: unsound }), false)).toMatchInlineSnapshot(`
      "The list of tokens cannot be read
      Checked 2026-11-22 12:00 UTC, release

      .github/jira-tokens.yml, line 7, column 5: “secrets” is no key of an entry.
        1. Write “secret”.
        2. Validate the list by a run of the workflow on your branch.
      "
    `)
  })

  it('in which no secret is there: said once', () => {
    const problem = { title: 'No secret is there', message: 'All variables are empty.', steps: [] }
    const text = writeTerminal(reportOf([missing('A'), missing('B')]), contextOf({ problem }), false)
    expect(text).not.toContain('What to do')
    expect(tableOf(text)).toHaveLength(3)
  })

  it('of reports, while the list could not be read: both are told, in red', () => {
    const report = reportOf([watched('A')], { checkedAt: 'at night', list: '' })
    const lines = writeTerminal(report, contextOf({ problem: unsound }), true).split('\n')
    expect(lines.slice(0, 7)).toEqual([
      '\u001B[1;31mThe list of tokens cannot be read · The only token is well\u001B[0m',
      '',
      '\u001B[1;31mThe list of tokens cannot be read\u001B[0m',
      '.github/jira-tokens.yml, line 7, column 5: “secrets” is no key of an entry.',
      '  1. Write “secret”.',
      '  2. Validate the list by a run of the workflow on your branch.',
      '',
    ])
  })

  it.each([
    ['red, where one is refused', rejected('B'), 31],
    ['red, where one is misconfigured', missing('B'), 31],
    ['red, where nothing is known of one', unasked('B'), 31],
    ['yellow, where one expires soon', expiring('B', 3), 33],
    ['green, where all are well', watched('B'), 32],
  ])('has a headline in %s', (_, token, colour) => {
    const [headline] = writeTerminal(reportOf([watched('A'), token]), contextOf(), true).split('\n')
    expect(headline?.startsWith(`\u001B[1;${colour}m`)).toBe(true)
  })

  it('is of no list that has no name', () => {
    const text = writeTerminal(reportOf([watched('A')], { list: '' }), contextOf(), false)
    expect(text).toContain('\nChecked 2026-11-22 12:00 UTC\n')
  })

  it('is short where little is known, and where there is much to do', () => {
    const steps = ['One.', 'Two.', 'Three.', 'Four.']
    const tokens = Array.from({ length: 5 }, (_, at) =>
      missing(`T${at}`, { message: '', baseUrl: null, steps, owner: 'x' }),
    )
    const text = writeTerminal(reportOf(tokens), contextOf(), false)
    expect(text.split('What to do\n')[1]).toBe(
      [
        '! There is no token',
        '  T0 (x, now), T1 (x, now), T2 (x, now), T3 (x, now), T4 (x, now)',
        '  1. One.',
        '  2. Two.',
        '  3. Three.',
        '',
      ].join('\n'),
    )
  })

  it('breaks long lines under their beginning', () => {
    const words = `${'word '.repeat(20)}end`
    const identity = identityOf({ displayName: words })
    const tokens = [rejected('A', { title: words }), watched('B', { identity, advice: ['Mind that.'] })]
    const lines = writeTerminal(reportOf(tokens), contextOf(), false).split('\n')
    expect(lines.filter((line) => /^ {0,2}word/.test(line))).toHaveLength(3)
    expect(lines).toContain(`  ${'word '.repeat(5)}end, jira.example.com`)
    expect(lines).toContain(`  ${'word '.repeat(4)}end (svc-ci), jira.example.com`)
  })

  it('names the first five of many tokens of which the same is to be said', () => {
    const tokens = Array.from({ length: 8 }, (_, index) => unasked(`T${index}`))
    expect(writeTerminal(reportOf(tokens), contextOf(), false).replaceAll(/\s+/g, ' ')).toContain(
      'T4 (@octocat, now), and 3 more',
    )
  })

  it('says how many issues follow, and where the page is', () => {
    const text = writeTerminal(nightOf(1), contextOf({ issuesToFollow: 2, htmlPage: 'out/tokens.html' }), false)
    expect(text).toContain('2 more issues follow with the next run.\nPage: out/tokens.html\n')
  })

  it('says the same with colour and without', () => {
    const coloured = writeTerminal(nightOf(7), contextOf(), true)
    expect(coloured).toContain('\u001B[1;31m✗ refused\u001B[0m')
    expect(coloured).toContain('\u001B[1;32m✓ well\u001B[0m')
    expect(stripVTControlCharacters(coloured)).toBe(writeTerminal(nightOf(7), contextOf(), false))
  })
})

describe('its table', () => {
  it.each([7, 50, 250])('of %i tokens is 80 columns wide at most', (count) => {
    const lines = tableOf(writeTerminal(nightOf(count), contextOf(), false))
    expect(lines).toHaveLength(count + 1)
    expect(lines.filter((line) => widthOf(line) > 80)).toEqual([])
  })

  it('measures wide characters, and cuts none in two', () => {
    const names = ['山田太郎'.repeat(12), '👩‍💻'.repeat(30), 'Z̈'.repeat(60), 'שירות'.repeat(20), 'x'.repeat(200)]
    const tokens = names.map((owner, index) => watched(`TOKEN_${index}`, { owner, baseUrl: `https://${owner}` }))
    const lines = tableOf(writeTerminal(reportOf(tokens), contextOf(), false))
    expect(lines.map(widthOf).filter((width) => width > 80)).toEqual([])
    expect(lines.slice(1).every((line) => line.endsWith('…'))).toBe(true)
    expect(lines.join('')).not.toMatch(/\p{Cs}|\u200D…/u)
  })

  it('lets the owner and the server give way before the name of the token', () => {
    const token = rejected('JIRA_PAT_OF_24_SIGNS_YES', { owner: 'o'.repeat(60), baseUrl: `https://${'s'.repeat(60)}` })
    const [, line] = tableOf(writeTerminal(reportOf([token]), contextOf(), false))
    expect(line).toContain('  JIRA_PAT_OF_24_SIGNS_YES  ')
  })
})

describe('columns', () => {
  it('are as wide as what stands in them', () => {
    const columns = [{ name: 'A' }, { name: 'B' }]
    expect(layOut(columns, [['long', 'x']], 80).map((row) => row.join(''))).toEqual(['A     B', 'long  x'])
  })

  it('that may not give way are left as they are', () => {
    const columns = [{ name: 'A' }, { name: 'B', minWidth: 3 }]
    expect(layOut(columns, [['aaaaaaaa', 'bbbbbbbb']], 10).map((row) => row.join(''))).toEqual([
      'A         B',
      'aaaaaaaa  bb…',
    ])
  })

  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['山田', 3, '山…'],
    ['山田', 2, '…'],
    ['é́é́', 1, '…'],
  ])('%s in %i columns is %s', (text, width, shown) => {
    expect(cutToWidth(text, width)).toBe(shown)
  })
})
