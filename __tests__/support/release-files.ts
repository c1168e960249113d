import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { RELEASE } from './released.ts'

/** The tarball of a release, as npm packs it. */
export const TARBALL = `jira-pat-check-${RELEASE}.tgz`

/** A server that gives out what a release has: its files may be changed while it runs. */
export interface ReleaseFiles {
  /** What stands in the place of the release's address. */
  url: string
  files: Map<string, Buffer>
  close(): void
}

/** Packs this program as npm does, with its checksum beside it, and gives both out. */
export async function serveReleaseFiles(): Promise<ReleaseFiles> {
  const home = mkdtempSync(join(tmpdir(), 'jira-pat-check-packed-'))
  try {
    const source = join(home, 'source')
    mkdirSync(source)
    const { scripts: _, ...packed } = JSON.parse(readFileSync('package.json', 'utf8'))
    writeFileSync(join(source, 'package.json'), JSON.stringify({ ...packed, version: RELEASE }))
    cpSync('dist', join(source, 'dist'), { recursive: true })
    await promisify(execFile)('npm', ['pack', '--silent', '--pack-destination', home], { cwd: source })
    const tarball = readFileSync(join(home, TARBALL))
    const sum = createHash('sha256').update(tarball).digest('hex')
    const files = new Map([
      [TARBALL, tarball],
      ['SHA256SUMS', Buffer.from(`${sum}  ${TARBALL}\n`)],
    ])
    const server = createServer((request, response) => {
      const file = files.get((request.url ?? '').slice(1))
      response.writeHead(file === undefined ? 404 : 200).end(file ?? 'Not Found')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    return { url: `http://127.0.0.1:${port}`, files, close: () => server.close() }
  } finally {
    rmSync(home, { recursive: true })
  }
}
