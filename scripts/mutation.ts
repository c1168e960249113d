/**
 * `npm run mutation -- [--since REF] [--mutate GLOB,…] [options for Stryker]`: changes `src/` in one place at a time,
 * and fails where too many of these mutants make no test fail. `--since main` judges the files that differ from where
 * this branch left `main`. Most mutants are judged in one process, as stryker.config.json says; those in how a process
 * ends by whole runs, as stryker.whole-runs.config.json says.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { matchesGlob, sep } from 'node:path'
import { parseArgs } from 'node:util'

export const CONFIGS = ['stryker.config.json', 'stryker.whole-runs.config.json']

/** What a command line asks for. */
export interface Asked {
  /** Only what was changed since then. */
  readonly since: string | undefined
  /** Only these: files or globs, each with a range of lines behind a colon, if need be. */
  readonly mutate: readonly string[] | undefined
  /** For Stryker. */
  readonly others: readonly string[]
}

/** @param args without the program and the script */
export function parseAsked(args: readonly string[]): Asked {
  const options = { since: { type: 'string' }, mutate: { type: 'string' } } as const
  const { values, tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  const others = tokens.flatMap((token) => {
    if (token.kind === 'positional') return [token.value]
    if (token.kind === 'option-terminator' || token.name in options) return []
    return [token.value === undefined ? token.rawName : `${token.rawName}=${token.value}`]
  })
  const { since, mutate } = values
  return {
    since: typeof since === 'string' ? since : undefined,
    // A comma between braces belongs to the glob.
    mutate: typeof mutate === 'string' ? mutate.split(/,(?![^{}]*\})/) : undefined,
    others,
  }
}

/**
 * @param wanted files or globs, each with a range of lines behind a colon, if need be
 * @param globs of a configuration: each adds to those before it, or takes from them where it begins with `!`
 * @returns the files that are wanted and meant by the globs, with their ranges
 */
export function chooseFiles(wanted: readonly string[], globs: readonly string[]): readonly string[] {
  return wanted.flatMap((one) => {
    const [, pattern = one, range = ''] = /^(.*?)(:\d+(?::\d+)?-\d+(?::\d+)?)$/.exec(one) ?? []
    const files = globSync(pattern).map((file) => file.split(sep).join('/'))
    return files.filter((file) => isMeant(file, globs)).map((file) => `${file}${range}`)
  })
}

function isMeant(file: string, globs: readonly string[]): boolean {
  const last = globs.findLast((glob) => matchesGlob(file, glob.replace(/^!/, '')))
  return last !== undefined && !last.startsWith('!')
}

/** Files of `src/` that differ from where this branch left that commit's, or are new and not committed yet. */
function listChanged(since: string): readonly string[] {
  const git = (...args: string[]): readonly string[] =>
    execFileSync('git', [...args, '--', 'src'], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean)
  return [
    ...git('diff', '--name-only', '--diff-filter=d', '--merge-base', since),
    ...git('ls-files', '--others', '--exclude-standard'),
  ]
}

/** @returns the exit code: the worst of the runs */
function mutate({ since, mutate: given, others }: Asked): number {
  if (since !== undefined && given !== undefined) throw new Error('Either --since or --mutate, not both.')
  const wanted = since === undefined ? given : listChanged(since)
  const runs = CONFIGS.flatMap((config) => {
    if (wanted === undefined) return [[config]]
    const files = chooseFiles(wanted, JSON.parse(readFileSync(config, 'utf8')).mutate)
    return files.length === 0 ? [] : [[config, '--mutate', files.join()]]
  })
  if (runs.length === 0) console.log('Nothing of this is mutated: see stryker.config.json.')
  const stryker = 'scripts/mutation/node_modules/@stryker-mutator/core/bin/stryker.js'
  const exitCodes = runs.map((args) => {
    return spawnSync(process.execPath, [stryker, 'run', ...args, ...others], { stdio: 'inherit' }).status ?? 1
  })
  return Math.max(0, ...exitCodes)
}

if (import.meta.main) process.exitCode = mutate(parseAsked(process.argv.slice(2)))
