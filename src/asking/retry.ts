import type { Reason } from '../catalogue/catalogue.ts'
import type { Finding } from '../catalogue/finding.ts'
import { isReset } from '../verdict/error-reason.ts'
import type { Outcome } from '../wire/answer.ts'
import { parseRetryAfterMs } from '../wire/retry-after.ts'
import { backoffMs } from './backoff.ts'

const TRANSIENT_REASONS: ReadonlySet<Reason> = new Set([
  'connection-refused',
  'connection-reset',
  'response-cut',
  'timeout',
  'dns-unavailable',
  'proxy-unreachable',
  'rate-limited',
])

/** These reasons come from several statuses, of which not all are transient. */
const REASONS_BY_STATUS: ReadonlySet<Reason> = new Set(['gateway-error', 'server-error', 'proxy-refused'])

/** Whether a failure may be gone a moment later, so that asking again makes sense. A verdict on the token never is one. */
export function isTransient({ reason, statusCode }: Finding, outcome: Outcome): boolean {
  // Squid and tinyproxy say so where they cannot connect.
  if (reason === 'proxy-refused' && statusCode === 500) return true
  if (REASONS_BY_STATUS.has(reason)) return statusCode === 502 || statusCode === 503 || statusCode === 504
  // A reset under mutual TLS is put down to the certificate only after it has happened again.
  return TRANSIENT_REASONS.has(reason) || (outcome.kind === 'no-answer' && isReset(outcome))
}

/** An attempt that failed, and what bounds the next one. Times are milliseconds. */
export interface FailedAttempt {
  readonly found: Finding
  readonly outcome: Outcome
  /** From 1 on. */
  readonly attempt: number
  readonly retries: number
  /** Until the deadline. */
  readonly leftMs: number
  readonly nowMs: number
}

/** What follows a failed attempt. Times are milliseconds. */
export interface Retry {
  readonly isTransient: boolean
  /** The pause before the next attempt; undefined where there is none. */
  readonly waitMs?: number
  /** How long the server asks to wait, where the deadline leaves no room for it. */
  readonly tooLongMs?: number | undefined
}

/**
 * What to do after a failed attempt: the longer of backoff and `Retry-After` counts, and where it lies beyond the
 * deadline there is no waiting for it.
 * @param random from 0 up to, not including, 1
 */
export function decideRetry(failed: FailedAttempt, random: () => number): Retry {
  const { found, outcome, attempt, retries, leftMs, nowMs } = failed
  if (!isTransient(found, outcome)) return { isTransient: false }
  const askedToWaitMs = outcome.kind === 'answer' ? parseRetryAfterMs(outcome, nowMs) : undefined
  const waitMs = Math.max(backoffMs(attempt, random), askedToWaitMs ?? 0)
  if (attempt > retries) return { isTransient: true }
  return { isTransient: true, ...(waitMs < leftMs ? { waitMs } : { tooLongMs: askedToWaitMs }) }
}
