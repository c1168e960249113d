const FIRST_MS = 500
const MAX_MS = 8_000

/**
 * How long to wait before trying again: 0.5 s, doubling to 8 s, of which half is jitter, so that many jobs that failed
 * together do not come back together.
 * @param attempt that failed, from 1 on
 * @param random from 0 up to, not including, 1
 * @returns milliseconds
 */
export function backoffMs(attempt: number, random: () => number): number {
  const longestMs = Math.min(FIRST_MS * 2 ** (attempt - 1), MAX_MS)
  return longestMs / 2 + (random() * longestMs) / 2
}
