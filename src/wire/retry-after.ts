/** What a server says of when it may be asked again: after so many milliseconds, or at a time since the epoch. */
export type RetryAfter = { readonly waitMs: number } | { readonly atMs: number }

/**
 * Reads `Retry-After`: seconds, or a date.
 * Source: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 * @returns undefined where there is none that can be read; an absurd number is Infinity
 */
export function parseRetryAfter(header: string | undefined): RetryAfter | undefined {
  const value = (header ?? '').trim()
  // Each of several servers on the way may have set one, and all of them have to be waited for.
  const seconds = value.split(/\s*,\s*/)
  if (seconds.every((part) => /^\d+(?:\.\d+)?$/.test(part))) return { waitMs: Math.max(...seconds.map(Number)) * 1000 }
  const atMs = /[A-Za-z]{3}/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(atMs) ? undefined : { atMs }
}
