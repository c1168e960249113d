import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseWorkflow } from '../../scripts/workflow.ts'
import { reasonTable } from '../../src/catalogue/reasons.ts'
import { goodToken } from '../support/healthy.ts'
import { readRecipe } from '../support/recipe.ts'
import { allScenarios } from '../support/scenarios.ts'
import { readPage } from './markdown.ts'

const { text, blocks } = readPage('docs/stand-in-jira.md')

describe('docs/stand-in-jira.md', () => {
  it('is right that every reason is the name of a scenario', () => {
    expect(text).toContain('Every reason of [reasons.md](reasons.md) but those of a rotation is one of them')
    const reasons = Object.entries(reasonTable).filter(([, { category }]) => category !== 'rotation')
    expect(allScenarios.map(({ name }) => name)).toEqual(expect.arrayContaining(reasons.map(([reason]) => reason)))
  })

  it('shows the token that the stand-in knows', () => {
    expect(text).toContain(`\nJIRA_PAT=${goodToken}\n`)
  })
})

/** The script of the step that starts the stand-in. */
const stepOf = (workflow: string): string => {
  const steps = parseWorkflow(workflow).jobs.flatMap((job) => job.steps)
  const script = steps.find(({ run }) => run?.includes('--serve'))?.run
  if (script === undefined) throw new Error('no step starts the stand-in')
  return script
}

describe.skipIf(process.platform === 'win32')('the step that starts the stand-in', () => {
  const directory = mkdtempSync(join(tmpdir(), 'jira-pat-check-step-'))
  beforeAll(() => {
    writeFileSync(join(directory, 'npm'), '#!/bin/sh\nsleep 0.1\necho npm has no network >&2\nexit 7\n', {
      mode: 0o755,
    })
  })
  afterAll(() => rmSync(directory, { recursive: true }))

  it.concurrent.each([
    ['.github/workflows/ci.yml', () => stepOf(readFileSync('.github/workflows/ci.yml', 'utf8'))],
    ['docs/stand-in-jira.md', () => stepOf(blocks.find(({ language }) => language === 'yaml')?.text ?? '')],
    ['npm start -- --help', readRecipe],
  ])('fails, and shows why, where the stand-in does not start: %s', async (_, script) => {
    // Of its own: each writes its log to the same name in it.
    const temp = mkdtempSync(join(directory, 'runner-'))
    const environment = { RUNNER_TEMP: temp, GITHUB_ENV: join(temp, 'env'), GITHUB_OUTPUT: join(temp, 'out') }
    const path = [directory, process.env['PATH']].join(delimiter)
    const run = await new Promise<{ exitCode: unknown; output: string }>((resolve) => {
      const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script()]
      execFile('bash', args, { env: { ...environment, PATH: path }, timeout: 30_000 }, (error, stdout, stderr) =>
        resolve({ exitCode: error?.code ?? 0, output: stdout + stderr }),
      )
    })
    expect(run).toEqual({ exitCode: 1, output: expect.stringContaining('npm has no network') })
  })
})
