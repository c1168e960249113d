import { readFileSync } from 'node:fs'

/** @returns an empty text where there is nothing to read, or it cannot be read: then there is no token */
export function readStandardInput(): string {
  try {
    return readFileSync(0, 'utf8')
  } catch {
    return ''
  }
}
