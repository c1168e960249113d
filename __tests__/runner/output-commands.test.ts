import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatOutputs } from '../../src/runner/output-commands.ts'
import { parseOutputs } from '../support/outputs.ts'

describe('outputs in a file of the runner', () => {
  it('have any number of lines', () => {
    const outputs = [
      ['result', 'usable'],
      ['username', ''],
      ['remedy', 'First this.\n\nThen that.'],
    ] as const
    expect(formatOutputs(outputs)).toBe(
      [
        'result<<ghadelimiter\nusable\nghadelimiter\n',
        'username<<ghadelimiter\n\nghadelimiter\n',
        'remedy<<ghadelimiter\nFirst this.\n\nThen that.\nghadelimiter\n',
      ].join(''),
    )
  })

  it('do not end where a value says so', () => {
    const outputs = [
      ['username', 'jane\nghadelimiter\nresult=usable'],
      ['message', 'ghadelimiter_'],
    ] as const
    expect(formatOutputs(outputs)).toContain('username<<ghadelimiter__\n')
    expect(parseOutputs(formatOutputs(outputs))).toEqual(Object.fromEntries(outputs))
  })

  it('are read as they were written, whatever is in them', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('ghadelimiter', 'ghadelimiter_', 'a<<b', 'a=b', ''))
    const value = fc.array(line).map((lines) => lines.join('\n').replaceAll('\r', ''))
    fc.assert(
      fc.property(value, value, (one, other) => {
        const outputs = { result: one, reason: other }
        expect(parseOutputs(formatOutputs(Object.entries(outputs)))).toEqual(outputs)
      }),
    )
  })
})
