import { describe, expect, it } from 'vitest'
import { readError } from '../../src/wire/network-error.ts'

describe('the header at which the parser gave up', () => {
  const error = (properties: object): Error => Object.assign(new Error('Parse Error'), { code: 'HPE_X', ...properties })
  const rawPacket = Buffer.from('HTTP/1.1 200 OK\r\nX-Bad: a\r\nX-Next: b\r\n\r\n')

  it.each<[what: string, properties: object, header: string | undefined]>([
    ['in its value', { rawPacket, bytesParsed: 25 }, 'X-Bad'],
    ['in its name', { rawPacket, bytesParsed: 18 }, 'X-Bad'],
    ['in the one after it', { rawPacket, bytesParsed: 28 }, 'X-Next'],
    ['in the status line', { rawPacket, bytesParsed: 4 }, undefined],
    ['nobody knows where', { rawPacket }, undefined],
    ['nobody knows in what', { bytesParsed: 25 }, undefined],
    ['in what is no bytes', { rawPacket: String(rawPacket), bytesParsed: 25 }, undefined],
  ])('is told where that is known: %s', (_what, properties, header) => {
    expect(readError(error(properties)).header).toBe(header)
  })
})

describe('what is no error of the network is a mistake of ours, and thrown on', () => {
  it.each([[undefined], [{ code: 'ECONNRESET' }], [new AggregateError([])]])('%j', (error) => {
    expect(() => readError(error)).toThrow()
  })
})
