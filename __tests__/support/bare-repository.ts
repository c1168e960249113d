import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A repository as GitHub keeps it: without a work tree. git is real. */
export interface BareRepository {
  /** Where it is, to be cloned from. */
  readonly path: string
  /** Commits these files on a branch, on top of what it has; on a new one on top of `main`. @returns the commit */
  commit(branch: string, files: Readonly<Record<string, string>>): string
  /** Runs git in it; throws where that fails. */
  git(...args: string[]): string
  /** @returns the commit of a tag, annotated or not, or of any other name; undefined where there is none */
  commitOf(name: string): string | undefined
  remove(): void
}

/** Nothing of the machine's own settings counts. */
const env = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  ...Object.fromEntries(['AUTHOR', 'COMMITTER'].map((who) => [`GIT_${who}_NAME`, 'Jane Doe'])),
  ...Object.fromEntries(['AUTHOR', 'COMMITTER'].map((who) => [`GIT_${who}_EMAIL`, 'jane@example.com'])),
}

export function createBareRepository(): BareRepository {
  const path = mkdtempSync(join(tmpdir(), 'jira-pat-check-bare-'))
  const run = (args: string[], input = ''): string =>
    execFileSync('git', args, { cwd: path, env, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] }).trim()
  const git = (...args: string[]): string => run(args)
  git('init', '--quiet', '--bare', '--initial-branch=main')
  const commitOf = (name: string): string | undefined => {
    const { status, stdout } = spawnSync('git', ['rev-parse', '--verify', '--quiet', `${name}^{commit}`], {
      cwd: path,
      env,
      encoding: 'utf8',
    })
    return status === 0 ? stdout.trim() : undefined
  }
  return {
    path,
    git,
    commitOf,
    commit(branch, files) {
      const start = commitOf(`refs/heads/${branch}`) ?? commitOf('refs/heads/main')
      const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`
      // https://git-scm.com/docs/git-fast-import: one process for all of it.
      const stream = [
        `commit refs/heads/${branch}\n`,
        `committer Jane Doe <jane@example.com> ${Math.floor(Date.now() / 1000)} +0000\n`,
        data('Change something'),
        ...(start === undefined ? [] : [`from ${start}\n`]),
        ...Object.entries(files).map(([name, text]) => `M 100644 inline ${name}\n${data(text)}`),
      ]
      run(['fast-import', '--quiet'], stream.join(''))
      return commitOf(`refs/heads/${branch}`) ?? ''
    },
    remove() {
      rmSync(path, { recursive: true, force: true })
    },
  }
}
