import { expect, it } from 'vitest'
import { describeSeconds } from '../../src/verdict/waited.ts'

it.each([
  [0, '0.1'],
  [40, '0.1'],
  [449, '0.4'],
  [499, '0.5'],
  [500, '1'],
  [1499, '1'],
  [1500, '2'],
  [10_003, '10'],
  [599_600, '600'],
])('%i ms are %s s', (durationMs, seconds) => {
  expect(describeSeconds(durationMs)).toBe(seconds)
})
