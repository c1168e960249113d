import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from '../../scripts/preview/axe.ts'
import type { Browser, BrowserContextOptions, Page } from '../../scripts/preview/browser.ts'

/** A page that a browser shows, and what it did meanwhile. */
export interface Shown {
  page: Page
  /** What the browser complained of: a script that its policy forbids, an error in one. */
  complaints: string[]
  /** What it asked for, besides the page itself. */
  requests: string[]
}

/** Has a browser show a page in a window of its own, and looks at it. */
export async function show<Seen>(
  browser: Browser,
  html: string,
  options: BrowserContextOptions,
  look: (shown: Shown) => Promise<Seen>,
): Promise<Seen> {
  const directory = await mkdtemp(join(tmpdir(), 'page-'))
  const file = join(directory, 'page.html')
  await writeFile(file, html)
  const url = pathToFileURL(file).href
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options })
  try {
    const page = await context.newPage()
    const complaints: string[] = []
    const requests: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('request', (request) => request.url() === url || requests.push(request.url()))
    await page.goto(url)
    return await look({ page, complaints, requests })
  } finally {
    await context.close()
    await rm(directory, { recursive: true })
  }
}

/** What axe finds against WCAG 2.2 AA and against good practice: the rule, and where. */
export async function findingsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const results = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations', 'incomplete'] })`,
  )) as axe.AxeResults
  const told = [...results.violations, ...results.incomplete]
  return told.flatMap(({ id, nodes }) => nodes.map(({ target, any }) => `${id}: ${target} ${any[0]?.message ?? ''}`))
}

/** How many CSS pixels the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
