import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { certificates } from '../support/certificates.ts'
import { closing, complete, httpTo, listen, saying, silent } from './listening.ts'

describe('a body', () => {
  const bodies: [what: string, text: string, ends: boolean, bodyState: string][] = [
    ['with a length', complete, false, 'complete'],
    ['in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n', false, 'complete'],
    ['up to the end of the connection', 'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}', true, 'complete'],
    ['behind a status without a reason phrase', 'HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\n{}', false, 'complete'],
    ['behind a 100', `HTTP/1.1 100 Continue\r\n\r\n${complete}`, false, 'complete'],
    ['behind a 103', `HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n${complete}`, false, 'complete'],
    ['shorter than its length', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}', true, 'cut'],
    ['without its last chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n', true, 'cut'],
    ['with a broken chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}XX', false, 'malformed'],
  ]
  it.each(bodies)('%s', async (_what, text, ends, bodyState) => {
    const { port } = await listen((socket) => socket.on('data', () => (ends ? socket.end(text) : socket.write(text))))
    const answer = await httpTo(port).get('/', undefined, 1000)
    expect(answer).toMatchObject({ kind: 'answer', statusCode: 200, body: '{}', bodyState })
  })

  it('that has no end is not read beyond one mebibyte, and its connection is closed', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    const { port, sockets } = await listen((socket) => {
      const pour = (): void => {
        while (socket.writable && socket.write(chunk));
      }
      socket.on('drain', pour).once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
        pour()
      })
    })
    const answer = await httpTo(port).get('/', undefined, 1000)
    expect(answer).toMatchObject({ statusCode: 200, bodyState: 'too-large' })
    expect(sockets).toHaveLength(1)
    for (const socket of sockets) await closing(socket)
  })
})

describe('a connection', () => {
  it('serves one request after the other', async () => {
    const { port, sockets } = await listen(saying(complete))
    const http = httpTo(port)
    for (const path of ['/a', '/b', '/c']) {
      const { trace } = await http.get(path, undefined, 1000)
      const connection = path === '/a' ? 'new' : 'reused'
      expect(trace).toEqual({ route: 'direct', connection, tlsVersion: undefined, bodyBytes: 2, requestCount: 1 })
    }
    expect(sockets).toHaveLength(1)
  })

  it('over TLS does so too', async () => {
    const { server, root } = await certificates()
    const { port } = await listen(saying(complete), server)
    const http = httpTo(port, undefined, { baseUrl: `https://127.0.0.1:${port}`, tls: { extraCa: [root.cert] } })
    for (const connection of ['new', 'reused']) {
      const { trace } = await http.get('/', undefined, 10_000)
      expect(trace).toMatchObject({ connection, tlsVersion: 'TLSv1.3' })
    }
  })

  it('is not used again after an answer that was cut', async () => {
    const cut = 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}'
    const { port, sockets } = await listen((socket, number) =>
      socket.on('data', () => (number === 1 ? socket.end(cut) : socket.write(complete))),
    )
    const http = httpTo(port)
    expect(await http.get('/', undefined, 1000)).toMatchObject({ bodyState: 'cut' })
    expect(await http.get('/', undefined, 1000)).toMatchObject({ bodyState: 'complete' })
    expect(sockets).toHaveLength(2)
  })

  it.each<[what: string, then: (socket: Socket) => void]>([
    ['ended', (socket) => socket.end()],
    ['on which something was said unasked', (socket) => socket.write(complete.replace('{}', '[]'))],
  ])('is not used again once it was %s', async (_what, then) => {
    const { port, sockets } = await listen((socket) => socket.on('data', () => socket.write(complete)))
    const http = httpTo(port)
    await http.get('/', undefined, 1000)
    for (const socket of sockets) then(socket)
    expect(await http.get('/', undefined, 1000)).toMatchObject({ kind: 'answer', body: '{}' })
    expect(sockets).toHaveLength(2)
  })

  const ends: [what: string, onData: (socket: Socket) => void][] = [
    ['closed', (socket) => socket.end()],
    ['reset', (socket) => socket.resetAndDestroy()],
  ]
  it.each(ends)('that is %s without an answer is a reset', async (_what, onData) => {
    const { port } = await listen((socket) => socket.on('data', () => onData(socket)))
    const outcome = await httpTo(port).get('/', undefined, 1000)
    expect(outcome).toMatchObject({ kind: 'no-answer', code: 'ECONNRESET', phase: 'answer' })
  })

  it('that nobody accepts is refused', async () => {
    const server = await listen(silent)
    server.close()
    const outcome = await httpTo(server.port).get('/', undefined, 1000)
    expect(outcome).toMatchObject({ kind: 'no-answer', code: 'ECONNREFUSED' })
  })

  it('on which something else than HTTP is spoken is told by its code', async () => {
    const { port } = await listen(saying('SSH-2.0-OpenSSH_9.6\r\n'))
    expect(await httpTo(port).get('/', undefined, 1000)).toMatchObject({ code: expect.stringMatching(/^HPE_/) })
  })

  it('on which the protocol is changed, though nobody asked for it, has answered so', async () => {
    const { port, sockets } = await listen(
      saying('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n\x81\x02{}'),
    )
    const answer = await httpTo(port).get('/', undefined, 1000)
    expect(answer).toMatchObject({ kind: 'answer', statusCode: 101, body: '', bodyState: 'complete' })
    expect(answer).toHaveProperty('headers', expect.objectContaining(new Map([['upgrade', 'websocket']])))
    for (const socket of sockets) await closing(socket)
  })

  it('on which the answer comes twice gives the first, and is not used again', async () => {
    const { port, sockets } = await listen(saying(`${complete}${complete.replace('{}', '[]')}`))
    const http = httpTo(port)
    expect(await http.get('/', undefined, 1000)).toMatchObject({ kind: 'answer', body: '{}' })
    expect(await http.get('/', undefined, 1000)).toMatchObject({ kind: 'answer', body: '{}' })
    expect(sockets).toHaveLength(2)
  })

  it('with more than 16 KiB of headers is told by its code', async () => {
    const { port } = await listen(saying(`HTTP/1.1 200 OK\r\nX-A: ${'x'.repeat(20_000)}\r\n\r\n`))
    expect(await httpTo(port).get('/', undefined, 1000)).toMatchObject({ code: 'HPE_HEADER_OVERFLOW' })
  })
})
