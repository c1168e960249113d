import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    exclude: ['__tests__/real/**', 'node_modules/**'],
    globalSetup: ['__tests__/real/left-out.ts'],
    // nock has to be loaded before @actions/http-client, or requests go to the real network.
    setupFiles: ['__tests__/support/nock.ts'],
  },
})
