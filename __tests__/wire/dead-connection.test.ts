import type { Socket } from 'node:net'
import nock from 'nock'
import { beforeAll, describe, expect, it } from 'vitest'
import { createHandMovedClock } from '../support/clock.ts'
import { complete, httpTo, listen, silent } from './listening.ts'

beforeAll(() => nock.restore())

const requestTimeout = 'HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'

type Deed = (socket: Socket) => void

const answers: Deed = (socket) => socket.write(complete)
const deaths: [how: string, dies: Deed][] = [
  ['closed', (socket) => socket.end()],
  ['reset', (socket) => socket.resetAndDestroy()],
  ['closed in the status line', (socket) => socket.end('HTTP/1.1 2')],
  ['closed with a 408', (socket) => socket.end(requestTimeout)],
]

/** Answers the requests of each connection in this way, one after the other; each list is a connection, the last for all others. */
const listenTo = (...connections: Deed[][]) =>
  listen((socket, number) => {
    const deeds = [...(connections[number - 1] ?? connections.at(-1) ?? [])]
    socket.on('data', () => deeds.shift()?.(socket))
  })

describe('a connection that was kept, and turns out to be dead', () => {
  it.each(deaths)('is replaced by a new one, on which the same is asked once more: %s', async (_how, dies) => {
    const { port, sockets } = await listenTo([answers, dies], [answers])
    const http = httpTo(port)
    await http.get('/a', undefined, 1000)
    expect(await http.get('/b', undefined, 1000)).toMatchObject({
      kind: 'answer',
      statusCode: 200,
      trace: { connection: 'new', requestCount: 2 },
    })
    expect(sockets).toHaveLength(2)
    expect(http.requestCount).toBe(3)
  })

  it.each(deaths)('is replaced once and no more: %s', async (how, dies) => {
    const { port, sockets } = await listenTo([answers, dies], [dies])
    const http = httpTo(port)
    await http.get('/a', undefined, 1000)
    const outcome = await http.get('/b', undefined, 1000)
    expect(outcome).toMatchObject(how.endsWith('408') ? { statusCode: 408 } : { code: 'ECONNRESET' })
    expect(sockets).toHaveLength(2)
    expect(http.requestCount).toBe(3)
  })

  it('is replaced by none of those that were kept beside it', async () => {
    const reset: Deed = (socket) => socket.resetAndDestroy()
    const { port, sockets } = await listenTo([answers, reset], [answers, reset], [answers])
    const http = httpTo(port)
    await Promise.all([http.get('/a', undefined, 1000), http.get('/b', undefined, 1000)])
    expect(sockets).toHaveLength(2)
    expect(await http.get('/c', undefined, 1000)).toMatchObject({ kind: 'answer', trace: { requestCount: 2 } })
    expect(sockets).toHaveLength(3)
  })

  it('costs no more than the time that the request was given', async () => {
    const clock = createHandMovedClock()
    const { port, heard } = await listen((socket, number) => {
      const deeds: Deed[] = number === 1 ? [answers, () => clock.after(3000, () => socket.resetAndDestroy())] : [silent]
      socket.on('data', () => deeds.shift()?.(socket))
    })
    const http = httpTo(port, clock)
    await http.get('/a', undefined, 7000)
    const outcome = http.get('/b', undefined, 7000)
    await heard()
    const second = heard()
    await clock.advance(3000)
    await second
    expect(clock.waitingMs).toEqual([4000])
    await clock.advance(4000)
    expect(await outcome).toMatchObject({ code: 'TIMEOUT', durationMs: 7000, trace: { requestCount: 2 } })
  })
})

describe('nothing is asked once more', () => {
  it.each(deaths)('on a connection that was opened for it: %s', async (_how, dies) => {
    const { port, sockets } = await listenTo([dies])
    const http = httpTo(port)
    expect(await http.get('/a', undefined, 1000)).toMatchObject({ trace: { connection: 'new', requestCount: 1 } })
    expect(sockets).toHaveLength(1)
    expect(http.requestCount).toBe(1)
  })

  const answered: [what: string, deed: Deed, expected: object][] = [
    ['was cut', (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}'), { bodyState: 'cut' }],
    ['was a failure', (socket) => socket.end('HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n'), { statusCode: 503 }],
    ['was none of HTTP', (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'), { code: 'HPE_INVALID_CONSTANT' }],
  ]
  it.each(answered)('where the answer %s', async (_what, deed, expected) => {
    const { port, sockets } = await listenTo([answers, deed])
    const http = httpTo(port)
    await http.get('/a', undefined, 1000)
    expect(await http.get('/b', undefined, 1000)).toMatchObject({ ...expected, trace: { connection: 'reused' } })
    expect(sockets).toHaveLength(1)
    expect(http.requestCount).toBe(2)
  })

  it('where no time is left for it', async () => {
    const clock = createHandMovedClock()
    const { port, heard, sockets } = await listenTo([answers, () => {}], [answers])
    const http = httpTo(port, clock)
    await http.get('/a', undefined, 7000)
    const outcome = http.get('/b', undefined, 7000)
    const socket = await heard()
    await clock.advance(7000)
    socket.resetAndDestroy()
    expect(await outcome).toMatchObject({ code: 'TIMEOUT', phase: 'answer', trace: { connection: 'reused' } })
    expect(sockets).toHaveLength(1)
  })

  it('where its time was up just when it died', async () => {
    const clock = createHandMovedClock()
    const { port, heard } = await listenTo([answers, () => {}], [answers])
    // A process that is busy hears of all of that at once, and of the reset first.
    const http = httpTo(port, { ...clock, after: () => () => {} })
    await http.get('/a', undefined, 7000)
    const outcome = http.get('/b', undefined, 7000)
    const socket = await heard()
    await clock.advance(7000)
    socket.resetAndDestroy()
    expect(await outcome).toMatchObject({ code: 'ECONNRESET', durationMs: 7000 })
    expect(http.requestCount).toBe(2)
  })
})
