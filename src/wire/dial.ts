import type { Socket } from 'node:net'
import type { Clock } from '../base/clock.ts'

/** Time for each of several addresses before the next is tried, as Node has it: most often a family is just dead here. */
const HEAD_START_MS = 250

/** An open connection, and where to. */
export interface Dialled {
  readonly address: string
  readonly socket: Socket
}

/** Begins to connect to an address; the socket ends when the time of the whole is up. */
export type Connect = (address: string) => Socket

/**
 * Opens a TCP connection to one of these addresses: one after the other, each for a moment, as Node does it. Where that
 * was too short for some, those are tried once more, now all at once and for as long as it takes: a host that is far
 * away and has several addresses could never be reached else.
 * @param addresses one at least
 * @returns the first that opens; rejects with Node's error, or with one that sums up several
 */
export async function dial(addresses: readonly string[], connect: Connect, clock: Clock): Promise<Dialled> {
  const [only, ...others] = addresses
  if (only !== undefined && others.length === 0) return opening(only, connect(only))
  const errors: unknown[] = []
  const late: string[] = []
  for (const address of addresses) {
    const socket = connect(address)
    const cancelTimer = clock.after(HEAD_START_MS, () => socket.destroy())
    try {
      return await opening(address, socket)
    } catch (error) {
      if (error === undefined) late.push(address)
      else errors.push(error)
    } finally {
      cancelTimer()
    }
  }
  return race(late, connect, errors)
}

/**
 * @param addresses none, where each has said no
 * @param errors of addresses that were tried before
 */
async function race(addresses: readonly string[], connect: Connect, errors: readonly unknown[]): Promise<Dialled> {
  const all = addresses.map((address) => ({ address, socket: connect(address) }))
  try {
    const first = await Promise.any(all.map(({ address, socket }) => opening(address, socket)))
    for (const { socket } of all) if (socket !== first.socket) socket.destroy()
    return first
  } catch (error) {
    throw error instanceof AggregateError ? new AggregateError([...errors, ...error.errors]) : error
  }
}

/** Rejects with the error; with nothing where it was given up without one. */
function opening(address: string, socket: Socket): Promise<Dialled> {
  return new Promise((resolve, reject) => {
    socket
      .once('connect', () => resolve({ address, socket }))
      .once('error', reject)
      .once('close', () => reject())
  })
}
