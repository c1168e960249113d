import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { writeWatchPage } from '../../../src/watch/page/html/page.ts'
import { contextOf, expiring, missing, nightOf, rejected, reportOf, unasked, unsound, watched } from './nights.ts'
import { type ParsedElement, parsed } from './parsed.ts'

/** What a reader sees, as text: a line for each piece. */
function read(page: string): string {
  const body = page
    .replace(/^.*<body>/s, '')
    .replaceAll(/<(script|style|svg|select)\b.*?<\/\1>/gs, '')
    .replaceAll(/<\/t[hd]><t[hd][^>]*>|<\/t[hd]>\n<t[hd][^>]*>/g, ' | ')
    .replaceAll(/<\/?(?:bdi|b|wbr|time|small|span|code|a)\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
  return body.replaceAll(/\s*\n\s*/g, '\n').trim()
}

describe('a night as a page', () => {
  it('of one token', () => {
    expect(read(writeWatchPage(nightOf(1), contextOf()))).toMatchInlineSnapshot(`
      "Jira tokens · release
      The only token needs care
      Checked 2026-11-22 12:00 UTC
      1 expiring
      What needs care
      The next to expire
      All tokens
      What needs care
      The Jira token expires soon
      JIRA_PAT_CI at jira.example.com
      Act by
      2026-12-03
      Owner
      @octocat
      Used by
      build, release
      User
      CI Service (svc-ci)
      Create a new token in Jira: https://jira.example.com/secure/ViewProfile.jspa.
      Store it in the secret.
      Then revoke the old one.
      The next to expire
      2026-11-22
      2026-11-29
      2026-12-06
      2026-12-13
      JIRA_PAT_CI  2026-12-03 11 days left
      All tokens
      State
      Owner
      Server
      Show all
      1 token, by days left
      All tokens, by days left: what is not known comes first, what never expires last
      Token | State | Expires | Server | User | Token name | Owner
      JIRA_PAT_CI build, release | expiring | 2026-12-03 11 days left | jira.example.com | CI Service (svc-ci) | deploy | @octocat
      Written by jira-pat-check. Days are those of UTC, and days left are counted from when this page was written."
    `)
  })

  it('of seven, one of each state', () => {
    expect(read(writeWatchPage(nightOf(7), contextOf()))).toMatchInlineSnapshot(`
      "Jira tokens · release
      5 of 7 tokens need care
      Checked 2026-11-22 12:00 UTC
      1 refused
      1 unknown
      1 not asked
      1 expiry unknown
      1 expiring
      2 well
      1 token was not asked about, since others at the same server had failed: nobody knows whether it is well.
      What needs care
      The next to expire
      All tokens
      Worth tidying up
      What needs care
      Jira rejected the token (401)
      JIRA_PAT_CI at jira.example.com
      Act by
      now
      Owner
      @octocat
      Used by
      build, release
      Jira at https://jira.example.com answered HTTP 401 and does not accept the token. It has expired, was revoked, or was never one of this Jira.
      Create a new token in Jira: https://jira.example.com/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens
      Put it into the secret JIRA_PAT_CI.
      Run the workflow again.
      About token-rejected
      Jira did not answer in time
      2 tokens at partner.example.com/jira
      https://partner.example.com/jira did not answer within 10 s. Whether the token is good is not known: the server, or something before it, is slow or drops what it does not know.
      Open https://partner.example.com/jira in a browser from the same network.
      Ask the operator of that Jira.
      Who has to act, and by when
      Token | Act by | Owner | Used by
      JIRA_PAT_PARTNER | now | the partner desk | nightly export
      JIRA_PAT_PARTNER_SYNC not asked | now | nobody named |
      About timeout
      The expiry of the Jira token is not known
      JIRA_PAT_NIGHTLY at jira.example.com
      Act by
      now
      Owner
      @hubot
      Used by
      build, release
      User
      CI Service (svc-ci)
      Jira at https://jira.example.com accepts the token: it belongs to CI Service (svc-ci).
      Compare token-name (“nightly”) with the names of that user’s tokens in Jira, or leave it out.
      The Jira token expires soon
      JIRA_PAT_DEPLOY at jira.example.com
      Act by
      2026-12-03
      Owner
      @octo-org/release-engineering
      Used by
      build, release
      User
      CI Service (svc-ci)
      Create a new token in Jira: https://jira.example.com/secure/ViewProfile.jspa.
      Store it in the secret.
      Then revoke the old one.
      The next to expire
      2026-11-22
      2027-01-21
      2027-03-22
      2027-05-21
      JIRA_PAT_DEPLOY  2026-12-03 11 days left
      JIRA_PAT_RELEASE  2027-07-20 240 days left
      All tokens
      State
      Owner
      Server
      Show all
      7 tokens, by days left
      All tokens, by days left: what is not known comes first, what never expires last
      Token | State | Expires | Server | User | Token name | Owner
      JIRA_PAT_CI build, release | refused | not known | jira.example.com |  |  | @octocat
      JIRA_PAT_PARTNER nightly export | unknown | not known | partner.example.com/jira |  |  | the partner desk
      JIRA_PAT_PARTNER_SYNC | not asked | not known | partner.example.com/jira |  |  |
      JIRA_PAT_NIGHTLY build, release | expiry unknown | not known | jira.example.com | CI Service (svc-ci) |  | @hubot
      JIRA_PAT_DEPLOY build, release | expiring | 2026-12-03 11 days left | jira.example.com | CI Service (svc-ci) | deploy | @octo-org/release-engineering
      JIRA_PAT_RELEASE build, release | well | 2027-07-20 240 days left | jira.example.com | Zoë Ångström 山田太郎 (svc-release) | github-release-261101-0f1e2d3c-7k2p | @octocat
      JIRA_PAT_LEGACY build, release | well | never | jira.example.com | CI Service (svc-ci) | legacy | whoever is on call
      Worth tidying up
      Zoë Ångström 山田太郎 (svc-release) at jira.example.com
      Tokens of the account that nobody has used for 90 days: “laptop”, “old script”. Revoke them if nothing needs them.
      Zoë Ångström administers this Jira. A token for a pipeline is safer with a user who has just the permissions that it needs.
      CI Service (svc-ci) at jira.example.com
      The token “legacy” never expires. A token that lives 90 days limits the harm if it leaks.
      Written by jira-pat-check. Days are those of UTC, and days left are counted from when this page was written."
    `)
  })

  it('in which all are well', () => {
    const page = writeWatchPage(reportOf([watched('A'), watched('B')]), contextOf())
    expect(read(page)).toContain('All 2 tokens are well')
    expect(read(page)).toContain('Nobody has to do anything.')
    expect(parsed(page).getElementById('care')).toBeNull()
  })

  it('in which the list could not be read', () => {
    const page = writeWatchPage(reportOf([]), contextOf({ problem: unsound }))
    expect(parsed(page).querySelector('h1')?.textContent).toBe('The list of tokens cannot be read')
    expect(parsed(page).querySelector('#care h3')?.textContent).toBe('The list of tokens cannot be read')
    expect(read(page)).toContain('Write “secret”.')
    expect(read(page)).not.toContain('well')
    expect(parsed(page).querySelector('#care h3 svg')?.getAttribute('aria-label')).toBe('problem')
    expect(parsed(page).querySelector('#care h3 svg')?.getAttribute('class')).toBe('icon refused')
    expect(parsed(page).querySelectorAll('nav, .tally, .strip, #all')).toHaveLength(0)
  })

  it('in which no secret is there: said once, with the names of all', () => {
    const problem = { title: 'No secret is there', message: 'All 2 variables are empty.', steps: ['Set env.'] }
    const document = parsed(writeWatchPage(reportOf([missing('A'), missing('B')]), contextOf({ problem })))
    expect(document.querySelectorAll('#care article')).toHaveLength(1)
    expect(Array.from(document.querySelectorAll('#care tbody th'), (cell) => cell.textContent)).toEqual(['A', 'B'])
  })

  it('says how many issues follow', () => {
    expect(read(writeWatchPage(nightOf(1), contextOf({ issuesToFollow: 1 })))).toContain(
      '1 more issue follows with the next run.',
    )
  })
})

describe('what stands in it', () => {
  const page = writeWatchPage(nightOf(7), contextOf())
  const document = parsed(page)

  it('is its title, and the products that are asked', () => {
    const textOf = (html: string, selector: string) => parsed(html).querySelector(selector)?.textContent
    expect(textOf(page, 'title')).toBe('5 of 7 tokens need care · release')
    const tokens = [watched('A', { product: 'confluence' }), watched('B'), watched('C')]
    const nameless = writeWatchPage(reportOf(tokens, { list: '', checkedAt: 'at night' }), contextOf())
    expect(textOf(nameless, 'title')).toBe('All 3 tokens are well')
    expect(textOf(nameless, '.eyebrow')).toBe('Jira · Confluence tokens')
    expect(parsed(nameless).querySelector('.checked')).toBeNull()
    expect(page).not.toContain('<p></p>')
    expect(page).not.toContain('<bdi></bdi>')
  })

  it('is its style and its script, whole', () => {
    const style = document.querySelector('style')?.textContent
    for (const part of [':root {', 'color-scheme: dark', '[hidden] {', 'border-collapse: collapse', '@media print']) {
      expect(style).toContain(part)
    }
    expect(document.querySelector('script')?.textContent).toContain("document.getElementById('tokens')")
  })

  it('can be gone to by its links', () => {
    const links = Array.from(document.querySelectorAll('nav a'), (link) => [
      link.getAttribute('href'),
      link.textContent,
    ])
    expect(links).toEqual([
      ['#care', 'What needs care'],
      ['#next', 'The next to expire'],
      ['#all', 'All tokens'],
      ['#tidy', 'Worth tidying up'],
    ])
    for (const [href] of links) {
      expect(document.querySelector(`section${href} > h2`)?.textContent).toBe(links.find(([to]) => to === href)?.[1])
    }
    const two = parsed(writeWatchPage(reportOf([rejected('A')]), contextOf()))
    expect(Array.from(two.querySelectorAll('nav a'), (link) => link.textContent)).toEqual([
      'What needs care',
      'All tokens',
    ])
  })

  it('are pictures that differ in more than their colour', () => {
    const symbols = Array.from(document.querySelectorAll('.shapes symbol'))
    expect(symbols.map((symbol) => symbol.getAttribute('id'))).toEqual(
      ['refused', 'misconfigured', 'unknown', 'soon', 'well'].map((kind) => `icon-${kind}`),
    )
    const shapes = Array.from(
      page.matchAll(/<symbol id="[^"]*" viewBox="0 0 16 16">(.*?)<\/symbol>/g),
      ([, shape]) => shape,
    )
    expect(new Set(shapes).size).toBe(5)
    for (const shape of shapes) expect(shape).toMatch(/^<(?:circle|path|rect) .*<path class="cut" d=".+"\/>$/)
    expect(page).toMatch(/<svg class="shapes"[^>]*>(?:<symbol .*?<\/symbol>){5}<\/svg>/)
    const uses = Array.from(document.querySelectorAll('svg.icon'), (picture) => [
      picture.getAttribute('class'),
      picture.querySelector('use')?.getAttribute('href'),
    ])
    expect(uses.length).toBeGreaterThan(15)
    for (const [name, href] of uses) expect(href).toBe(`#icon-${name?.replace('icon ', '')}`)
    expect(document.querySelector('.alert svg')?.getAttribute('class')).toBe('icon unknown')
  })

  it('are words for the pictures of what needs care', () => {
    const words = Array.from(document.querySelectorAll('#care h3 svg'), (icon) => icon.getAttribute('aria-label'))
    expect(words).toEqual(['refused', 'unknown', 'expiry unknown', 'expiring'])
  })

  it('is how many there are of each, as a strip', () => {
    const strip = document.querySelector('svg.strip')
    expect(strip?.getAttribute('viewBox')).toBe('0 0 7 1')
    const parts = Array.from(strip?.querySelectorAll('rect') ?? [], (part) =>
      ['class', 'x', 'width'].map((name) => part.getAttribute(name)).join(' '),
    )
    expect(parts).toEqual(['refused 0 1', 'unknown 1 1', 'unknown 2 1', 'unknown 3 1', 'soon 4 1', 'well 5 2'])
  })

  it('are the filters of its table, each with how many there are', () => {
    const optionsOf = (name: string) =>
      Array.from(document.querySelectorAll(`select[name=${name}] option`), (option) => [
        option.getAttribute('value'),
        option.textContent,
      ])
    expect(optionsOf('state')).toEqual([
      ['', 'all'],
      ['=expiring', 'expiring (1)'],
      ['=expiry unknown', 'expiry unknown (1)'],
      ['=not asked', 'not asked (1)'],
      ['=refused', 'refused (1)'],
      ['=unknown', 'unknown (1)'],
      ['=well', 'well (2)'],
    ])
    expect(optionsOf('owner').map(([value]) => value)).toEqual([
      ...['', '=(none)', '=@hubot', '=@octo-org/release-engineering', '=@octocat'],
      ...['=the partner desk', '=whoever is on call'],
    ])
    expect(optionsOf('server')).toEqual([
      ['', 'all'],
      ['=jira.example.com', 'jira.example.com (5)'],
      ['=partner.example.com/jira', 'partner.example.com/jira (2)'],
    ])
  })

  it('are rows that a script can sort and filter, and that are read as cards on a phone', () => {
    const rows = Array.from(document.querySelectorAll('#tokens tbody tr'), (row) =>
      ['order', 'state', 'owner', 'server'].map((name) => row.getAttribute(`data-${name}`)),
    )
    expect(rows[0]).toEqual(['0', 'refused', '@octocat', 'jira.example.com'])
    expect(rows[2]).toEqual(['2', 'not asked', '(none)', 'partner.example.com/jira'])
    const [row] = Array.from(document.querySelectorAll('#tokens tbody tr'))
    expect(Array.from(row?.querySelectorAll('td') ?? [], (cell) => cell.getAttribute('data-label'))).toEqual([
      ...['State', 'Expires', 'Server', 'User', 'Token name', 'Owner'],
    ])
    const [nowhere] = parsed(writeWatchPage(reportOf([watched('A', { baseUrl: null })]), contextOf())).querySelectorAll(
      '#tokens tbody tr',
    )
    expect(nowhere?.getAttribute('data-server')).toBe('(none)')
  })

  it('is nothing about what is not known of a token', () => {
    const token = unasked('A', { baseUrl: null, message: '', steps: [] })
    const article = parsed(writeWatchPage(reportOf([token, watched('B')]), contextOf())).querySelector('#care article')
    expect(article?.querySelector('.where')?.textContent).toBe('A')
    expect(article?.querySelectorAll('ol, p:not(.where, .more)')).toHaveLength(0)
    expect(Array.from(article?.querySelectorAll('dl div') ?? [], (fact) => fact.textContent)).toEqual([
      ...['Act bynow', 'Owner@octocat', 'Used bybuild, release', 'Statenot asked'],
    ])
  })

  it('is no praise where the list could not be read, or nothing was looked at', () => {
    for (const [tokens, problem] of [
      [[watched('A')], unsound],
      [[], null],
    ] as const) {
      expect(read(writeWatchPage(reportOf(tokens), contextOf({ problem })))).not.toContain('Nobody has to do anything')
    }
  })
})

describe('its policy', () => {
  const page = writeWatchPage(nightOf(7), contextOf())
  const policy = parsed(page).querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')
  const hashOf = (tag: string): string => {
    const source = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page)?.[1] ?? ''
    return `'sha256-${createHash('sha256').update(source).digest('base64')}'`
  }

  it('allows the one style and the one script that are there, and nothing else', () => {
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hashOf('style')}`,
      `script-src ${hashOf('script')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ])
    expect(page.match(/<(?:style|script)\b/g)).toEqual(['<style', '<script'])
    expect(page).not.toMatch(/\sstyle=|\son\w+=/)
  })

  it('stands before all that it is to bind', () => {
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style'))
  })

  it('has nothing to keep away: the page asks nobody for anything', () => {
    expect(page).not.toMatch(/<(?:img|link|iframe|object|embed|base)\b|\bsrc=|url\(|@import|fetch\(|XMLHttp|import\(/)
    const links = Array.from(parsed(page).querySelectorAll('[href]'), (link) => link.getAttribute('href') ?? '')
    expect(links.filter((link) => !/^#|^https:\/\/github\.com\/jira-pat-check\//.test(link))).toEqual([])
  })
})

describe('to a screen reader', () => {
  const document = parsed(writeWatchPage(nightOf(7), contextOf()))

  it('it has landmarks, and headings that skip no level', () => {
    expect(document.querySelectorAll('header, main, footer, nav[aria-label]')).toHaveLength(4)
    const levels = Array.from(document.querySelectorAll('h1, h2, h3'), ({ tagName }) => Number(tagName.slice(1)))
    expect(levels[0]).toBe(1)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
  })

  it('each section is named by its heading', () => {
    for (const section of document.querySelectorAll('section')) {
      expect(document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.tagName).toBe('H2')
    }
    expect(document.querySelectorAll('section')).toHaveLength(4)
  })

  it('tables have a caption, and headers with a scope; what they are sorted by is told', () => {
    for (const table of document.querySelectorAll('table')) {
      expect(table.querySelector('caption')?.textContent).not.toBe('')
      for (const cell of table.querySelectorAll('th')) expect(cell.getAttribute('scope')).toMatch(/^(?:row|col)$/)
    }
    expect(Array.from(document.querySelectorAll('[aria-sort]'), (cell) => cell.textContent)).toEqual(['Expires'])
  })

  it('times are times; a picture is a word, or nothing where the word stands beside it', () => {
    const times = Array.from(document.querySelectorAll('time'), (time) => time.getAttribute('datetime') ?? '')
    expect(times.length).toBeGreaterThan(5)
    expect(times.filter((time) => Number.isNaN(Date.parse(time)))).toEqual([])
    const pictures = Array.from(document.querySelectorAll('svg'))
    const isHidden = (picture: ParsedElement): boolean => picture.getAttribute('aria-hidden') === 'true'
    const isWord = (picture: ParsedElement): boolean =>
      picture.getAttribute('role') === 'img' && /^\w/.test(picture.getAttribute('aria-label') ?? '')
    expect(pictures.map((picture) => isHidden(picture) !== isWord(picture))).not.toContain(false)
    expect(pictures.some(isWord)).toBe(true)
  })
})

it('without a script there are no controls, and all the rest is', () => {
  const document = parsed(writeWatchPage(nightOf(7), contextOf()))
  expect(document.getElementById('filters')?.hasAttribute('hidden')).toBe(true)
  expect(document.querySelectorAll('button:not(#filters button), input')).toHaveLength(0)
  expect(document.querySelectorAll('#tokens tbody tr')).toHaveLength(7)
})

describe('the time line', () => {
  const barsOf = (page: string): [string | null, number][] =>
    Array.from(parsed(page).querySelectorAll('.timeline li'), (item) => [
      item.querySelector('.name')?.textContent ?? null,
      Number(item.querySelector('rect')?.getAttribute('width')),
    ])

  it('has a bar for each token that expires, forty at most, and none is too short to be seen', () => {
    const tokens = [watched('FAR', { expiry: { ...watched('').expiry, expiresAt: '2029-01-01T00:00:00Z' } })]
    expect(barsOf(writeWatchPage(reportOf([...tokens, expiring('SOON', 0.1), rejected('NONE')]), contextOf()))).toEqual(
      [
        ['SOON', 1],
        ['FAR', 100],
      ],
    )
    const page = writeWatchPage(nightOf(250), contextOf())
    expect(barsOf(page)).toHaveLength(40)
    expect(page).toMatch(/… and \d+ more, none of which expires earlier/)
  })

  it('is not there where no day is known', () => {
    expect(barsOf(writeWatchPage(reportOf([rejected('A')]), contextOf()))).toEqual([])
  })
})

it('names every one of 250 tokens, and stays small', () => {
  const page = writeWatchPage(nightOf(250), contextOf())
  const names = Array.from(parsed(page).querySelectorAll('#tokens tbody th > bdi'), (name) => name.textContent)
  expect(names.toSorted()).toEqual(
    nightOf(250)
      .tokens.map(({ secret }) => secret)
      .toSorted(),
  )
  expect(Buffer.byteLength(page)).toBeLessThan(500_000)
})
