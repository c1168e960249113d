import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import { readToEnd } from '../../src/runner/standard-input.ts'
import { createHandMovedClock } from '../support/clock.ts'

describe('a stream', () => {
  it.each<[what: string, chunks: string[], text: string]>([
    ['is read to its end', ['one ', 'two\n', 'three'], 'one two\nthree'],
    ['may be empty', [], ''],
  ])('%s', async (_, chunks, text) => {
    const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk)))
    expect(await readToEnd(stream, systemClock, 1000)).toBe(text)
  })

  it('may be cut in the middle of a character', async () => {
    const bytes = Buffer.from('é')
    expect(await readToEnd(Readable.from([bytes.subarray(0, 1), bytes.subarray(1)]), systemClock, 1000)).toBe('é')
  })

  it('that fails gives what it had', async () => {
    const stream = new Readable({ read() {} })
    stream.push('half')
    const read = readToEnd(stream, systemClock, 1000)
    setImmediate(() => stream.destroy(new Error('EIO')))
    expect(await read).toBe('half')
  })

  it('without an end is read no further than anybody could want', async () => {
    let pushed = 0
    const stream = new Readable({
      read() {
        pushed += 1
        this.push(Buffer.alloc(16 * 1024, 'y'))
      },
    })
    expect((await readToEnd(stream, systemClock, 1000))?.length).toBeGreaterThan(64 * 1024)
    expect(stream.destroyed).toBe(true)
    expect(pushed).toBeLessThan(20)
  })

  it('that says nothing is not waited for beyond the time', async () => {
    const clock = createHandMovedClock()
    const stream = new Readable({ read() {} })
    const read = readToEnd(stream, clock, 5000)
    await clock.advance(5000)
    expect(await read).toBeUndefined()
    expect(stream.destroyed).toBe(true)
  })
})
