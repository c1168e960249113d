/**
 * `npm run preview:watch`: shows a night of 1, 7, 50 and 250 tokens as people see it, in `.preview/watch/`: the job summary
 * as GitHub would show it, and the HTML page, in light and dark, on a phone and on paper. Wants Chromium (in Debian:
 * `apt-get install chromium fonts-liberation fonts-noto-color-emoji`; elsewhere `CHROMIUM` says where it is).
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { contextOf, nightOf, reportOf, unsound } from '../../__tests__/watch/page/nights.ts'
import { writeWatchPage } from '../../src/watch/page/html/page.ts'
import { writeWatchSummary } from '../../src/watch/page/summary.ts'
import { launchBrowser } from './browser.ts'
import { renderMarkdown } from './markdown.ts'
import { photograph } from './photograph.ts'

const directory = fileURLToPath(new URL('../../.preview/watch', import.meta.url))
const WIDTHS = [320, 1200]

const nights = [
  ...[1, 7, 50, 250].map((count) => ({ name: String(count), report: nightOf(count), context: contextOf() })),
  { name: 'unsound', report: reportOf([]), context: contextOf({ problem: unsound }) },
]

await rm(directory, { recursive: true, force: true })
await mkdir(directory, { recursive: true })
const cards = nights.map(({ name, report, context }) => ({
  name: `summary-${name}`,
  heading: 'watch summary',
  html: `<div class="markdown-body">${renderMarkdown(writeWatchSummary(report, context))}</div>`,
}))
await photograph(cards, { directory, page: 'summaries', width: 960, scale: 1 })

const browser = await launchBrowser()
try {
  for (const { name, report, context } of nights) {
    const file = join(directory, `page-${name}.html`)
    await writeFile(file, writeWatchPage(report, context))
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of WIDTHS) {
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } })
        await page.goto(pathToFileURL(file).href)
        await page.screenshot({ path: join(directory, `page-${name}-${colorScheme}-${width}.png`), fullPage: true })
        if (colorScheme === 'dark') await page.pdf({ path: join(directory, `page-${name}.pdf`), format: 'A4' })
        await page.close()
      }
    }
  }
} finally {
  await browser.close()
}
console.log(`The summaries and pages are in ${directory}.`)
