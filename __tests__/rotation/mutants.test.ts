import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createHosts } from '../support/rotation/hosts.ts'
import { playAll } from './matrix.ts'
import { countPlaces, mutants, mutate } from './mutants.ts'
import { BrokenPromise } from './play.ts'

const source = fileURLToPath(new URL('../../src/rotate.ts', import.meta.url))

const isWhole = process.env['ROTATION'] === 'whole'

describe('the matrix sees a rotation that', () => {
  it.each(isWhole ? mutants : mutants.slice(0, 3))('$name', async (mutant) => {
    expect(countPlaces(mutant)).toBe(1)
    const nodeArgs = mutate(mutant)
    const hosts = createHosts(nodeArgs)
    const play = async (): Promise<readonly string[]> => {
      const cells = await mutant.cells({ hosts, program: [...nodeArgs, source] })
      expect(cells.length).toBeGreaterThan(0)
      return playAll(cells)
    }
    try {
      expect(await play().catch(tellBroken)).not.toEqual([])
    } finally {
      hosts.close()
    }
  })
})

/** It may show in the very run that is recorded. */
function tellBroken(error: unknown): readonly string[] {
  if (error instanceof BrokenPromise) return [error.message]
  throw error
}
