import { afterAll, describe, expect, it } from 'vitest'
import { createHosts } from '../support/rotation/hosts.ts'
import { faults, lastingFaults } from './faults.ts'
import {
  type Cell,
  faultCells,
  healthyCell,
  playAll,
  recoveryCells,
  silentCells,
  staleCells,
  suspendedCells,
  twinCells,
} from './matrix.ts'
import { starts } from './starts.ts'

/** `npm run test:rotation` plays all of it; else a part that passes by every step. */
const isWhole = process.env['ROTATION'] === 'whole'

const hosts = createHosts()
const running = { hosts }
let count = 0
afterAll(() => {
  hosts.close()
  console.log(`Played ${count} ways for a rotation to go wrong.`)
})

/** @param isChosen what is played in the short form */
async function expectPromisesKept(cells: readonly Cell[], isChosen: (cell: Cell) => boolean): Promise<void> {
  const played = isWhole ? cells : cells.filter(isChosen)
  count += played.length
  expect(played.length).toBeGreaterThan(0)
  expect(await playAll(played)).toEqual([])
}

const named = (...names: string[]): typeof starts => starts.filter(({ name }) => isWhole || names.includes(name))

const changesSomething = ({ method }: Cell): boolean => method !== 'GET'

it('keeps its promises where nothing goes wrong', async () => {
  await expectPromisesKept(
    starts.map((start) => healthyCell(start, running)),
    () => true,
  )
})

describe('every fault at every request of a run', () => {
  const short = named('due, two places', 'lost', 'half-written', 'revoking', 'made by hand, with its name')
  it.each(short)('$name', async (start) => {
    const cells = await faultCells(start, { hosts, faults: isWhole ? [...faults, ...lastingFaults] : faults })
    // Killed at each that changes something, and one of the other faults at each, another one every time.
    await expectPromisesKept(cells, (cell) =>
      cell.kind < 2 ? changesSomething(cell) : cell.kind === 2 + ((cell.step * 7) % (faults.length - 2)),
    )
  })
})

describe('two runs at once', () => {
  it.each(named('due, two places'))('$name', async (start) => {
    await expectPromisesKept(await twinCells(start, running), (cell) => changesSomething(cell) && cell.kind === 1)
  })
})

describe('a run that holds the old value', () => {
  it.each(named('due, two places'))('$name', async (start) => {
    await expectPromisesKept(staleCells(start, running), ({ name }) => name.includes('stale'))
  })
})

/** Which of the starts the longest of the tests begin with. */
const inDepth = ['due, two places', 'due, places missing', 'lost', 'half-written', 'revoking', 'revoke now']

describe('a run whose machine was suspended', () => {
  it.each(starts.filter(({ name }) => name === 'due, two places' || (isWhole && inDepth.includes(name))))(
    '$name',
    async (start) => {
      const cells = await suspendedCells(start, running)
      await expectPromisesKept(cells, ({ step, kind }) => step % 2 === 1 && kind === 2)
    },
  )
})

describe('a run that is to change nothing', () => {
  it.each(named('due', 'half-written', 'lost', 'revoking', 'revoke now'))('$name', async (start) => {
    await expectPromisesKept(silentCells(start, running), () => true)
  })
})

describe.runIf(isWhole)('two faults in a run', () => {
  it.each(starts.filter(({ name }) => inDepth.includes(name)))('$name', async (start) => {
    await expectPromisesKept(await recoveryCells(start, running), () => true)
  })
})
