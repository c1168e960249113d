import type { Clock } from '../base/clock.ts'

/** What is needed of a stream to read it. */
export interface ByteStream {
  on(event: 'data', listener: (chunk: Buffer) => void): unknown
  on(event: 'end' | 'error' | 'close', listener: () => void): unknown
  destroy(): unknown
}

/** No token is longer, and what never ends would fill the memory. */
const MAX_BYTES = 64 * 1024

/**
 * Reads a stream to its end, or as much of it as anybody could want.
 * @returns its text; an empty text where it cannot be read; undefined where it has not ended within that time
 */
export function readToEnd(stream: ByteStream, clock: Clock, timeoutMs: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const cancelTimer = clock.after(timeoutMs, () => {
      resolve(undefined)
      stream.destroy()
    })
    const settle = (): void => {
      cancelTimer()
      resolve(Buffer.concat(chunks).toString())
    }
    stream.on('data', (chunk) => {
      chunks.push(chunk)
      size += chunk.length
      if (size > MAX_BYTES) stream.destroy()
    })
    stream.on('end', settle)
    stream.on('close', settle)
    stream.on('error', settle)
  })
}
