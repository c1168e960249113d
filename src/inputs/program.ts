import type { Program, Row } from './row.ts'
import { type InputName, table } from './table.ts'

/** Whether a program takes the input of a row. */
export function takes(program: Program, { programs }: Row): boolean {
  return programs === undefined || program in programs
}

/** @returns the row as a program has it: with a default and words of its own, where it has them */
export function rowFor<R extends Row>(program: Program, row: R): R {
  return { ...row, ...row.programs?.[program] }
}

/** @returns the inputs that a program takes, by name, as it has them */
export function inputsOf(program: Program): ReadonlyMap<InputName, Row> {
  return new Map(
    Object.keys(table)
      .filter(isInput)
      .filter((name) => takes(program, table[name]))
      .map((name) => [name, rowFor(program, table[name])]),
  )
}

function isInput(name: string): name is InputName {
  return name in table
}
