import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installPackages } from '../../scripts/installed.ts'

/** Why gitlab-ci-local cannot run here; undefined where it can. */
export function whyNoPipelines(): string | undefined {
  // It runs jobs in the machine's own shell.
  if (process.platform !== 'linux') return 'they need Linux'
  const isThere = spawnSync('rsync', ['--version'], { stdio: 'ignore' }).status === 0
  return isThere ? undefined : 'rsync is not installed (apt-get install rsync)'
}

/** The path of gitlab-ci-local, pinned by a lockfile of its own and installed if it is not yet. */
export const gitlabCiLocal = (): string =>
  join(installPackages(import.meta.dirname), 'gitlab-ci-local', 'dist', 'index.js')
