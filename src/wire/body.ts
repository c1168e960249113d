import type { IncomingMessage } from 'node:http'
import type { Answer, BodyError } from './answer.ts'
import type { Attempt } from './attempt.ts'

/** How much of a body is read where nobody says otherwise. */
export const MAX_BODY_BYTES = 1024 * 1024

/** As much of a body as was read. */
export interface Body {
  readonly bytes: Uint8Array
  readonly state: Answer['bodyState']
  /** What is wrong with it where it is malformed. */
  readonly error?: BodyError
}

/** A body that is being read. */
export interface BodyReading {
  /** Ends it with what has come in until now. */
  stop(state: Answer['bodyState']): void
}

/**
 * Reads a body.
 * @param maxBytes of which no more is read
 * @param onEnd called once, when it has ended, in whatever way
 */
export function readBody(
  message: IncomingMessage,
  attempt: Pick<Attempt, 'breach'>,
  maxBytes: number,
  onEnd: (body: Body) => void,
): BodyReading {
  // One for the whole body: a list of chunks costs a hundred times their size where each is a single byte.
  const bytes = Buffer.allocUnsafeSlow(maxBytes)
  let size = 0
  let isEnded = false
  const stop = (state: Answer['bodyState'], error?: BodyError): void => {
    if (!isEnded) onEnd({ bytes: bytes.subarray(0, size), state, ...(error && { error }) })
    isEnded = true
  }
  const stopShort = (): void => stop(attempt.breach === undefined ? 'cut' : 'malformed', attempt.breach)
  message.on('data', (chunk: Buffer) => {
    if (size + chunk.length <= maxBytes) {
      size += chunk.copy(bytes, size)
      return
    }
    // Told first, since destroying emits `aborted` at once.
    stop('too-large')
    message.destroy()
  })
  // `close` comes in any case; an aborted message can go without `end`, and Node tells nobody of its error who does not listen for it.
  message.on('close', () => (message.complete ? stop('complete') : stopShort()))
  return { stop }
}
