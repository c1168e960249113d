import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPage } from '../docs/markdown.ts'
import { readRecipe } from '../support/recipe.ts'
import { runAct } from './act.ts'
import { actionsIn, makeRepository, publishedAction, type Repository, scriptAction } from './repository.ts'

const published = readPage('docs/stand-in-jira.md').blocks.find(({ language }) => language === 'yaml')?.text ?? ''

describe.concurrent('a workflow against the stand-in that it starts itself', () => {
  let clone: Repository
  let checkout: Repository
  let action: Repository
  beforeAll(() => {
    clone = cloneWithDependencies()
    // Unlike the one of GitHub, it finds the dependencies there already: to install them anew is what the self-test does.
    checkout = makeRepository({
      'action.yml': scriptAction(
        ['repository', 'ref', 'path', 'persist-credentials'],
        `cp -a '${clone.path}' "$INPUT_PATH"`,
      ),
    })
    action = publishedAction()
  })
  afterAll(() => {
    for (const repository of [clone, checkout, action]) repository.remove()
  })

  const run = async (text: string) => {
    const repository = makeRepository({ 'try.yml': text })
    try {
      return await runAct({
        repository: repository.path,
        workflow: 'try.yml',
        event: 'workflow_dispatch',
        actions: Object.fromEntries([
          ...actionsIn(text, 'actions').map((uses) => [uses, checkout.path]),
          ...actionsIn(text, 'jira-pat-check').map((uses) => [uses, action.path]),
        ]),
      })
    } finally {
      repository.remove()
    }
  }

  it('does what docs/stand-in-jira.md says, as published', async () => {
    const result = await run(published)
    expect(result, result.output).toMatchObject({ exitCode: 0 })
    expect(result.step('Build, whatever Jira says').log).toEqual(['building'])
    expect(result.step('It was the maintenance that stopped us').outcome).toBe('success')
    expect(result.steps.map(({ name }) => name)).not.toContain('Deploy, if Jira let us')
  })

  it('has a Jira by the recipe of npm start -- --help', async () => {
    const recipe = readRecipe().replace(/^/gm, '          ').trim()
    const withRecipe = published.replace(/(?<=run: \|\n {10})set -m.*?done$/ms, () => recipe)
    expect(withRecipe).not.toBe(published)

    const result = await run(withRecipe)
    expect(result.step('Deploy, if Jira let us'), result.output).toMatchObject({
      outcome: 'success',
      log: ['deploying'],
    })
  })
})

/** This repository as a clone with its dependencies has it. They are links, so that nothing there can reach the files. */
function cloneWithDependencies(): Repository {
  const path = mkdtempSync(join(tmpdir(), 'jira-pat-check-clone-'))
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
  for (const name of files.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    cpSync(name, join(path, name))
  }
  mkdirSync(join(path, 'node_modules'))
  for (const name of readdirSync('node_modules'))
    symlinkSync(resolve('node_modules', name), join(path, 'node_modules', name))
  // Older than what has been installed for it.
  utimesSync(join(path, 'package-lock.json'), 0, 0)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
