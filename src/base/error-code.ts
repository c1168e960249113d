/** @returns the code of an error of Node (`ENOENT`); an empty text for anything that has none */
export function errorCodeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
