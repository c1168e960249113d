import { defineConfig } from 'vitest/config'
import { excludeMissing, fronts } from './__tests__/real/needs.ts'

/** The tests against what is heavier to install, as far as it is: `npm run test:fronts -- traefik`. */
export default defineConfig({
  test: {
    include: ['__tests__/fronts/**/*.test.ts'],
    exclude: excludeMissing(fronts),
    maxConcurrency: 8,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
