import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Repository {
  path: string
  remove(): void
}

/** Makes a git repository of some files: their paths, and their text. Scripts can be run. */
export function makeRepository(files: Record<string, string>): Repository {
  const path = mkdtempSync(join(tmpdir(), 'jira-pat-check-repository-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), text, { mode: text.startsWith('#!') ? 0o755 : 0o644 })
  }
  const git = (...args: string[]) => execFileSync('git', ['-C', path, ...args])
  git('init', '--quiet', '--initial-branch', 'main')
  git('add', '--all')
  git('-c', 'user.name=ci', '-c', 'user.email=ci@example.com', 'commit', '--quiet', '--message', 'Begin')
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** This action as a release has it: what the runner takes of it, and nothing else. */
export function publishedAction(): Repository {
  const path = mkdtempSync(join(tmpdir(), 'jira-pat-check-published-'))
  for (const name of ['action.yml', 'dist', 'watch', 'rotate']) cpSync(name, join(path, name), { recursive: true })
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Every repository with an action that a workflow's text uses, `owner/name@ref`; those of one owner only. */
export const actionsIn = (text: string, owner: string): string[] => [
  ...new Set(
    Array.from(
      text.matchAll(new RegExp(`uses: (${owner}/[\\w-]+)(?:/[\\w/-]+)?(@\\S+)`, 'g')),
      ([, name = '', ref = '']) => name + ref,
    ),
  ),
]

/** A composite action of one script, instead of one that would need GitHub. */
export const scriptAction = (inputs: string[], script: string): string => `
name: Stand-in
description: Instead of one that would need GitHub
inputs:
${inputs.map((name) => `  ${name}: { description: ${name}, required: false }`).join('\n')}
runs:
  using: composite
  steps:
    - shell: bash
      env:
${inputs.map((name) => `        INPUT_${name.toUpperCase().replaceAll('-', '_')}: \${{ inputs.${name} }}`).join('\n')}
      run: ${script}
`
