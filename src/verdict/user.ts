import { isPrintableAscii, lazyPattern } from '../base/unicode.ts'
import type { Identity } from './identity.ts'

/**
 * Names a user in text that other people read, without an e-mail address: `Jane Doe (jane)`. Where the login name is
 * itself an address, the display name or the key stands for it.
 */
export function describeUser({ name, displayName, key, accountId, emailAddress }: Identity): string {
  const [id] = [name, key, accountId].filter((text) => text !== '' && !holdsEmail(text, emailAddress))
  const shown = displayName !== '' && !holdsEmail(displayName, emailAddress) ? displayName : undefined
  if (shown !== undefined && id === name) return shown === name ? name : `${shown} (${name})`
  return shown ?? id ?? 'a user who is named by an e-mail address only'
}

function holdsEmail(text: string, emailAddress: string): boolean {
  const seen = asSeen(text)
  const email = asSeen(emailAddress)
  return /\S@\S/.test(seen) || (email !== '' && seen.includes(email))
}

const UNSEEN = lazyPattern(String.raw`\p{Default_Ignorable_Code_Point}`, 'gu')

/** Without what nobody sees, which would keep two alike apart. */
function asSeen(text: string): string {
  return (isPrintableAscii(text) ? text : text.replace(UNSEEN(), '')).toLowerCase()
}

/** Names the users that were expected, without e-mail addresses. */
export function describeExpected(expectedUsers: readonly string[]): readonly string[] {
  const names = expectedUsers.filter((user) => !holdsEmail(user, ''))
  const addresses = expectedUsers.length - names.length
  const words =
    addresses === 0
      ? []
      : [addresses === 1 ? 'the user of an e-mail address' : `the users of ${addresses} e-mail addresses`]
  return [...names, ...words]
}

/** What tells this user from others, most readable first. */
export function identityNames({ name, key, accountId }: Identity): readonly string[] {
  return [name, key, accountId].filter(Boolean)
}

/** Whether a name is the one by which Jira calls nobody, in `X-AUSERNAME` too. */
export function isAnonymous(name: string): boolean {
  return name.toLowerCase() === 'anonymous'
}

/** Whether the user is one of those expected, by any of the names that Jira gives, ignoring case. */
export function isExpected(identity: Identity, expectedUsers: readonly string[]): boolean {
  const names = [...identityNames(identity), identity.emailAddress].filter(Boolean).map(foldName)
  return expectedUsers.some((user) => names.includes(foldName(user)))
}

/** A name without what does not tell two users apart: case, and the form in which Unicode composes its characters. */
export function foldName(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
