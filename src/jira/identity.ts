import { isObject, textOf } from './json.ts'

/** The resource that answers who is asking. */
export const IDENTITY_PATH = '/rest/api/2/myself'

/** The user as Jira names it. A text that Jira does not send is empty. */
export interface Identity {
  readonly name: string
  readonly key: string
  /** On Jira Cloud only. */
  readonly accountId: string
  readonly displayName: string
  readonly emailAddress: string
  /** Null where Jira does not say. */
  readonly active: boolean | null
  readonly timeZone: string
  readonly locale: string
}

/** @returns the identity, or undefined where the JSON names no user or an anonymous one */
export function parseIdentity(json: unknown): Identity | undefined {
  if (!isObject(json)) return undefined
  const active = json['active'] ?? null
  if (active !== null && typeof active !== 'boolean') return undefined
  const identity: Identity = {
    name: textOf(json, 'name'),
    key: textOf(json, 'key'),
    accountId: textOf(json, 'accountId'),
    displayName: textOf(json, 'displayName'),
    emailAddress: textOf(json, 'emailAddress'),
    active,
    timeZone: textOf(json, 'timeZone'),
    locale: textOf(json, 'locale'),
  }
  const names = identityNames(identity)
  return names.length === 0 || names.some(isAnonymous) ? undefined : identity
}

/** What tells this user from others, most readable first. */
export function identityNames({ name, key, accountId }: Identity): readonly string[] {
  return [name, key, accountId].filter(Boolean)
}

/** Jira calls nobody `anonymous`, in `X-AUSERNAME` too. */
export function isAnonymous(name: string): boolean {
  return name.toLowerCase() === 'anonymous'
}
