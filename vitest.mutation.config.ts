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
    include: [
      '__tests__/{asking,base,catalogue,check,github,inputs,products,report,rotate,runner,verdict,watch,wire}/**/*.test.ts',
      '__tests__/dist/scenarios.test.ts',
      '__tests__/rotation/in-process.ts',
    ],
    env: { SCENARIOS: 'in-process' },
    // A machine that does other things besides is no reason to call a mutant dead.
    testTimeout: 20_000,
    // Stryker lets nothing run side by side, and these wait: what they say of whole runs, others say of `src/asking/`.
    // Of the tests that play scenarios, the one that expects the most is enough; and some nights run in processes.
    exclude: [
      '__tests__/check/{projects,retries}.test.ts',
      '__tests__/report/scenarios.test.ts',
      '__tests__/watch/issues/killed-nights.test.ts',
    ],
  },
})
