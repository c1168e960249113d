import type { Program } from '../inputs/row.ts'
import { createGitHubRunner } from './github-actions.ts'
import type { OpeningProcess } from './opening-process.ts'
import type { Runner } from './runner.ts'

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

/**
 * A command line is read by what no step of GitHub's loads.
 * @returns who started the process; or its exit code, where a command line asks for no run and has been answered; rejects
 *   only where that part of the program is missing
 */
export async function openRunner(process: OpeningProcess, program: Program): Promise<Runner | number> {
  if (isGitHub(process)) return createGitHubRunner(process.env)
  const { openCommandLine } = await import(/* webpackIgnore: true */ './open-command-line.ts')
  return openCommandLine(process, program)
}
