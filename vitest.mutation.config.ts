import { defineConfig } from 'vitest/config'

/**
 * The tests that Stryker holds against each mutant: those that run in this process, sockets on loopback included.
 * Whole runs of `dist/` would notice nothing of a mutant in `src/`, and properties would make thousands of mutants slow.
 */
export default defineConfig({
  test: {
    // A worker for each file would take most of the time.
    isolate: false,
    setupFiles: ['__tests__/support/nock.ts'],
    include: ['__tests__/{asking,base,catalogue,check,inputs,products,report,runner,verdict,wire}/**/*.test.ts'],
    // Stryker lets nothing run side by side, and these wait: what they say of whole runs, others say of `src/asking/`.
    // Every scenario plays through nearly every line, for seconds.
    exclude: ['__tests__/check/{projects,retries}.test.ts', '__tests__/report/scenarios.test.ts'],
  },
})
