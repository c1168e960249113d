import { escapePattern } from '../base/pattern.ts'
import type { Facts } from '../catalogue/facts.ts'
import { type NameOfInput, nameInputs, type Words } from '../catalogue/fill.ts'
import type { Identity } from '../verdict/identity.ts'
import type { AskedPermission } from '../verdict/permissions.ts'

/** Names that we give ourselves: a short secret must not eat them. */
const OWN_NAMES = new Set(['input', 'gateInput', 'proxyVariable', 'otherProduct', 'otherInput', 'notAnswered'])

/** Words of ours, which may name an input. */
const OWN_WORDS = new Set([
  'problem',
  'accepts',
  'wanted',
  'detail',
  'request',
  'secretState',
  'newTokenState',
  'placesState',
])

/** Addresses that come from the inputs and were found to be plain: the `::` of IPv6 in them has to stay. */
const OWN_ADDRESSES = new Set([
  'baseUrl',
  'host',
  'proxy',
  'tokenPage',
  'correction',
  'comparedUrl',
  'frontUrl',
  'httpsUrl',
  'blockedHost',
  'path',
])

/** So many items of a list are named; all are in the report. */
const MAX_ITEMS = 100

/** How facts are sanitized, each by where it comes from. */
export interface Sanitizing {
  /** A server's text. */
  readonly text: (value: string) => string
  /** Words of ours, in which some of a server's or a user's may stand. */
  readonly ownText: (value: string) => string
  /** An address that was found to be plain. */
  readonly ownAddress: (value: string) => string
  /** How the reader calls an input. */
  readonly nameOf: NameOfInput
}

/** Puts facts into sanitized words, each by where it comes from. */
export function inWords(facts: Facts, { text, ownText, ownAddress, nameOf }: Sanitizing): Words {
  const inWord = (name: string, value: string | readonly string[] | undefined): string | undefined => {
    if (value === undefined) return undefined
    if (typeof value !== 'string') {
      const more = value.length > MAX_ITEMS ? [`and ${value.length - MAX_ITEMS} more`] : []
      return [...value.slice(0, MAX_ITEMS).map(text), ...more].join(', ')
    }
    if (OWN_NAMES.has(name)) return nameInputs(value, nameOf)
    if (OWN_WORDS.has(name)) return nameInputs(ownText(value), nameOf)
    return OWN_ADDRESSES.has(name) ? ownAddress(value) : text(value)
  }
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, inWord(name, value)]))
}

/** The identity as an output: plain text, with its e-mail address. */
export function sanitizeIdentity(identity: Identity, plain: (text: string) => string): Omit<Identity, 'slug'> {
  const { name, key, accountId, displayName, emailAddress, active, timeZone, locale } = identity
  return {
    name: plain(name),
    key: plain(key),
    accountId: plain(accountId),
    displayName: plain(displayName),
    emailAddress: plain(emailAddress),
    active,
    timeZone: plain(timeZone),
    locale: plain(locale),
  }
}

/** Keys are the user's own and found to be plain, but one may be the token, put into the wrong input. */
export function sanitizePermissions(
  asked: readonly AskedPermission[],
  redact: (text: string) => string,
): readonly AskedPermission[] {
  // There may be 50 000 of them, and no more than 600 keys.
  const shown = new Map<string, string>()
  const show = (key: string): string => {
    const text = shown.get(key) ?? redact(key)
    shown.set(key, text)
    return text
  }
  return asked.map(({ place, permission, holding }) => ({
    place: place === undefined ? undefined : show(place),
    permission: show(permission),
    holding,
  }))
}

/** What joins letters and makes emoji stays in a text, and is not seen elsewhere. */
const JOINERS = '[\u200C\u200D\uFE0F]*'

/** What is longer is no e-mail address: https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1 */
const MAX_EMAIL_LENGTH = 320

/**
 * The user's e-mail address is an output, but stands in no text: a token may be named after it, a path may hold it.
 * @param line without anything that nobody sees
 * @param email the same; empty where there is none
 */
export function withoutEmail(line: string, email: string): string {
  if (!email.includes('@') || email.length > MAX_EMAIL_LENGTH || !/@|%40/.test(line)) return line
  const characters = Array.from(email, (character) => (character === '@' ? '(?:@|%40)' : escapePattern(character)))
  return line.replace(new RegExp(characters.join(JOINERS), 'gi'), '(e-mail address)')
}
