import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { oldNode } from '../support/old-node.ts'
import { parseOutputs } from '../support/outputs.ts'

const dist = 'dist/index.js'

/** An older Node that is on this machine by chance, beside the one that the tests run on. */
const olderNode = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((directory) => !directory.includes('node_modules'))
  .map((directory) => join(directory, 'node'))
  .filter((path) => existsSync(path))
  .find((path) => /^v(?:18|20)\./.test(execFileSync(path, ['--version'], { encoding: 'utf8' })))

const told = {
  message: /Node\.js (?:18|20)\.\d+\.\d+ runs jira-pat-check, which needs 22\.15 or later\./,
  title: 'This Node.js is too old',
}

describe('the bundle', () => {
  it('has no syntax that is newer than Node 18', () => {
    const args = ['--ignoreConfig', '--noEmit', '--allowJs', '--checkJs', '--noResolve', '--skipLibCheck']
    const target = ['--target', 'es2022', '--module', 'esnext', '--types', '']
    const { stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', ...args, ...target, dist], {
      encoding: 'utf8',
    })
    // TypeScript has much to say of a bundle; TS1… is what the syntax of the target does not have.
    expect(stdout).toMatch(/error TS7\d{3}/)
    expect(stdout.split('\n').filter((line) => /error TS(?:1\d{3}|2318):/.test(line))).toEqual([])
    const text = readFileSync(dist, 'utf8')
    expect(text).not.toMatch(/\/\w*v\w*[,;)\n]\s*$|\(\?[ims]*-?[ims]+:|\bwith \{ type:/m)
  })

  const runs: [what: string, command: string[]][] = [
    ['one that has nothing newer than Node 18', [process.execPath, ...oldNode('18.12.0'), dist]],
    ...(olderNode === undefined ? [] : [['one that is older indeed', [olderNode, dist]] satisfies [string, string[]]]),
  ]

  describe.each(runs)('says on an older Node that it is too old: %s', (_, [node = '', ...args]) => {
    const run = (more: string[], env: Record<string, string>) =>
      spawnSync(node, [...args, ...more], { encoding: 'utf8', env: { JIRA_PAT: 'hunter2-hunter2', ...env } })

    it('on the command line', () => {
      const { status, stdout, stderr } = run([], {})
      expect(stdout).toMatch(told.message)
      expect(stdout).toContain(`MISCONFIGURED: ${told.title}\n`)
      expect([status, stderr]).toEqual([2, ''])
    })

    it('on the command line, with a report', () => {
      const { status, stdout } = run(['--report', '-'], {})
      expect(JSON.parse(stdout)).toMatchObject({ reason: 'node-unsupported', result: 'misconfigured', stage: 'inputs' })
      expect(status).toBe(2)
    })

    it('on GitHub, with all outputs and the summary', () => {
      const directory = mkdtempSync(join(tmpdir(), 'jira-pat-check-'))
      onTestFinished(() => rmSync(directory, { recursive: true }))
      const [output, summary] = ['output', 'summary.md'].map((name) => join(directory, name))
      for (const path of [output, summary]) writeFileSync(path ?? '', '')
      const files = { GITHUB_OUTPUT: output ?? '', GITHUB_STEP_SUMMARY: summary ?? '' }
      const env = { GITHUB_ACTIONS: 'true', 'INPUT_JOB-SUMMARY': 'true', ...files }
      const { status, stdout, stderr } = run([], env)
      expect(stdout).toMatch(told.message)
      expect(stdout).toContain(`::error title=${told.title}::`)
      expect([status, stderr]).toEqual([1, ''])
      expect(parseOutputs(readFileSync(output ?? '', 'utf8'))).toMatchObject({
        result: 'misconfigured',
        category: 'configuration',
        reason: 'node-unsupported',
      })
      expect(readFileSync(summary ?? '', 'utf8')).toContain('## ⚙️ This Node')
      expect(run([], { ...env, 'INPUT_FAIL-ON': 'none' }).status).toBe(0)
    })
  })
})
