/** What the pages are made of, whatever they are written in. */
import { describe, expect, it } from 'vitest'
import { listAccounts } from '../../../src/watch/page/accounts.ts'
import { listCare, listUnasked, messageOf, standsForAll } from '../../../src/watch/page/care.ts'
import { drawCare, drawCareList } from '../../../src/watch/page/care-blocks.ts'
import { dueOf, expiryOf, minuteOf } from '../../../src/watch/page/expiry.ts'
import { foldAway, takeWhatFits } from '../../../src/watch/page/fit.ts'
import { html, name, text } from '../../../src/watch/page/html/markup.ts'
import { inOrder, soonest, tally, worstOf } from '../../../src/watch/page/order.ts'
import { signOf } from '../../../src/watch/page/sign.ts'
import { headlineOf, shortUrl } from '../../../src/watch/page/words.ts'
import type { WatchedToken } from '../../../src/watch/watched-token.ts'
import { identityOf, nowMs } from '../../verdict/asked-for.ts'
import {
  ambiguous,
  contextOf,
  down,
  expiring,
  expiryIn,
  missing,
  rejected,
  reportOf,
  unasked,
  undated,
  unsound,
  watched,
} from './nights.ts'

const secrets = (tokens: readonly WatchedToken[]): string => tokens.map(({ secret }) => secret).join(' ')

describe('how a token stands', () => {
  it.each([
    ['well', watched('A'), 'well'],
    ['refused', rejected('A'), 'refused'],
    ['misconfigured', missing('A'), 'misconfigured'],
    ['unknown', down('A'), 'unknown'],
    ['not asked', unasked('A'), 'unknown'],
    ['expiring', expiring('A', 3), 'soon'],
    ['expired', watched('A', { expiryState: 'expired' }), 'soon'],
    ['ambiguous', ambiguous('A', 3), 'soon'],
    ['expiry unknown', undated('A'), 'unknown'],
  ])('%s', (word, token, kind) => {
    expect(signOf(token)).toEqual({ kind, word })
  })
})

describe('when a token expires', () => {
  it.each([
    ['a day', watched('A', { expiry: expiryIn(11) }), '2026-12-03', '11 days left'],
    ['the first of several days', ambiguous('A', 11), '2026-12-03', '11 days left, maybe more'],
    ['no day', watched('A', { expiry: { ...expiryIn(1), status: 'never', expiresAt: null } }), 'never', ''],
    ['nobody knows', undated('A'), 'not known', ''],
    ['a day that is none', watched('A', { expiry: { ...expiryIn(1), expiresAt: 'soon' } }), 'not known', ''],
  ])('%s', (_, token, day, left) => {
    expect(expiryOf(token, nowMs)).toMatchObject({ day, left })
  })

  it.each([
    ['that expires soon', expiring('A', 11), '2026-12-03'],
    ['of several', ambiguous('A', 11), '2026-12-03'],
    [
      'that expires too soon',
      rejected('A', { reason: 'token-expiring', expiry: expiryIn(11), result: 'refused' }),
      '2026-12-03',
    ],
    ['that expires this very moment', expiring('A', 0), 'now'],
    ['that has expired', watched('A', { expiryState: 'expired', expiry: expiryIn(11) }), 'now'],
    ['that is refused, whenever it expires', rejected('A', { expiry: expiryIn(11) }), 'now'],
    ['of which the day is not known', expiring('A', 1, { expiry: { ...expiryIn(1), expiresAt: null } }), 'now'],
  ])('is by when somebody has to act on one %s', (_, token, day) => {
    expect(dueOf(token, nowMs).day).toBe(day)
  })

  it('is told to the minute, where it is a moment', () => {
    expect(minuteOf('2026-12-03T04:30:59.999Z')).toBe('2026-12-03 04:30 UTC')
    expect(minuteOf('at night')).toBe('')
  })
})

describe('the order of tokens', () => {
  const never = watched('NEVER', { expiry: { ...expiryIn(1), status: 'never', expiresAt: null } })

  it('is by days left, and of two alike the worse one comes first', () => {
    const all = [
      never,
      watched('FAR'),
      unasked('UNASKED'),
      expiring('SOON', 3),
      missing('MISSING'),
      rejected('REFUSED'),
    ]
    const expected = 'REFUSED MISSING UNASKED SOON FAR NEVER'
    expect(secrets(inOrder(all, nowMs))).toBe(expected)
    expect(secrets(inOrder(all.toReversed(), nowMs))).toBe(expected)
  })

  it('of a time line is that of the days to come', () => {
    const all = [
      never,
      watched('FAR'),
      watched('NOW', { expiry: expiryIn(0) }),
      rejected('REFUSED'),
      expiring('SOON', 3),
    ]
    const { shown, more } = soonest(all, nowMs)
    expect([secrets(shown), more]).toEqual(['SOON FAR', 0])
  })

  it('of a count is that of what is worst', () => {
    const all = [watched('A'), unasked('B'), rejected('C'), watched('D'), missing('E')]
    expect(tally(all)).toEqual([
      { kind: 'refused', word: 'refused', count: 1 },
      { kind: 'misconfigured', word: 'misconfigured', count: 1 },
      { kind: 'unknown', word: 'not asked', count: 1 },
      { kind: 'well', word: 'well', count: 2 },
    ])
    expect([worstOf(all), worstOf([])]).toEqual(['refused', 'unknown'])
  })
})

describe('what needs care', () => {
  it('is said of several alike with the most urgent of them first', () => {
    const [care, other] = listCare([expiring('LATER', 9), watched('WELL'), expiring('SOONER', 2)], nowMs)
    expect(care && secrets(care.tokens)).toBe('SOONER LATER')
    expect(other).toBeUndefined()
  })

  it('comes by the most urgent of each', () => {
    const tokens = [
      expiring('B9', 9, { title: 'B' }),
      expiring('A4', 4, { title: 'A' }),
      expiring('B2', 2, { title: 'B' }),
      expiring('C3', 3, { title: 'C' }),
    ]
    expect(listCare(tokens, nowMs).map((care) => secrets(care.tokens))).toEqual(['B2 B9', 'C3', 'A4'])
  })

  it.each([
    ['its message', rejected('A', { message: 'What happened.' }), 'What happened.'],
    ['nothing of one that expires soon: its title and its day say all', expiring('A', 3, { message: 'Well.' }), ''],
    ['its message where it expires too soon', rejected('A', { expiryState: 'expiring', message: 'Soon.' }), 'Soon.'],
    [
      'that its rotation has stopped',
      expiring('A', 3, { hasRotationStopped: true, rotatedAt: '2026-09-03T04:30:00Z' }),
      'Its rotation has stopped: this token, which was made on 2026-09-03, should have been replaced by now.',
    ],
    [
      'the same where nobody knows when it was made',
      expiring('A', 3, { hasRotationStopped: true }),
      'Its rotation has stopped: this token should have been replaced by now.',
    ],
    ['its message where it is refused besides', rejected('A', { hasRotationStopped: true, message: 'No.' }), 'No.'],
  ])('tells of a token %s', (_, token, words) => {
    expect(messageOf(token)).toBe(words)
  })

  it('is said of those that nobody asked about, a sentence for each cause', () => {
    const tokens = [unasked('A'), unasked('B', { unaskedBecause: 'time' }), unasked('C'), missing('D'), down('E')]
    expect(listUnasked(tokens)).toEqual([
      '2 tokens were not asked about, since others at the same server had failed: nobody knows whether they are well.',
      '1 token was not asked about, since time was up: nobody knows whether it is well.',
    ])
  })

  const noReport = (secret: string) => unasked(secret, { unaskedBecause: 'no-report' })

  it.each([
    ['all of one title that nobody asked about', [missing('A'), missing('B')], unsound, true],
    ['all that left no report', [noReport('A'), noReport('B')], unsound, true],
    ['those that had no time', [unasked('A', { unaskedBecause: 'time' })], unsound, false],
    ['some that were asked about', [missing('A'), rejected('B', { title: 'There is no token' })], unsound, false],
    ['titles that differ', [missing('A'), missing('B', { title: 'Other' })], unsound, false],
    ['no tokens', [], unsound, false],
    ['no problem', [missing('A'), missing('B')], null, false],
  ])('stands in the problem of the whole: %s', (_, tokens, problem, expected) => {
    expect(standsForAll(contextOf({ problem }), tokens)).toBe(expected)
  })
})

describe('blocks of Markdown', () => {
  it.each([
    [0, [], 3],
    [3, ['a'], 2],
    [6, ['a'], 2],
    [7, ['a', 'ä'], 1],
    [11, ['a', 'ä'], 1],
    [12, ['a', 'ä', 'ccc'], 0],
  ])('that fit into %d bytes, with a break after each', (maxBytes, shown, left) => {
    expect(takeWhatFits(['a', 'ä', 'ccc'], maxBytes)).toEqual({ shown, left })
  })

  it('that are folded away', () => {
    expect(foldAway('3 more', ['a', 'b'])).toEqual(['<details><summary>3 more</summary>', 'a', 'b', '</details>'])
  })

  it('of what needs care: twenty are open, the others folded away', () => {
    const cares = (count: number) =>
      listCare(
        Array.from({ length: count }, (_, at) => rejected(`T${at}`, { title: `Title ${at}` })),
        nowMs,
      )
    expect(drawCare(cares(20), contextOf(), 1e6)).toHaveLength(20)
    const blocks = drawCare(cares(22), contextOf(), 1e6)
    expect(blocks).toHaveLength(24)
    expect(blocks[20]).toBe('<details><summary>2 more that need care</summary>')
    expect(blocks[21]).toContain('T20')
  })

  it('of what needs care: what does not fit is counted', () => {
    const refused = [rejected('A', { title: '1' }), rejected('B', { title: '2' }), rejected('C', { title: '2' })]
    const cares = listCare(refused, nowMs)
    const missingWords = (room: number) => drawCare(cares, contextOf(), room).at(-1)
    expect(missingWords(0)).toBe(
      '**3 more tokens need care, for which there is no room here; the whole report has them.**',
    )
    const [first = ''] = drawCare(cares, contextOf(), 1e6)
    expect(missingWords(Buffer.byteLength(first) + 2)).toBe(
      '**2 more tokens need care, for which there is no room here; the whole report has them.**',
    )
    expect(drawCare(cares.slice(0, 1), contextOf(), 0)).toEqual([
      '**1 more token needs care, for which there is no room here; the whole report has them.**',
    ])
  })

  it('of one of which little is known', () => {
    const cares = listCare([undated('A', { message: '', steps: [], baseUrl: null })], nowMs)
    expect(drawCare(cares, contextOf(), 1e6)).toEqual([
      expect.stringMatching(
        /^#### ❓ A: The expiry of the Jira token is not known\n\n\| Token \|[^\n]*\n\|[^\n]*\n\|[^\n]*$/,
      ),
    ])
  })

  const rowsOf = (count: number) => {
    const tokens = Array.from({ length: count }, (_, at) => rejected(`T${at}`))
    return drawCareList(tokens, nowMs).map((block) => block.match(/^\| T\d+ /gm)?.length ?? block)
  }

  it.each([
    [25, [25]],
    [26, [25, '<details><summary>1 more token</summary>', 1, '</details>']],
    [250, [25, '<details><summary>225 more tokens</summary>', 225, '</details>']],
    [251, [25, '<details><summary>225 more tokens</summary>', 225, '</details>', '… and 1 more token.']],
  ])('of who has to act: %d rows', (count, blocks) => {
    expect(rowsOf(count)).toEqual(blocks)
  })
})

describe('what accounts should tidy up', () => {
  it('is said once of each, and not of one that nobody has proven', () => {
    const other = identityOf({ key: 'JIRAUSER2', displayName: 'Other' })
    const tokens = [
      watched('A', { advice: ['One.'] }),
      watched('B', { advice: ['Two.', 'One.'] }),
      watched('C', { advice: ['One.'], identity: other }),
      watched('D', { advice: ['One.'], baseUrl: 'https://partner.example.com' }),
      watched('E', { advice: ['One.'], identity: null }),
      watched('F', { advice: [], identity: identityOf({ key: 'JIRAUSER3' }) }),
    ]
    expect(listAccounts(tokens)).toEqual([
      { user: 'CI Service (svc-ci)', server: 'https://jira.example.com', advice: ['One.', 'Two.'] },
      { user: 'Other (svc-ci)', server: 'https://jira.example.com', advice: ['One.'] },
      { user: 'CI Service (svc-ci)', server: 'https://partner.example.com', advice: ['One.'] },
    ])
  })
})

describe('words', () => {
  it.each([
    ['No token was checked', []],
    ['The only token needs care', [rejected('A')]],
    ['The only token is well', [watched('A')]],
    ['All 2 tokens are well', [watched('A'), watched('B')]],
    ['1 of 2 tokens needs care', [watched('A'), rejected('B')]],
    ['2 of 2 tokens need care', [rejected('A'), rejected('B')]],
  ])('%s', (headline, tokens) => {
    expect(headlineOf(reportOf(tokens), contextOf())).toBe(headline)
  })

  it.each([
    ['https://jira.example.com/jira', 'jira.example.com/jira'],
    ['http://jira.example.com', 'jira.example.com'],
    ['x-https://jira.example.com', 'x-https://jira.example.com'],
    [null, ''],
  ])('an address is said without its scheme: %s', (url, short) => {
    expect(shortUrl(url)).toBe(short)
  })
})

describe('HTML', () => {
  it('holds text as text, and what is HTML as it is', () => {
    const inner = html`<b>${'<i>'}</b>`
    expect(html`<a title="${`"'&\``}">${inner}${[inner, inner]}${7}</a>`.text).toBe(
      '<a title="&#34;&#39;&#38;&#96;"><b>&#60;i&#62;</b><b>&#60;i&#62;</b>\n<b>&#60;i&#62;</b>7</a>',
    )
  })

  it.each([
    ['', ''],
    ['JIRA_PAT_CI', '<bdi>JIRA_<wbr>PAT_<wbr>CI</bdi>'],
    ['jira.example.com/jira-2', '<bdi>jira.<wbr>example.<wbr>com/<wbr>jira-<wbr>2</bdi>'],
    ['a__b_.-é ü', '<bdi>a__<wbr>b_.-<wbr>é ü</bdi>'],
    ['a_', '<bdi>a_</bdi>'],
  ])('a name may be broken where its parts end: %s', (plain, written) => {
    expect(name(plain).text).toBe(written)
    expect(text(plain).text).toBe(plain === '' ? '' : `<bdi>${plain}</bdi>`)
  })
})
