import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { rotatedSummary } from '../../scripts/preview/rotated.ts'
import { drawTimeline } from '../../src/report/timeline.ts'
import { writeWatchSummary } from '../../src/watch/page/summary.ts'
import { readPages } from '../docs/markdown.ts'
import { parseGantt } from '../report/gantt.ts'
import { heard } from '../report/heard.ts'
import { hostileNames } from '../report/hostile-names.ts'
import { tokenOf } from '../verdict/asked-for.ts'
import { contextOf, nightOf } from '../watch/page/nights.ts'
import { loadMermaid, type Mermaid } from './mermaid.ts'

let mermaid: Mermaid

beforeAll(async () => {
  mermaid = await loadMermaid()
})
afterAll(() => {
  vi.unstubAllGlobals()
})

/** The diagram in a summary, without the fence around it. */
const ganttIn = (markdown: string): string => /^```mermaid\n(.*?)\n```$/ms.exec(markdown)?.[1] ?? ''

describe('Mermaid itself reads a time line as the other tests do', () => {
  const expectSame = async (markdown: string): Promise<void> => {
    const text = ganttIn(markdown)
    expect(await mermaid.readGantt(text)).toEqual({ ...parseGantt(text), links: 0 })
  }
  const ofName = (name: string): string =>
    drawTimeline(heard({ tokens: [tokenOf(name, 5), tokenOf('deploy', 80)] }, { expiryFailDays: 3 })).join('\n\n')

  it.each([1, 7, 50, 250])('of %i watched tokens', (count) =>
    expectSame(writeWatchSummary(nightOf(count), contextOf())),
  )

  it.each([...hostileNames, 'ключ 鍵 ci_1.2 (main)', 'x'.repeat(100)])('of a token with the name %j', (name) =>
    expectSame(ofName(name)),
  )

  it('of a token with any name', async () => {
    const words = ['%%{', 'section ', 'title ', 'click ']
    const signs = fc.constantFrom(...'<>[]()!`~*_#|\\/-+=.:;&@$%^{},"\'?\n\r\t aA1“', ...words)
    const name = fc.array(signs, { maxLength: 12 }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(name, (one) => expectSame(ofName(one))),
      { seed: 20261122, numRuns: 200 },
    )
  })

  it('and would both notice a name that leads somewhere', async () => {
    const [bar = ''] = /“ci”.*/.exec(ofName('ci')) ?? []
    const led = `${bar.replace('crit, ', 'crit, one, ')}\n    click one href "https://evil.example"`
    const forged = ganttIn(ofName('ci')).replace(bar, led)
    expect(await mermaid.readGantt(forged)).toMatchObject({ links: 1 })
    expect(() => parseGantt(forged)).toThrow('Mermaid would make something of')
  })
})

describe('what is read aloud to somebody who does not see a diagram', () => {
  it('is there in the summary of a check', async () => {
    const diagram = ganttIn(drawTimeline(heard({ tokens: [tokenOf('ci', 5)] })).join('\n\n'))
    expect(await mermaid.readAloud(diagram)).toEqual({
      title: 'How long the tokens live',
      description: 'A bar for each token, from today to its last day. The table has the same as text.',
    })
  })

  it('is there in the summary of a rotation, with the days', async () => {
    const { title, description } = await mermaid.readAloud(ganttIn((await rotatedSummary()).summary))
    expect(title).toBe('The lives of the old token and of the new one')
    expect(description).toMatch(
      /^Bars for the old token \(until \d{4}-\d\d-\d\d\) and for the new one \(until \d{4}-\d\d-\d\d\)\.$/,
    )
  })
})

it('Mermaid draws every diagram of the documentation, and has words for it', async () => {
  const diagrams = readPages().flatMap(({ blocks }) => blocks.filter(({ language }) => language === 'mermaid'))
  expect(diagrams.length).toBeGreaterThan(0)
  for (const { text } of diagrams) {
    expect(await mermaid.kindOf(text)).toMatch(/^(?:flowchart|gantt)/)
    const { title, description } = await mermaid.readAloud(text)
    expect([title, description]).toEqual([expect.stringMatching(/\w+ \w+/), expect.stringMatching(/\w+ \w+/)])
  }
})
