import { createHash } from 'node:crypto'

/** How the name of a rotated token names the one before it: the first 8 hexadecimal digits of its SHA-256. */
export function fingerprintOf(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 8)
}
