/**
 * Runs the jobs of a workflow in their order, each in a folder of its own, as the runner does. git and the steps' scripts are
 * real. Stood in for are the actions of others, and npm as far as it would install, test or talk to a registry. What no
 * machine but GitHub's can do is at the boundary: the attestation is a list of what would be signed.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { parse } from 'yaml'
import type { BareRepository } from './bare-repository.ts'
import { tokens } from './github-releases.ts'

interface Step {
  id?: string
  name?: string
  if?: string
  uses?: string
  run?: string
  with?: Record<string, unknown>
  env?: Record<string, string>
}

interface Job {
  needs?: string | string[]
  permissions: Record<string, string>
  steps: Step[]
}

export interface Rehearsal {
  /** An empty folder. */
  home: string
  repository: BareRepository
  /** Where the stand-in for GitHub's API listens. */
  apiUrl: string
  /** Whether the repository has an App that may write workflows. */
  hasApp?: boolean
}

export interface Run {
  /** The jobs that ended well, in their order. */
  done: string[]
  /** What was printed, all in all. */
  output: string
  /** What npm was asked for, as `test: cit`. */
  npm: string[]
  /** What the attestation would be about: digests by names. */
  attested: Map<string, string>
}

/** In the place of npm: it packs; what it is to install, run or publish it writes down. */
const NPM = `#!/usr/bin/env bash
echo "$JOB: $*" >> "$NPM_LOG"
case "$1" in
  pack) exec "$REAL_NPM" "$@" ;;
  view) cat "$REGISTRY/$2" 2>/dev/null || { echo '{"error": { "code": "E404" }}'; exit 1; } ;;
  publish)
    version=$(basename "$2" .tgz)
    printf '"sha512-%s"' "$(openssl dgst -sha512 -binary "$2" | base64 --wrap=0)" > "$REGISTRY/jira-pat-check@\${version#jira-pat-check-}" ;;
esac
`

/** Runs the workflow for a tag that was pushed; `from` runs a run again from there on, with the artifacts that it has. */
export async function rehearse(setting: Rehearsal, tag: string, from?: string): Promise<Run> {
  const { home, repository, apiUrl, hasApp = false } = setting
  const sha = repository.commitOf(tag) ?? ''
  const workflow: { jobs: Record<string, Job> } = parse(repository.git('show', `${sha}:.github/workflows/release.yml`))
  const [bin, registry, artifacts] = ['bin', 'registry', `artifacts-${tag}`].map((name) => join(home, name))
  for (const folder of [bin, registry, artifacts]) mkdirSync(folder ?? '', { recursive: true })
  writeFileSync(join(bin ?? '', 'npm'), NPM)
  chmodSync(join(bin ?? '', 'npm'), 0o755)
  const log = join(home, `npm-${tag}.log`)
  writeFileSync(log, '')
  const result: Run = { done: [], output: '', npm: [], attested: new Map() }

  const runJob = async (id: string, { permissions, steps }: Job): Promise<boolean> => {
    const place = join(home, `${tag}-${id}-${Date.now()}`)
    const [workspace, temp] = [join(place, 'workspace'), join(place, 'temp')]
    mkdirSync(temp, { recursive: true })
    const outputs: Record<string, string> = {}
    const contents = permissions['contents'] ?? 'none'
    const token = { write: tokens.job, read: tokens.read }[contents] ?? 'no token'
    const known: Record<string, string> = {
      'github.token': token,
      'runner.temp': temp,
      'vars.RELEASE_CLIENT_ID': hasApp ? '1' : '',
      'secrets.RELEASE_APP_KEY': 'a key',
    }
    const fill = (text: unknown): string =>
      String(text).replace(/\$\{\{ *([\w.-]+) *\}\}/g, (_, name: string) => known[name] ?? outputs[name] ?? '')

    const use = (step: Step): void => {
      const given = Object.fromEntries(Object.entries(step.with ?? {}).map(([key, value]) => [key, fill(value)]))
      const output = (name: string, value: string): void => {
        outputs[`steps.${step.id}.outputs.${name}`] = value
      }
      const artifact = join(artifacts ?? '', given['name'] ?? '')
      const path = given['path'] ?? ''
      switch (step.uses?.split('@')[0]) {
        case 'actions/checkout': {
          const depth = given['fetch-depth'] === '0' ? [] : ['--depth=1']
          const where = [`file://${repository.path}`, workspace]
          execFileSync('git', ['clone', '--quiet', ...depth, '--branch', tag, ...where], { stdio: 'ignore' })
          return
        }
        case 'actions/upload-artifact':
          if (!existsSync(path)) throw new Error(`${path} is not there`)
          cpSync(path, statSync(path).isDirectory() ? artifact : join(artifact, basename(path)), { recursive: true })
          return
        case 'actions/download-artifact':
          cpSync(artifact, path, { recursive: true })
          return
        case 'actions/create-github-app-token':
          output('token', tokens.app)
          return
        case 'actions/attest': {
          if (permissions['id-token'] !== 'write' || permissions['attestations'] !== 'write')
            throw new Error(`${id} may not attest`)
          const folder = dirname(given['subject-path'] ?? '')
          for (const name of readdirSync(folder)) {
            result.attested.set(
              name,
              createHash('sha256')
                .update(readFileSync(join(folder, name)))
                .digest('hex'),
            )
          }
          const bundle = join(temp, 'bundle.json')
          writeFileSync(bundle, `${JSON.stringify([...result.attested])}\n`)
          output('bundle-path', bundle)
        }
      }
    }

    for (const step of steps) {
      if (step.if !== undefined && fill(step.if.replace(" != ''", '')) === '') continue
      if (step.run === undefined) {
        use(step)
        continue
      }
      const env = {
        PATH: [bin, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
        HOME: home,
        REAL_NPM: execFileSync('which', ['npm'], { encoding: 'utf8' }).trim(),
        NPM_LOG: log,
        REGISTRY: registry,
        JOB: id,
        RUNNER_TEMP: temp,
        GITHUB_REPOSITORY: 'jira-pat-check/jira-pat-check',
        GITHUB_API_URL: apiUrl,
        GITHUB_REF_NAME: tag,
        ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value)])),
      }
      // A job that checks nothing out has an empty workspace.
      mkdirSync(workspace, { recursive: true })
      const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], { cwd: workspace, env })
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text) => {
          result.output += text
        })
      }
      const [status] = await once(child, 'close')
      if (status !== 0) return false
    }
    return true
  }

  const ids = Object.keys(workflow.jobs)
  for (const id of ids.slice(from === undefined ? 0 : ids.indexOf(from))) {
    const job = workflow.jobs[id]
    if (job === undefined || !(await runJob(id, job))) break
    result.done.push(id)
  }
  result.npm = readFileSync(log, 'utf8').split('\n').filter(Boolean)
  return result
}
