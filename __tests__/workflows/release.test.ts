import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parseWorkflow } from '../../scripts/workflow.ts'

const scripts = parseWorkflow(readFileSync('.github/workflows/release.yml', 'utf8')).jobs.flatMap(({ steps }) =>
  steps.flatMap(({ run }) => run ?? []),
)
const directory = mkdtempSync(join(tmpdir(), 'jira-pat-check-release-'))
afterAll(() => rmSync(directory, { recursive: true }))

/** Runs the one step that holds `part`, as the runner does. */
const runStep = (part: string, tag: string): string => {
  const script = scripts.find((run) => run.includes(part))
  if (script === undefined) throw new Error(`no step of release.yml holds ${part}`)
  const env = { PATH: process.env['PATH'], GITHUB_REF_NAME: tag, RUNNER_TEMP: directory }
  execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { env, stdio: 'pipe' })
  return script.includes('notes.md') ? readFileSync(join(directory, 'notes.md'), 'utf8') : ''
}

describe.skipIf(process.platform === 'win32')('a release', () => {
  it("has its version's section of the changelog, and no other", () => {
    const notes = runStep('CHANGELOG.md', 'v1.0.0')
    expect(notes).toContain('### Added')
    expect(notes).not.toMatch(/^## |^\[/m)
  })

  it('fails without such a section', () => {
    expect(() => runStep('CHANGELOG.md', 'v0.0.1')).toThrow()
  })

  it('is of the version in package.json', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(() => runStep('package.json', `v${version}`)).not.toThrow()
    expect(() => runStep('package.json', 'v0.0.1')).toThrow()
  })
})
