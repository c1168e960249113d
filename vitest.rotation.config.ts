import { defineConfig } from 'vitest/config'

/** All ways for a rotation to go wrong, of which `npm test` plays a part. */
export default defineConfig({
  test: {
    include: ['__tests__/rotation/**/*.test.ts'],
    env: { ROTATION: 'whole' },
    // Each of the tests is thousands of processes.
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
  },
})
