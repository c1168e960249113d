import type { Environment } from '../base/environment.ts'
import type { Result } from '../catalogue/entry.ts'
import { inputsOf } from '../inputs/program.ts'
import type { Program, Row } from '../inputs/row.ts'
import { variableOf } from '../inputs/words.ts'
import { documentationUrl } from '../report/documentation.ts'
import { formatDotenv } from '../report/dotenv.ts'
import { formatJunit } from '../report/junit.ts'
import type { Presentation } from '../report/presentation.ts'
import { listTerminalLines } from '../report/terminal.ts'
import { wrap } from '../report/wrap.ts'
import { type FileFlag, isHidden } from './input-flags.ts'
import { fails, type Runner } from './runner.ts'
import { type ByteStream, readToEnd } from './standard-input.ts'
import { writeFile } from './write-file.ts'

const USUAL_COLUMNS = 80

/** No longer lines than people like to read. */
const MAX_COLUMNS = 100

const EXIT_CODES: Readonly<Record<Result, number>> = { usable: 0, refused: 1, misconfigured: 2, unknown: 3 }

const FORMATS: Readonly<Record<FileFlag, (presentation: Presentation) => string>> = {
  report: ({ report }) => `${JSON.stringify(report, null, 2)}\n`,
  dotenv: formatDotenv,
  junit: formatJunit,
}

/** What the command line gives. */
export interface CommandLineOptions {
  readonly program: Program
  readonly inputs: ReadonlyMap<string, string>
  readonly files: ReadonlyMap<string, string>
  readonly environment: Environment
  readonly write: (text: string) => void
  /** For what is not to stand in the output, where that is a file for a program. */
  readonly writeError: (text: string) => void
  readonly openStandardInput: () => ByteStream
  /** Whether every request is to be told. */
  readonly isVerbose: boolean
  /** Whether the output is a terminal that wants colour. */
  readonly isColoured: boolean
  /** Of the terminal; undefined where the output is none, so that whatever reads it finds one line for each text. */
  readonly columns?: number | undefined
}

/** A shell, or another CI system: flags and environment in, plain text and files out. */
export function createCommandLineRunner(options: CommandLineOptions): Runner {
  const { program, inputs, files, environment, openStandardInput, isVerbose, isColoured } = options
  const rows = new Map<string, Row>(inputsOf(program))
  const isOutputFile = (name: string): boolean => rows.get(name)?.kind === 'output-file'
  const isForProgram = [...inputs].some(([name, value]) => value === '-' && isOutputFile(name))
  const write = isForProgram || [...files.values()].includes('-') ? options.writeError : options.write
  // A terminal of which nobody has set the size says that it has no column at all.
  const columns = options.columns === undefined ? undefined : Math.min(options.columns || USUAL_COLUMNS, MAX_COLUMNS)
  const line = (text: string): void => write(`${text}\n`)
  const isSecret = (name: string): boolean => {
    const row = rows.get(name)
    return row !== undefined && isHidden(row)
  }
  const flagOf = (name: string): string => `--${rows.get(name)?.flag ?? name}`
  const isPiped = (name: string): boolean => inputs.get(name) === '-' && isSecret(name)
  let shownProgress = ''
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
    sourceOf: (name) => (isPiped(name) ? 'standard input' : inputs.get(name) ? flagOf(name) : variableOf(name)),
    blankBecause(name) {
      if (!isPiped(name) || piped.trim() !== '') return undefined
      return unendedSeconds === undefined
        ? 'standard input is empty'
        : `standard input has not ended within ${unendedSeconds} s`
    },
    // Secrets are withheld from nobody here.
    readEvent: () => undefined,
    nameOf(input, tokenVariable = 'JIRA_PAT') {
      if (!isSecret(input)) return flagOf(input)
      return `${input === 'token' ? tokenVariable : variableOf(input)} (or ${flagOf(input)} -)`
    },
    // There is no log but this one, and no secret goes into it.
    mask: () => undefined,
    log: (text) => line(wrap(text, columns)),
    debug: isVerbose ? (text) => line(`Debug: ${text}`) : undefined,
    tell(presentation, settings) {
      const { advice, reason, result } = presentation.report
      const shown = { presentation, advice, documentationUrl: documentationUrl(reason, environment) }
      listTerminalLines(shown, columns, isColoured).forEach(line)
      const exitCode = fails(presentation, settings) ? EXIT_CODES[result] : 0
      return writeFiles(presentation) ? exitCode : exitCode || EXIT_CODES.unknown
    },
    progress: columns === undefined ? undefined : showProgress,
    writeFile: writeOut,
    publish({ terminal, failing }) {
      terminal(columns, isColoured).forEach(line)
      return failing === null ? 0 : EXIT_CODES[failing]
    },
  }

  function showProgress(text: string): void {
    write(`\r${text.padEnd(shownProgress.length)}${text === '' ? '\r' : ''}`)
    shownProgress = text
  }

  function writeOut(path: string, text: string, mode?: number): string | undefined {
    if (path !== '-') return writeFile(path, text, mode)
    options.write(text)
    return undefined
  }

  /** @returns whether all could be written: what reads them next would read nothing */
  function writeFiles(presentation: Presentation): boolean {
    const problems = Object.entries(FORMATS).flatMap(([flag, format]) => {
      const path = files.get(flag)
      const problem = path === undefined ? undefined : writeOut(path, format(presentation))
      return problem === undefined ? [] : [`The file of --${flag} cannot be written (${problem}).`]
    })
    problems.forEach(line)
    return problems.length === 0
  }
}
