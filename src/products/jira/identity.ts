import { isObject, textOf } from '../../base/json.ts'

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

/** @returns the identity, or undefined where the JSON names no user or has another shape */
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
  return identity.name || identity.key || identity.accountId ? identity : undefined
}
