import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages, installWheels } from '../../scripts/installed.ts'

/** Another way to ask Jira whose a token is: a program that takes JIRA_URL and JIRA_PAT, and ends with 0 where it is content. */
export interface Peer {
  readonly name: string
  readonly version: string
  /** How it asks, in a few words. */
  readonly how: string
  readonly command: string
  readonly args: readonly string[]
  /** Where its libraries are. */
  readonly env: Readonly<Record<string, string>>
}

const here = import.meta.dirname
const clients = join(here, '../../__tests__/clients')

/** The pages name the first of them as the line that people write. */
const CURL = 'curl -fsS -H "Authorization: Bearer $JIRA_PAT" "$JIRA_URL/rest/api/2/myself"'

/** Installs what is to be installed, below `node_modules/`. Throws where curl, jq, Python or pip is missing. */
export function installPeers(): readonly Peer[] {
  const wheels = installWheels(join(clients, 'requirements.txt'))
  return [
    shell('curl -f', versionOf('curl', /curl (\S+)/), '`curl -fsS`, as below', CURL),
    shell(
      'curl and jq',
      `jq ${versionOf('jq', /jq-(\S+)/)}`,
      'the same, and `jq -e .name` over its answer',
      `set -o pipefail; ${CURL} | jq -e .name`,
    ),
    python('jira', '`JIRA(server, token_auth)`, `myself()`', 'ask_jira.py', wheels),
    python('atlassian-python-api', '`Jira(url, token)`, `myself()`', 'ask_atlassian.py', wheels),
    node('jira.js', '`Version2Client`, `getCurrentUser()`', 'ask-jira-js.cjs', clients),
    node('jira-client', '`JiraApi({ bearer })`, `getCurrentUser()`', 'ask-jira-client.cjs', here),
  ]
}

function shell(name: string, version: string, how: string, script: string): Peer {
  return { name, version, how, command: 'bash', args: ['--norc', '-c', script], env: {} }
}

function python(name: string, how: string, script: string, wheels: string): Peer {
  const pin = new RegExp(`^${name}==(\\S+)`, 'm').exec(readFileSync(join(clients, 'requirements.in'), 'utf8'))
  const env = { PYTHONPATH: wheels, PYTHONDONTWRITEBYTECODE: '1' }
  return { name, version: pin?.[1] ?? '', how, command: 'python3', args: [join(here, 'scripts', script)], env }
}

function node(name: string, how: string, script: string, folder: string): Peer {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const env = { NODE_PATH: installPackages(folder) }
  return {
    name,
    version: dependencies[name],
    how,
    command: process.execPath,
    args: [join(here, 'scripts', script)],
    env,
  }
}

function versionOf(program: string, pattern: RegExp): string {
  const { stdout, error } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  if (error !== undefined) throw new Error(`${program} is not installed (apt-get install ${program})`)
  return pattern.exec(stdout)?.[1] ?? ''
}
