import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { writeWatchPage } from '../../../src/watch/page/html/page.ts'
import { KIND_ICONS, KINDS, signOf } from '../../../src/watch/page/sign.ts'
import { writeWatchSummary } from '../../../src/watch/page/summary.ts'
import { writeTerminal } from '../../../src/watch/page/terminal.ts'
import { contextOf, missing, nightOf, rejected, reportOf, unsound, watched } from './nights.ts'
import { type ParsedElement, parsed } from './parsed.ts'

const nights = [
  ...[1, 7, 50].map((count) => ({ name: `${count} tokens`, report: nightOf(count), context: contextOf() })),
  { name: 'all well', report: reportOf([watched('A'), watched('B')]), context: contextOf() },
  { name: 'a missing secret', report: reportOf([missing('A'), rejected('B')]), context: contextOf() },
  { name: 'an unsound list', report: reportOf([]), context: contextOf({ problem: unsound }) },
]

/** Every word for how a token stands, and that for what is wrong with the whole. */
const words = new Set(['problem', ...nights.flatMap(({ report }) => report.tokens.map((token) => signOf(token).word))])

/** What is read out of an element: its text, and the labels of the pictures in it. */
const spokenIn = (element: ParsedElement): string =>
  [
    element.textContent,
    ...Array.from(element.querySelectorAll('[aria-label]'), (inner) => inner.getAttribute('aria-label')),
  ].join(' ')

/** What has the colour of a kind and is not hidden from those who listen. */
const coloured = KINDS.map((kind) => `.${kind}:not([aria-hidden] *):not([aria-hidden])`).join(', ')

describe.each(nights)('what the colours say is said in words: $name', ({ report, context }) => {
  const page = parsed(writeWatchPage(report, context))

  it('on the page, wherever a colour of a state is', () => {
    const elements = Array.from(page.querySelectorAll(coloured))
    const said = elements.map((element) => `${spokenIn(element)} ${element.getAttribute('aria-label') ?? ''}`)
    expect(said.filter((text) => ![...words].some((word) => text.includes(word)))).toEqual([])
    expect(elements.length).toBeGreaterThan(0)
  })

  it('on the page, beside each bar and each icon that is for the eye alone', () => {
    const parents = Array.from(page.querySelectorAll('li:has(> svg), li:has(.bar), .state:has(svg), p.alert'))
    const silent = parents.filter((parent) => !/\p{L}{3}/u.test(spokenIn(parent)))
    expect(silent.map(({ textContent }) => textContent)).toEqual([])
    const bars = Array.from(page.querySelectorAll('li:has(.bar)'))
    expect(bars.map(spokenIn).filter((text) => ![...words].some((word) => text.includes(word)))).toEqual([])
  })

  it('on a terminal: with colour it says what it says without', () => {
    const plain = writeTerminal(report, context, false)
    const painted = writeTerminal(report, context, true)
    expect(stripVTControlCharacters(painted)).toBe(plain)
    expect(painted).not.toBe(plain)
    for (const token of report.tokens)
      expect(plain).toMatch(new RegExp(`^. ${signOf(token).word} +${token.secret}\\b`, 'm'))
  })

  it('in the summary: letters stand beside every icon, in the same line and the same cell', () => {
    const summary = writeWatchSummary(report, context)
    const icons = new RegExp(Object.values(KIND_ICONS).join('|'), 'u')
    const cells = summary.split(/\n|(?<!\\)\|/).filter((cell) => icons.test(cell))
    expect(cells.filter((cell) => !/\p{L}{3}/u.test(cell.replaceAll('&nbsp;', ' ')))).toEqual([])
    expect(cells.length).toBeGreaterThan(0)
  })
})

it('every table of the page has a name, and a header with text for each column', () => {
  const tables = Array.from(parsed(writeWatchPage(nightOf(7), contextOf())).querySelectorAll('table'))
  expect(tables.map((table) => table.querySelector('caption')?.textContent.trim())).not.toContain('')
  const headers = tables.map((table) =>
    Array.from(table.querySelectorAll('thead th'), (cell) => cell.textContent.trim()),
  )
  expect(headers.filter((cells) => cells.length === 0 || cells.includes(''))).toEqual([])
  expect(tables.length).toBeGreaterThan(0)
})
