import { EXPIRY_NOT_CHECKED, type Expiry, unknownExpiry, wholeDaysLeft } from '../verdict/expiry.ts'
import type { Standing } from './place.ts'

/** When the token of this run expires, as the check tells it. Only what it says is told: a rotation warns in its own way. */
export function expiryOf(standing: Standing | undefined, nowMs: number): Expiry {
  if (standing === undefined) return EXPIRY_NOT_CHECKED
  if (standing.kind === 'uncertain') return unknownExpiry('it cannot be told which of the tokens was sent')
  const { endsMs } = standing
  if (endsMs === undefined) return EXPIRY_NOT_CHECKED
  const [token, ...others] = standing.kind === 'head' ? standing.entry.candidates : []
  const known = { tokenName: standing.kind === 'head' ? standing.token.name : '', warns: false, fails: false } as const
  if (endsMs === 'never') {
    return { ...known, status: 'never', expiresAt: undefined, daysLeft: undefined, token }
  }
  const status = others.length > 0 ? 'ambiguous' : endsMs <= nowMs ? 'expired' : 'ok'
  const daysLeft = wholeDaysLeft(endsMs, nowMs)
  return { ...known, status, expiresAt: endsMs, daysLeft, token: others.length > 0 ? undefined : token }
}
