/**
 * `npm run check:dist`: builds `dist/` again, in a copy of this tree, and fails where what is here differs by a byte,
 * holds a module that nobody has foreseen or leaves out a licence, or is too large.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type BundleName, bundles } from './programs.ts'

/** Of each bundle: a check of Jira that passes loads the first alone, one of another product that of the product, too. */
const MAX_BYTES: Readonly<Record<BundleName, number>> = {
  index: 240_000,
  watch: 10_000,
  rotate: 10_000,
  scheduled: 850_000,
  confluence: 40_000,
  bitbucket: 40_000,
  'open-command-line': 120_000,
  failures: 120_000,
}

/**
 * What the bundles are made of. Stand-ins for undici and tunnel are there because webpack cannot know that nobody calls the
 * methods that need them. `vendor/actions-exec` is not: what it takes the place of is left out as long as nobody reaches it.
 */
const COMMON = [
  'build',
  'build/node_modules/@actions/core',
  'build/node_modules/@actions/http-client',
  'build/node_modules/tunnel',
  'vendor/undici',
]

const FORESEEN: Readonly<Record<BundleName, readonly string[]>> = {
  index: COMMON,
  watch: ['build'],
  rotate: ['build'],
  scheduled: [
    ...COMMON,
    'node_modules/@noble/ciphers',
    'node_modules/@noble/hashes',
    'node_modules/fast-string-truncated-width',
    'build/node_modules/yaml',
  ],
  confluence: ['build'],
  bitbucket: ['build'],
  'open-command-line': ['build'],
  failures: ['build'],
}

/** Files of a directory by their names. */
export type Files = ReadonlyMap<string, Buffer>

/** @returns what is committed and is not what the sources build, in words; nothing where they are the same */
export function findDifferences(committed: Files, built: Files): readonly string[] {
  return [...new Set([...committed.keys(), ...built.keys()])].flatMap((name) => {
    const [before, after] = [committed.get(name), built.get(name)]
    if (before === undefined) return [`dist/${name} is missing: run npm run build, and commit dist/`]
    if (after === undefined) return [`dist/${name} is not part of the build: run npm run build, and commit dist/`]
    if (before.equals(after)) return []
    const line = firstDifferentLine(before.toString(), after.toString())
    return [`dist/${name} is not what the sources build, from line ${line} on: run npm run build, and commit dist/`]
  })
}

/** @param modules names of modules, as webpack writes them: `./build/run.js`, `external "node:fs"` */
export function findUnforeseen(bundle: BundleName, modules: readonly string[]): readonly string[] {
  const parts = new Set(modules.flatMap(partOf))
  const foreseen = FORESEEN[bundle]
  return [
    ...[...parts]
      .filter((part) => !foreseen.includes(part))
      .map((part) => `dist/${bundle}.js holds ${part}, which nobody has foreseen: see scripts/check-dist.ts`),
    ...foreseen
      .filter((part) => !parts.has(part))
      .map((part) => `dist/${bundle}.js does not hold ${part} any more: take it off the list in scripts/check-dist.ts`),
  ]
}

/** @param licences the text of licenses.txt: for each package its name, its licence's name and its licence's text */
export function findLicenceFaults(licences: string, modules: readonly string[]): readonly string[] {
  const listed = Array.from(licences.matchAll(/(?<=^|\n\n)(\S+)\n[A-Z][\w.-]+\n/g), ([, name]) => name ?? '')
  const packages = new Set(modules.flatMap(partOf).flatMap((part) => part.split('node_modules/')[1] ?? []))
  return [
    ...[...packages]
      .filter((name) => !listed.includes(name))
      .map((name) => `dist/licenses.txt has no licence of ${name}, which dist/ holds`),
    ...listed
      .filter((name) => !packages.has(name) && name !== 'undici')
      .map((name) => `dist/licenses.txt has a licence of ${name}, which dist/ does not hold`),
  ]
}

export function findOversize(bundle: BundleName, bytes: number): readonly string[] {
  const limit = MAX_BYTES[bundle]
  return bytes <= limit
    ? []
    : [`dist/${bundle}.js has ${bytes} bytes, and ${limit} is the limit: see docs/performance.md`]
}

/** The modules of the bundle by webpack's statistics, where an orphan was read and then left out or joined to another. */
export function listModules({ modules = [] }: Stats): readonly string[] {
  return modules
    .filter(({ orphan }) => !orphan)
    .flatMap((module) => module.modules?.map(({ name }) => name) ?? [module.name])
}

interface Stats {
  readonly modules?: readonly {
    readonly name: string
    readonly orphan?: boolean
    /** Those that were joined to this one. */
    readonly modules?: readonly { readonly name: string }[]
  }[]
}

/** The package or directory of a module; nothing for webpack's own runtime and for what comes with Node. */
function partOf(module: string): readonly string[] {
  const external = /^external "(.*)"$/.exec(module)?.[1]
  if (module.startsWith('webpack/runtime/') || (external !== undefined && isBuiltin(external))) return []
  const inPackage = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0]
  const part = inPackage ?? /^\.\/(?:vendor\/)?[^/]+/.exec(module)?.[0] ?? module
  return [part.replace(/^\.\//, '')]
}

function firstDifferentLine(before: string, after: string): number {
  const lines = after.split('\n')
  return before.split('\n').findIndex((line, index) => line !== lines[index]) + 1
}

function readFiles(directory: string): Files {
  return new Map(readdirSync(directory).map((name) => [name, readFileSync(join(directory, name))]))
}

/** ncc numbers the modules by their paths, so the copy has the same layout, and ncc and what it bundles are no links. */
function copyTree(root: string, copy: string): void {
  const bundled = Object.values(FORESEEN)
    .flat()
    .flatMap((part) => /(?:node_modules|vendor)\/([^/]+)/.exec(part)?.[1] ?? [])
  for (const name of ['src', 'scripts', 'vendor', 'package.json', ...readdirSync(root).filter(isCompilerOptions)]) {
    // Not what single scripts have installed for themselves.
    const filter = (path: string): boolean => basename(path) !== 'node_modules'
    cpSync(join(root, name), join(copy, name), { recursive: true, filter })
  }
  mkdirSync(join(copy, 'node_modules'))
  for (const name of readdirSync(join(root, 'node_modules'))) {
    const [from, to] = [join(root, 'node_modules', name), join(copy, 'node_modules', name)]
    if ([...bundled, '@vercel'].includes(name)) cpSync(from, to, { recursive: true, verbatimSymlinks: true })
    else symlinkSync(from, to, 'junction')
  }
}

function isCompilerOptions(name: string): boolean {
  return /^tsconfig.*\.json$/.test(name)
}

function checkDist(root: string): readonly string[] {
  const copy = mkdtempSync(join(tmpdir(), 'jira-pat-check-dist-'))
  const run = (...args: string[]): void => {
    const { status } = spawnSync(process.execPath, args, { cwd: copy, stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) throw new Error(`node ${args.join(' ')} failed: npm run build says why`)
  }
  try {
    copyTree(root, copy)
    run('scripts/build.ts')
    const modulesOf = (bundle: BundleName, entry: string): readonly string[] => {
      const [out, stats] = [`build/again-${bundle}`, `build/stats-${bundle}.json`]
      run('node_modules/@vercel/ncc/dist/ncc/cli.js', 'build', `build/${entry}.js`, '--out', out, '--stats-out', stats)
      return listModules(JSON.parse(readFileSync(join(copy, stats), 'utf8')))
    }
    const modules = bundles.map(([bundle, entry]) => ({ bundle, modules: modulesOf(bundle, entry) }))
    const dist = readFiles(join(root, 'dist'))
    return [
      ...findDifferences(dist, readFiles(join(copy, 'dist'))),
      ...modules.flatMap(({ bundle, modules }) => findUnforeseen(bundle, modules)),
      ...findLicenceFaults(
        String(dist.get('licenses.txt')),
        modules.flatMap(({ modules }) => modules),
      ),
      ...bundles.flatMap(([bundle]) => findOversize(bundle, dist.get(`${bundle}.js`)?.length ?? 0)),
    ]
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const faults = checkDist(join(import.meta.dirname, '..'))
  for (const fault of faults) console.error(fault)
  if (faults.length === 0) console.log('dist/ is what the sources build, and holds nothing else.')
  process.exitCode = faults.length === 0 ? 0 : 1
}
