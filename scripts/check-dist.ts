/**
 * `npm run check:dist`: builds `dist/` again, in a copy of this tree, and fails where what is here differs by a byte,
 * holds a module that nobody has foreseen, leaves out a licence, or is too large.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findBundleFaults, readModules } from './bundle.ts'

const root = join(import.meta.dirname, '..')
const copy = mkdtempSync(join(tmpdir(), 'jira-pat-check-dist-'))
try {
  copyTree()
  build()
  const faults = [...findDifferences(), ...findBundleFaults(join(root, 'dist'), readModules(join(copy, 'stats.json')))]
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  rmSync(copy, { recursive: true, force: true })
}

/** ncc numbers modules by their path, so the copy has the same layout: what is bundled, and ncc, must not be links. */
function copyTree(): void {
  for (const name of readdirSync(root)) {
    if (!['.git', 'build', 'coverage', 'dist', 'node_modules', 'reports'].includes(name)) {
      cpSync(join(root, name), join(copy, name), { recursive: true, verbatimSymlinks: true })
    }
  }
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const bundled = Object.keys(packages).filter((path) => path.startsWith('node_modules/') && !packages[path].dev)
  const ours = ['node_modules/undici', 'node_modules/@actions/exec']
  for (const path of new Set([...bundled, ...ours, 'node_modules/@vercel/ncc'])) {
    cpSync(join(root, path), join(copy, path), { recursive: true, verbatimSymlinks: true })
  }
  for (const path of ['typescript', '@typescript', '@biomejs', '@types', 'undici-types'].map((name) => `node_modules/${name}`)) {
    if (!existsSync(join(root, path))) continue
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    symlinkSync(join(root, path), join(copy, path), 'junction')
  }
}
