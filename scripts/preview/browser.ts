import { type Browser, chromium } from 'playwright-core'
import { CHROMIUM } from './chromium.ts'

export type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** Starts a Chromium that asks nobody for anything of its own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
}
