import { needsCare } from '../state.ts'
import type { WatchedToken } from '../watched-token.ts'
import { expiryOf } from './expiry.ts'
import { KINDS, type Kind, signOf } from './sign.ts'

/** @returns all tokens by days left: what is not known first, what never expires last, of two alike the worse one first */
export function inOrder(tokens: readonly WatchedToken[], nowMs: number): readonly WatchedToken[] {
  return tokens
    .map((token) => ({ token, at: expiryOf(token, nowMs).at, badness: KINDS.indexOf(signOf(token).kind) }))
    .toSorted((a, b) => compare(a.at, b.at) || a.badness - b.badness)
    .map(({ token }) => token)
}

/** Compares two numbers, which may be infinite. */
export function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** So many bars can be read. */
const MAX_BARS = 40

/** @returns the tokens with a day to come, the soonest first, and no more than there are bars; how many are left out */
export function soonest(
  tokens: readonly WatchedToken[],
  nowMs: number,
): { readonly shown: readonly WatchedToken[]; readonly more: number } {
  const dated = inOrder(tokens, nowMs).filter((token) => {
    const { at } = expiryOf(token, nowMs)
    return Number.isFinite(at) && at > nowMs
  })
  return { shown: dated.slice(0, MAX_BARS), more: Math.max(0, dated.length - MAX_BARS) }
}

/** @returns how many tokens there are of each word, the worst first */
export function tally(
  tokens: readonly WatchedToken[],
): readonly { readonly kind: Kind; readonly word: string; readonly count: number }[] {
  const byWord = Map.groupBy(tokens.map(signOf), ({ word }) => word)
  return Array.from(byWord.values(), (signs) => ({
    kind: signs[0]?.kind ?? 'unknown',
    word: signs[0]?.word ?? '',
    count: signs.length,
  })).toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
}

/** @returns the worst mark that a token has; where there is no token, nothing is known */
export function worstOf(tokens: readonly WatchedToken[]): Kind {
  return tally(tokens)[0]?.kind ?? 'unknown'
}

/** @returns how many tokens need care */
export function countCare(tokens: readonly WatchedToken[]): number {
  return tokens.filter(needsCare).length
}
