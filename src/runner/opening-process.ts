import type { Environment } from '../base/environment.ts'
import { PROGRAMS, type Program } from '../inputs/row.ts'
import type { ByteStream } from './standard-input.ts'

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
  return PROGRAMS.find((program) => program === word) ?? 'check'
}
