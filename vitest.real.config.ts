import { defineConfig } from 'vitest/config'
import { excludeMissing, real } from './__tests__/real/needs.ts'

/** The tests against what companies have before Jira, as far as it is installed. */
export default defineConfig({
  test: {
    include: ['__tests__/real/**/*.test.ts'],
    exclude: excludeMissing(real),
    // Most of the time is spent waiting for servers that take theirs to stop.
    maxWorkers: '100%',
    maxConcurrency: 8,
    sequence: { concurrent: true },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
