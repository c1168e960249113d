import { defineConfig } from 'vitest/config'
import { whyNoBrowser } from './scripts/preview/chromium.ts'

const why = whyNoBrowser()
// Where they are to be proven, they are not to be left out.
if (why !== undefined && process.env['LEAVE_NOTHING_OUT']) throw new Error(why)
if (why !== undefined) console.log(`Skipped: the tests of the page in a real browser, since ${why}.`)

/** The tests in which a real browser shows the page of many tokens: `npm run test:page -- first-look` for the shortest. */
export default defineConfig({
  test: {
    include: why === undefined ? ['__tests__/page/**/*.test.ts'] : [],
    passWithNoTests: why !== undefined,
    // Each file has a browser of its own.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
