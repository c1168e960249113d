/**
 * @param error whatever was thrown
 * @returns its name and its message, neither sanitized nor redacted; a phrase where it is no error
 */
export function describeBug(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'no error was given'
}
