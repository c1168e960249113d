import { expect, it } from 'vitest'
import { wrap } from '../../src/report/wrap.ts'

it('breaks a text at its blanks, so that no line is longer', () => {
  expect(wrap('one two three four', 9)).toBe('one two\nthree\nfour')
  expect(wrap('one two', 7)).toBe('one two')
  expect(wrap('one two', 6)).toBe('one\ntwo')
})

it('indents the lines that follow, within the same width', () => {
  expect(wrap('  1. one two three', 10, '     ')).toBe('  1. one\n     two\n     three')
})

it('leaves whole what is longer than a line', () => {
  expect(wrap('see https://jira.example.com/secure/ViewProfile.jspa now', 20)).toBe(
    'see\nhttps://jira.example.com/secure/ViewProfile.jspa\nnow',
  )
})

it('leaves the text as it is where no terminal shows it', () => {
  expect(wrap('one two three four', undefined)).toBe('one two three four')
})
