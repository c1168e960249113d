import { defineConfig } from 'vitest/config'
import { whyNoWheels } from './scripts/installed.ts'

const why = whyNoWheels()
if (why !== undefined) console.log(`Skipped: the clients of Jira that are in Python, since ${why}.`)

/** The tests in which clients that others wrote take the stand-in for a Jira. They are installed for it. */
export default defineConfig({
  test: {
    include: ['__tests__/clients/**/*.test.ts'],
    // Each starts an interpreter and a server; what they need is installed in the first of them.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
