import { expect, it } from 'vitest'
import { meaningFor, meanings } from '../../src/inputs/meanings.ts'
import { inputsOf } from '../../src/inputs/program.ts'
import { fillFrom } from '../../src/inputs/words.ts'

it('an input means the same in every program, or something else in each', () => {
  expect(meaningFor('watch', 'One thing.')).toBe('One thing.')
  const meaning = { check: 'One thing.', watch: 'Another.' }
  expect(meaningFor('check', meaning)).toBe('One thing.')
  expect(meaningFor('watch', meaning)).toBe('Another.')
  expect(meaningFor('rotate', meaning)).toBe('')
})

it.each([...inputsOf('check')])(
  '%s: whole sentences, which ask for nothing that the row does not have',
  (name, row) => {
    const meaning = fillFrom(row, meaningFor('check', meanings[name]))
    expect(meaning).toMatch(/^[A-Z].*\.$/)
    expect(meaning).not.toMatch(/[{}]|\(unknown\)/)
  },
)
