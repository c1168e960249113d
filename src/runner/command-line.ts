import type { Environment } from '../base/environment.ts'
import type { Result } from '../catalogue/entry.ts'
import { variableOf } from '../inputs/words.ts'
import { formatDotenv } from '../report/dotenv.ts'
import { formatJunit } from '../report/junit.ts'
import type { Presentation } from '../report/presentation.ts'
import { type FileFlag, isHidden } from './flags.ts'
import { fails, type Runner } from './runner.ts'
import { type ByteStream, readToEnd } from './standard-input.ts'
import { writeFile } from './write-file.ts'

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
  /** For what is not to stand in the output, where that is a file for a program. */
  readonly writeError: (text: string) => void
  readonly openStandardInput: () => ByteStream
  /** Whether the output is a terminal that wants colour. */
  readonly isColoured: boolean
}

/** A shell, or another CI system: flags and environment in, plain text and files out. */
export function createCommandLineRunner(options: CommandLineOptions): Runner {
  const { inputs, files, environment, openStandardInput, isColoured } = options
  const write = [...files.values()].includes('-') ? options.writeError : options.write
  const bold = (text: string, colour: number): string => (isColoured ? `\u001B[1;${colour}m${text}\u001B[0m` : text)
  const line = (text: string): void => write(`${text}\n`)
  const isPiped = (name: string): boolean => inputs.get(name) === '-' && isHidden(name)
  let piped = ''
  let unendedSeconds: number | undefined

  return {
    async ready(clock, timeoutMs) {
      if (![...inputs.keys()].some(isPiped)) return
      const read = await readToEnd(openStandardInput(), clock, timeoutMs)
      piped = read ?? ''
      unendedSeconds = read === undefined ? timeoutMs / 1000 : undefined
    },
    readInput: (name) => (isPiped(name) ? piped : inputs.get(name) || environment[variableOf(name)] || ''),
    placeOf: (name) => (isPiped(name) ? 'standard input' : inputs.get(name) ? `--${name}` : variableOf(name)),
    blankBecause(name) {
      if (!isPiped(name) || piped.trim() !== '') return undefined
      return unendedSeconds === undefined
        ? 'standard input is empty'
        : `standard input has not ended within ${unendedSeconds} s`
    },
    // Secrets are withheld from nobody here.
    readEvent: () => undefined,
    nameOf(input) {
      if (!isHidden(input)) return `--${input}`
      return `${input === 'token' ? 'JIRA_PAT' : variableOf(input)} (or --${input} -)`
    },
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
    const problems = Object.entries(FORMATS).flatMap(([flag, format]) => {
      const path = files.get(flag)
      if (path === '-') options.write(format(presentation))
      const problem = path === undefined || path === '-' ? undefined : writeFile(path, format(presentation))
      return problem === undefined ? [] : [`The file of --${flag} cannot be written (${problem}).`]
    })
    problems.forEach(line)
    return problems.length === 0
  }
}
