import { RESET_CODES } from '../base/error-code.ts'
import type { Finding } from '../catalogue/finding.ts'
import type { Reason } from '../catalogue/reasons.ts'
import { askedToWaitMs } from '../verdict/retry-at.ts'
import type { Outcome } from '../wire/answer.ts'
import { backoffMs } from './backoff.ts'

/** What came in place of an answer, or of a whole one, and may be gone a moment later. */
const TRANSIENT_REASONS: ReadonlySet<Reason> = new Set([
  'connection-refused',
  'connection-reset',
  'response-cut',
  'timeout',
  'dns-unavailable',
  'proxy-unreachable',
])

/** Answers that say nothing of the token, of which some statuses are transient and some are not. */
const REASONS_BY_STATUS: ReadonlySet<Reason> = new Set([
  'rate-limited',
  'gateway-error',
  'server-error',
  'unexpected-status',
])

/** Those of Cloudflare (520 to 527) among them: it was not reached, or could not reach the server. */
const TRANSIENT_STATUSES: ReadonlySet<number> = new Set([
  408, 425, 429, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527,
])

/** With these a proxy says that it could not connect, not that it would not. */
const TRANSIENT_PROXY_STATUSES: ReadonlySet<number> = new Set([500, 502, 503, 504])

/** Whether a failure may be gone a moment later, so that asking again makes sense. A verdict on the token never is one. */
export function isTransient({ reason, statusCode }: Finding, outcome: Outcome): boolean {
  if (reason === 'proxy-refused') return TRANSIENT_PROXY_STATUSES.has(statusCode ?? 0)
  if (REASONS_BY_STATUS.has(reason)) return TRANSIENT_STATUSES.has(statusCode ?? 0)
  // A reset under mutual TLS is put down to the certificate only after it has happened again.
  return TRANSIENT_REASONS.has(reason) || (outcome.kind === 'no-answer' && RESET_CODES.has(outcome.code))
}

/** How often a question is asked again. */
export interface Retries {
  /** After any transient failure. */
  readonly ofAny: number
  /** After a 429, where that is more. */
  readonly ofLimit: number
}

/** How often a question is asked again after this. */
export function retriesAfter({ reason }: Finding, { ofAny, ofLimit }: Retries): number {
  return reason === 'rate-limited' ? Math.max(ofAny, ofLimit) : ofAny
}

/** An attempt that failed, and what bounds the next one. Times are milliseconds. */
export interface FailedAttempt {
  readonly found: Finding
  readonly outcome: Outcome
  /** From 1 on. */
  readonly attempt: number
  readonly retries: Retries
  /** Until the deadline. */
  readonly leftMs: number
  readonly nowMs: number
}

/** The shortest pause after a 429 that does not say how long. */
const LEAST_WAIT_AFTER_LIMIT_MS = 1_000

/** What follows a failed attempt. Times are milliseconds. */
export interface Retry {
  readonly isTransient: boolean
  /** What `Retry-After` says. */
  readonly askedToWaitMs?: number | undefined
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
  const askedMs = outcome.kind === 'answer' ? askedToWaitMs(outcome, nowMs) : undefined
  const isLimit = found.reason === 'rate-limited'
  const leastMs = askedMs ?? (isLimit ? LEAST_WAIT_AFTER_LIMIT_MS : 0)
  const waitMs = Math.max(backoffMs(attempt, random), leastMs)
  if (attempt > retriesAfter(found, retries)) return { isTransient: true, askedToWaitMs: askedMs }
  return { isTransient: true, askedToWaitMs: askedMs, ...(waitMs < leftMs ? { waitMs } : { tooLongMs: askedMs }) }
}
