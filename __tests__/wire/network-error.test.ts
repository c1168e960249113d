import { describe, expect, it } from 'vitest'
import { readError } from '../../src/wire/network-error.ts'

describe('what is no error of the network is a mistake of ours, and thrown on', () => {
  it.each([[undefined], [{ code: 'ECONNRESET' }], [new AggregateError([])]])('%j', (error) => {
    expect(() => readError(error)).toThrow()
  })
})
