import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { once } from '../../src/base/once.ts'
import { tryPackage } from '../support/try-package.ts'

/** What may be downloaded at most before the first check: kB, gzipped. */
const MOST_KB = 350

const described = JSON.parse(readFileSync('package.json', 'utf8'))

/** What npm would publish. */
const pack = once((): { size: number; files: { path: string }[] } => {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const { stdout } = spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' })
  return JSON.parse(stdout)[0]
})

describe('the npm package', () => {
  it('holds dist/, the licence, the README and package.json, and nothing else', () => {
    const dist = readdirSync('dist').map((name) => `dist/${name}`)
    const wanted = [...dist, 'LICENSE', 'README.md', 'package.json']
    expect(
      pack()
        .files.map(({ path }) => path)
        .toSorted(),
    ).toEqual(wanted.toSorted())
  })

  it(`is packed into less than ${MOST_KB} kB`, () => {
    expect(pack().size).toBeLessThan(MOST_KB * 1000)
  })

  it('needs no other package, and runs nothing when it is installed', () => {
    const installed = ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies']
    expect(installed.filter((field) => field in described)).toEqual([])
    const atInstall = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish']
    expect(atInstall.filter((script) => script in described.scripts)).toEqual([])
  })

  it('is published with its provenance only, which names this repository', () => {
    expect(described).toMatchObject({
      publishConfig: { access: 'public', provenance: true },
      repository: { url: 'git+https://github.com/jira-pat-check/jira-pat-check.git' },
    })
  })

  it('wants a Node on which all of it runs, and starts by a program that is there', () => {
    expect(described.engines).toEqual({ node: '>=22.15' })
    expect(readFileSync(described.bin['jira-pat-check'], 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  })

  it('runs as npx jira-pat-check', async () => {
    const { exitCode, output } = await tryPackage(process.execPath)
    expect({ exitCode, output }).toEqual({
      exitCode: 0,
      output: `jira-pat-check-${described.version}.tgz runs as npx jira-pat-check on Node ${process.versions.node}.\n`,
    })
  })
})
