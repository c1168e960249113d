import { isObject, textOf } from '../../base/json.ts'
import { isFinding } from '../../catalogue/finding.ts'
import type { Identity } from '../../verdict/identity.ts'
import { contradictionTo } from '../../verdict/named-user.ts'
import type { Product } from '../../verdict/product.ts'
import { noIdentity } from '../../verdict/question.ts'
import { hasTraceHeader } from './fingerprint.ts'

/** The resource that answers who is asking. */
export const IDENTITY_PATH = '/rest/api/2/myself'

/** Asks whose token was sent: one question, the answer to which is the proof. */
export const identify: Product['identify'] = (ask, { isToken }) =>
  ask({
    path: IDENTITY_PATH,
    what: 'the identity',
    stage: 'authentication',
    read(diagnosis) {
      if (isFinding(diagnosis)) return diagnosis
      const { json, headers, product } = diagnosis
      const identity = parseIdentity(json)
      if (!isObject(json) || identity === undefined) return noIdentity(diagnosis, 'it names no user')
      // A stranger's JSON may well have a name in it; on the way from Jira its headers may be lost.
      const isOwn = hasTraceHeader(headers) || (identity.active !== null && identity.displayName !== '')
      const contradiction = contradictionTo(identity, json, diagnosis, { isToken, isOwn, product })
      return contradiction === undefined ? identity : noIdentity(diagnosis, contradiction)
    },
  })

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
