import { globSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CONFIGS, chooseFiles, parseAsked } from '../../scripts/mutation.ts'

describe('a command line', () => {
  const nothing = { since: undefined, mutate: undefined, others: [] }

  it.each<[args: string[], asked: object]>([
    [[], {}],
    [['--since', 'main'], { since: 'main' }],
    [['--since=HEAD~1'], { since: 'HEAD~1' }],
    [['--mutate', 'src/check/*.ts,src/base/*.ts'], { mutate: ['src/check/*.ts', 'src/base/*.ts'] }],
    [['--mutate=src/{base,wire}/*.ts,src/check/*.ts'], { mutate: ['src/{base,wire}/*.ts', 'src/check/*.ts'] }],
    [['--concurrency', '1'], { others: ['--concurrency', '1'] }],
    [['--since', 'main', '--concurrency=1', '--force'], { since: 'main', others: ['--concurrency=1', '--force'] }],
    [['--reporters', 'dots', '--since', 'main'], { since: 'main', others: ['--reporters', 'dots'] }],
  ])('%j', (args, asked) => {
    expect(parseAsked(args)).toEqual({ ...nothing, ...asked })
  })
})

describe('the files to mutate', () => {
  const globs = ['src/**/*.ts', '!src/runner/**', 'src/runner/flags.ts']

  it.each([
    [['src/runner/*.ts'], ['src/runner/flags.ts']],
    [['src/runner/ending.ts', 'src/base/json.ts'], ['src/base/json.ts']],
    [
      ['src/base/json.ts:3-17', 'src/base/json.ts:3:1-17:2'],
      ['src/base/json.ts:3-17', 'src/base/json.ts:3:1-17:2'],
    ],
    [['src/base/nothing.ts', 'README.md'], []],
    [[], []],
  ])('of %j are those that the configuration means', (wanted, files) => {
    expect(chooseFiles(wanted, globs)).toEqual(files)
  })
})

it('everything but the entries and the words of the catalogue is mutated, and by one configuration', () => {
  const wordsOrEntry = /^src\/[^/]+$|^src\/catalogue\/(?!fill\.ts|finding\.ts)/
  const all = globSync('src/**/*.ts').map((file) => file.split(sep).join('/'))
  const mutated = CONFIGS.flatMap((config) => chooseFiles(all, JSON.parse(readFileSync(config, 'utf8')).mutate))
  expect(mutated.toSorted()).toEqual(all.filter((file) => !wordsOrEntry.test(file)).toSorted())
})
