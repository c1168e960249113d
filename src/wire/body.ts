import type { IncomingMessage } from 'node:http'
import type { Answer } from './answer.ts'

const MAX_BODY_BYTES = 1024 * 1024

/** As much of a body as was read. */
export interface Body {
  readonly bytes: Uint8Array
  readonly state: Answer['bodyState']
}

/** A body that is being read. */
export interface BodyReading {
  /** Ends it with what has come in until now. */
  stop(state: Answer['bodyState']): void
}

/**
 * Reads a body, at most 1 MiB of it.
 * @param onEnd called when it has ended, in whatever way; perhaps again, by what comes after that
 */
export function readBody(message: IncomingMessage, onEnd: (body: Body) => void): BodyReading {
  // One for the whole body: a list of chunks costs a hundred times their size where each is a single byte.
  const bytes = Buffer.allocUnsafeSlow(MAX_BODY_BYTES)
  let size = 0
  const stop: BodyReading['stop'] = (state) => onEnd({ bytes: bytes.subarray(0, size), state })
  message.on('data', (chunk: Buffer) => {
    if (size + chunk.length <= MAX_BODY_BYTES) {
      size += chunk.copy(bytes, size)
      return
    }
    // Told first, since destroying emits `aborted` at once.
    stop('too-large')
    message.destroy()
  })
  message.on('error', () => stop('cut'))
  // `close` comes in any case; an aborted message can go without `end` and without an error.
  message.on('close', () => stop(message.complete ? 'complete' : 'cut'))
  return { stop }
}
