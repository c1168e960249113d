import { expect, it } from 'vitest'
import { runActionInProcess } from '../support/in-process.ts'
import { fuzz } from './fuzz.ts'

// Whole runs against answers that were mangled at random. `npm run fuzz` makes thousands of them.

const seeds = Array.from({ length: 150 }, (_, index) => 20_260_000 + index)

it.concurrent.for(seeds)('npm run fuzz -- --seed %i --runs 1', async (seed) => {
  const { violations, inputs } = await fuzz(seed, runActionInProcess)
  expect({ violations, inputs }).toEqual({ violations: [], inputs })
})
