import type { ListedToken } from './listed-token.ts'

/** What the name of a rotated token ends with: the day, the fingerprint of the token before it, four letters of chance. */
const SUFFIX = /-\d{6}-([0-9a-f]{8})-[0-9a-z]{4}$/

/** @returns the prefix of a family of rotated tokens, as `token-name: PREFIX-*` gives it; undefined for any other name */
export function familyPrefixOf(tokenName: string): string | undefined {
  return /^(.+)-\*$/.exec(tokenName)?.[1]
}

/** Whether a token is of the family that `token-name: PREFIX-*` means; of no family, where it means none. */
export function isOfFamily({ name }: ListedToken, tokenName: string): boolean {
  return SUFFIX.test(name) && name.replace(SUFFIX, '') === familyPrefixOf(tokenName)
}

/**
 * Finds a rotated token in the account's list, which does not say which one was sent. Each of a family names the one
 * before it: the one that names this token is younger than it, and without such a one, this is the newest of them. A
 * younger stranger may have been put in its place by hand.
 * @param live the tokens that have not expired
 * @param fingerprint of the token that was sent
 * @returns the entry; several where it may be any of them; none where it cannot be told
 */
export function findOwnEntry(
  live: readonly ListedToken[],
  prefix: string,
  fingerprint: string,
): readonly ListedToken[] {
  const family = live.filter(({ name }) => SUFFIX.test(name) && name.replace(SUFFIX, '') === prefix).toSorted(byAge)
  if (family.length === 0) return onlyOf(live)
  const strangers = live.filter(({ name }) => !SUFFIX.test(name))
  const successor = family.findIndex(({ name }) => SUFFIX.exec(name)?.[1] === fingerprint)
  const own = successor < 0 ? family.at(-1) : family[successor - 1]
  if (own === undefined) return onlyOf(strangers)
  return [own, ...strangers.filter((token) => byAge(token, own) > 0)]
}

function onlyOf(tokens: readonly ListedToken[]): readonly ListedToken[] {
  return tokens.length === 1 ? tokens : []
}

/** The oldest first; one of which nobody knows when it was made could be the newest. */
function byAge(a: ListedToken, b: ListedToken): number {
  return (a.createdAt ?? Number.MAX_SAFE_INTEGER) - (b.createdAt ?? Number.MAX_SAFE_INTEGER)
}
