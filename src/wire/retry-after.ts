import { DAY_MS } from '../base/clock.ts'
import type { Answer } from './answer.ts'

const YEAR_MS = 365 * DAY_MS

/**
 * How long a server asks to wait: `Retry-After` in seconds or as a date.
 * Source: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 * @returns milliseconds, never negative (Infinity where the number is absurd); undefined where it does not say
 */
export function parseRetryAfterMs({ headers }: Answer, nowMs: number): number | undefined {
  const value = (headers.get('retry-after') ?? '').trim()
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1000
  const date = /[A-Za-z]{3}/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs)
}

/** When the server may be asked again, in words: by `Retry-After`, else by Jira Cloud's `X-RateLimit-Reset`. */
export function describeRetryAt(answer: Answer, nowMs: number): string | undefined {
  const reset = answer.headers.get('x-ratelimit-reset') ?? ''
  // Others than Jira write a number of seconds there, which Node would take for a year.
  const resetMs = reset.includes('-') ? Date.parse(reset) - nowMs : Number.NaN
  const waitMs = parseRetryAfterMs(answer, nowMs) ?? (resetMs > 0 ? resetMs : undefined)
  if (!waitMs) return undefined
  const at = new Date(nowMs + waitMs)
  const wait = `in ${describeWait(waitMs)}`
  return waitMs > YEAR_MS ? wait : `${wait} (${at.toISOString().slice(0, 19)}Z)`
}

/** A wait in words: what a server says can be absurd. */
export function describeWait(waitMs: number): string {
  return waitMs > YEAR_MS ? 'more than a year' : `${Math.ceil(waitMs / 1000)} s`
}
