import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, launchBrowser, type Page } from '../../scripts/preview/browser.ts'
import { writeWatchPage } from '../../src/watch/page/html/page.ts'
import { contextOf, nightOf, reportOf, watched } from '../watch/page/nights.ts'
import { findingsOf, show } from './shown.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const html = writeWatchPage(nightOf(7), contextOf())

const namesOf = (page: Page): Promise<string[]> =>
  page
    .locator('#tokens tbody tr:visible th > bdi')
    .evaluateAll((names: { textContent: string }[]) => names.map(({ textContent }) => textContent))

const allNames = nightOf(7).tokens.map(({ secret }) => secret)

describe('seven tokens in a light window', () => {
  it('show axe nothing that keeps anybody out', async () => {
    expect(await show(browser, html, { colorScheme: 'light' }, ({ page }) => findingsOf(page))).toEqual([])
  })

  it('would show it one', async () => {
    const pale = html.replace('<h1>', '<p><a href="#all"></a></p><h1>')
    const findings = await show(browser, pale, { colorScheme: 'light' }, ({ page }) => findingsOf(page))
    expect(findings.map((finding) => finding.replace(/:.*/s, ''))).toEqual(['link-name'])
  })

  it('make the browser neither complain nor ask anybody', async () => {
    const { complaints, requests } = await show(browser, html, {}, async (shown) => shown)
    expect(complaints).toEqual([])
    expect(requests).toEqual([])
  })
})

describe('a script that got into the page', () => {
  it.each([
    ['inline', '<script>document.title = "forged"</script>'],
    ['as a handler', '<img src="x" onerror="document.title = \'forged\'">'],
    ['from elsewhere', '<script src="https://example.com/forged.js"></script>'],
  ])('%s does not run', async (_, forged) => {
    const title = await show(browser, html.replace('<main>', `<main>${forged}`), {}, ({ page }) => page.title())
    expect(title).toBe('5 of 7 tokens need care · release')
  })
})

describe('sorting', () => {
  it('goes by a column, and back at the second press; how it is sorted is told', async () => {
    await show(browser, html, {}, async ({ page }) => {
      const button = page.getByRole('button', { name: 'Owner' })
      await button.click()
      expect((await namesOf(page))[0]).toBe('JIRA_PAT_PARTNER_SYNC')
      expect(
        await page
          .locator('[aria-sort]')
          .evaluateAll((heads: { textContent: string }[]) => heads.map(({ textContent }) => textContent)),
      ).toEqual(['Owner'])
      expect(await page.getByRole('status').textContent()).toBe('7 of 7 tokens, by owner')
      await button.click()
      expect((await namesOf(page))[0]).toBe('JIRA_PAT_LEGACY')
      expect(await page.getByRole('status').textContent()).toBe('7 of 7 tokens, by owner, reversed')
      expect((await namesOf(page)).toSorted()).toEqual(allNames.toSorted())
    })
  })

  it('by days left has what is not known first, and what never expires last', async () => {
    await show(browser, html, {}, async ({ page }) => {
      await page.getByRole('button', { name: 'State' }).click()
      await page.getByRole('button', { name: 'Expires' }).click()
      expect((await namesOf(page)).slice(-3)).toEqual(['JIRA_PAT_DEPLOY', 'JIRA_PAT_RELEASE', 'JIRA_PAT_LEGACY'])
    })
  })

  it('is done by keyboard alone', async () => {
    await show(browser, html, {}, async ({ page }) => {
      await page.getByRole('button', { name: 'Token name' }).focus()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Enter')
      expect(await page.getByRole('status').textContent()).toBe('7 of 7 tokens, by user')
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')
      expect(outline).toBe('solid')
    })
  })
})

describe('filtering', () => {
  it('goes by owner, server and state, all together, and ends with one press', async () => {
    await show(browser, html, {}, async ({ page }) => {
      await page.getByLabel('Server').selectOption({ label: 'jira.example.com (5)' })
      await page.getByLabel('Owner').selectOption({ label: '@octocat (2)' })
      expect(await namesOf(page)).toEqual(['JIRA_PAT_CI', 'JIRA_PAT_RELEASE'])
      await page.getByLabel('State').selectOption({ label: 'refused (1)' })
      expect(await namesOf(page)).toEqual(['JIRA_PAT_CI'])
      expect(await page.getByRole('status').textContent()).toBe('1 of 7 tokens, by days left')
      await page.getByRole('button', { name: 'Show all' }).click()
      await page.getByText('7 of 7 tokens, by days left').waitFor()
      expect(await namesOf(page)).toHaveLength(7)
    })
  })

  it('finds the tokens that nobody owns, also beside an owner who is called like that', async () => {
    const tokens = [watched('NOBODY', { owner: '' }), watched('SOMEBODY', { owner: 'all' })]
    await show(browser, writeWatchPage(reportOf(tokens), contextOf()), {}, async ({ page }) => {
      await page.getByLabel('Owner').selectOption({ label: '(none) (1)' })
      expect(await namesOf(page)).toEqual(['NOBODY'])
      await page.getByLabel('Owner').selectOption({ label: 'all (1)' })
      expect(await namesOf(page)).toEqual(['SOMEBODY'])
    })
  })
})

it('without a script there are no controls, and the table stands', async () => {
  await show(browser, html, { javaScriptEnabled: false }, async ({ page }) => {
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.getByRole('combobox').count()).toBe(0)
    expect(await page.locator('#tokens tbody tr').count()).toBe(7)
  })
})
