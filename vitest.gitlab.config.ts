import { defineConfig } from 'vitest/config'
import { whyNoPipelines } from './__tests__/gitlab/program.ts'

const why = whyNoPipelines()
// Where they are to be proven, they are not to be left out.
if (why !== undefined && process.env['LEAVE_NOTHING_OUT']) throw new Error(why)
if (why !== undefined) console.log(`Skipped: the tests with gitlab-ci-local, a runner of pipelines, since ${why}.`)

/** The tests in which the components and the examples for GitLab run as published, in a runner that nobody here wrote. */
export default defineConfig({
  test: {
    include: why === undefined ? ['__tests__/gitlab/**/*.test.ts'] : [],
    passWithNoTests: why !== undefined,
    globalSetup: ['__tests__/gitlab/install.ts'],
    maxConcurrency: 4,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
