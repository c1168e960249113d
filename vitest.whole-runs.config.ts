import { defineConfig } from 'vitest/config'

/**
 * The tests that Stryker holds against a mutant in how the process ends: whole runs of the sources, as Stryker has
 * changed them, and those in this process.
 */
export default defineConfig({
  test: {
    include: ['__tests__/runner/ending.test.ts', '__tests__/dist/{ending,standard-input}.test.ts'],
    testTimeout: 70_000,
    env: { PROGRAM_UNDER_TEST: 'src/index.ts' },
  },
})
