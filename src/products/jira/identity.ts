import { isObject, type JsonObject, textOf } from '../../base/json.ts'
import { isFinding } from '../../catalogue/finding.ts'
import type { Identity } from '../../verdict/identity.ts'
import type { Product } from '../../verdict/product.ts'
import { otherUserOf } from '../../verdict/proof.ts'
import { type JsonAnswer, noIdentity } from '../../verdict/question.ts'
import { identityNames, isAnonymous } from '../../verdict/user.ts'
import { hasTraceHeader } from './fingerprint.ts'

/** The resource that answers who is asking. */
export const IDENTITY_PATH = '/rest/api/2/myself'

/** Asks whose token was sent. */
export const askIdentity: Product['askIdentity'] = (isToken) => ({
  path: IDENTITY_PATH,
  what: 'the identity',
  stage: 'authentication',
  read(diagnosis) {
    if (isFinding(diagnosis)) return diagnosis
    const { json } = diagnosis
    const identity = parseIdentity(json)
    if (!isObject(json) || identity === undefined) return noIdentity(diagnosis, 'it names no user')
    const contradiction = contradictionTo(identity, json, diagnosis, isToken)
    return contradiction === undefined ? identity : noIdentity(diagnosis, contradiction)
  },
})

/** What speaks against Jira's having named this user, now, to us: words that follow “JSON that proves no user:”. */
function contradictionTo(
  identity: Identity,
  json: JsonObject,
  { headers }: JsonAnswer,
  isToken: (name: string) => boolean,
): string | undefined {
  const names = identityNames(identity)
  if (names.some(isAnonymous)) return 'it names nobody (anonymous)'
  // A server that sends the token back as a name only echoes the request.
  if ([...names, identity.displayName, identity.emailAddress].some(isToken)) return 'it repeats the token'
  if (['status-code', 'statusCode', 'errorMessages'].some((name) => Object.hasOwn(json, name)))
    return 'it tells an error'
  // A stranger's JSON may well have a name in it; on the way from Jira its headers may be lost.
  const isOfJira = hasTraceHeader(headers) || (identity.active !== null && identity.displayName !== '')
  return isOfJira ? otherUserOf(headers, identity) : 'nothing in it shows that it is from Jira'
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
