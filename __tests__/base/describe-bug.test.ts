import { expect, it } from 'vitest'
import { describeBug } from '../../src/base/describe-bug.ts'

it.each([
  [new TypeError('x is not a function'), 'TypeError: x is not a function'],
  [new Error(''), 'Error: '],
  ['thrown', 'no error was given'],
  [undefined, 'no error was given'],
])('%s is told as %s', (error, words) => {
  expect(describeBug(error)).toBe(words)
})
