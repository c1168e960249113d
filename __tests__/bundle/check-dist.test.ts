import { describe, expect, it } from 'vitest'
import {
  findDifferences,
  findLicenceFaults,
  findOversize,
  findUnforeseen,
  listModules,
} from '../../scripts/check-dist.ts'

const foreseen = [
  './build/index.js',
  './build/verdict/judge.js',
  './build/node_modules/@actions/core/lib/core.js',
  './build/node_modules/@actions/http-client/lib/index.js',
  './build/node_modules/tunnel/index.js',
  './vendor/undici/index.js',
  'external "node:tls"',
  'external "http"',
  'webpack/runtime/make namespace object',
]

describe('dist/ against a new build', () => {
  const files = (contents: Record<string, string>) =>
    new Map(Object.entries(contents).map(([name, text]) => [name, Buffer.from(text)]))

  it('passes where both are the same', () => {
    expect(findDifferences(files({ 'index.js': 'a\nb\n' }), files({ 'index.js': 'a\nb\n' }))).toEqual([])
  })

  it('tells the first line that differs, and what to do', () => {
    expect(findDifferences(files({ 'index.js': 'a\nb\nc\n' }), files({ 'index.js': 'a\nB\nC\n' }))).toEqual([
      'dist/index.js is not what the sources build, from line 2 on: run npm run build, and commit dist/',
    ])
  })

  it('tells a file that is missing, and one that should not be there', () => {
    expect(findDifferences(files({ '12.index.js': '' }), files({ 'licenses.txt': '' }))).toEqual([
      'dist/12.index.js is not part of the build: run npm run build, and commit dist/',
      'dist/licenses.txt is missing: run npm run build, and commit dist/',
    ])
  })
})

describe('the modules of the bundle', () => {
  it('are those of webpack that are no orphans, and those that were joined to one of them', () => {
    const stats = {
      modules: [
        {
          name: './build/index.js + 1 modules',
          orphan: false,
          modules: [{ name: './build/index.js' }, { name: './build/run.js' }],
        },
        { name: './build/run.js', orphan: true },
        { name: './vendor/actions-exec/index.js', orphan: true },
        { name: 'external "http"', orphan: false },
      ],
    }
    expect(listModules(stats)).toEqual(['./build/index.js', './build/run.js', 'external "http"'])
  })

  it('may be our own, the toolkit, the stand-ins for tunnel and undici, and what comes with Node', () => {
    expect(findUnforeseen('index', foreseen)).toEqual([])
  })

  it.each([
    ['undici itself', './node_modules/undici/lib/dispatcher/agent.js', 'node_modules/undici'],
    [
      'undici below another package',
      './node_modules/@actions/http-client/node_modules/undici/index.js',
      'node_modules/@actions/http-client/node_modules/undici',
    ],
    [
      'the stand-in for @actions/exec, which only comes in where somebody reaches it',
      './vendor/actions-exec/index.js',
      'vendor/actions-exec',
    ],
    ['any other package', './node_modules/left-pad/index.js', 'node_modules/left-pad'],
    ['a package that is to be there when it runs', 'external "left-pad"', 'external "left-pad"'],
  ])('may not be %s', (_, module, part) => {
    expect(findUnforeseen('index', [...foreseen, module])).toEqual([
      `dist/index.js holds ${part}, which nobody has foreseen: see scripts/check-dist.ts`,
    ])
  })

  it('leave nothing on the list that is not there', () => {
    expect(
      findUnforeseen(
        'index',
        foreseen.filter((module) => !module.includes('tunnel')),
      ),
    ).toEqual([
      'dist/index.js does not hold build/node_modules/tunnel any more: take it off the list in scripts/check-dist.ts',
    ])
  })
})

describe('licenses.txt', () => {
  const licences = (...names: string[]) =>
    names.map((name) => `${name}\nMIT\nThe MIT License (MIT)\n\nPermission …\n\n`).join('')

  it('has the licence of every package inside', () => {
    expect(findLicenceFaults(licences('@actions/core', '@actions/http-client', 'tunnel'), foreseen)).toEqual([])
  })

  it('lacks none', () => {
    expect(findLicenceFaults(licences('@actions/core', '@actions/http-client'), foreseen)).toEqual([
      'dist/licenses.txt has no licence of tunnel, which dist/ holds',
    ])
  })

  it('has none too many', () => {
    const listed = licences('@actions/core', '@actions/http-client', 'left-pad', 'tunnel')
    expect(findLicenceFaults(listed, foreseen)).toEqual([
      'dist/licenses.txt has a licence of left-pad, which dist/ does not hold',
    ])
  })
})

describe('the size of dist/index.js', () => {
  it('may be 240 kB', () => expect(findOversize('index', 240_000)).toEqual([]))

  it('may not be more', () => {
    expect(findOversize('index', 240_001)).toEqual([
      'dist/index.js has 240001 bytes, and 240000 is the limit: see docs/performance.md',
    ])
  })
})
