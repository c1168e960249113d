import type { WatchedToken } from '../watched-token.ts'
import { dueOf } from './expiry.ts'
import { NOT_ASKED, signOf } from './sign.ts'
import { ownerOf, userOf } from './words.ts'

/** Who has to act, and by when. */
export interface Who {
  /** What stands in the columns; the first is the day by which to act. */
  readonly names: readonly string[]
  readonly rows: readonly {
    /** The secret, and that it was not asked about where that is so. */
    readonly secret: string
    readonly isAsked: boolean
    readonly values: readonly string[]
  }[]
}

const COLUMNS: readonly {
  readonly name: string
  readonly read: (token: WatchedToken, nowMs: number) => string
}[] = [
  { name: 'Act by', read: (token, nowMs) => dueOf(token, nowMs).day },
  { name: 'Owner', read: ownerOf },
  { name: 'Used by', read: ({ usedBy }) => usedBy },
  { name: 'User', read: userOf },
]

/** @returns plain texts, without a column in which nothing would stand */
export function listWho(tokens: readonly WatchedToken[], nowMs: number): Who {
  const columns = COLUMNS.filter(({ read }) => tokens.some((token) => read(token, nowMs) !== ''))
  return {
    names: columns.map(({ name }) => name),
    rows: tokens.map((token) => ({
      secret: token.secret,
      isAsked: signOf(token).word !== NOT_ASKED,
      values: columns.map(({ read }) => read(token, nowMs)),
    })),
  }
}
