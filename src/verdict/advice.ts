import { DAY_MS } from '../base/clock.ts'
import type { Advice } from '../catalogue/notes.ts'
import { type Expiry, isLive } from './expiry.ts'
import type { ListedToken } from './listed-token.ts'
import type { PlaceAccess } from './permissions.ts'
import type { Product } from './product.ts'

const UNUSED_DAYS = 90
/** A leap year is still one year. */
const LONG_LIFE_DAYS = 366

/** What was read anyway, and what the user asked for. */
export interface AdviceEvidence {
  readonly tokens: readonly ListedToken[]
  readonly expiry: Expiry
  readonly access: readonly PlaceAccess[]
  /** Permissions that were asked for: who asks for an administrator gets no advice against one. */
  readonly wanted: readonly string[]
  readonly user: string
  readonly product: Pick<Product, 'administratorPermissions'>
}

/** Advice on the hygiene of the account; empty where there is nothing to say. */
export function advise(evidence: AdviceEvidence, nowMs: number): readonly Advice[] {
  const { tokens, expiry, access, wanted, user, product } = evidence
  const { token } = expiry
  const advice: Advice[] = []
  if (expiry.status === 'never') advice.push({ code: 'never-expires', facts: { tokenName: expiry.tokenName } })
  else if (token !== undefined && livesLong(token))
    advice.push({ code: 'long-lived', facts: { tokenName: token.name } })

  const others = tokens.filter((other) => other !== token)
  const expired = others.filter((other) => !isLive(other, nowMs))
  if (expired.length > 0) advice.push({ code: 'expired-tokens', facts: { tokenName: namesOf(expired) } })
  // While it is not known which token was sent, an unused one may be that very one: the dates lag behind.
  const unused = token === undefined ? [] : others.filter((other) => isLive(other, nowMs) && isUnused(other, nowMs))
  if (unused.length > 0) advice.push({ code: 'unused-tokens', facts: { tokenName: namesOf(unused) } })

  const wantsAdministrator = wanted.some((permission) => product.administratorPermissions.includes(permission))
  const isAdministrator = access.some(({ permissions }) => permissions?.isAdministrator)
  if (isAdministrator && !wantsAdministrator) advice.push({ code: 'administrator', facts: { user } })
  return advice
}

function livesLong({ createdAt, expiresAt }: ListedToken): boolean {
  return createdAt !== undefined && typeof expiresAt === 'number' && expiresAt - createdAt > LONG_LIFE_DAYS * DAY_MS
}

function isUnused({ lastAccessedAt, createdAt }: ListedToken, nowMs: number): boolean {
  const lastSign = lastAccessedAt ?? createdAt
  return lastSign !== undefined && nowMs - lastSign > UNUSED_DAYS * DAY_MS
}

function namesOf(tokens: readonly ListedToken[]): string {
  return tokens.map(({ name }) => `“${name}”`).join(', ')
}
