import type { Environment } from '../base/environment.ts'
import { VERSION } from '../base/version.ts'
import type { Program } from '../inputs/row.ts'
import { createCommandLineRunner } from './command-line.ts'
import { parseCommandLine } from './flags.ts'
import { createGitHubRunner } from './github-actions.ts'
import type { Runner } from './runner.ts'
import type { ByteStream } from './standard-input.ts'
import { describeUsage } from './usage.ts'

/** What opening needs of Node's process. */
export interface OpeningProcess {
  /** Node, the script, and then what the command line says. */
  readonly argv: readonly string[]
  readonly env: Environment
  /** Looked at only where it is read: Node opens it then. */
  readonly stdin: ByteStream
  /** Its width is known of a terminal only. */
  readonly stdout: { readonly isTTY: boolean; readonly columns?: number; write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
}

/**
 * The runner starts an action without flags, and gives it its inputs as variables, the defaults at least. Anything else
 * is a command line in one of its steps, which takes its inputs from flags and variables of its own.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs
 */
export function isGitHub({ argv, env }: Pick<OpeningProcess, 'argv' | 'env'>): boolean {
  return (
    env['GITHUB_ACTIONS'] === 'true' &&
    Object.keys(env).some((name) => name.startsWith('INPUT_')) &&
    programOf(argv) === 'check' &&
    !argv.slice(2).some((argument) => argument.startsWith('-'))
  )
}

/** @returns the program that the first word of a command line names */
export function programOf(argv: readonly string[]): Program {
  const [, , word] = argv
  return word === 'watch' || word === 'rotate' ? word : 'check'
}

/** @returns who started the process; or its exit code, where a command line asks for no check and has been answered */
export function openRunner(process: OpeningProcess, program: Program): Runner | number {
  return isGitHub(process) ? createGitHubRunner(process.env) : openCommandLine(process, program)
}

function openCommandLine(process: OpeningProcess, program: Program): Runner | number {
  const { argv, env: environment, stdout, stderr } = process
  const args = argv.slice(2)
  const commandLine = parseCommandLine(args[0] === program ? args.slice(1) : args, program)
  const write = (text: string): void => {
    stdout.write(text)
  }
  const writeError = (text: string): void => {
    stderr.write(text)
  }
  switch (commandLine.kind) {
    case 'help':
      write(`${describeUsage(program)}\n`)
      return 0
    case 'version':
      write(`${VERSION}\n`)
      return 0
    case 'problem':
      writeError(`jira-pat-check: ${commandLine.problem}\n`)
      return 2
    default: {
      const isColoured = stdout.isTTY && environment['TERM'] !== 'dumb' && !environment['NO_COLOR']
      const streams = { write, writeError, openStandardInput: () => process.stdin, columns: stdout.columns }
      return createCommandLineRunner({ ...commandLine, ...streams, program, environment, isColoured })
    }
  }
}
