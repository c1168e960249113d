import { takePart } from '../base/part.ts'
import type { Program } from '../inputs/row.ts'
import { createGitHubRunner } from './github-actions.ts'
import { isGitHub, type OpeningProcess } from './opening-process.ts'
import type { Runner } from './runner.ts'

/**
 * A command line is read by what no step of GitHub's loads.
 * @returns who started the process; or its exit code, where a command line asks for no run and has been answered; rejects
 *   only where that part of the program is missing
 */
export async function openRunner(process: OpeningProcess, program: Program): Promise<Runner | number> {
  if (isGitHub(process)) return createGitHubRunner(process.env)
  const part = import(/* webpackIgnore: true */ './open-command-line.ts')
  const { openCommandLine } = await takePart('open-command-line.js', part)
  return openCommandLine(process, program)
}
