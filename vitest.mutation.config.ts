import { defineConfig } from 'vitest/config'

/**
 * The tests that Stryker holds against each mutant: the tables of the pure parts. Whole runs of `dist/` would notice
 * nothing of a mutant in `src/`, and properties and sockets would make thousands of mutants slow.
 */
export default defineConfig({
  test: {
    // A worker for each file would take most of the time.
    isolate: false,
    include: [
      '__tests__/{inputs,verdict,jira}/**/*.test.ts',
      '__tests__/report/{decoding,presentation,redact,untrusted}.test.ts',
    ],
  },
})
