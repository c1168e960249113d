import { wholeDaysLeft } from '../../verdict/expiry.ts'
import type { WatchedToken } from '../watched-token.ts'

const STEPS = [
  'Look at when the job ran that has left this report, and run it again.',
  'If the token has expired, create a new one, and store it in the secret.',
]

/**
 * Judges the expiry of a token of a report as of now: the report may be old, and what was well then is not for ever.
 * @param token usable ones alone are judged anew; what needs care already stays as it is
 */
export function asOfNow(token: WatchedToken, nowMs: number): WatchedToken {
  const { expiry, expiryState, result } = token
  const hasDate = expiry.status === 'ok' || expiry.status === 'expiring' || expiry.status === 'ambiguous'
  if (result !== 'usable' || !hasDate) return token
  const endsMs = Date.parse(expiry.expiresAt ?? '')
  if (Number.isNaN(endsMs)) return token
  const current = { ...token, expiry: { ...expiry, daysLeft: wholeDaysLeft(endsMs, nowMs) } }
  if (endsMs > nowMs) return current
  const status = expiry.status === 'ambiguous' ? 'ambiguous' : 'expired'
  return {
    ...current,
    expiry: { ...current.expiry, status },
    expiryState: status,
    ...(expiryState === null && {
      title: 'The token has expired since it was looked at',
      message: `${token.message} That was before it expired: the report is older.`,
      steps: STEPS,
    }),
  }
}
