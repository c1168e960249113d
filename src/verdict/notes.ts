import type { Note } from '../catalogue/notes.ts'
import type { ProductWords } from '../catalogue/product-words.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { DatedExpiry, Expiry } from './expiry.ts'
import { describeExpiry } from './expiry-words.ts'
import type { AskedPermission } from './permissions.ts'

/** Says which permissions the user holds, where all that were asked for are held. */
export function notePermissions(asked: readonly AskedPermission[], user: string): readonly Note[] {
  if (asked.length === 0 || asked.some(({ holding }) => holding !== 'held')) return []
  const byPermission = Map.groupBy(asked, ({ permission }) => permission)
  const held = Array.from(byPermission, ([permission, places]) => {
    const keys = places.flatMap(({ place }) => place ?? [])
    return keys.length === 0 ? permission : `${permission} in ${keys.join(', ')}`
  })
  return [{ code: 'permissions-held', isWarning: false, facts: { user, held } }]
}

/** What the notes about an expiry speak of besides. */
export interface NoteContext {
  /** Whose token it is, in words. */
  readonly user: string
  /** How the product is called. */
  readonly words: Pick<ProductWords, 'product'>
  /** Where the user's tokens are managed. */
  readonly tokenPage: string
  /** Whether the verdict itself is about the expiry, so that it need not be told twice. */
  readonly isRefusal: boolean
}

/** What to say about the expiry, beside the verdict. */
export function noteExpiry(expiry: Expiry, inputs: Inputs, context: NoteContext): readonly Note[] {
  const { user, words, tokenPage, isRefusal } = context
  if (isRefusal) return []
  const { tokenName } = expiry
  const renewal = { givenTokenName: inputs.tokenName, tokenPage }
  switch (expiry.status) {
    case 'not-checked':
      return []
    case 'unknown': {
      const wasAskedFor = inputs.tokenName !== '' || inputs.expiryFailDays !== undefined
      const { problem, blocker } = expiry
      // Where nobody saw the list, the name is not to blame.
      const givenTokenName = blocker === undefined ? inputs.tokenName || undefined : undefined
      return [{ code: 'expiry-unknown', isWarning: wasAskedFor, facts: { problem, ...blocker, givenTokenName } }]
    }
    case 'never':
      return [{ code: 'expiry-never', isWarning: false, facts: { tokenName } }]
    case 'ambiguous': {
      const facts = { user, tokenName, expiry: describeExpiry(expiry) }
      return expiry.warns || expiry.fails
        ? [{ code: 'expiry-ambiguous-near', isWarning: true, facts: { ...facts, ...renewal } }]
        : [{ code: 'expiry-ambiguous', isWarning: false, facts: { ...facts, doubt: describeDoubt(expiry, words) } }]
    }
    case 'ok':
      return [{ code: 'expiry-ok', isWarning: false, facts: { tokenName, expiry: describeExpiry(expiry) } }]
    case 'expiring': {
      const facts = { user, tokenName, expiry: describeExpiry(expiry), ...renewal }
      return [{ code: 'expiry-near', isWarning: true, facts }]
    }
    case 'expired': {
      const facts = { user, tokenName, expiry: describeExpiry(expiry), tokenPage }
      return [{ code: 'expiry-past', isWarning: true, facts }]
    }
  }
}

/** Why it is not known which token was sent: words that follow the user. */
function describeDoubt({ isUnlisted }: DatedExpiry, { product }: NoteContext['words']): string {
  return isUnlisted
    ? 'has no token in the list with the number of the one that was sent'
    : `has several tokens, and ${product} does not say which one was sent`
}
