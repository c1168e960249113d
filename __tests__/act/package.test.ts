import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tryPackage } from '../support/try-package.ts'
import { nodeFolder } from './program.ts'

it('the npm package runs on Node 22.15, the oldest that will do', async () => {
  const { exitCode, output } = await tryPackage(join(nodeFolder(22), 'node'))
  expect(output).toMatch(/^jira-pat-check-[\d.]+\.tgz runs as npx jira-pat-check on Node 22\.15\.0\.$/m)
  expect(exitCode).toBe(0)
})
