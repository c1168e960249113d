/** What a server says of when it may be asked again: after so many milliseconds, or at a time since the epoch. */
export type RetryAfter = { readonly waitMs: number } | { readonly atMs: number }

/**
 * Reads `Retry-After`: seconds, or a date.
 * Source: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 * @returns undefined where there is none that can be read; an absurd number is Infinity
 */
export function parseRetryAfter(header: string | undefined): RetryAfter | undefined {
  const value = (header ?? '').trim()
  if (/^\d+(?:\.\d+)?$/.test(value)) return { waitMs: Number(value) * 1000 }
  const atMs = /[A-Za-z]{3}/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(atMs) ? undefined : { atMs }
}
