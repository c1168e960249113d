import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Inputs } from '../../src/inputs/inputs.ts'
import { drawTimeline } from '../../src/report/timeline.ts'
import type { ListedToken } from '../../src/verdict/listed-token.ts'
import { tokenOf } from '../verdict/asked-for.ts'
import { type ParsedGantt, parseGantt } from './gantt.ts'
import { heard } from './heard.ts'
import { hostileNames } from './hostile-names.ts'

const draw = (tokens: ListedToken[], inputs: Partial<Inputs> = {}): readonly string[] =>
  drawTimeline(heard({ tokens }, inputs))

/** The diagram, without the fence around it. */
const ganttOf = (tokens: ListedToken[], inputs: Partial<Inputs> = {}): string =>
  /^```mermaid\n(.*)\n```$/s.exec(draw(tokens, inputs)[0] ?? '')?.[1] ?? ''

const parse = (tokens: ListedToken[], inputs: Partial<Inputs> = {}): ParsedGantt => parseGantt(ganttOf(tokens, inputs))

const barsOf = (tokens: ListedToken[], inputs: Partial<Inputs> = {}): string[] =>
  parse(tokens, inputs).tasks.map(({ task, end, tags }) => [task, end, ...tags].join(' | '))

describe('the time line', () => {
  it('is text that GitHub draws, and a table', () => {
    expect(draw([tokenOf('ci', 5), tokenOf('deploy', 80)], { expiryFailDays: 3 }).join('\n\n')).toMatchInlineSnapshot(`
      "\`\`\`mermaid
      gantt
          accTitle: How long the tokens live
          accDescr: A bar for each token, from today to its last day. The table has the same as text.
          title From today, 2026-11-22
          dateFormat YYYY-MM-DD
          axisFormat %b %Y
          tickInterval 1month
          todayMarker off
          section Tokens
          “ci”, 5 days left : crit, 2026-11-22, 2026-11-27
          “deploy”, 80 days left : 2026-11-22, 2027-02-10
          section Thresholds
          expiry-fail-days 3 : milestone, 2026-11-25, 0d
          expiry-warn-days 14 : milestone, 2026-12-06, 0d
      \`\`\`

      | Token | Expires | Days left | Created | Last used |
      | --- | --- | --- | --- | --- |
      | **ci** | 2026-11-27 | 🟠 5, soon | 2026-11-12 | 2026-11-22 |
      | deploy | 2027-02-10 | 80 | 2026-11-12 | 2026-11-22 |"
    `)
  })

  it('is not there where no token is listed', () => {
    expect(draw([])).toEqual([])
  })

  it('begins today, and has the thresholds below the tokens', () => {
    const { title, sections, tasks } = parse([tokenOf('ci', 5), tokenOf('deploy', 80)], { expiryFailDays: 3 })
    expect(title).toBe('From today, 2026-11-22')
    expect(sections).toEqual(['Tokens', 'Thresholds'])
    expect(tasks.map(({ section, start }) => [section, start].join(' '))).toEqual([
      'Tokens 2026-11-22',
      'Tokens 2026-11-22',
      'Thresholds 2026-11-25',
      'Thresholds 2026-12-06',
    ])
  })

  it('shows the first to expire first, and each until it expires', () => {
    expect(barsOf([tokenOf('deploy', 80), tokenOf('ci', 20)])).toEqual([
      '“ci”, 20 days left | 2026-12-12',
      '“deploy”, 80 days left | 2027-02-10',
      'expiry-warn-days 14 | 2026-12-06 | milestone',
    ])
  })

  it('colours what is within a threshold, and shows the thresholds', () => {
    expect(barsOf([tokenOf('a', 7), tokenOf('b', 14), tokenOf('c', 14.1)], { expiryFailDays: 7 })).toEqual([
      '“a”, 7 days left | 2026-11-29 | crit',
      '“b”, 14 days left | 2026-12-06 | crit',
      '“c”, 14 days left | 2026-12-06',
      'expiry-fail-days 7 | 2026-11-29 | milestone',
      'expiry-warn-days 14 | 2026-12-06 | milestone',
    ])
  })

  it('needs no thresholds', () => {
    expect(parse([tokenOf('ci', 5)], { expiryWarnDays: 0 }).sections).toEqual(['Tokens'])
  })

  it('gives a token of its last hours a bar that can be seen', () => {
    expect(barsOf([tokenOf('ci', 0.1)], { expiryWarnDays: 0 })).toEqual(['“ci”, in less than a day | 2026-11-23'])
  })

  it('lets what never expires reach beyond the rest', () => {
    expect(barsOf([tokenOf('ci', 200), tokenOf('x', 'never')]).slice(0, 2)).toEqual([
      '“ci”, 200 days left | 2027-06-10',
      '“x”, never expires | 2027-06-30',
    ])
    expect(barsOf([tokenOf('x', 'never')])[0]).toBe('“x”, never expires | 2027-03-01')
  })

  it('ends after a year, so that what expires soon can be seen', () => {
    expect(barsOf([tokenOf('ci', 5000)], { expiryWarnDays: 700 })).toEqual([
      '“ci”, 5000 days left | 2027-11-23',
      'expiry-warn-days 700 | 2027-11-23 | milestone',
    ])
  })

  it('leaves out what cannot be read, which the table names', () => {
    const tokens = [tokenOf('ci', 'unreadable'), tokenOf('deploy', 80)]
    expect(barsOf(tokens)[0]).toMatch(/“deploy”/)
    expect(draw(tokens)[1]).toContain('| ci | unreadable |  | 2026-11-12 | 2026-11-22 |')
    expect(draw([tokenOf('ci', 'unreadable')])).toHaveLength(1)
  })

  it('leaves out what has expired', () => {
    expect(draw([tokenOf('old', -3)])).toEqual([])
  })

  it('stops at twenty tokens, and counts the rest', () => {
    const tokens = Array.from({ length: 25 }, (_, index) => tokenOf(`t${index}`, 100 + index))
    expect(parse(tokens).tasks).toHaveLength(20 + 1)
    expect(draw(tokens)[2]).toBe('… and 5 more, none of which expires earlier.')
  })

  it('is marked by weeks where it is short, and by months where it is long', () => {
    expect(ganttOf([tokenOf('ci', 60)])).toContain('tickInterval 1week')
    expect(ganttOf([tokenOf('ci', 61)])).toContain('tickInterval 1month')
  })
})

describe('the table beside it', () => {
  it('has the token that the verdict speaks of in bold, and leaves empty what Jira does not say', () => {
    const deploy = tokenOf('deploy', 80, { createdAt: undefined, lastAccessedAt: undefined })
    expect(draw([tokenOf('ci', 5), deploy], { tokenName: 'deploy' })[1]).toMatchInlineSnapshot(`
      "| Token | Expires | Days left | Created | Last used |
      | --- | --- | --- | --- | --- |
      | ci | 2026-11-27 | 🟠 5, soon | 2026-11-12 | 2026-11-22 |
      | **deploy** | 2027-02-10 | 80 |  |  |"
    `)
  })

  it('marks what is within a threshold', () => {
    const tokens = [tokenOf('a', 7), tokenOf('b', 14), tokenOf('c', 15)]
    expect(
      draw(tokens, { expiryFailDays: 7 })[1]
        ?.split('\n')
        .map((line) => line.split(' | ')[2]),
    ).toEqual(['Days left', '---', '🔴 7, too soon', '🟠 14, soon', '15'])
  })

  it('names a token without a name', () => {
    expect(draw([tokenOf('', 80)])[1]).toContain('| (unnamed) |')
  })
})

describe('a name that the server made up', () => {
  const expectInert = (name: string): void => {
    const parsed = parse([tokenOf(name, 5), tokenOf('deploy', 80)])
    expect(parsed).toMatchObject({ title: 'From today, 2026-11-22', sections: ['Tokens', 'Thresholds'] })
    expect(parsed.tasks.map(({ end, tags }) => [end, ...tags].join(' '))).toEqual([
      '2026-11-27 crit',
      '2027-02-10',
      '2026-12-06 milestone',
    ])
    expect(parsed.tasks[0]?.task).toMatch(/^“[^”]{1,40}”, 5 days left$/)
  }

  it.each(hostileNames)('is nothing but the label of its bar: %j', expectInert)

  it('is nothing but the label of its bar, whatever it is', () => {
    const signs = fc.constantFrom(
      ...'<>[]()!`~*_#|\\/-+=.:;&@$%^{},"\'?\n\r\t aA1“',
      '%%{',
      'section ',
      'title ',
      'click ',
    )
    const name = fc.array(signs, { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(fc.property(name, expectInert), { seed: 20261122, numRuns: 200 })
  })

  it('stays readable in any script', () => {
    expect(barsOf([tokenOf('ключ 鍵 ci_1.2 (main)', 40)])[0]).toMatch(/^“ключ 鍵 ci_1\.2 \(main\)”, 40 days left/)
  })

  it('is cut with a mark', () => {
    expect(barsOf([tokenOf('x'.repeat(100), 40)])[0]).toMatch(/^“x{39}…”/)
  })
})
