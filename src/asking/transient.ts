import type { Reason } from '../catalogue/catalogue.ts'
import type { Finding } from '../catalogue/finding.ts'
import { isReset } from '../verdict/diagnose-no-answer.ts'
import type { Outcome } from '../wire/answer.ts'

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
  if (REASONS_BY_STATUS.has(reason)) return statusCode === 502 || statusCode === 503 || statusCode === 504
  // A reset under mutual TLS is put down to the certificate only after it has happened again.
  return TRANSIENT_REASONS.has(reason) || (outcome.kind === 'no-answer' && isReset(outcome))
}
