import { readFileSync, statSync } from 'node:fs'

/** Nothing that is read here is as large. */
const MAX_BYTES = 64 * 1024 * 1024

/**
 * @returns the text of a file, read as UTF-8; what a shell hands over as a file (`<(…)`) is one, too
 * @throws Node's error where it cannot be read, or one with a code of its kind where it would never end: a device, or too
 *   large a file
 */
export function readFile(path: string): string {
  const stats = statSync(path)
  if (stats.isBlockDevice() || stats.isCharacterDevice()) throw Object.assign(new Error('a device'), { code: 'EINVAL' })
  if (stats.size > MAX_BYTES) throw Object.assign(new Error('too large'), { code: 'EFBIG' })
  return readFileSync(path, 'utf8')
}
