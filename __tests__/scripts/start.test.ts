import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

describe('npm start in a clone in which nothing is installed', () => {
  let clone: string

  beforeAll(() => {
    clone = mkdtempSync(join(tmpdir(), 'jira-pat-check-clone-'))
    for (const path of ['__tests__', 'dist', 'package.json', 'scripts', 'src']) {
      const filter = (source: string): boolean => basename(source) !== 'node_modules'
      cpSync(path, join(clone, path), { recursive: true, filter })
    }
  })
  afterAll(() => rmSync(clone, { recursive: true }))

  const start = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/start.mjs', ...args], { cwd: clone, encoding: 'utf8' })

  it('shows a verdict', () => {
    expect(start('token-rejected')).toMatchObject({ status: 0, stdout: expect.stringContaining('As this scenario') })
  })

  it('lists what there is', () => {
    expect(start('--list')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('token-rejected') })
  })

  it.each(['tls-untrusted', '--rotate'])('says what to install where that is wanted: %s', (arg) => {
    expect(start(arg)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^This wants.*npm ci.*\n$/),
    })
  })
})

it('the Node that npm start fetches is the one that the tests run on, and pinned by its bytes', () => {
  const { packages } = JSON.parse(readFileSync('scripts/node/package-lock.json', 'utf8'))
  const { version } = JSON.parse(readFileSync('node_modules/node/package.json', 'utf8'))
  const nodes = Object.entries<{ version: string; integrity: string }>(packages).filter(([path]) => path !== '')
  expect(nodes.length).toBeGreaterThan(0)
  for (const [, node] of nodes) expect(node).toMatchObject({ version, integrity: expect.stringMatching(/^sha512-/) })
})
