import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    exclude: ['__tests__/{act,clients,fronts,gitlab,page,real}/**', 'node_modules/**'],
    globalSetup: ['__tests__/act/left-out.ts', '__tests__/real/left-out.ts'],
    setupFiles: ['__tests__/support/nock.ts'],
    // Half of the tests take less time than a worker of their own would need to start.
    isolate: false,
    // A whole run waits more than it computes: for its process, for an answer that never comes.
    maxWorkers: '100%',
    maxConcurrency: 8,
    // A process that does not end is killed after a minute, and what it had printed is told.
    testTimeout: 70_000,
    hookTimeout: 70_000,
  },
})
