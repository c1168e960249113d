import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inputVariables } from '../__tests__/support/runner.ts'
import type { Places } from './jiras.ts'
import type { Row } from './rows.ts'

/**
 * `bare` is the script that everything is compared with; `success` is the action where all is well, to compare a
 * failure with; `node` does nothing.
 */
export type ProgramName = 'bare' | 'action' | 'success' | 'node' | 'curl'

/** A process to start. */
export interface Program {
  readonly name: ProgramName
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

const SUCCESS = { jira: 'https', token: 'good', inputs: { 'check-expiry': 'false' } } as const

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** Where all that is measured lies. */
export const dist = pathOf('../dist/')

const checkBundle = join(dist, 'index.js')

/** The same of a list of tokens. */
const watchBundle = join(dist, 'watch.js')

/**
 * The programs of a row.
 * @param directory where the action may write its outputs and its summary
 */
export function programsOf(row: Row, places: Places, directory: string): readonly Program[] {
  return row.programs.map((name) => ({ name, ...programOf(name, row, places, directory) }))
}

function programOf(name: ProgramName, row: Row, places: Places, directory: string): Omit<Program, 'name'> {
  const url = places.urls[row.jira]
  const token = places.tokens[row.token]
  const isTls = row.watched !== undefined || url.startsWith('https:')
  const node = (script: string, env: Program['env']) => ({
    command: process.execPath,
    args: [script],
    // The same for both. Where nobody needs it, since the CA is a public one, both are without.
    env: { ...machineEnvironment(), ...(isTls && { NODE_EXTRA_CA_CERTS: places.caFile }), ...env },
  })
  switch (name) {
    case 'bare': {
      const { projects } = row.inputs
      const env = { JIRA_DOMAIN: url, JIRA_PAT: token }
      if (projects === undefined) return node(pathOf('scripts/bare.cjs'), env)
      return node(pathOf('scripts/projects.cjs'), { ...env, PROJECTS: projects })
    }
    case 'node':
      return node(pathOf('scripts/nothing.cjs'), {})
    case 'action': {
      const runner = runnerEnvironment(directory)
      if (row.watched !== undefined) return node(watchBundle, { ...runner, ...watchVariables(row.watched, places) })
      const { env, ...check } = node(checkBundle, {
        ...runner,
        ...inputVariables('check', { 'jira-url': url, token, ...row.inputs }),
      })
      if (!('ca-certificate' in row.inputs)) return { ...check, env }
      const { NODE_EXTRA_CA_CERTS: _, ...without } = env
      return { ...check, env: without }
    }
    case 'success':
      return programOf('action', { ...row, ...SUCCESS }, places, directory)
    case 'curl':
      return {
        command: 'curl',
        args: [
          ...['--silent', '--fail', '--output', join(directory, 'curl')],
          ...['--header', 'Accept: application/json', '--header', `Authorization: Bearer ${token}`],
          ...['--cacert', places.caFile, `${url}/rest/api/2/myself`],
        ],
        env: machineEnvironment(),
      }
  }
}

/** The list as an input, and a variable for each of its secrets. */
function watchVariables({ tokens, servers }: NonNullable<Row['watched']>, places: Places): Record<string, string> {
  const entries = Array.from({ length: tokens }, (_, index) => ({
    secret: `JIRA_PAT_${index + 1}`,
    'jira-url': places.watchedUrls[index % servers],
  }))
  return {
    ...Object.fromEntries(entries.map(({ secret }) => [secret, places.tokens.good])),
    ...inputVariables('watch', { tokens: JSON.stringify({ tokens: entries }), issues: 'false' }),
  }
}

/** What GitHub's runner sets besides the inputs, as far as the action looks at it. */
function runnerEnvironment(directory: string): Record<string, string> {
  const files = { GITHUB_OUTPUT: 'output', GITHUB_STEP_SUMMARY: 'summary.md', GITHUB_EVENT_PATH: 'event.json' }
  const paths = Object.entries(files).map(([variable, name]) => [variable, join(directory, name)] as const)
  for (const [, path] of paths) writeFileSync(path, '')
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_SERVER_URL: 'https://github.com',
    ...Object.fromEntries(paths),
  }
}

/** Nothing of the caller's own settings: a proxy, a CA file or options for Node would be measured with the rest. */
function machineEnvironment(): Record<string, string> {
  const needed = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR']
  return Object.fromEntries(needed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}
