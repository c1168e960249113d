import { isLive } from '../verdict/expiry.ts'
import type { ListedToken } from '../verdict/listed-token.ts'

/** A live token of the account, to be shown. Times are milliseconds since the epoch. */
export interface ShownToken {
  readonly name: string
  readonly createdAt: number | undefined
  readonly expiresAt: ListedToken['expiresAt']
  readonly lastAccessedAt: number | undefined
}

/** What is shown of an account's tokens. */
export interface ShownTokens {
  /** The live ones, the first to expire first, and no more of them than anybody reads. */
  readonly tokens: readonly ShownToken[]
  /** How many more there are. */
  readonly moreTokens: number
}

/** An account may have ten tokens by default. */
const MAX_TOKENS = 20

/** @param text sanitizes a server's text */
export function showTokens(
  tokens: readonly ListedToken[],
  text: (value: string) => string,
  nowMs: number,
): ShownTokens {
  const live = tokens.filter((token) => isLive(token, nowMs))
  const shown = [...live].sort((a, b) => expiryOrder(a) - expiryOrder(b)).slice(0, MAX_TOKENS)
  return {
    tokens: shown.map((token) => ({ ...token, name: text(token.name) })),
    moreTokens: live.length - shown.length,
  }
}

function expiryOrder({ expiresAt }: ListedToken): number {
  return typeof expiresAt === 'number' ? expiresAt : Number.MAX_VALUE
}
