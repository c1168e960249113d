import { isObject, textOf } from '../../base/json.ts'
import { isFinding } from '../../catalogue/finding.ts'
import type { Identity } from '../../verdict/identity.ts'
import type { Product } from '../../verdict/product.ts'
import { identityNames, isAnonymous } from '../../verdict/user.ts'
import { notOfThisShape } from './shape.ts'

/** The resource that answers who is asking. */
export const IDENTITY_PATH = '/rest/api/2/myself'

/** Asks whose token was sent. */
export const askIdentity: Product['askIdentity'] = (isSecret) => ({
  path: IDENTITY_PATH,
  what: 'the identity',
  stage: 'authentication',
  read(diagnosis) {
    if (isFinding(diagnosis)) return diagnosis
    const identity = parseIdentity(diagnosis.json)
    return identity === undefined || isNobody(identity, isSecret) ? notOfThisShape('no-identity', diagnosis) : identity
  },
})

/** An anonymous user is nobody; and a server that sends our own secret back as a name only echoes the request. */
function isNobody(identity: Identity, isSecret: (name: string) => boolean): boolean {
  const names = identityNames(identity)
  return names.some(isAnonymous) || [...names, identity.displayName, identity.emailAddress].some(isSecret)
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
