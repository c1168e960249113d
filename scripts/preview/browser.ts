import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** Why there is no browser here, and what would help; undefined where there is one. */
export function whyNoBrowser(): string | undefined {
  if (existsSync(CHROMIUM)) return undefined
  return `${CHROMIUM} is not there (apt-get install chromium fonts-liberation; CHROMIUM says where another one is)`
}

/** Starts a Chromium that asks nobody for anything of its own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
}
