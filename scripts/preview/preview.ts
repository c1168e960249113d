/**
 * `npm run preview:summary [-- NAME …]`: runs the packaged action over the scenarios and shows each job summary as
 * GitHub would, in `.preview/`: one page, and a picture of each in light and dark. Wants Chromium (in Debian:
 * `apt-get install chromium fonts-liberation fonts-noto-color-emoji`; elsewhere `CHROMIUM` says where it is).
 */
import { mkdir, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { play } from '../../__tests__/support/play.ts'
import { scenarios } from '../../__tests__/support/scenarios.ts'
import { renderMarkdown } from './markdown.ts'
import { photograph } from './photograph.ts'

/** Some scenarios wait for a time-out; the others need not wait for them. */
const AT_A_TIME = 4

const directory = fileURLToPath(new URL('../../.preview', import.meta.url))
const names = process.argv.slice(2)
const chosen = scenarios.filter(({ name }) => names.length === 0 || names.includes(name))
const missing = names.filter((name) => !chosen.some((scenario) => scenario.name === name))
if (missing.length > 0) {
  console.error(`There is no scenario ${missing.join(', ')}. npm start -- --list names them all.`)
  process.exit(2)
}

const cards: { name: string; heading: string; html: string }[] = []
const queue = chosen.entries()
await Promise.all(
  Array.from({ length: AT_A_TIME }, async () => {
    for (const [index, scenario] of queue) {
      const { result } = await play(scenario)
      const html = `<div class="markdown-body">${renderMarkdown(result.summary)}</div>`
      cards[index] = { name: scenario.name, heading: `${scenario.name}: ${scenario.title}`, html }
    }
  }),
)

await rm(directory, { recursive: true, force: true })
await mkdir(directory, { recursive: true })
await photograph(cards, { directory, page: 'index', width: 960, scale: 1 })
console.log(`${cards.length} summaries are in ${directory}: index.html, NAME-light.png and NAME-dark.png.`)
