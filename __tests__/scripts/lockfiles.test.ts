import { globSync, readFileSync } from 'node:fs'
import { posix, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

interface Update {
  'package-ecosystem': string
  directory?: string
  directories?: string[]
}

const { updates }: { updates: Update[] } = parse(readFileSync('.github/dependabot.yml', 'utf8'))
const watched = updates
  .filter((update) => update['package-ecosystem'] === 'npm')
  .flatMap(({ directory, directories = [] }) => [...directories, ...(directory === undefined ? [] : [directory])])

/** These are not to be the newest: the Node that the tests run on, and the old ones that the action has to refuse. */
const FIXED = ['scripts/node', '__tests__/act/nodes']

const folders = globSync('**/package-lock.json', { exclude: ['**/node_modules'] }).map((path) =>
  posix.dirname(path.split(sep).join('/')),
)

const read = (folder: string, name: string) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))

describe.each(folders.filter((folder) => folder !== '.'))('the lockfile in %s', (folder) => {
  it('has what its package.json asks for', () => {
    const { dependencies, optionalDependencies } = read(folder, 'package.json')
    expect(read(folder, 'package-lock.json').packages['']).toMatchObject({
      ...(dependencies && { dependencies }),
      ...(optionalDependencies && { optionalDependencies }),
    })
  })
})

it('Dependabot knows each of them that is to stay new', () => {
  const toStayNew = folders.filter((folder) => !FIXED.includes(folder)).map((folder) => posix.join('/', folder))
  expect(watched.toSorted()).toEqual(toStayNew.toSorted())
})

it('what has a lockfile of its own is not installed by everybody', () => {
  const { dependencies, devDependencies } = read('.', 'package.json')
  const everybodys = Object.keys({ ...dependencies, ...devDependencies })
  const own = ['scripts/preview', 'scripts/mutation'].flatMap((folder) => {
    return Object.keys(read(folder, 'package.json').dependencies)
  })
  expect(own.filter((name) => everybodys.includes(name))).toEqual([])
  expect(folders).toEqual(expect.arrayContaining(['.', 'scripts/mutation', 'scripts/preview']))
})
