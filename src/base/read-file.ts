import { readFileSync } from 'node:fs'

/**
 * @returns the text of a file, read as UTF-8
 * @throws Node's error where it cannot be read
 */
export function readFile(path: string): string {
  return readFileSync(path, 'utf8')
}
