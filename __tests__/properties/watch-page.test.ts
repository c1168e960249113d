import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../scripts/preview/markdown.ts'
import { createRedactor } from '../../src/report/redact.ts'
import { plainText } from '../../src/report/sanitize.ts'
import { listAnnotations } from '../../src/watch/page/annotations.ts'
import { widthOf } from '../../src/watch/page/columns.ts'
import { writeWatchPage } from '../../src/watch/page/html/page.ts'
import { formatWatchJunit } from '../../src/watch/page/junit.ts'
import { formatMetrics } from '../../src/watch/page/metrics.ts'
import { writeWatchSummary } from '../../src/watch/page/summary.ts'
import { writeTerminal } from '../../src/watch/page/terminal.ts'
import type { WatchReport } from '../../src/watch/watched-token.ts'
import { parseCommand } from '../support/commands.ts'
import { identityOf } from '../verdict/asked-for.ts'
import { contextOf, down, expiring, expiryIn, rejected, reportOf, unasked, watched } from '../watch/page/nights.ts'
import { type ParsedElement, parsed } from '../watch/page/parsed.ts'
import { readMetrics } from '../watch/page/read-metrics.ts'
import { hostileText } from './hostile-text.ts'
import { withSeed } from './reproducible.ts'

const { redact } = createRedactor([])

/** What the page is handed: plain, and not empty, so that it stands where a harmless word would. */
const plain = hostileText.map((text) => plainText(text, redact)).map((text) => (text === '' ? 'x' : text))

/** A night in which this text is everything that a list or a server can say. */
function nightSaying(text: string): WatchReport {
  const said = {
    owner: text,
    usedBy: text,
    title: text,
    message: text,
    steps: [text, text],
    baseUrl: text,
  }
  const identity = identityOf({ name: text, key: text, displayName: text, emailAddress: '' })
  return reportOf(
    [
      rejected(`A${text}`, said),
      expiring(`B${text}`, 5, { ...said, identity, expiry: expiryIn(5, text, 'expiring'), advice: [text] }),
      down(`C${text}`, said),
      unasked(`D${text}`, said),
      watched(`E${text}`, { ...said, identity, expiry: expiryIn(50, text), advice: [text] }),
    ],
    { list: text },
  )
}

const contextSaying = (text: string) =>
  contextOf({ problem: { title: text, message: text, steps: [text] }, htmlPage: text })

const fails = ({ result }: { result: string }): boolean => result !== 'usable'

/** The elements of a page in their order, with the names of their attributes: its bones. Where a line may break is none. */
function bonesOf(document: ParsedElement): string[] {
  return Array.from(document.querySelectorAll('*'), ({ tagName, attributes }) =>
    [tagName, ...Array.from(attributes, ({ name }) => name)].join(' '),
  ).filter((bone) => bone !== 'WBR')
}

describe(withSeed('whatever a list or a server says'), () => {
  it('the HTML page has the bones that a harmless word gives it, and shows the text as it is', () => {
    const harmless = bonesOf(parsed(writeWatchPage(nightSaying('x'), contextSaying('x'))))
    fc.assert(
      fc.property(plain, (text) => {
        const page = writeWatchPage(nightSaying(text), contextSaying(text))
        const document = parsed(page)
        expect(bonesOf(document)).toEqual(harmless)
        expect(page.match(/<script\b/g)).toHaveLength(1)
        expect(document.querySelector('h1')?.textContent).toContain(text)
        expect(document.querySelector('#tokens tbody th bdi')?.textContent).toContain(text)
        expect(document.querySelector('select[name=owner] option:last-child')?.getAttribute('value')).toBe(`=${text}`)
      }),
      { numRuns: 60 },
    )
  })

  it('the job summary has the tags that a harmless word gives it, and no link, image or mention of its own', () => {
    const tagsOf = (html: string): string[] => html.match(/<\/?[a-z]\w*/g) ?? []
    const render = (text: string): string => renderMarkdown(writeWatchSummary(nightSaying(text), contextSaying(text)))
    const harmless = render('x')
    fc.assert(
      fc.property(plain, (text) => {
        const html = render(text)
        expect(tagsOf(html)).toEqual(tagsOf(harmless))
        expect(html.match(/href="[^"]*"/g)).toEqual(harmless.match(/href="[^"]*"/g))
        expect(html.replaceAll(/href="[^"]*"/g, '')).not.toMatch(/<img|[@#]\w(?!\w*;)/)
      }),
      { numRuns: 60 },
    )
  })

  it('the terminal is shown lines without a command or an escape, and a table of 80 columns', () => {
    fc.assert(
      fc.property(plain, (text) => {
        const shown = writeTerminal(nightSaying(text), contextSaying(text), false)
        expect(shown).not.toMatch(/[^\P{Cc}\n]|\p{Cs}|::|##/u)
        const lines = shown.split('\n')
        expect(lines.filter((line) => parseCommand(line) !== undefined)).toEqual([])
        const table = lines.slice(lines.findIndex((line) => line.startsWith('STATE')))
        expect(table.slice(0, 6).filter((line) => widthOf(line) > 80)).toEqual([])
      }),
    )
  })

  it('annotations are as many, and one line for each thing that they say', () => {
    const harmless = listAnnotations(nightSaying('x'), contextSaying('x'), fails, 'the job summary')
    fc.assert(
      fc.property(plain, (text) => {
        const annotations = listAnnotations(nightSaying(text), contextSaying(text), fails, 'the job summary')
        expect(annotations.map(({ level, message }) => [level, message.split('\n').length])).toEqual(
          harmless.map(({ level, message }) => [level, message.split('\n').length]),
        )
        for (const { title, message } of annotations) {
          expect(title).not.toMatch(/\p{Cc}/u)
          expect(`${title}\n${message}`).not.toMatch(/::|##/)
        }
      }),
    )
  })

  it('JUnit has the elements that a harmless word gives it, and no character that XML forbids', () => {
    const tagsOf = (xml: string): string[] => xml.match(/<[?/]?\w+/g) ?? []
    const harmless = formatWatchJunit(nightSaying('x'), contextSaying('x'), fails)
    fc.assert(
      fc.property(plain, (text) => {
        const xml = formatWatchJunit(nightSaying(text), contextSaying(text), fails)
        expect(tagsOf(xml)).toEqual(tagsOf(harmless))
        expect(xml.split('\n')).toHaveLength(harmless.split('\n').length)
        expect(xml).not.toMatch(/&(?!#\d+;)|[^\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u)
      }),
    )
  })

  it('metrics can be read, and say what was said', () => {
    fc.assert(
      fc.property(plain, (text) => {
        const samples = readMetrics(formatMetrics(nightSaying(text)) ?? '')
        expect(samples).toHaveLength(5 + 2 + 4 + 1)
        expect(samples[1]?.labels).toEqual({
          secret: `B${text}`,
          product: 'jira',
          server: text,
          token_name: text,
          result: 'usable',
        })
      }),
    )
  })
})
