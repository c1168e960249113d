import { expect, it } from 'vitest'
import { errorCodeOf, RESET_CODES } from '../../src/base/error-code.ts'

const withCode = (code: unknown): Error => Object.assign(new Error('as Node says it'), { code })

it.each<[what: string, error: unknown, code: string]>([
  ['an error of Node', withCode('ENOENT'), 'ENOENT'],
  ['an error without one', new Error('boom'), ''],
  ['a number for one', withCode(7), ''],
  ['something like an error', { message: 'boom', code: 'ENOENT' }, ''],
  ['nothing', undefined, ''],
])('the code of %s', (_what, error, code) => {
  expect(errorCodeOf(error)).toBe(code)
})

it('three codes say that the other side has closed a connection', () => {
  expect([...RESET_CODES]).toEqual(['ECONNRESET', 'EPIPE', 'ECONNABORTED'])
})
