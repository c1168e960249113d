import { defineConfig } from 'vitest/config'

/** The folders of `__tests__/` that mirror `src/`: they judge its parts, in this process, and hardly wait. */
const parts = ['asking', 'base', 'catalogue', 'inputs', 'products', 'properties', 'report', 'runner', 'verdict', 'wire']
const ofParts = `__tests__/{${parts}}/**/*.test.ts`

export default defineConfig({
  test: {
    globalSetup: ['__tests__/real/left-out.ts'],
    // Whole runs wait for one another more than they use the processor: no core is left idle.
    maxWorkers: '100%',
    // A worker for each file would take longer than most files do.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: [ofParts],
          // nock has to be loaded before @actions/http-client, or requests go to the real network.
          setupFiles: ['__tests__/support/nock.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'runs',
          include: ['__tests__/**/*.test.ts'],
          exclude: [ofParts, '__tests__/real/**'],
          // Many processes share the machine while the tests run side by side.
          testTimeout: 70_000,
          hookTimeout: 60_000,
          maxConcurrency: 8,
        },
      },
    ],
  },
})
