import { DAY_MS } from '../base/clock.ts'
import { dateTimeOf } from '../base/utc.ts'
import type { Answer } from '../wire/answer.ts'

const YEAR_MS = 365 * DAY_MS

/** @returns how long the server asks to wait by `Retry-After`, in milliseconds, never negative; undefined where it does not say */
export function askedToWaitMs({ retryAfter }: Answer, nowMs: number): number | undefined {
  if (retryAfter === undefined) return undefined
  return 'waitMs' in retryAfter ? retryAfter.waitMs : Math.max(0, retryAfter.atMs - nowMs)
}

/** When the server may be asked again, in words: by `Retry-After`, else by Jira Cloud's `X-RateLimit-Reset`. */
export function describeRetryAt(answer: Answer, nowMs: number): string | undefined {
  const reset = answer.headers.get('x-ratelimit-reset') ?? ''
  // Others than Jira write a number of seconds there, which Node would take for a year.
  const resetMs = reset.includes('-') ? Date.parse(reset) - nowMs : Number.NaN
  const waitMs = askedToWaitMs(answer, nowMs) ?? (resetMs > 0 ? resetMs : undefined)
  if (!waitMs) return undefined
  const wait = `in ${describeWait(waitMs)}`
  return waitMs > YEAR_MS ? wait : `${wait} (${dateTimeOf(nowMs + waitMs).slice(0, 19)}Z)`
}

/** A wait in words: what a server says can be absurd. */
export function describeWait(waitMs: number): string {
  return waitMs > YEAR_MS ? 'more than a year' : `${Math.ceil(waitMs / 1000)} s`
}
