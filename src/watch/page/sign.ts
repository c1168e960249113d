import type { Result } from '../../catalogue/entry.ts'
import { RESULT_ICONS } from '../../report/checklist.ts'
import { stateOf } from '../state.ts'
import type { ExpiryState, WatchedToken } from '../watched-token.ts'

/** How a token is marked, the worst first; a colour or an icon goes with each, and never without a word. */
export const KINDS = ['refused', 'misconfigured', 'unknown', 'soon', 'well'] as const

export type Kind = (typeof KINDS)[number]

export const KIND_ICONS: Readonly<Record<Kind, string>> = {
  refused: RESULT_ICONS.refused,
  misconfigured: RESULT_ICONS.misconfigured,
  unknown: RESULT_ICONS.unknown,
  soon: '⚠️',
  well: RESULT_ICONS.usable,
}

/** The mark of a token, and the word for how it stands. */
export interface Sign {
  readonly kind: Kind
  readonly word: string
}

/** The word for a token that nobody asked about; one whose secret is missing is misconfigured instead. */
export const NOT_ASKED = 'not asked'

const OF_EXPIRY: Readonly<Record<ExpiryState, Sign>> = {
  expiring: { kind: 'soon', word: 'expiring' },
  expired: { kind: 'soon', word: 'expired' },
  ambiguous: { kind: 'soon', word: 'ambiguous' },
  'expiry-unknown': { kind: 'unknown', word: 'expiry unknown' },
}

const OF_RESULT: Readonly<Record<Exclude<Result, 'usable'>, Sign>> = {
  refused: { kind: 'refused', word: 'refused' },
  misconfigured: { kind: 'misconfigured', word: 'misconfigured' },
  unknown: { kind: 'unknown', word: 'unknown' },
}

/** @returns how a token stands; of one that was not asked about just that, whatever its server did to others */
export function signOf(token: WatchedToken): Sign {
  if (!token.asked && token.unaskedBecause !== null) return { kind: 'unknown', word: NOT_ASKED }
  const state = stateOf(token)
  if (state === 'well') return { kind: 'well', word: 'well' }
  return token.result === 'usable' ? OF_EXPIRY[token.expiryState ?? 'expiry-unknown'] : OF_RESULT[token.result]
}
