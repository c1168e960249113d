import { defineConfig } from 'vitest/config'
import { whyNoAct } from './__tests__/act/program.ts'

const why = whyNoAct()
// Where they are to be proven, they are not to be left out.
if (why !== undefined && process.env['LEAVE_NOTHING_OUT']) throw new Error(why)
if (why !== undefined) console.log(`Skipped: the tests with act, a runner of workflows, since ${why}.`)

/** The tests in which the workflows and the examples run as published, in a runner that nobody here wrote. */
export default defineConfig({
  test: {
    // act waits for the end of a failed step's process, and not for the end of what it printed, so that the last lines of
    // one may be missing now and then. That the action itself prints all of them, the tests of `dist/` hold.
    retry: 2,
    include: why === undefined ? ['__tests__/act/**/*.test.ts'] : [],
    passWithNoTests: why !== undefined,
    globalSetup: ['__tests__/act/install.ts'],
    maxConcurrency: 4,
    // The self-test installs all dependencies anew.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
