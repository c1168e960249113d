import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { badToken, goodToken } from '../support/healthy.ts'
import { type StandInJira, startJira } from '../support/jira.ts'
import { type ReleaseFiles, serveReleaseFiles, TARBALL } from '../support/release-files.ts'
import { makeRelease, RELEASE, type Released } from '../support/released.ts'
import { blocksUnder } from './markdown.ts'

const page = 'docs/other-ci.md'

/** Whoever reads the page has Linux here: elsewhere `sha256sum` has another name. */
describe.skipIf(process.platform !== 'linux')('by copy and paste alone from the page', () => {
  let jira: StandInJira
  let release: ReleaseFiles
  let released: Released
  let home: string
  beforeAll(async () => {
    jira = await startJira()
    release = await serveReleaseFiles()
    released = makeRelease()
  })
  afterAll(async () => {
    await jira.close()
    release.close()
    released.remove()
  })
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'jira-pat-check-pasted-'))
  })
  afterEach(() => rmSync(home, { recursive: true }))

  /** Pastes block after block into one shell, and types the token when it is asked for. */
  const paste = (blocks: string[], typed = '') => {
    const script = blocks
      .join('\n')
      .replaceAll(`https://github.com/jira-pat-check/jira-pat-check/releases/download/v${RELEASE}`, release.url)
      .replaceAll('https://jira.example.com', jira.url)
    const env = {
      HOME: home,
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      ...released.gitEnvironment(),
    }
    return new Promise<{ exitCode: unknown; output: string }>((settle) => {
      const shell = execFile('bash', ['-c', script], { cwd: home, env }, (error, stdout, stderr) =>
        settle({ exitCode: error === null ? 0 : error.code, output: stdout + stderr }),
      )
      // Blocks that ask for nothing may end before this is written.
      shell.stdin?.on('error', () => {}).end(`${typed}\n`)
    })
  }

  describe('a plain shell', () => {
    // Who has built it is a question for github.com, and not needed for the check.
    const blocks = blocksUnder(page, '## A plain shell', 'sh').filter((block) => !block.startsWith('gh '))

    it('is green with a good token', async () => {
      const { exitCode, output } = await paste(blocks, goodToken)
      expect(exitCode, output).toBe(0)
      expect(output).toContain(`${TARBALL}: OK\n`)
      expect(output).toMatch(/^OK: Jira accepts the token$/m)
      expect(output).not.toContain(goodToken)
    })

    it('is red with a bad one, says why, and what to do', async () => {
      const { exitCode, output } = await paste(blocks, badToken)
      expect(exitCode).toBe(1)
      expect(output).toMatch(/^REFUSED: Jira rejected the token \(401\)$/m)
      expect(output).toMatch(/^ {2}1\. /m)
    })

    it('is red, as the page says, with the last sign of a good one left out', async () => {
      const { exitCode, output } = await paste(blocks, goodToken.slice(0, -1))
      expect(exitCode).toBe(1)
      expect(output).toContain('REFUSED')
    })

    it.each<[string, (files: Map<string, Buffer>) => void]>([
      ['another program under its name', (files) => files.set(TARBALL, Buffer.from('#!/bin/sh\n'))],
      ['a tarball that is not there', (files) => files.delete(TARBALL)],
      ['checksums of other files alone', (files) => files.set('SHA256SUMS', Buffer.from(`${'0'.repeat(64)}  other\n`))],
    ])('unpacks and runs nothing of %s', async (_, change) => {
      const before = new Map(release.files)
      change(release.files)
      const { exitCode, output } = await paste(blocks, goodToken)
      for (const [name, file] of before) release.files.set(name, file)
      expect(exitCode).not.toBe(0)
      expect(output).not.toContain('OK: Jira')
      expect(existsSync(join(home, 'package'))).toBe(false)
    })
  })

  describe("the release's commit", () => {
    const [block = ''] = blocksUnder(page, "## The release's commit", 'sh')
    const examples = readdirSync('examples').filter(
      (name) => name !== 'README.md' && /\.ya?ml$|^Jenkinsfile$/.test(name),
    )

    it.each(examples)('goes into %s', async (name) => {
      const copy = join(home, 'copied')
      mkdirSync(copy)
      cpSync(join('examples', name), join(copy, name))
      const { exitCode, output } = await paste([block.replace('.gitlab-ci.yml', `copied/${name}`)])
      expect(exitCode, output).toBe(0)
      const [before, after] = [join('examples', name), join(copy, name)].map((path) => readFileSync(path, 'utf8'))
      expect(after).toBe(before?.replaceAll('COMMIT_OF_RELEASE', released.commit))
      expect(readdirSync(copy)).toEqual([name])
    })

    it('is not put in where there is no such release', async () => {
      cpSync('examples/gitlab-ci.yml', join(home, '.gitlab-ci.yml'))
      expect((await paste([block.replaceAll(`v${RELEASE}`, 'v99.0.0')])).exitCode).toBe(1)
      expect(readFileSync(join(home, '.gitlab-ci.yml'), 'utf8')).toContain('COMMIT_OF_RELEASE')
    })
  })
})
