import { defineConfig } from 'vitest/config'
import { describeMissing, missingPrograms } from './__tests__/real/programs.ts'

const missing = missingPrograms()
if (missing.length > 0) throw new Error(describeMissing(missing))

/** The tests against squid, nginx and openssl, which all have to be there. */
export default defineConfig({
  test: {
    include: ['__tests__/real/**/*.test.ts'],
    // Each test starts servers of its own, and some of them take their time to stop.
    maxConcurrency: 8,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
