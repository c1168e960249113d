import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { integrityOf } from '../../../scripts/release/assets.ts'
import { createGitHub } from '../../../scripts/release/github.ts'
import { type Npm, publishPackage } from '../../../scripts/release/npm.ts'
import { type Plan, planRelease } from '../../../scripts/release/plan.ts'
import { draft, publish, type Release } from '../../../scripts/release/publish.ts'
import { type BareRepository, createBareRepository } from '../../support/bare-repository.ts'
import { type StandInReleases, startReleases, tokens } from '../../support/github-releases.ts'

const files = [
  { name: 'index.js', bytes: Buffer.from('console.log(1)\n') },
  { name: 'SHA256SUMS', bytes: Buffer.from('0123  index.js\n') },
  { name: 'jira-pat-check.tgz', bytes: gzipSync('packed') },
]
const attestation = { name: 'attestation.jsonl', bytes: Buffer.from('{"signed":true}\n') }
const allNames = [...files, attestation].map(({ name }) => name).toSorted()

const planOf = (tag: string): Plan => {
  const version = tag.slice(1)
  const plan = planRelease(tag, JSON.stringify({ version }), `## [${version}]\n\nWhat is new in ${version}.\n`)
  if (typeof plan === 'string') throw new Error(plan)
  return plan
}

describe.skipIf(process.platform === 'win32')('a release', () => {
  let repository: BareRepository
  let github: StandInReleases
  beforeEach(async () => {
    repository = createBareRepository()
    github = await startReleases(repository)
  })
  afterEach(async () => {
    await github.close()
    repository.remove()
  })

  const clientOf = (token: string) => createGitHub(github.url, 'jira-pat-check/jira-pat-check', token)

  /** Tags a new commit, with an annotated tag or a light one. */
  const tagged = (tag: string, { branch = 'main', annotated = false, workflow = 'on: push' } = {}): Release => {
    const sha = repository.commit(branch, { version: tag, '.github/workflows/ci.yml': workflow })
    if (annotated) repository.git('-c', 'user.name=a', '-c', 'user.email=a@b', 'tag', '-a', '-m', tag, tag, sha)
    else repository.git('tag', tag, sha)
    return { plan: planOf(tag), sha, github: clientOf(tokens.job), tagger: clientOf(tokens.job), files }
  }
  const release = async (asked: Release): Promise<string> => {
    await draft(asked)
    return publish(asked, attestation)
  }
  const released = () =>
    github.releases.map(({ tag_name, draft, assets }) => ({
      tag: tag_name,
      draft,
      assets: assets.map(({ name }) => name).toSorted(),
    }))

  it('is drafted, filled, attested, and then published; the major tag comes last', async () => {
    expect(await release(tagged('v2.0.0'))).toBe('v2.0.0 is published. v2 is moved to v2.0.0.')
    expect(github.releases).toMatchObject([
      { tag_name: 'v2.0.0', name: 'v2.0.0', body: 'What is new in 2.0.0.', draft: false, make_latest: 'true' },
    ])
    expect(released()).toEqual([{ tag: 'v2.0.0', draft: false, assets: allNames }])
    expect(repository.commitOf('v2')).toBe(repository.commitOf('v2.0.0'))
    expect(github.changes.map(({ change }) => change)).toEqual([
      // The trial of a tag.
      'DELETE /git/refs/tags/release-trial/vID.0.0',
      'POST /git/refs',
      'DELETE /git/refs/tags/release-trial/vID.0.0',
      'POST /releases',
      ...files.map(() => 'POST /upload/ID/assets'),
      'POST /upload/ID/assets',
      'PATCH /releases/ID',
      'POST /git/refs',
    ])
    expect(repository.git('tag').split('\n')).toEqual(['v2', 'v2.0.0'])
  })

  it('moves the major tag on, annotated tags likewise', async () => {
    await release(tagged('v2.0.0', { annotated: true }))
    expect(await release(tagged('v2.0.1', { annotated: true }))).toContain('v2 is moved to v2.0.1')
    expect(repository.commitOf('v2')).toBe(repository.commitOf('v2.0.1'))
  })

  it('of an older major version moves its own tag, and is not the latest', async () => {
    await release(tagged('v1.0.0'))
    await release(tagged('v2.0.0'))
    const before = repository.commitOf('v2')
    await release(tagged('v1.0.1', { branch: 'releases/v1' }))
    expect(repository.commitOf('v1')).toBe(repository.commitOf('v1.0.1'))
    expect(repository.commitOf('v2')).toBe(before)
    expect(github.releases[0]).toMatchObject({ tag_name: 'v1.0.1', make_latest: 'false' })
  })

  it('that runs again moves no tag back', async () => {
    const first = tagged('v2.0.0')
    await release(first)
    await release(tagged('v2.1.0'))
    expect(await release(first)).toBe('v2.0.0 is published. v2 stays where it is: v2.1.0 is newer than v2.0.0.')
    expect(repository.commitOf('v2')).toBe(repository.commitOf('v2.1.0'))
    expect(github.releases[0]).toMatchObject({ tag_name: 'v2.1.0', make_latest: 'true' })
  })

  it('that is older than what the major tag is at moves nothing, even where no release says so', async () => {
    const old = tagged('v2.0.0')
    tagged('v2.0.1')
    repository.git('tag', 'v2', 'v2.0.1')
    expect(await release(old)).toContain('v2 stays where it is: v2.0.1 is newer')
  })

  it('that is a pre-release moves nothing, and is not the latest', async () => {
    await release(tagged('v2.0.0'))
    expect(await release(tagged('v3.0.0-rc.1'))).toContain('a pre-release, which moves no other tag')
    expect(repository.git('tag').split('\n')).not.toContain('v3')
    expect(github.releases[0]).toMatchObject({ prerelease: true, make_latest: 'false' })
  })

  describe('whose workflow files no branch has any more', () => {
    const moved = () => {
      const asked = tagged('v2.0.0')
      repository.commit('main', { '.github/workflows/ci.yml': 'on: pull_request' })
      return asked
    }

    it('stops before anything is published, and says what to do', async () => {
      const asked = moved()
      await expect(draft(asked)).rejects.toThrow(
        `Nothing is published yet. v2 could not be moved to v2.0.0 afterwards: GitHub refuses a tag at ${asked.sha} with HTTP 403: Resource not accessible by integration.`,
      )
      expect(github.releases).toEqual([])
      expect(repository.git('tag')).toBe('v2.0.0')
    })

    it('goes on with the branch that the message asks for', async () => {
      const asked = moved()
      const told = await draft(asked).catch(String)
      const [, sha = '', ref = ''] = /git push origin (\w+):(\S+);/.exec(told) ?? []
      repository.git('update-ref', ref, sha)
      expect(await release(asked)).toContain('v2 is moved to v2.0.0')
    })

    it('goes on with the token of an App that may write workflows, which does nothing else', async () => {
      const asked = { ...moved(), tagger: clientOf(tokens.app) }
      expect(await release(asked)).toContain('v2 is moved to v2.0.0')
      const byApp = github.changes.filter(({ token }) => token === tokens.app).map(({ change }) => change)
      expect(byApp.filter((change) => !change.includes('/git/refs'))).toEqual([])
    })
  })

  it('whose tag was moved meanwhile stops', async () => {
    const asked = tagged('v2.0.0')
    const other = repository.commit('main', { version: 'other' })
    repository.git('tag', '--force', 'v2.0.0', other)
    await expect(draft(asked)).rejects.toThrow(/the tag was moved or deleted since/)
    await expect(publish(asked, attestation)).rejects.toThrow(/the tag was moved or deleted since/)
    expect(github.releases).toEqual([])
  })

  describe('that broke half-way', () => {
    const changes = 10 // As the first test lists them.

    it.each(
      Array.from({ length: changes }, (_, index) => index + 1).flatMap((number) => [
        ['before', number] as const,
        ['after', number] as const,
      ]),
    )('%s change %d, is whole after another run', async (when, broken) => {
      const asked = tagged('v2.0.0')
      github.trouble = (number) => (number === broken ? when : undefined)
      await expect(release(asked)).rejects.toThrow(/HTTP 502/)
      github.trouble = undefined
      expect(await release(asked)).toContain('v2.0.0 is published.')
      expect(released()).toEqual([{ tag: 'v2.0.0', draft: false, assets: allNames }])
      expect(repository.git('tag').split('\n')).toEqual(['v2', 'v2.0.0'])
      expect(repository.commitOf('v2')).toBe(asked.sha)
    })

    it('in an upload has the file whole after another run', async () => {
      const asked = tagged('v2.0.0')
      await draft(asked)
      for (const asset of github.releases[0]?.assets ?? []) asset.bytes = Buffer.alloc(0)
      await release(asked)
      expect(github.releases[0]?.assets.map(({ bytes }) => bytes.length)).not.toContain(0)
    })

    it('is not published with another file than the draft was tried with', async () => {
      const asked = tagged('v2.0.0')
      await draft(asked)
      for (const asset of github.releases[0]?.assets ?? []) asset.bytes = Buffer.from('other')
      await expect(publish(asked, attestation)).rejects.toThrow(/does not have index\.js, SHA256SUMS/)
      expect(github.releases[0]).toMatchObject({ draft: true })
    })

    it('wants a maintainer where there are two drafts', async () => {
      const asked = tagged('v2.0.0')
      await draft(asked)
      github.releases.push({ ...github.releases[0], id: 99 } as (typeof github.releases)[number])
      await expect(draft(asked)).rejects.toThrow('There are 2 drafts of v2.0.0: delete all')
    })
  })

  it('that is published is changed no more: other files are a new patch', async () => {
    const asked = tagged('v2.0.0')
    await release(asked)
    const before = JSON.stringify(github.releases)
    const repacked = files.map((file) =>
      file.name.endsWith('.tgz') ? { ...file, bytes: gzipSync('packed', { level: 1 }) } : file,
    )
    expect(await release({ ...asked, files: repacked })).toContain('v2.0.0 is published. v2 is at v2.0.0 already.')
    const other = [{ name: 'index.js', bytes: Buffer.from('console.log(2)\n') }]
    await expect(release({ ...asked, files: other })).rejects.toThrow(
      /published without index\.js.*release the next patch/,
    )
    expect(JSON.stringify(github.releases)).toBe(before)
  })

  describe('on npm', () => {
    const packed = { name: 'jira-pat-check.tgz', bytes: gzipSync('packed', { level: 1 }) }
    const folder = mkdtempSync(join(tmpdir(), 'jira-pat-check-npm-'))
    afterAll(() => rmSync(folder, { recursive: true }))

    /** A registry that knows these versions. */
    const npmWith = (there: Record<string, string>) => {
      const ran: string[][] = []
      const npm: Npm = (args) => {
        ran.push([...args])
        if (args[0] === 'publish') {
          there['jira-pat-check@2.0.0'] = integrityOf({ name: '', bytes: readFileSync(args[1] ?? '') })
          return { status: 0, stdout: '' }
        }
        const found = there[args[1] ?? '']
        return found
          ? { status: 0, stdout: JSON.stringify(found) }
          : { status: 1, stdout: '{"error":{ "code": "E404" }}' }
      }
      return { npm, ran }
    }
    const publishIt = (asked: Release, npm: Npm) =>
      publishPackage({ plan: asked.plan, github: clientOf(tokens.read), npm }, packed, folder)

    it('is the file of the release to the byte, with its provenance, once', async () => {
      const asked = tagged('v2.0.0')
      await release(asked)
      const { npm, ran } = npmWith({})
      expect(await publishIt(asked, npm)).toBe('jira-pat-check@2.0.0 is on npm, as latest.')
      expect(ran[1]).toEqual([
        'publish',
        join(folder, packed.name),
        '--provenance',
        '--access',
        'public',
        '--ignore-scripts',
        '--tag',
        'latest',
      ])
      expect(readFileSync(join(folder, packed.name))).toEqual(files[2]?.bytes)
      expect(await publishIt(asked, npm)).toBe('jira-pat-check@2.0.0 is on npm already.')
      expect(ran.filter(([command]) => command === 'publish')).toHaveLength(1)
    })

    it('waits for the release', async () => {
      const asked = tagged('v2.0.0')
      await draft(asked)
      const { npm, ran } = npmWith({})
      await expect(publishIt(asked, npm)).rejects.toThrow('v2.0.0 is not published on GitHub')
      expect(ran).toEqual([])
    })

    it('stops where npm has other bytes, or does not say', async () => {
      const asked = tagged('v2.0.0')
      await release(asked)
      const other = npmWith({ 'jira-pat-check@2.0.0': 'sha512-other' })
      await expect(publishIt(asked, other.npm)).rejects.toThrow(/on npm with other bytes/)
      const silent: Npm = () => ({ status: 1, stdout: '' })
      await expect(publishIt(asked, silent)).rejects.toThrow(/does not say whether/)
    })

    it('stops where the release holds something else than this commit packs', async () => {
      const asked = tagged('v2.0.0')
      await release({ ...asked, files: [{ name: packed.name, bytes: gzipSync('something else') }] })
      await expect(publishIt(asked, npmWith({}).npm)).rejects.toThrow(/does not hold what this commit packs/)
    })
  })
})
