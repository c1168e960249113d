import { expect, it, vi } from 'vitest'
import { fuzz } from './fuzz.ts'

// Whole runs against answers that were mangled at random. `npm run fuzz` makes thousands of them.

vi.setConfig({ testTimeout: 60_000 })

const seeds = Array.from({ length: 150 }, (_, index) => 20_260_000 + index)

it.concurrent.for(seeds)('npm run fuzz -- --seed %i --runs 1', async (seed) => {
  const { violations, inputs } = await fuzz(seed)
  expect({ violations, inputs }).toEqual({ violations: [], inputs })
})
