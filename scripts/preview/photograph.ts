import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launchBrowser } from './browser.ts'
import { type Card, writePage } from './page.ts'

export interface PhotographOptions {
  /** Where the page and the pictures go. */
  readonly directory: string
  /** Name of the page, without `.html`. */
  readonly page: string
  /** Width of the window in CSS pixels. */
  readonly width: number
  /** Pixels of the picture to a CSS pixel. */
  readonly scale: number
}

/**
 * Writes a page with these cards, opens it in a real browser, light and dark, and takes a picture of every card:
 * `NAME-light.png` and `NAME-dark.png`. Throws where a diagram could not be drawn.
 * @returns the paths of the pictures
 */
export async function photograph(cards: readonly Card[], options: PhotographOptions): Promise<readonly string[]> {
  const { directory, width, scale } = options
  const file = join(directory, `${options.page}.html`)
  await writeFile(file, writePage(cards))
  const pictures: string[] = []
  const browser = await launchBrowser()
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({
        colorScheme,
        viewport: { width, height: 900 },
        deviceScaleFactor: scale,
      })
      await page.goto(pathToFileURL(file).href)
      const body = page.locator('body[data-drawn]')
      const problem = await body.getAttribute('data-drawn')
      if (problem) throw new Error(`A diagram cannot be drawn: ${problem}`)
      for (const { name } of cards) {
        const path = join(directory, `${name}-${colorScheme}.png`)
        await page.locator(`[id="${name}"]`).screenshot({ path })
        pictures.push(path)
      }
      await page.close()
    }
    return pictures
  } finally {
    await browser.close()
  }
}

/** Left free below the last thing that is shown, in CSS pixels. */
const MARGIN = 16

/**
 * Opens a page in a real browser, light and dark, and takes a picture of its beginning: `NAME-light.png` and
 * `NAME-dark.png`.
 * @param last CSS selector; the picture ends with the first that it selects
 * @returns the paths of the pictures
 */
export async function photographPage(
  path: string,
  { name, directory, width, last, scale }: Omit<PhotographOptions, 'page'> & { name: string; last: string },
): Promise<readonly string[]> {
  const browser = await launchBrowser()
  try {
    const pictures: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 }, deviceScaleFactor: scale })
      await page.goto(pathToFileURL(path).href)
      const box = await page.locator(last).first().boundingBox()
      if (box === null) throw new Error(`${path} shows no ${last}`)
      const picture = join(directory, `${name}-${colorScheme}.png`)
      const clip = { x: 0, y: 0, width, height: Math.ceil(box.y + box.height) + MARGIN }
      await page.screenshot({ path: picture, fullPage: true, clip })
      await page.close()
      pictures.push(picture)
    }
    return pictures
  } finally {
    await browser.close()
  }
}
