import type { WatchedToken } from '../watched-token.ts'
import { userOf } from './words.ts'

/** An account, and what it should tidy up. */
export interface Account {
  readonly user: string
  readonly server: string
  readonly advice: readonly string[]
}

/** @returns the accounts of which there is advice, each once, however many of its tokens are in the list */
export function listAccounts(tokens: readonly WatchedToken[]): readonly Account[] {
  const advised = tokens.filter(({ identity, advice }) => identity !== null && advice.length > 0)
  const byAccount = Map.groupBy(advised, ({ product, baseUrl, identity }) =>
    JSON.stringify([product, baseUrl, identity?.key, identity?.accountId, identity?.name]),
  )
  return Array.from(byAccount.values(), (group) => ({
    user: group[0] === undefined ? '' : userOf(group[0]),
    server: group[0]?.baseUrl ?? '',
    advice: [...new Set(group.flatMap(({ advice }) => advice))],
  }))
}
