/**
 * What the mutation tests hold against `src/rotate/`, beside the tests of its parts: what the matrix promises of every
 * start, in this process. What is done to a process, and what goes wrong on the way, stands in matrix.test.ts alone.
 */
import { describe, expect, it } from 'vitest'
import { type Cell, healthyCell, silentCells } from './matrix.ts'
import { starts } from './starts.ts'

const running = {}

const play = (cells: readonly Cell[]): void => {
  it.each(cells)('$name', async ({ play: playCell }) => {
    expect(await playCell()).toEqual([])
  })
}

describe('nothing goes wrong', () => {
  play(starts.map((start) => healthyCell(start, running)))
})

describe('nothing is to be changed', () => {
  const names = ['due', 'half-written', 'lost', 'revoking', 'revoke now']
  play(starts.filter(({ name }) => names.includes(name)).flatMap((start) => silentCells(start, running)))
})
