import type { NoAnswer } from '../wire/answer.ts'

/**
 * Whether anything of a request that got no answer can have reached the server, which may then have acted on it.
 * Nothing is sent before the connection is there, the tunnel and the TLS in it included.
 */
export function mayHaveArrived({ phase }: Pick<NoAnswer, 'phase'>): boolean {
  return phase === 'answer'
}
