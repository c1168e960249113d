import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of a release. */
export interface AssetFile {
  readonly name: string
  readonly bytes: Buffer
}

/** The checksums of all the others, as `sha256sum --check` reads them. */
export const CHECKSUMS = 'SHA256SUMS'

/**
 * Writes the files of a release into an empty folder: all of `dist/`, what npm publishes, and the checksums. They come out
 * of the commit that is checked out, and nothing is installed or run for them: npm packs, and no more.
 */
export function writeAssets(root: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(join(root, 'dist'))) {
    writeFileSync(join(folder, name), readFileSync(join(root, 'dist', name)))
  }
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  const sums = readAssets(folder).map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`)
  writeFileSync(join(folder, CHECKSUMS), sums.join(''))
}

/** @returns the files of a folder in the order of their names */
export function readAssets(folder: string): readonly AssetFile[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
}

/** Whether the bytes depend on the gzip of the machine. */
export function isPacked({ name }: AssetFile): boolean {
  return name.endsWith('.tgz') || name === CHECKSUMS
}

/** As GitHub names it. */
export function digestOf({ bytes }: AssetFile): string {
  return `sha256:${sha256(bytes)}`
}

/** As npm names it. */
export function integrityOf({ bytes }: AssetFile): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
