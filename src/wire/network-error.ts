import { errorCodeOf } from '../base/error-code.ts'
import type { NoAnswer } from './answer.ts'

/** What an error of the network, of TLS or of the parser of HTTP says. */
export type NetworkError = Pick<NoAnswer, 'code' | 'message' | 'header'>

/** @throws what is no error of Node's */
export function readError(error: unknown): NetworkError {
  // With several addresses each is tried, and the error that sums them up has an empty message.
  const errors = error instanceof AggregateError ? error.errors : [error]
  const [first] = errors.toSorted((a, b) => rankOf(a) - rankOf(b))
  if (!(first instanceof Error)) throw error
  const header = headerIn(first)
  return { code: errorCodeOf(first), message: first.message, ...(header && { header }) }
}

/** Of several addresses the one that got furthest tells most: often there is no IPv6, and IPv4 has the true reason. */
function rankOf(error: unknown): number {
  return ['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL'].includes(errorCodeOf(error)) ? 1 : 0
}

/**
 * The header at which the parser gave up: its error holds the bytes that came in last, and how far it got in them.
 * @returns undefined where it is none, or where its name came in before those
 */
function headerIn(error: Error): string | undefined {
  if (!('rawPacket' in error && Buffer.isBuffer(error.rawPacket) && 'bytesParsed' in error)) return undefined
  const text = error.rawPacket.toString('latin1')
  const position = Number(error.bytesParsed)
  const [before, after] = [text.slice(0, position), text.slice(position)]
  // A line that begins with a blank goes on with the header before it.
  const lines = `${before}${after.replace(/[\r\n].*/s, '')}`.split('\n').slice(1)
  const line = lines.findLast((each) => !/^[ \t]/.test(each))
  return /^([^:\r]{1,100}):/.exec(line ?? '')?.[1]
}
