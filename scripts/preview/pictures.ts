/**
 * `npm run preview:pictures`: takes the pictures in `docs/images/` from real runs in a real browser. Wants
 * Chromium and pngquant (in Debian: `apt-get install chromium pngquant fonts-liberation fonts-noto-color-emoji`).
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { play } from '../../__tests__/support/play.ts'
import { renderAnnotation } from './annotation.ts'
import { renderMarkdown } from './markdown.ts'
import type { Card } from './page.ts'
import { photograph, photographPage } from './photograph.ts'
import { rotatedHtml } from './rotated.ts'
import { type Scene, scenes } from './scenes.ts'
import { withWatchPage } from './watch-page.ts'

const images = fileURLToPath(new URL('../../docs/images', import.meta.url))
const JOB = 'jira'

/** In CSS pixels: no more, so that what is written in a picture can be read on a phone too. */
const WIDTH = 640

/** A diagram with the name of a token in its bar needs more. */
const DIAGRAM_WIDTH = 760

const cards: Card[] = []
for (const scene of scenes) {
  const { result } = await play(scene)
  const [annotation] = result.annotations
  if (annotation === undefined) throw new Error(`${scene.name} has no annotation`)
  const taken: Record<Scene['shows'][number], Card> = {
    annotation: {
      name: `annotation-${scene.name}`,
      heading: 'Annotations',
      html: renderAnnotation(annotation, JOB),
    },
    summary: {
      name: `summary-${scene.name}`,
      heading: `${JOB} summary`,
      html: `<div class="markdown-body">${renderMarkdown(result.summary)}</div>`,
    },
  }
  cards.push(...scene.shows.map((kind) => taken[kind]))
}
const rotated: Card = {
  name: 'summary-rotated',
  heading: 'rotate summary',
  html: `<div class="markdown-body">${await rotatedHtml()}</div>`,
}

const directory = await mkdtemp(join(tmpdir(), 'pictures-'))
try {
  const size = { directory, width: WIDTH, scale: 2 }
  const pictures = [...(await photograph(cards, { ...size, page: 'index' }))]
  pictures.push(...(await photograph([rotated], { ...size, page: 'rotated', width: DIAGRAM_WIDTH })))
  await withWatchPage(async (path) => {
    pictures.push(...(await photographPage(path, { ...size, name: 'watch-page', last: 'article' })))
  })
  for (const picture of pictures) {
    execFileSync('pngquant', ['--force', '--strip', '--output', join(images, basename(picture)), '--', picture])
  }
} finally {
  await rm(directory, { recursive: true })
}
