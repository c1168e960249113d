import { isObject, type JsonObject, parseJson, textOf } from '../../base/json.ts'
import { isFinding } from '../../catalogue/finding.ts'
import { rejection } from '../../verdict/diagnose-refusal.ts'
import type { Identity } from '../../verdict/identity.ts'
import { contradictionTo } from '../../verdict/named-user.ts'
import type { Product } from '../../verdict/product.ts'
import { describeCache } from '../../verdict/proof.ts'
import { noIdentity } from '../../verdict/question.ts'
import type { Outcome } from '../../wire/answer.ts'
import { hasOwnLinks, hasTraceHeader } from './fingerprint.ts'

/** The resource that answers who is asking, to nobody too where anonymous access is on. */
export const IDENTITY_PATH = '/rest/api/user/current'

/** Words that follow “It”. */
const AS_NOBODY =
  'answered as to an anonymous user: where anonymous access is on, a token that is not accepted counts as none'

/** Asks whose token was sent: one question, the answer to which is the proof. */
export const identify: Product['identify'] = (ask, sent) =>
  ask({
    path: IDENTITY_PATH,
    what: 'the identity',
    stage: 'authentication',
    read(diagnosis, outcome) {
      if (isAnonymous(outcome) && (!isFinding(diagnosis) || diagnosis.reason === 'no-identity'))
        return rejection(outcome, sent, AS_NOBODY)
      if (isFinding(diagnosis)) return diagnosis
      const { json, headers, product } = diagnosis
      const identity = parseIdentity(json)
      if (!isObject(json) || identity === undefined) return noIdentity(diagnosis, 'it names no user')
      const isOwn = hasTraceHeader(headers) || (identity.displayName !== '' && identity.key !== '')
      const contradiction = contradictionTo(identity, json, diagnosis, { isToken: sent.isToken, isOwn, product })
      return contradiction === undefined ? identity : noIdentity(diagnosis, contradiction)
    },
  })

/**
 * Whether Confluence itself, and not a cache, names nobody: with a token that it does not accept the request goes on as
 * that of an anonymous user.
 * Source: https://jira.atlassian.com/browse/CONFSERVER-98199
 */
function isAnonymous(outcome: Outcome): outcome is Extract<Outcome, { kind: 'answer' }> {
  if (outcome.kind === 'no-answer' || outcome.statusCode !== 200 || describeCache(outcome) !== undefined) return false
  const json = parseJson(outcome.body)
  if (!isObject(json) || textOf(json, 'type') !== 'anonymous' || namesIn(json).some(Boolean)) return false
  return hasTraceHeader(outcome.headers) || hasOwnLinks(json)
}

function namesIn(json: JsonObject): readonly string[] {
  return ['username', 'userKey', 'accountId'].map((name) => textOf(json, name))
}

/** @returns the identity, or undefined where the JSON names no known user; Cloud names an account id alone */
export function parseIdentity(json: unknown): Identity | undefined {
  if (!isObject(json) || textOf(json, 'type') !== 'known') return undefined
  const [name = '', key = '', accountId = ''] = namesIn(json)
  if (!name && !key && !accountId) return undefined
  return {
    name,
    key,
    accountId,
    displayName: textOf(json, 'displayName'),
    emailAddress: textOf(json, 'email'),
    active: null,
    timeZone: '',
    locale: '',
  }
}
