import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readPage } from '../docs/markdown.ts'
import { findParseError } from './act.ts'
import { makeRepository } from './repository.ts'

const workflows = ['.github/workflows', 'examples/github'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => `${folder}/${name}`),
)

it.concurrent.each(workflows)('%s parses strictly', async (path) => {
  expect(await findParseError('.', path)).toBeUndefined()
})

it.concurrent('what is no workflow does not', async () => {
  const repository = makeRepository({ 'bad.yml': 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepz: []\n' })
  expect(await findParseError(repository.path, 'bad.yml')).toContain('stepz')
  repository.remove()
})

it.concurrent('the workflow of docs/stand-in-jira.md parses strictly', async () => {
  const [block] = readPage('docs/stand-in-jira.md').blocks.filter(({ language }) => language === 'yaml')
  const repository = makeRepository({ 'try.yml': block?.text ?? '' })
  expect(await findParseError(repository.path, 'try.yml')).toBeUndefined()
  repository.remove()
})
