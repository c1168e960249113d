import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where people fetch this program from. */
const GITHUB = 'https://github.com/jira-pat-check/jira-pat-check.git'

/** The release that the documentation sends people to, such as 2.0.0. */
export const RELEASE = /releases\/download\/v([\d.]+)/.exec(readFileSync('docs/other-ci.md', 'utf8'))?.[1] ?? ''

/** A repository with a release of this program in it, as people fetch it. */
export interface Released {
  path: string
  /** What stands in the place of `COMMIT_OF_RELEASE`. */
  commit: string
  /** An environment in which git fetches from here what it is to fetch from github.com, and from other addresses. */
  gitEnvironment(...alsoFrom: string[]): Record<string, string>
  remove(): void
}

/**
 * Commits what a release is run from, and tags it as a release of this version is tagged. A later commit is on top of it,
 * in which the program says another thing: who has not fetched the release by its commit notices.
 */
export function makeRelease(): Released {
  const path = mkdtempSync(join(tmpdir(), 'jira-pat-check-released-'))
  const git = (...args: string[]): string => execFileSync('git', ['-C', path, ...args], { encoding: 'utf8' }).trim()
  const author = ['-c', 'user.name=ci', '-c', 'user.email=ci@example.com']
  git('init', '--quiet', '--initial-branch', 'main')
  for (const name of ['dist', 'templates', 'package.json']) cpSync(name, join(path, name), { recursive: true })
  git('add', '--all')
  git(...author, 'commit', '--quiet', '--message', 'Release')
  git('tag', `v${RELEASE}`)
  const commit = git('rev-parse', 'HEAD')
  git('rm', '--quiet', '-r', 'dist')
  git(...author, 'commit', '--quiet', '--message', 'Work on')
  return {
    path,
    commit,
    gitEnvironment: (...alsoFrom) => {
      const settings = [
        ...[GITHUB, ...alsoFrom].map((url) => [`url.file://${path}.insteadOf`, url]),
        ['safe.directory', '*'],
      ]
      return {
        GIT_CONFIG_COUNT: String(settings.length),
        ...Object.fromEntries(
          settings.flatMap(([key = '', value = ''], index) => [
            [`GIT_CONFIG_KEY_${index}`, key],
            [`GIT_CONFIG_VALUE_${index}`, value],
          ]),
        ),
      }
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}
