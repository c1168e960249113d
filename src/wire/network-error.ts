import { errorCodeOf } from '../base/error-code.ts'
import type { NoAnswer } from './answer.ts'

/** What an error of the network or of TLS says. */
export type NetworkError = Pick<NoAnswer, 'code' | 'message'>

/** @throws what is no error of Node's */
export function readError(error: unknown): NetworkError {
  // With several addresses Node tries each, and the error that sums them up has an empty message.
  const errors = error instanceof AggregateError ? error.errors : [error]
  const [first] = errors.toSorted((a, b) => rankOf(a) - rankOf(b))
  if (!(first instanceof Error)) throw error
  return { code: errorCodeOf(first), message: first.message }
}

/** Of several addresses the one that got furthest tells most: often there is no IPv6, and IPv4 has the true reason. */
function rankOf(error: unknown): number {
  return ['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL'].includes(errorCodeOf(error)) ? 1 : 0
}
