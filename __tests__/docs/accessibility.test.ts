import { describe, expect, it } from 'vitest'
import { readPages } from './markdown.ts'

const withoutCode = (text: string): string => text.replace(/^( *)```.*?^\1```$/gms, '').replace(/`[^`\n]+`/g, 'code')

/** What those hear who do not see the pictures of a page. */
const picturesIn = (page: string): { picture: string; alt: string }[] => [
  ...Array.from(page.matchAll(/<img\b[^>]*>/g), ([picture]) => ({
    picture,
    alt: /\balt="([^"]*)"/.exec(picture)?.[1] ?? '',
  })),
  ...Array.from(page.matchAll(/!\[([^\]]*)\]\([^)]*\)/g), ([picture, alt = '']) => ({ picture, alt })),
]

/** The cells of each row that has a rule below it. */
const headersIn = (page: string): string[][] =>
  Array.from(page.matchAll(/^ *\|(.*)\| *\n *\|(?: *:?-+:? *\|)+ *$/gm), ([, row = '']) =>
    row.split(/(?<!\\)\|/).map((cell) => cell.trim()),
  )

/** Words of links that say nothing of where they lead. */
const emptyLinksIn = (page: string): string[] =>
  Array.from(page.matchAll(/(?<!!)\[([^\]]*)\]\([^)]+\)/g), ([, words = '']) => words.trim()).filter((words) =>
    /^(?:|here|this|link|click here|more)$/i.test(words),
  )

const pages = readPages().map(({ path, text }) => ({ path, text: withoutCode(text) }))

describe.each(pages)('$path, to somebody who does not see it', ({ text }) => {
  it('every picture has words that say what it shows', () => {
    const silent = picturesIn(text).filter(({ alt }) => alt.split(/\s+/).length < 4)
    expect(silent).toEqual([])
  })

  it('every table has a header with a word for each column', () => {
    expect(headersIn(text).filter((cells) => !cells.every((cell) => /\S/.test(cell)))).toEqual([])
  })

  it('every link says where it leads', () => {
    expect(emptyLinksIn(text)).toEqual([])
  })
})

it('every diagram has a title and a description to be read aloud', () => {
  const diagrams = readPages().flatMap(({ blocks }) => blocks.filter(({ language }) => language === 'mermaid'))
  expect(diagrams.length).toBeGreaterThan(0)
  for (const { text } of diagrams) expect(text).toMatch(/^ *accTitle: \w.*\n *accDescr: \w/m)
})

it('finds pictures, tables and links', () => {
  const all = pages.map(({ text }) => text).join('\n')
  expect(picturesIn(all).length).toBeGreaterThan(4)
  expect(headersIn(all).length).toBeGreaterThan(20)
})

it('would find what is missing', () => {
  expect(picturesIn('<img src="a.png"> ![](b.png)').map(({ alt }) => alt)).toEqual(['', ''])
  expect(headersIn('|  | b |\n|---|:-:|\n| c | d |')).toEqual([['', 'b']])
  expect(emptyLinksIn('[here](a.md) [a page](b.md)')).toEqual(['here'])
})

it('no picture is without its other: light and dark', () => {
  for (const { path, text } of pages) {
    const sources = Array.from(text.matchAll(/images\/([\w-]+)-(light|dark)\.png/g), ([, name, scheme]) => [
      name,
      scheme,
    ])
    const lights = sources.filter(([, scheme]) => scheme === 'light').map(([name]) => name)
    const darks = sources.filter(([, scheme]) => scheme === 'dark').map(([name]) => name)
    expect(lights, path).toEqual(darks)
  }
})
