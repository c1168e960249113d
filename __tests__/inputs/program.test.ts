import { describe, expect, it } from 'vitest'
import { inputsOf, rowFor, takes } from '../../src/inputs/program.ts'
import type { Row } from '../../src/inputs/row.ts'
import { table } from '../../src/inputs/table.ts'

const programs = ['check', 'watch', 'rotate'] as const

describe('a row', () => {
  it('has what differs in a program', () => {
    const row: Row = {
      kind: 'boolean',
      default: true,
      help: 'whether to check',
      programs: { check: {}, watch: { default: false, help: 'whether to watch' } },
    }
    expect(programs.map((program) => takes(program, row))).toEqual([true, true, false])
    expect(rowFor('check', row)).toEqual(row)
    expect(rowFor('watch', row)).toEqual({ ...row, default: false, help: 'whether to watch' })
  })

  it.each(programs)('that names no program is the same in all: %s', (program) => {
    expect(takes(program, table['job-summary'])).toBe(true)
    expect(rowFor(program, table['job-summary'])).toEqual(table['job-summary'])
  })
})

it('the inputs of a program are rows of the table, in its order', () => {
  for (const program of programs) {
    const rows = Object.entries<Row>(table).filter(([, row]) => takes(program, row))
    expect(Array.from(inputsOf(program))).toEqual(rows.map(([name, row]) => [name, rowFor(program, row)]))
  }
})

it('every input is one of some program', () => {
  for (const row of Object.values<Row>(table)) expect(programs.some((program) => takes(program, row))).toBe(true)
})
