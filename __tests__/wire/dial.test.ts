import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { type Dialled, dial } from '../../src/wire/dial.ts'
import { createHandMovedClock } from '../support/clock.ts'

const refused = (address: string): Error =>
  Object.assign(new Error(`connect ECONNREFUSED ${address}`), { code: 'ECONNREFUSED' })

/** How long an address takes until it accepts or, where that is negative, refuses; never says nothing. */
type Behaviour = Record<string, number | 'never'>

/** Dials addresses of which each behaves like this, and moves the time on until that is over. */
async function dialing(behaviour: Behaviour, addresses = Object.keys(behaviour)) {
  const clock = createHandMovedClock()
  const startedMs = clock.monotonicMs()
  const tried: string[] = []
  const sockets: Socket[] = []
  const connect = (address: string): Socket => {
    tried.push(`${address} at ${clock.monotonicMs() - startedMs}`)
    const socket = new Socket()
    sockets.push(socket)
    const takesMs = behaviour[address] ?? 'never'
    if (takesMs === 'never') return socket
    clock.after(Math.abs(takesMs), () => {
      if (socket.destroyed) return
      if (takesMs < 0) socket.destroy(refused(address))
      else socket.emit('connect')
    })
    return socket
  }
  const dialled = dial(addresses, connect, clock)
  const outcome: Dialled | Error = await clock.runUntil(dialled.catch((error: Error) => error))
  return { outcome, tried, sockets, clock, elapsedMs: clock.monotonicMs() - startedMs }
}

const openSockets = (sockets: Socket[]): Socket[] => sockets.filter(({ destroyed }) => !destroyed)

describe('a host with one address', () => {
  it('is given all the time that there is', async () => {
    const { outcome, elapsedMs } = await dialing({ far: 60_000 })
    expect(outcome).toMatchObject({ address: 'far' })
    expect(elapsedMs).toBe(60_000)
  })

  it('fails with its error', async () => {
    const { outcome, tried } = await dialing({ closed: -10 })
    expect(outcome).toEqual(refused('closed'))
    expect(tried).toEqual(['closed at 0'])
  })
})

describe('a host with several addresses', () => {
  it('is reached at the first that accepts, and no other is tried', async () => {
    const { outcome, tried, clock } = await dialing({ near: 20, other: 20 })
    expect(outcome).toMatchObject({ address: 'near' })
    expect(tried).toEqual(['near at 0'])
    expect(clock.waitingMs).toEqual([])
  })

  it('is reached at the next at once where one refuses', async () => {
    const { outcome, tried } = await dialing({ closed: -10, near: 20 })
    expect(outcome).toMatchObject({ address: 'near' })
    expect(tried).toEqual(['closed at 0', 'near at 10'])
  })

  it('is reached at the next after 250 ms where one says nothing', async () => {
    const { outcome, tried, sockets, elapsedMs } = await dialing({ dead: 'never', near: 20 })
    expect(outcome).toMatchObject({ address: 'near', socket: sockets[1] })
    expect(tried).toEqual(['dead at 0', 'near at 250'])
    expect(elapsedMs).toBe(270)
    expect(openSockets(sockets)).toEqual([sockets[1]])
  })

  it('is not tried again where all refuse', async () => {
    const { outcome, tried } = await dialing({ one: -10, two: -20 })
    expect(outcome).toBeInstanceOf(AggregateError)
    expect(outcome).toHaveProperty('errors', [refused('one'), refused('two')])
    expect(tried).toHaveLength(2)
  })
})

describe('a host that is far away, with several addresses', () => {
  it('is reached at the one that works, which is tried once more beside the others, without haste', async () => {
    const { outcome, tried, sockets, elapsedMs } = await dialing({ dead: 'never', far: 900 })
    expect(tried).toEqual(['dead at 0', 'far at 250', 'dead at 500', 'far at 500'])
    expect(outcome).toMatchObject({ address: 'far', socket: sockets[3] })
    expect(elapsedMs).toBe(1400)
    expect(openSockets(sockets)).toEqual([sockets[3]])
  })

  it('is reached at the nearest of those', async () => {
    const { outcome, sockets } = await dialing({ farther: 2000, far: 900, farthest: 3000 })
    expect(outcome).toMatchObject({ address: 'far' })
    expect(openSockets(sockets)).toHaveLength(1)
  })

  it('is not tried again where it has refused', async () => {
    const { outcome, tried } = await dialing({ closed: -10, far: 900 })
    expect(outcome).toMatchObject({ address: 'far' })
    expect(tried).toEqual(['closed at 0', 'far at 10', 'far at 260'])
  })

  it('fails with all that was said', async () => {
    const { outcome, sockets } = await dialing({ closed: -10, late: -900, later: -1200 })
    expect(outcome).toBeInstanceOf(AggregateError)
    expect(outcome).toHaveProperty('errors', [refused('closed'), refused('late'), refused('later')])
    expect(openSockets(sockets)).toEqual([])
  })
})
