import { describe, expect, it, onTestFinished } from 'vitest'
import type { ForwardProxy } from '../../src/inputs/proxy.ts'
import type { HttpOptions } from '../../src/wire/http.ts'
import { createHandMovedClock } from '../support/clock.ts'
import { startProxy } from '../support/proxy.ts'
import { closing, complete, delivery, httpTo, listen, saying, silent } from './listening.ts'

describe('time', () => {
  const proxyAt = (port: number): ForwardProxy => ({
    variable: 'https_proxy',
    protocol: 'http:',
    hostname: '127.0.0.1',
    port,
  })
  const silences: [where: string, phase: string, changes: (port: number) => Partial<HttpOptions>][] = [
    ['the answer', 'answer', () => ({})],
    ['the TLS handshake', 'tls', (port) => ({ baseUrl: `https://127.0.0.1:${port}` })],
    ['the proxy', 'proxy', (port) => ({ baseUrl: 'http://jira.example.com', proxy: proxyAt(port) })],
    ['the proxy, for https', 'proxy', (port) => ({ baseUrl: 'https://jira.example.com', proxy: proxyAt(port) })],
    [
      'the TLS handshake with the proxy',
      'proxy',
      (port) => ({ baseUrl: 'https://jira.example.com', proxy: { ...proxyAt(port), protocol: 'https:' } }),
    ],
  ]
  it.each(silences)('bounds the wait for %s, and ends the connection', async (_where, phase, changes) => {
    const clock = createHandMovedClock()
    const { port, heard } = await listen(silent)
    const outcome = httpTo(port, clock, changes(port)).get('/', undefined, 7000)
    const closed = closing(await heard())
    expect(clock.waitingMs).toEqual([7000])
    await clock.advance(7000)
    const { trace, ...rest } = await outcome
    expect(rest).toEqual({ kind: 'no-answer', code: 'TIMEOUT', message: '', phase, durationMs: 7000 })
    expect(trace).toMatchObject({ connection: 'new', bodyBytes: 0 })
    await closed
  })

  it('bounds the wait for the TLS handshake behind a proxy', async () => {
    const clock = createHandMovedClock()
    const behind = await listen(silent)
    const through = await startProxy({ hosts: { 'jira.example.com': behind.port } })
    onTestFinished(() => through.close())
    const changes = { baseUrl: 'https://jira.example.com', proxy: proxyAt(through.port) }
    const outcome = httpTo(0, clock, changes).get('/', undefined, 7000)
    await behind.heard()
    await clock.advance(7000)
    expect(await outcome).toMatchObject({ code: 'TIMEOUT', phase: 'tls' })
  })

  it('bounds the wait for the end of a body, and keeps what there is of it', async () => {
    const clock = createHandMovedClock()
    const { port, heard } = await listen(saying('HTTP/1.1 401 Unauthorized\r\nX-A: b\r\nContent-Length: 9\r\n\r\n{}'))
    const outcome = httpTo(port, clock).get('/', undefined, 7000)
    const closed = closing(await heard())
    await delivery()
    await clock.advance(7000)
    expect(await outcome).toMatchObject({ kind: 'answer', statusCode: 401, body: '{}', bodyState: 'late' })
    await closed
  })

  it('bounds the wait for the end of the headers', async () => {
    const clock = createHandMovedClock()
    const { port, heard } = await listen(saying('HTTP/1.1 200 OK\r\nX-A: b\r\n'))
    const outcome = httpTo(port, clock).get('/', undefined, 7000)
    await heard()
    await delivery()
    await clock.advance(7000)
    expect(await outcome).toMatchObject({ kind: 'no-answer', code: 'TIMEOUT', phase: 'answer' })
  })

  it('is measured, and told with what came', async () => {
    const clock = createHandMovedClock()
    const { port, heard } = await listen((socket) => {
      socket.once('data', () => clock.after(3000, () => socket.write(complete)))
    })
    const outcome = httpTo(port, clock).get('/', undefined, 7000)
    await heard()
    await clock.advance(3000)
    expect(await outcome).toMatchObject({ kind: 'answer', durationMs: 3000 })
  })

  it.each([-3_600_000, 3_600_000])('passes as it does when somebody sets the date by %i ms', async (stepMs) => {
    const clock = createHandMovedClock()
    const { port, heard } = await listen(silent)
    const outcome = httpTo(port, clock).get('/', undefined, 7000)
    await heard()
    await clock.advance(1000)
    clock.setDate(clock.now() + stepMs)
    expect(clock.waitingMs).toEqual([6000])
    await clock.advance(6000)
    expect(await outcome).toMatchObject({ code: 'TIMEOUT', durationMs: 7000 })
  })

  it('that is up is up: what arrives after that changes nothing', async () => {
    const clock = createHandMovedClock()
    const { port, heard } = await listen(silent)
    const outcome = httpTo(port, clock).get('/', undefined, 7000)
    const socket = await heard()
    await clock.advance(7000)
    const first = await outcome
    socket.write(complete)
    await closing(socket)
    expect(first).toMatchObject({ kind: 'no-answer', code: 'TIMEOUT' })
    expect(await outcome).toBe(first)
  })

  it('is not kept once there is an answer', async () => {
    const clock = createHandMovedClock()
    const { port } = await listen(saying(complete))
    await httpTo(port, clock).get('/', undefined, 7000)
    expect(clock.waitingMs).toEqual([])
  })
})
