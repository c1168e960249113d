import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Places } from './jiras.ts'
import type { Row } from './rows.ts'

/**
 * `bare` is the script that everything is compared with; `require` is the same by `require()`; `success` is the action
 * where all is well, to compare a failure with; `node` does nothing.
 */
export type ProgramName = 'bare' | 'action' | 'success' | 'require' | 'node' | 'curl'

/** A process to start. */
export interface Program {
  readonly name: ProgramName
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

const SUCCESS = { jira: 'plain', token: 'good', inputs: { 'check-expiry': 'false' } } as const

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** The file that is measured. */
export const bundle = pathOf('../dist/index.js')

/** The same of a list of tokens. */
const watchBundle = pathOf('../dist/watch.js')

/**
 * The programs of a row, the bare script first.
 * @param directory where the action may write its outputs and its summary
 */
export function programsOf(row: Row, places: Places, directory: string): readonly Program[] {
  const names: readonly ProgramName[] = ['bare', 'action', ...row.others]
  return names.map((name) => ({ name, ...programOf(name, row, places, directory) }))
}

function programOf(name: ProgramName, row: Row, places: Places, directory: string): Omit<Program, 'name'> {
  const url = places.urls[row.jira]
  const isTls = url.startsWith('https:')
  const node = (script: string, env: Program['env'] = {}) => ({
    command: process.execPath,
    args: [script],
    env: {
      ...machineEnvironment(),
      JIRA_DOMAIN: url,
      JIRA_PAT: places.tokens[row.token],
      // The cheapest way there is to trust a CA besides the default ones; an input has to do without.
      ...(isTls && !(name === 'action' && 'ca-certificate' in row.inputs) && { NODE_EXTRA_CA_CERTS: places.caFile }),
      ...env,
    },
  })
  switch (name) {
    case 'bare':
      return node(pathOf(`scripts/${isTls ? 'https' : 'http'}.mjs`))
    case 'require':
      return node(pathOf('scripts/require.cjs'))
    case 'node':
      return node(pathOf('scripts/nothing.mjs'))
    case 'action':
      if (row.watched === undefined) return node(bundle, runnerEnvironment(row, directory))
      return node(watchBundle, { ...runnerEnvironment(row, directory), ...listVariables(row.watched, places) })
    case 'success':
      return programOf('action', { ...row, ...SUCCESS }, places, directory)
    case 'curl':
      return {
        command: 'curl',
        args: [
          ...['--silent', '--fail', '--output', join(directory, 'curl')],
          ...['--header', 'Accept: application/json', '--header', `Authorization: Bearer ${places.tokens[row.token]}`],
          ...(isTls ? ['--cacert', places.caFile] : []),
          `${url}/rest/api/2/myself`,
        ],
        env: machineEnvironment(),
      }
  }
}

/** The list as an input, and a variable for each of its secrets. */
function listVariables({ tokens, servers }: NonNullable<Row['watched']>, places: Places): Record<string, string> {
  const entries = Array.from({ length: tokens }, (_, index) => ({
    secret: `JIRA_PAT_${index + 1}`,
    'jira-url': places.watchedUrls[index % servers],
  }))
  return {
    ...Object.fromEntries(entries.map(({ secret }) => [secret, places.tokens.good])),
    INPUT_TOKENS: JSON.stringify({ tokens: entries }),
    INPUT_ISSUES: 'false',
  }
}

/** What GitHub's runner sets, as far as the action looks at it. */
function runnerEnvironment(row: Row, directory: string): Record<string, string> {
  const files = { GITHUB_OUTPUT: 'output', GITHUB_STEP_SUMMARY: 'summary.md', GITHUB_EVENT_PATH: 'event.json' }
  const paths = Object.entries(files).map(([variable, name]) => [variable, join(directory, name)] as const)
  for (const [, path] of paths) writeFileSync(path, '')
  const inputs = Object.entries(row.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_SERVER_URL: 'https://github.com',
    ...Object.fromEntries(paths),
    ...Object.fromEntries(inputs),
  }
}

/** Nothing of the caller's own settings: a proxy, a CA file or options for Node would be measured with the rest. */
function machineEnvironment(): Record<string, string> {
  const needed = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR']
  return Object.fromEntries(needed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}
