import { VERSION } from '../base/version.ts'
import type { Program } from '../inputs/row.ts'
import { createCommandLineRunner } from './command-line.ts'
import { parseCommandLine } from './flags.ts'
import type { OpeningProcess } from './opening-process.ts'
import type { Runner } from './runner.ts'
import { describeUsage } from './usage.ts'

export { VERSION }

/** @returns the command line as a runner; or the exit code, where it asks for no run and has been answered */
export function openCommandLine(process: OpeningProcess, program: Program): Runner | number {
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
