import { inputsOf } from '../inputs/program.ts'
import type { Program, Row } from '../inputs/row.ts'

/** An input as a flag. */
export interface InputFlag {
  /** Name of the input. */
  readonly input: string
  readonly row: Row
}

/** The flags of a program that are inputs: every input is one, most often of the same name. */
export function inputFlagsOf(program: Program): ReadonlyMap<string, InputFlag> {
  return new Map(Array.from(inputsOf(program), ([input, row]) => [row.flag ?? input, { input, row }]))
}

/** The files that a check writes on a command line alone. */
export const CHECK_FILES = {
  report: 'write the whole verdict as JSON, to a file or to “-”',
  dotenv: "write the outputs in GitLab's format, likewise",
  junit: 'write the verdict as JUnit XML, likewise',
} as const

export type FileFlag = keyof typeof CHECK_FILES

/** The flags that are neither inputs nor files. */
export const OTHER_FLAGS = {
  verbose: 'tell of every request',
  help: 'print this',
  version: 'print the version',
} as const

/** Whether the value of an input is a secret: its flag takes only “-”, for standard input. */
export function isHidden({ kind }: Row): boolean {
  return kind === 'secret' || kind === 'headers'
}
