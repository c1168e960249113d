import type { Environment } from '../base/environment.ts'
import { VERSION } from '../base/version.ts'
import { createCommandLineRunner } from './command-line.ts'
import { type CommandLine, describeUsage, parseCommandLine } from './flags.ts'
import { createGitHubRunner } from './github-actions.ts'
import type { Runner } from './runner.ts'
import { readStandardInput } from './standard-input.ts'

const MIN_NODE_VERSION = 24

/** What opening needs of Node's process. */
export interface OpeningProcess {
  /** Node, the script, and then what the command line says. */
  readonly argv: readonly string[]
  readonly env: Environment
  readonly versions: { readonly node: string }
  /** Its width is known of a terminal only. */
  readonly stdout: { readonly isTTY: boolean; readonly columns?: number; write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
}

/** The runner starts an action without arguments; with some, this is a command line in one of its steps. */
export function isGitHub({ argv, env }: OpeningProcess): boolean {
  return env['GITHUB_ACTIONS'] === 'true' && argv.length === 2
}

/** @returns who started the process; or its exit code, where a command line asks for no check and has been answered */
export function openRunner(process: OpeningProcess): Runner | number {
  return isGitHub(process) ? createGitHubRunner(process.env) : openCommandLine(process)
}

function openCommandLine({ argv, env: environment, versions, stdout, stderr }: OpeningProcess): Runner | number {
  const commandLine = checkNodeVersion(versions.node) ?? parseCommandLine(argv.slice(2))
  const write = (text: string): void => {
    stdout.write(text)
  }
  switch (commandLine.kind) {
    case 'help':
      write(`${describeUsage()}\n`)
      return 0
    case 'version':
      write(`${VERSION}\n`)
      return 0
    case 'problem':
      stderr.write(`jira-pat-check: ${commandLine.problem}\n`)
      return 2
    default: {
      const isColoured = stdout.isTTY && environment['TERM'] !== 'dumb' && !environment['NO_COLOR']
      const options = { environment, write, readStandardInput, isColoured, columns: stdout.columns }
      return createCommandLineRunner({ ...commandLine, ...options })
    }
  }
}

/** The runner brings the right Node; whoever else starts this may have an older one. */
function checkNodeVersion(version: string): CommandLine | undefined {
  if (Number.parseInt(version, 10) >= MIN_NODE_VERSION) return undefined
  return { kind: 'problem', problem: `Node.js ${MIN_NODE_VERSION} or later is needed, and this is ${version}` }
}
