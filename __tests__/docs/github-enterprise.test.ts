import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveReleaseFiles, TARBALL } from '../support/release-files.ts'
import { makeRelease, RELEASE, type Released } from '../support/released.ts'
import { blocksUnder } from './markdown.ts'

const page = 'docs/github-enterprise.md'
const copying = blocksUnder(page, '## The action', 'sh').filter((block) => block.startsWith('git '))
const carrying = blocksUnder(page, '## Without the internet', 'sh')

describe.skipIf(process.platform !== 'linux')('what the page has for a server without github.com', () => {
  let released: Released
  let home: string
  let server: string
  beforeAll(() => {
    released = makeRelease()
    home = mkdtempSync(join(tmpdir(), 'jira-pat-check-enterprise-'))
    server = join(home, 'server/jira-pat-check.git')
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch', 'main', server])
  })
  afterAll(() => {
    released.remove()
    rmSync(home, { recursive: true })
  })

  /** Pastes blocks in a folder of its own, in which the company's server is a folder of this machine. */
  const paste = (blocks: string[], folder: string): string => {
    const script = ['set -e', ...blocks]
      .join('\n')
      .replaceAll('https://github.example.com/actions-mirror/jira-pat-check.git', server)
    const env = { HOME: home, PATH: process.env['PATH'] ?? '', ...released.gitEnvironment() }
    return execFileSync('bash', ['-c', script], { cwd: folder, env, encoding: 'utf8' })
  }
  const inServer = (...args: string[]) => execFileSync('git', ['-C', server, ...args], { encoding: 'utf8' }).trim()

  it('makes a copy by git, in which a release has the same commit', () => {
    expect(copying).toHaveLength(1)
    paste(copying, mkdtempSync(join(home, 'copy-')))
    expect(inServer('rev-parse', `v${RELEASE}^{commit}`)).toBe(released.commit)
    expect(inServer('branch', '--list')).toContain('main')
  })

  it('carries the repository over in one file, and shows that the tarball has the same dist/', async () => {
    const [bundle, push, compare] = ['bundle create', 'jira-pat-check.bundle\n', 'diff '].map((words) =>
      carrying.find((block) => block.includes(words)),
    )
    const outside = mkdtempSync(join(home, 'outside-'))
    paste([bundle ?? ''], outside)

    const inside = mkdtempSync(join(home, 'inside-'))
    execFileSync('cp', [join(outside, 'jira-pat-check.bundle'), inside])
    paste([push ?? ''], inside)
    expect(inServer('rev-parse', `v${RELEASE}^{commit}`)).toBe(released.commit)

    const release = await serveReleaseFiles()
    release.close()
    writeFileSync(join(inside, TARBALL), release.files.get(TARBALL) ?? '')
    expect(paste([compare ?? ''], inside)).toBe('The same\n')
  })

  it('names the bundle of an attestation as the GitHub CLI does: by the checksum of what it is for', () => {
    const verifying = carrying.find((block) => block.includes('attestation verify')) ?? ''
    const [naming = ''] = /^bundle=.*$/m.exec(verifying) ?? []
    const folder = mkdtempSync(join(home, 'bundle-'))
    writeFileSync(join(folder, TARBALL), 'a tarball')
    const sum = createHash('sha256').update('a tarball').digest('hex')
    expect(paste([naming, 'echo "$bundle"'], folder)).toBe(`sha256:${sum}.jsonl\n`)
    for (const flag of ['--bundle "$bundle"', '--custom-trusted-root trusted_root.jsonl', '--repo jira-pat-check/']) {
      expect(verifying).toContain(flag)
    }
  })
})
