import type { JsonObject } from '../base/json.ts'
import type { Identity } from './identity.ts'
import { otherUserOf } from './proof.ts'
import type { JsonAnswer } from './question.ts'
import { identityNames, isAnonymous } from './user.ts'

/** How a product tells that an answer is its own. */
export interface OwnAnswer {
  /** Whether a name that a server sends is the token, in any spelling. */
  readonly isToken: (name: string) => boolean
  /** Whether the answer shows that it is from the product. */
  readonly isOwn: boolean
  /** The product, in words. */
  readonly product: string
}

/** What speaks against the product's having named this user, now, to us: words that follow “JSON that proves no user:”. */
export function contradictionTo(
  identity: Identity,
  json: JsonObject,
  { headers }: Pick<JsonAnswer, 'headers'>,
  { isToken, isOwn, product }: OwnAnswer,
): string | undefined {
  const names = identityNames(identity)
  if (names.some(isAnonymous)) return 'it names nobody (anonymous)'
  // A server that sends the token back as a name only echoes the request.
  if ([...names, identity.displayName, identity.emailAddress].some(isToken)) return 'it repeats the token'
  if (['status-code', 'statusCode', 'errorMessages'].some((name) => Object.hasOwn(json, name)))
    return 'it tells an error'
  return isOwn ? otherUserOf(headers, identity) : `nothing in it shows that it is from ${product}`
}
