/**
 * What the mutation tests hold against `src/rotate/`: all that the matrix promises, with one fault for each request and
 * in this process, each as a test of its own. What is done to a process as such stands in matrix.test.ts alone.
 */
import { describe, expect, it } from 'vitest'
import { faults } from './faults.ts'
import { type Cell, healthyCell, silentCells, staleCells } from './matrix.ts'
import { record, runOn, runWithFault, setUp } from './play.ts'
import { starts } from './starts.ts'

const running = {}
const byRequest = faults.filter(({ signal }) => signal === undefined)

const play = (cells: readonly Cell[]): void => {
  it.each(cells)('$name', async ({ play: playCell }) => {
    expect(await playCell()).toEqual([])
  })
}

describe('nothing goes wrong', () => {
  play(starts.map((start) => healthyCell(start, running)))
})

describe('nothing is to be changed', () => {
  play(starts.flatMap((start) => silentCells(start, running)))
})

describe('a run that comes late, or once more', () => {
  play(starts.filter(({ name }) => /^(due|half|lost|revok)/.test(name)).flatMap((start) => staleCells(start, running)))
})

describe('a fault at each request', () => {
  it.each(starts)('$name', async (start) => {
    const broken: string[] = []
    for (const [step, boundary] of (await record(start, running)).entries()) {
      const fault = byRequest[(step * 7) % byRequest.length]
      if (fault === undefined) continue
      const setting = await setUp(start, running)
      try {
        await runWithFault(setting, boundary, fault)
        await runOn(setting)
        setting.promises.judgeSettled(start.settled)
      } finally {
        await setting.world.close()
      }
      broken.push(...[...setting.promises.broken].map((what) => `${fault.name} at ${boundary.label}: ${what}`))
    }
    expect(broken).toEqual([])
  })
})
