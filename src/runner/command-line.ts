import { writeFileSync } from 'node:fs'
import type { Environment } from '../base/environment.ts'
import type { Result } from '../catalogue/entry.ts'
import { variableOf } from '../inputs/words.ts'
import { formatDotenv } from '../report/dotenv.ts'
import { formatJunit } from '../report/junit.ts'
import type { Presentation } from '../report/presentation.ts'
import { type FileFlag, INPUT_FLAGS } from './flags.ts'
import { fails, type Runner } from './runner.ts'

const EXIT_CODES: Readonly<Record<Result, number>> = { usable: 0, refused: 1, misconfigured: 2, unknown: 3 }

const FORMATS: Readonly<Record<FileFlag, (presentation: Presentation) => string>> = {
  report: ({ report }) => `${JSON.stringify(report, null, 2)}\n`,
  dotenv: formatDotenv,
  junit: formatJunit,
}

/** What the command line gives. */
export interface CommandLineOptions {
  readonly inputs: ReadonlyMap<string, string>
  readonly files: ReadonlyMap<string, string>
  readonly environment: Environment
  readonly write: (text: string) => void
  /** Asked for the token where the command line says that it comes from there. */
  readonly readStandardInput: () => string
  /** Whether the output is a terminal that wants colour. */
  readonly isColoured: boolean
}

/** A shell, or another CI system: flags and environment in, plain text and files out. */
export function createCommandLineRunner(options: CommandLineOptions): Runner {
  const { inputs, files, environment, write, readStandardInput, isColoured } = options
  const isPiped = (name: string): boolean => inputs.get(name) === '-' && INPUT_FLAGS.get(name)?.kind === 'secret'
  const standardInput = [...inputs.keys()].some(isPiped) ? readStandardInput() : ''
  const bold = (text: string, colour: number): string => (isColoured ? `\u001B[1;${colour}m${text}\u001B[0m` : text)
  const line = (text: string): void => write(`${text}\n`)

  return {
    readInput(name) {
      if (isPiped(name)) return standardInput
      return inputs.get(name) || environment[variableOf(name)] || ''
    },
    // Secrets are withheld from nobody here.
    readEvent: () => ({ name: '', actor: '', repository: '', payload: undefined }),
    nameOf: (input) => (input === 'token' ? 'JIRA_PAT (or --token -)' : `--${input}`),
    // There is no log but this one, and no secret goes into it.
    mask: () => undefined,
    log: line,
    tell(presentation, settings) {
      const { report, title, remedySteps, warnings, lines } = presentation
      const isUsable = report.result === 'usable'
      line(bold(`${isUsable ? 'OK' : report.result.toUpperCase()}: ${title}`, isUsable ? 32 : 31))
      line(report.message)
      for (const [index, step] of remedySteps.entries()) line(`  ${index + 1}. ${step}`)
      for (const text of [...lines, ...report.advice]) line(text)
      for (const warning of warnings) line(`${bold(`Warning: ${warning.title}`, 33)}\n${warning.message}`)
      const exitCode = fails(presentation, settings) ? EXIT_CODES[report.result] : 0
      return writeFiles(presentation) ? exitCode : exitCode || EXIT_CODES.unknown
    },
  }

  /** @returns whether all could be written: what reads them next would read nothing */
  function writeFiles(presentation: Presentation): boolean {
    const failed = Object.entries(FORMATS).filter(([flag, format]) => {
      const path = files.get(flag)
      return path !== undefined && !writeFile(path, format(presentation))
    })
    for (const [flag] of failed) line(`The file of --${flag} cannot be written.`)
    return failed.length === 0
  }
}

function writeFile(path: string, text: string): boolean {
  try {
    writeFileSync(path, text)
    return true
  } catch {
    return false
  }
}
