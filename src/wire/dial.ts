import { connect, type Socket } from 'node:net'

/**
 * Opens a TCP connection.
 * @param signal ends it, also once it is open
 * @returns the connection; rejects with Node's error, which sums up several where the host has several addresses
 */
export function dial(host: string, port: number, signal: AbortSignal, onLookup: () => void): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, signal })
    socket
      .once('lookup', onLookup)
      .once('connect', () => resolve(socket))
      .once('error', reject)
  })
}
