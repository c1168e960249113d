import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type BareRepository, createBareRepository } from '../support/bare-repository.ts'
import { type StandInReleases, startReleases } from '../support/github-releases.ts'
import { type Rehearsal, rehearse } from '../support/rehearsal.ts'

const workflow = parse(readFileSync('.github/workflows/release.yml', 'utf8'))
const jobs: Record<string, { needs?: string; permissions: Record<string, string>; steps: { run?: string }[] }> =
  workflow.jobs

describe('release.yml', () => {
  const mayWrite = (id: string) => Object.values(jobs[id]?.permissions ?? {}).includes('write')

  it('installs and tests nothing where it may write', () => {
    const installs = Object.keys(jobs).filter((id) =>
      jobs[id]?.steps.some(({ run = '' }) => /npm (?:ci|cit|install|test|run)|npx/.test(run)),
    )
    expect(installs).toEqual(['test'])
    expect(installs.filter(mayWrite)).toEqual([])
  })

  it('gives no job more than one right to write, the attestation aside, which takes two', () => {
    expect(Object.fromEntries(Object.entries(jobs).map(([id, { permissions }]) => [id, permissions]))).toEqual({
      test: { contents: 'read' },
      draft: { contents: 'write' },
      attest: { 'id-token': 'write', attestations: 'write' },
      publish: { contents: 'write' },
      npm: { contents: 'read', 'id-token': 'write' },
    })
  })

  it('goes one way: tested, drafted, attested, published, then npm; one release after the other', () => {
    expect(Object.entries(jobs).map(([id, { needs }]) => [id, needs])).toEqual([
      ['test', undefined],
      ['draft', 'test'],
      ['attest', 'draft'],
      ['publish', 'attest'],
      ['npm', 'publish'],
    ])
    expect(workflow.concurrency).toEqual({ group: '${{ github.workflow }}', 'cancel-in-progress': false })
  })
})

const paths = globSync(['.github/workflows/*', 'dist/*', 'scripts/release/*', 'package.json', 'README.md', 'LICENSE'])

/** What is here, as a release of this version. */
const filesOf = (version: string): Record<string, string> => ({
  ...Object.fromEntries(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(path, 'utf8')])),
  'package.json': JSON.stringify({ ...JSON.parse(readFileSync('package.json', 'utf8')), version }),
  'CHANGELOG.md': `## [Unreleased]\n\n## [${version}] - 2026-12-01\n\n- What is new in ${version}.\n`,
})

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

describe.skipIf(process.platform === 'win32')('a release, rehearsed', () => {
  let repository: BareRepository
  let github: StandInReleases
  let setting: Rehearsal
  beforeAll(async () => {
    repository = createBareRepository()
    github = await startReleases(repository)
    const home = mkdtempSync(join(tmpdir(), 'jira-pat-check-rehearsal-'))
    setting = { home, repository, apiUrl: github.url }
  })
  afterAll(async () => {
    await github.close()
    repository.remove()
    rmSync(setting.home, { recursive: true })
  })

  const push = (tag: string, branch = 'main') =>
    repository.git('tag', tag, repository.commit(branch, filesOf(tag.slice(1))))
  const releaseOf = (tag: string) => github.releases.find(({ tag_name }) => tag_name === tag)

  it('goes from the tag to an attested artifact', async () => {
    push('v2.0.0')
    const run = await rehearse(setting, 'v2.0.0')
    expect(run.output).toBe(
      [
        'v2.0.0 can be released.',
        expect.any(String),
        'v2.0.0 is published. v2 is moved to v2.0.0.',
        'jira-pat-check@2.0.0 is on npm, as latest.',
        '',
      ]
        .map((line) => (typeof line === 'string' ? line : `v2.0.0 is drafted, with ${run.attested.size} files.`))
        .join('\n'),
    )
    expect(run.done).toEqual(Object.keys(jobs))
    expect(run.npm.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'test: cit',
      'test: run check',
      'test: run check:dist',
      'draft: pack --ignore-scripts',
      'publish: pack --ignore-scripts',
      'npm: pack --ignore-scripts',
      'npm: view jira-pat-check@2.0.0',
      expect.stringMatching(/^npm: publish /),
    ])

    // Who downloads it finds each file attested, but the attestation itself.
    const release = releaseOf('v2.0.0')
    const assets = (release?.assets ?? []).filter(({ name }) => name !== 'attestation.jsonl')
    expect(release).toMatchObject({ draft: false, body: '- What is new in 2.0.0.' })
    expect(new Map(assets.map(({ name, bytes }) => [name, sha256(bytes)]))).toEqual(run.attested)
    expect(release?.assets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['attestation.jsonl', 'SHA256SUMS', 'index.js', 'watch.js', 'rotate.js', 'licenses.txt']),
    )

    const folder = mkdtempSync(join(setting.home, 'download-'))
    for (const { name, bytes } of assets) writeFileSync(join(folder, name), bytes)
    const checked = execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })
    expect(checked.match(/: OK$/gm)).toHaveLength(assets.length - 1)
  })

  it('that breaks when the major tag is to be moved is whole once the failed jobs run again', async () => {
    push('v2.0.1')
    const moves = 'PATCH /git/refs/tags/vID'
    github.trouble = (number) => (github.changes[number - 1]?.change === moves ? 'before' : undefined)
    const broken = await rehearse(setting, 'v2.0.1')
    github.trouble = undefined
    expect(broken.done).toEqual(['test', 'draft', 'attest'])
    expect(broken.output).toMatch(/^::error::GitHub answers HTTP 502 to PATCH .*Run the failed jobs again/m)
    const again = await rehearse(setting, 'v2.0.1', 'publish')
    expect(again.done).toEqual(['publish', 'npm'])
    expect(repository.commitOf('v2')).toBe(repository.commitOf('v2.0.1'))
  })

  it('of an old tag that runs again changes nothing', async () => {
    const before = [repository.commitOf('v2'), JSON.stringify(github.releases)]
    const run = await rehearse(setting, 'v2.0.0')
    expect(run.done).toEqual(Object.keys(jobs))
    expect(run.output).toContain('v2 stays where it is: v2.0.1 is newer than v2.0.0.')
    expect(run.output).toContain('jira-pat-check@2.0.0 is on npm already.')
    expect([repository.commitOf('v2'), JSON.stringify(github.releases)]).toEqual(before)
    expect(repository.commitOf('v2')).toBe(repository.commitOf('v2.0.1'))
  })

  it('stops at a tag on no branch that is reviewed, before anything is drafted', async () => {
    push('v2.1.0', 'somebody/else')
    const run = await rehearse(setting, 'v2.1.0')
    expect(run.done).toEqual([])
    expect(run.output).toMatch(/^::error::v2\.1\.0 is on neither main nor releases\/v2/)
    expect(releaseOf('v2.1.0')).toBeUndefined()
  })

  it('stops before anything is drafted where the major tag could not be moved afterwards', async () => {
    const files = { ...filesOf('3.0.0'), '.github/workflows/ci.yml': 'on: push' }
    repository.git('tag', 'v3.0.0', repository.commit('main', files))
    repository.commit('main', { '.github/workflows/ci.yml': 'on: pull_request' })
    const run = await rehearse(setting, 'v3.0.0', 'draft')
    expect(run.done).toEqual([])
    expect(run.output).toContain('::error::Nothing is published yet. v3 could not be moved to v3.0.0')
    expect(releaseOf('v3.0.0')).toBeUndefined()
    // With the token of an App that may write workflows, it goes on.
    expect(await rehearse({ ...setting, hasApp: true }, 'v3.0.0', 'draft')).toMatchObject({
      done: ['draft', 'attest', 'publish', 'npm'],
      output: expect.stringContaining('v3 is moved to v3.0.0.'),
    })
  })
})
