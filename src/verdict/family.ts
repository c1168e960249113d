import type { ListedToken } from './listed-token.ts'

/** What the name of a rotated token ends with: the day, the fingerprint of the token before it, four letters of chance. */
const SUFFIX = /-\d{6}-([0-9a-f]{8})-[0-9a-z]{4}$/

/** @returns the prefix of a family of rotated tokens, as `token-name: PREFIX-*` gives it; undefined for any other name */
export function familyPrefixOf(tokenName: string): string | undefined {
  return /^(.+)-\*$/.exec(tokenName)?.[1]
}

/** Whether a token is a stranger: of no family of rotated ones at all. */
export function isStranger({ name }: ListedToken): boolean {
  return !SUFFIX.test(name)
}

/** Whether a token is of the family that `token-name: PREFIX-*` means; of no family, where it means none. */
export function isOfFamily({ name }: ListedToken, tokenName: string): boolean {
  return SUFFIX.test(name) && name.replace(SUFFIX, '') === familyPrefixOf(tokenName)
}

/**
 * The fingerprint of the token before it, which the name of a rotated token ends with.
 * @returns undefined where the name is none of the family: another one's prefix may begin alike
 */
export function predecessorOf(name: string, prefix: string): string | undefined {
  return name.replace(SUFFIX, '') === prefix ? SUFFIX.exec(name)?.[1] : undefined
}

/** @param tokens of an account @returns those of a family, the oldest first */
export function familyOf(tokens: readonly ListedToken[], prefix: string): readonly ListedToken[] {
  return tokens.filter(({ name }) => predecessorOf(name, prefix) !== undefined).toSorted(byAge)
}

/** How the token that was sent is told from the others. */
export interface Telling {
  /** Of the family. */
  readonly prefix: string
  /** Of the token that was sent. */
  readonly fingerprint: string
  /** What a person has named, the first time or after putting a token in by hand; empty where nothing is named. */
  readonly tokenName?: string
}

/** The entry of the token that was sent. */
export interface OwnEntry {
  /** One where it is certain; several where it may be any of them, the likeliest first; none where it cannot be told. */
  readonly candidates: readonly ListedToken[]
  /** What tells it: its family, the name that a person gave, or that there is no other. */
  readonly by: 'family' | 'token-name' | 'only'
}

/**
 * Finds a rotated token in the account's list, which does not say which one was sent. Each of a family names the one
 * before it: the one that names this token is younger than it, and without such a one, this is the newest of them. A
 * younger one that a person has named is the one that was put in its place by hand; where none is named, any younger
 * stranger may be.
 * @param live the tokens that have not expired
 */
export function findOwnEntry(live: readonly ListedToken[], telling: Telling): OwnEntry {
  const { prefix, fingerprint, tokenName = '' } = telling
  const family = familyOf(live, prefix)
  const isNamed = ({ name }: ListedToken): boolean => tokenName !== '' && name === tokenName
  if (family.length === 0) return named(live.filter(isNamed)) ?? only(live)

  const successor = family.findIndex(({ name }) => predecessorOf(name, prefix) === fingerprint)
  // What is known to be younger than the one that names this token cannot be this token.
  const { createdAt: namedAt = Number.MAX_SAFE_INTEGER } = family[successor] ?? {}
  const before = live.filter(({ createdAt }) => createdAt === undefined || createdAt < namedAt)
  const strangers = before.filter(isStranger)
  const own = successor < 0 ? family.at(-1) : family[successor - 1]
  if (own === undefined) return named(before.filter(isNamed)) ?? only(strangers)

  const younger = before.filter((token) => byAge(token, own) > 0)
  const byHand = named(younger.filter((token) => isNamed(token) && !family.includes(token)))
  if (byHand !== undefined) return byHand
  // Where one of the two ages is not known, or they are the same, the stranger may be the younger.
  const isOlder = ({ createdAt = Number.MAX_SAFE_INTEGER }: ListedToken): boolean => createdAt < (own.createdAt ?? 0)
  const doubts = tokenName === '' ? strangers.filter((token) => !isOlder(token)) : []
  return { candidates: [own, ...doubts], by: 'family' }
}

/** @returns undefined where there are none */
function named(candidates: readonly ListedToken[]): OwnEntry | undefined {
  return candidates.length === 0 ? undefined : { candidates, by: 'token-name' }
}

function only(tokens: readonly ListedToken[]): OwnEntry {
  return { candidates: tokens.length === 1 ? tokens : [], by: 'only' }
}

/** The oldest first; one of which nobody knows when it was made could be the newest. */
function byAge(a: ListedToken, b: ListedToken): number {
  return (a.createdAt ?? Number.MAX_SAFE_INTEGER) - (b.createdAt ?? Number.MAX_SAFE_INTEGER)
}
