import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, launchBrowser } from '../../scripts/preview/browser.ts'
import { writeWatchPage } from '../../src/watch/page/html/page.ts'
import type { WatchReport } from '../../src/watch/watched-token.ts'
import { hostileNames } from '../report/hostile-names.ts'
import { contextOf, nightOf, rejected, reportOf, unsound, watched } from '../watch/page/nights.ts'
import { findingsOf, overflowOf, show } from './shown.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const longNames: WatchReport = reportOf([
  rejected(`JIRA_${'X'.repeat(200)}`, { owner: 'o'.repeat(300), baseUrl: `https://${'s'.repeat(200)}.example.com` }),
  watched(`JIRA_${'Y'.repeat(200)}`, { owner: 'o'.repeat(300), usedBy: 'u'.repeat(300) }),
])

const pages: Record<string, string> = {
  ...Object.fromEntries(
    [1, 7, 50, 250].map((count) => [`${count} tokens`, writeWatchPage(nightOf(count), contextOf())]),
  ),
  'an unsound list': writeWatchPage(reportOf([]), contextOf({ problem: unsound })),
  'a night that is well': writeWatchPage(reportOf([watched('A'), watched('B')]), contextOf()),
  'names without an end': writeWatchPage(longNames, contextOf()),
}

const widths = [320, 700, 1200]

describe.each(Object.entries(pages))('%s', (_, html) => {
  it.each((['light', 'dark'] as const).flatMap((colorScheme) => widths.map((width) => ({ colorScheme, width }))))(
    '$colorScheme, $width pixels wide: axe finds nothing, and nothing is wider than the window',
    async ({ colorScheme, width }) => {
      await show(browser, html, { colorScheme, viewport: { width, height: 900 } }, async ({ page, complaints }) => {
        expect(await overflowOf(page)).toBe(0)
        expect(await findingsOf(page)).toEqual([])
        expect(complaints).toEqual([])
      })
    },
  )

  it('on paper is dark on light for those too who have it dark on a screen', async () => {
    await show(browser, html, { colorScheme: 'dark', viewport: { width: 700, height: 900 } }, async ({ page }) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(27, 32, 39)')
      expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('light')
      expect(await page.locator('form:visible, nav:visible').count()).toBe(0)
      expect(await overflowOf(page)).toBe(0)
    })
  })
})

it('moves nothing for those who do not want it', async () => {
  const behaviour = (reducedMotion: 'reduce' | 'no-preference') =>
    show(browser, pages['7 tokens'] ?? '', { reducedMotion }, ({ page }) =>
      page.evaluate('getComputedStyle(document.documentElement).scrollBehavior'),
    )
  expect(await behaviour('reduce')).toBe('auto')
  expect(await behaviour('no-preference')).toBe('smooth')
})

it('lets no name become more than text', async () => {
  const tokens = hostileNames.map((name) =>
    rejected(`A ${name}`, { owner: name, title: name, message: name, usedBy: name }),
  )
  await show(
    browser,
    writeWatchPage(reportOf(tokens, { list: hostileNames.join(' ') }), contextOf()),
    {},
    async (shown) => {
      expect(shown.complaints).toEqual([])
      expect(shown.requests).toEqual([])
      expect(await shown.page.locator('img, h4, main script, main a:not([href^="https://github.com/"])').count()).toBe(
        0,
      )
      expect(await shown.page.locator('#tokens tbody tr').count()).toBe(hostileNames.length)
    },
  )
})
