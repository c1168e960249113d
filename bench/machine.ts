import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { arch, availableParallelism, cpus, release, totalmem, type } from 'node:os'

/** What was measured, with what, on what. */
export interface Machine {
  readonly action: string
  readonly node: string
  readonly openssl: string
  readonly curl: string | undefined
  readonly system: string
  readonly processor: string
  readonly memoryBytes: number
}

export function describeMachine(): Machine {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const [curl] = (spawnSync('curl', ['--version'], { encoding: 'utf8' }).stdout ?? '').split(' (', 1)
  return {
    action: `jira-pat-check ${version}`,
    node: process.versions.node,
    openssl: process.versions.openssl,
    curl: curl || undefined,
    // What follows the version is the builder's own.
    system: `${type()} ${release().split('-', 1)[0]} ${arch()}`,
    processor: `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
    memoryBytes: totalmem(),
  }
}
