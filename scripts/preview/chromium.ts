import { existsSync } from 'node:fs'

/** The path of the browser. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Why there is no browser here, and what would help; undefined where there is one. */
export function whyNoBrowser(): string | undefined {
  if (existsSync(CHROMIUM)) return undefined
  return `${CHROMIUM} is not there (apt-get install chromium fonts-liberation; CHROMIUM says where another one is)`
}
