import { globSync, readFileSync } from 'node:fs'
import { posix, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Import {
  readonly from: string
  /** A file of ours below src/, a package, or a module of Node. */
  readonly what: string
  readonly isTypeOnly: boolean
}

const IMPORT = /^import (?:(type) )?(?:(.*?) from )?'([^']+)'/gms

const files = globSync('src/**/*.ts').map((path) =>
  path
    .split(sep)
    .join('/')
    .replace(/^src\//, ''),
)
const imports = files.flatMap(importsOf)

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(`src/${file}`, 'utf8')
  return Array.from(text.matchAll(IMPORT), ([, type, names = '', specifier = '']) => ({
    from: file,
    what: specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier,
    isTypeOnly: type !== undefined || /^\{(?:\s*type [^,}]+,?)+\s*\}$/.test(names),
  }))
}

/** The room of a file: its folder in src/, or the file itself where it stands in none. */
const roomOf = (file: string): string => file.split('/')[0] ?? file

/** Which rooms each one may use, and of which it may know no more than the types. */
const arrows: Record<string, { uses: string[]; knows?: string[] }> = {
  'index.ts': { uses: ['check', 'scheduled.ts', 'runner', 'base'] },
  'watch.ts': { uses: ['scheduled.ts', 'runner', 'base'] },
  'rotate.ts': { uses: ['scheduled.ts', 'runner', 'base'] },
  'scheduled.ts': { uses: ['watch', 'rotate', 'runner', 'base'] },
  watch: {
    uses: ['check', 'asking', 'products', 'github', 'report', 'verdict', 'wire', 'inputs', 'catalogue', 'base'],
    knows: ['runner'],
  },
  rotate: {
    uses: ['check', 'asking', 'products', 'github', 'report', 'verdict', 'wire', 'inputs', 'catalogue', 'base'],
    knows: ['runner'],
  },
  check: {
    uses: ['asking', 'products', 'report', 'verdict', 'wire', 'inputs', 'catalogue', 'base'],
    knows: ['runner'],
  },
  runner: { uses: ['report', 'inputs', 'base'], knows: ['catalogue'] },
  report: { uses: ['verdict', 'catalogue', 'base'] },
  asking: { uses: ['verdict', 'wire', 'inputs', 'catalogue', 'base'] },
  github: { uses: ['verdict', 'wire', 'inputs', 'catalogue', 'base'] },
  products: { uses: ['verdict', 'catalogue', 'base'], knows: ['inputs', 'wire'] },
  verdict: { uses: ['catalogue', 'base'], knows: ['inputs', 'wire'] },
  wire: { uses: ['inputs', 'base'] },
  inputs: { uses: ['catalogue', 'base'] },
  catalogue: { uses: [] },
  base: { uses: [] },
}

describe('the arrows point one way', () => {
  it('every room has its arrows', () => {
    expect([...new Set(files.map(roomOf))].toSorted()).toEqual(Object.keys(arrows).toSorted())
  })

  it.each(Object.entries(arrows))('%s', (room, { uses, knows = [] }) => {
    const forbidden = imports
      .filter(({ from, what }) => roomOf(from) === room && files.includes(what) && roomOf(what) !== room)
      .filter(({ what, isTypeOnly }) => {
        const other = roomOf(what)
        return !uses.includes(other) && !(isTypeOnly && knows.includes(other))
      })
    expect(forbidden).toEqual([])
  })

  it('and no two files need each other', () => {
    // A circle of types alone is one too.
    const needs = Map.groupBy(imports, ({ from }) => from)
    const circles = files.filter((file) => {
      const reached = new Set<string>()
      const visit = (at: string): void => {
        for (const { what } of needs.get(at) ?? []) {
          if (reached.has(what)) continue
          reached.add(what)
          visit(what)
        }
      }
      visit(file)
      return reached.has(file)
    })
    expect(circles).toEqual([])
  })
})

describe('the world outside has one door each', () => {
  const importersOf = (pattern: RegExp): string[] => [
    ...new Set(imports.filter(({ what, isTypeOnly }) => pattern.test(what) && !isTypeOnly).map(({ from }) => from)),
  ]

  it.each([
    ["the runner's toolkit", /^@actions\/core/, ['runner/github-actions.ts']],
    ["the toolkit's HTTP client", /^@actions\/http-client/, ['wire/exchange.ts']],
    ['what libsodium has and Node has not', /^@noble\//, ['github/sealed-box.ts']],
    ['sockets and TLS, but for the check of a key', /^node:(?:http|https|net|dns|tls)$/, ['inputs', 'wire']],
  ])('%s', (_, pattern, doors) => {
    const importers = importersOf(pattern).map((file) => doors.find((door) => roomOf(file) === door) ?? file)
    expect([...new Set(importers)].toSorted()).toEqual(doors)
  })

  it('no other package is needed', () => {
    const packages = imports
      .map(({ what }) => what)
      .filter((what) => !files.includes(what) && !what.startsWith('node:'))
    expect([...new Set(packages)].toSorted()).toEqual([
      '@actions/core',
      '@actions/http-client',
      '@actions/http-client/lib/interfaces',
      '@noble/ciphers/salsa.js',
      '@noble/hashes/blake2.js',
      '@octokit/openapi-types',
      'fast-string-truncated-width',
      'yaml',
    ])
  })

  it.each(['catalogue', 'verdict'])('%s is pure: it takes nothing from the world', (room) => {
    for (const file of files.filter((name) => roomOf(name) === room)) {
      const text = readFileSync(`src/${file}`, 'utf8')
      expect(text, file).not.toMatch(/from 'node:|\bprocess\.|Date\.now|new Date\(\)|Math\.random|\bconsole\./)
    }
  })

  it('only the entries and the clock touch the process; who else needs something of it is handed it', () => {
    const withoutComments = (file: string): string =>
      readFileSync(`src/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    const touching = files.filter((file) => /\bprocess\b/.test(withoutComments(file)))
    const handed = touching.filter((file) => /\(process: \w+Process\b/.test(withoutComments(file)))
    expect(handed.toSorted()).toEqual([
      'runner/ending.ts',
      'runner/open-command-line.ts',
      'runner/open.ts',
      'runner/signals.ts',
      'runner/start-part.ts',
      'runner/start.ts',
    ])
    const entries = files.filter((file) => !file.includes('/'))
    expect(touching.filter((file) => !handed.includes(file)).toSorted()).toEqual(
      ['base/clock.ts', ...entries].toSorted(),
    )
  })
})

it('this test sees the imports', () => {
  expect(imports).toContainEqual({ from: 'index.ts', what: 'check/run.ts', isTypeOnly: false })
  expect(imports).toContainEqual({ from: 'verdict/judge.ts', what: 'verdict/identity.ts', isTypeOnly: true })
  const lines = files.flatMap((file) => readFileSync(`src/${file}`, 'utf8').match(/^(?:import\b|\} from )/gm) ?? [])
  expect(imports.length).toBeLessThanOrEqual(lines.length)
  expect(imports.length).toBe(lines.filter((line) => line === 'import').length)
})

it('no file is longer than what can be read in a few minutes', () => {
  const lengthOf = (file: string): number => readFileSync(`src/${file}`, 'utf8').split('\n').length - 1
  expect(files.filter((file) => lengthOf(file) > 160)).toEqual([])
})
