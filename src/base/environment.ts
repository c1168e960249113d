/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads a variable whose name comes from outside, and may be one that every object has (`constructor`).
 * @returns its value, trimmed; empty where there is none
 */
export function readVariable(environment: Environment, name: string): string {
  return Object.hasOwn(environment, name) ? (environment[name] ?? '').trim() : ''
}
