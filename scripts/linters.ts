/**
 * `npm run check:linters`: the workflows, the examples and every `action.yml` by linters that others wrote; their names after
 * `--` run those only. What they let through stands in `.github/zizmor.yml`, with the reason.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildGoTool, installWheels } from './installed.ts'

const pins = join(import.meta.dirname, 'linters')
const workflowsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => `${folder}/${name}`)
const workflows = workflowsIn('.github/workflows')
const examples = workflowsIn('examples/github')

/** What a schema describes. */
const schemas: Record<string, string[]> = {
  'github-workflows': [...workflows, ...examples],
  'github-actions': ['action.yml', 'watch/action.yml', 'rotate/action.yml'],
  'github-issue-config': ['.github/ISSUE_TEMPLATE/config.yml'],
  'github-issue-forms': ['.github/ISSUE_TEMPLATE/bug.yml', '.github/ISSUE_TEMPLATE/feature.yml'],
  dependabot: ['.github/dependabot.yml'],
  'gitlab-ci': ['examples/gitlab-ci.yml', 'examples/gitlab-component.yml'],
  'azure-pipelines': ['examples/azure-pipelines.yml'],
  'bitbucket-pipelines': ['examples/bitbucket-pipelines.yml'],
}

/** Whether a program, found among the wheels or given by its path, has nothing to say against. */
const passes = (program: string, args: string[], env: Record<string, string> = {}): boolean =>
  spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0

const linters: Record<string, () => boolean> = {
  actionlint: () => {
    const actionlint = buildGoTool(join(pins, 'go'), 'github.com/rhysd/actionlint/cmd/actionlint')
    // Scripts of steps are held against the shells themselves, whether or not the machine has these.
    return passes(actionlint, ['-shellcheck=', '-pyflakes=', ...workflows, ...examples])
  },
  zizmor: () => {
    const zizmor = join(installWheels(join(pins, 'requirements.txt')), 'bin/zizmor')
    return passes(zizmor, ['--offline', '--persona=pedantic', '--no-progress', '--quiet', '.', ...examples])
  },
  'check-jsonschema': () => {
    const wheels = installWheels(join(pins, 'requirements.txt'))
    return Object.entries(schemas)
      .map(([schema, files]) => {
        // The schema of Azure Pipelines has patterns that are none under the flag `u`.
        const how = ['--regex-variant', 'nonunicode', '--builtin-schema', `vendor.${schema}`]
        const args = ['-m', 'check_jsonschema', ...how, ...files]
        return passes('python3', args, { PYTHONPATH: wheels })
      })
      .every(Boolean)
  },
  'kubernetes-validate': () => {
    const wheels = installWheels(join(pins, 'requirements.txt'))
    const args = ['-m', 'kubernetes_validate', '--strict', '--quiet', 'examples/kubernetes-cronjob.yaml']
    return passes('python3', args, { PYTHONPATH: wheels })
  },
}

const named = process.argv.slice(2)
const unknown = named.filter((name) => !(name in linters))
if (unknown.length > 0) {
  console.error(`There is no linter ${unknown.join(', ')}: there are ${Object.keys(linters).join(', ')}.`)
  process.exitCode = 2
} else {
  for (const [name, lint] of Object.entries(linters)) {
    if (named.length > 0 && !named.includes(name)) continue
    console.log(`${name} …`)
    if (!lint()) process.exitCode = 1
  }
}
