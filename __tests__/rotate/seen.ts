import type { Sighting, Stamp } from '../../src/rotate/sighting.ts'
import type { ListedToken } from '../../src/verdict/listed-token.ts'

export const nowMs = Date.UTC(2026, 10, 22, 12)
export const minuteMs = 60 * 1000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

export const prefix = 'github-release-1f3b'

/** Of the token that the run was given. */
export const fingerprint = '0badcafe'

/** A token of the list; times in days from now. */
export interface Listed {
  readonly made?: number | undefined
  readonly ends?: number | 'never' | 'unreadable'
  readonly used?: number | undefined
  readonly id?: number | undefined
}

/** Ninety days long, of which seventy are over, and used an hour ago, unless told otherwise. */
export function listed(name: string, changes: Listed = {}): ListedToken {
  const { made, ends = 20, used, id } = { made: -70, used: -1 / 24, id: idOf(name), ...changes }
  const at = (days: number | undefined): number | undefined => (days === undefined ? undefined : nowMs + days * dayMs)
  return {
    ...(id !== undefined && { id }),
    name,
    createdAt: at(made),
    expiresAt: typeof ends === 'number' ? nowMs + ends * dayMs : ends,
    lastAccessedAt: at(used),
  }
}

/** A token of the family, which names the one before it. */
export const ofFamily = (predecessor: string, changes: Listed = {}, chance = 'a1b2'): ListedToken =>
  listed(`${prefix}-261101-${predecessor}-${chance}`, changes)

const idOf = (name: string): number => Array.from(name).reduce((sum, letter) => sum + letter.charCodeAt(0), 0)

/** What a run has seen: two places, written a minute after the token was made, unless told otherwise. */
export function seen(tokens: readonly ListedToken[], changes: Partial<Sighting> = {}): Sighting {
  return {
    fingerprint,
    prefix,
    tokenName: '',
    tokens,
    firstTokens: tokens,
    store: stamped(-70, -70),
    offsets: { jira: 0, store: 0 },
    firstRequestMs: nowMs,
    nowMs,
    ...changes,
  }
}

/** Places by when they were written last, in days from now; `missing` where there is none. */
export const stamped = (...days: (number | 'missing')[]): Sighting['store'] => ({
  kind: 'places',
  stamps: days.map((at): Stamp => (at === 'missing' ? at : nowMs + at * dayMs + minuteMs)),
})
