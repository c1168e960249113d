import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { stringify } from 'yaml'
import type { Released } from '../support/released.ts'
import { gitlabCiLocal } from './program.ts'

/** Where a team has its mirror in the tests: the server of the project itself. */
export const MIRROR = 'https://gitlab.example.com/mirrors/jira-pat-check.git'

/** A project of a team, on a GitLab at `gitlab.example.com`. */
export interface Project {
  path: string
  /** Runs a script in it, as somebody at a keyboard does. */
  sh(script: string): void
  /** What CI/CD variables have. Runs the pipeline of the default branch, or that of another source. */
  run(variables: Record<string, string>, source?: 'push' | 'schedule'): Promise<Pipeline>
  remove(): void
}

export interface Pipeline {
  exitCode: number
  /** All that it printed, without colours. */
  output: string
  /** What a job has written: undefined where there is no such file. */
  read(path: string): string | undefined
}

/**
 * Makes a project of some files.
 *
 * @param released where git fetches this program from
 */
export function makeProject(files: Record<string, string>, released: Released): Project {
  const path = mkdtempSync(join(tmpdir(), 'jira-pat-check-gitlab-'))
  const work = join(path, 'app')
  const env = {
    HOME: path,
    PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
    // Its own source of a pipeline is always `push`.
    GCL_IGNORE_PREDEFINED_VARS: 'CI_PIPELINE_SOURCE',
    ...released.gitEnvironment(MIRROR),
  }
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(work, name)), { recursive: true })
    writeFileSync(join(work, name), text, { mode: text.startsWith('#!') ? 0o755 : 0o644 })
  }
  for (const [name, text] of Object.entries(files)) write(name, text)
  const git = (...args: string[]) => execFileSync('git', ['-C', work, ...args], { env })
  git('init', '--quiet', '--initial-branch', 'main')
  git('remote', 'add', 'origin', 'https://gitlab.example.com/team/app.git')
  // What an earlier pipeline has left is taken away before the next one, as GitLab's runner does.
  write('.gitignore', '/jira-pat-check/\n/.gitlab-ci-local/\n/jira*.*\n')
  git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main')

  return {
    path: work,
    sh: (script) => execFileSync('bash', ['-c', script], { cwd: work, env, stdio: 'pipe' }),
    run(variables, source = 'push') {
      // Where gitlab-ci-local looks for a project's CI/CD variables.
      write('.gitlab-ci-local-variables.yml', stringify(variables))
      git('add', '--all')
      git('-c', 'user.name=ci', '-c', 'user.email=ci@example.com', 'commit', '--quiet', '--allow-empty', '-m', 'Work')
      git('clean', '-ffdx', '--quiet')
      const args = ['--force-shell-executor', '--variable', `CI_PIPELINE_SOURCE=${source}`]
      return new Promise((settle) => {
        execFile(process.execPath, [gitlabCiLocal(), ...args], { env, cwd: work }, (error, stdout, stderr) =>
          settle({
            exitCode: error === null ? 0 : Number(error.code ?? 1),
            output: stripVTControlCharacters(`${stdout}\n${stderr}`),
            read: (name) => (existsSync(join(work, name)) ? readFileSync(join(work, name), 'utf8') : undefined),
          }),
        )
      })
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** Gives out the files of a commit as raw.githubusercontent.com does: `/COMMIT/PATH`. */
export async function serveRaw(released: Released): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const [, commit = '', path = ''] = /^\/([0-9a-f]{40})\/([\w./-]+)$/.exec(request.url ?? '') ?? []
    try {
      response.end(execFileSync('git', ['-C', released.path, 'show', `${commit}:${path}`], { stdio: 'pipe' }))
    } catch {
      response.writeHead(404).end('404: Not Found')
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}
