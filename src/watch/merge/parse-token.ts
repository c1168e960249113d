import { DAY_MS } from '../../base/clock.ts'
import { isObject, type JsonObject } from '../../base/json.ts'
import { catalogue } from '../../catalogue/catalogue.ts'
import { categoryFor } from '../../catalogue/entry.ts'
import { fill } from '../../catalogue/fill.ts'
import { isFinding } from '../../catalogue/finding.ts'
import { type Reason, reasonTable } from '../../catalogue/reasons.ts'
import { baseUrlOf, parseBaseUrl } from '../../inputs/base-url.ts'
import { allProducts } from '../../products/all-products.ts'
import type { Identity } from '../../verdict/identity.ts'
import type { Product } from '../../verdict/product.ts'
import type { WatchedToken } from '../watched-token.ts'
import { countOf, dateOf, LONG_TEXT, listOf, oneOf, type Sanitize, textIn, textsIn } from './untrusted.ts'

const STAGES = ['inputs', 'authentication', 'permissions', 'expiry'] as const
const STATUSES = ['ok', 'expiring', 'expired', 'ambiguous', 'never', 'not-checked', 'unknown'] as const
const STATES = ['expiring', 'expired', 'ambiguous', 'expiry-unknown'] as const
const CAUSES = ['server', 'time', 'no-report'] as const
const PRODUCTS = Object.values(allProducts).map(({ name }) => name)
const GATES = [
  ...(['user-active', 'expected-user', 'projects', 'spaces', 'repositories'] as const),
  ...(['permissions', 'expiry-fail-days'] as const),
]

/** As GitHub allows it, in small letters too. */
const SECRET = /^[a-z_]\w{0,254}$/i

/** @returns one token of another job's report, sanitized; undefined where it is none */
export function parseToken(json: unknown, sanitize: Sanitize): WatchedToken | undefined {
  if (!isObject(json)) return undefined
  const { secret, reason: given } = json
  const reason = Object.keys(reasonTable).find((known): known is Reason => known === given)
  const stage = oneOf(json['stage'], STAGES)
  const expiry = parseExpiry(json['expiry'], sanitize)
  if (typeof secret !== 'string' || !SECRET.test(secret)) return undefined
  if (reason === undefined || stage === undefined || expiry === undefined) return undefined
  const { category, result } = reasonTable[reason]
  const { title } = catalogue[reason]
  const product = allProducts[oneOf(json['product'], PRODUCTS) ?? 'jira']
  const unaskedBecause = oneOf(json['unaskedBecause'], CAUSES) ?? null
  const asked = json['asked'] === true && unaskedBecause === null
  // What was not looked at is not well, whatever stands beside it.
  if (result === 'usable' && !asked) return undefined
  return {
    schemaVersion: 2,
    product: product.name,
    result,
    category: categoryFor(product.name, category),
    reason,
    stage,
    message: textIn(json, 'message', sanitize, LONG_TEXT),
    remedy: textIn(json, 'remedy', sanitize, LONG_TEXT),
    baseUrl: parseAddress(json['baseUrl'], product),
    statusCode: countOf(json['statusCode']) || null,
    identity: parseIdentity(json['identity'], sanitize),
    expiry,
    gates: parseGates(json['gates']),
    missingPermissions: textsIn(json, 'missingPermissions', sanitize),
    advice: textsIn(json, 'advice', sanitize, LONG_TEXT),
    requests: countOf(json['requests']),
    durationMs: countOf(json['durationMs']),
    secret: sanitize(secret),
    owner: textIn(json, 'owner', sanitize),
    usedBy: textIn(json, 'usedBy', sanitize),
    asked,
    unaskedBecause,
    title: textIn(json, 'title', sanitize) || fill(title, { product: product.words.product }),
    steps: textsIn(json, 'steps', sanitize, LONG_TEXT),
    expiryState: stateOfExpiry(expiry) ?? oneOf(json['expiryState'], STATES) ?? null,
    rotatedAt: dateOf(json['rotatedAt']),
    hasRotationStopped: json['hasRotationStopped'] === true,
  }
}

/** @returns the address as the check itself would read it; null where it would not */
function parseAddress(value: unknown, { findPage }: Product): string | null {
  if (typeof value !== 'string') return null
  const url = parseBaseUrl(value, findPage)
  return isFinding(url) ? null : baseUrlOf(url)
}

function parseIdentity(value: unknown, sanitize: Sanitize): Identity | null {
  if (!isObject(value)) return null
  const { active } = value
  const text = (name: keyof Identity): string => textIn(value, name, sanitize)
  return {
    name: text('name'),
    key: text('key'),
    accountId: text('accountId'),
    displayName: text('displayName'),
    emailAddress: text('emailAddress'),
    active: typeof active === 'boolean' ? active : null,
    timeZone: text('timeZone'),
    locale: text('locale'),
  }
}

function parseExpiry(value: unknown, sanitize: Sanitize): WatchedToken['expiry'] | undefined {
  const status = isObject(value) ? oneOf(value['status'], STATUSES) : undefined
  if (!isObject(value) || status === undefined) return undefined
  const expiresAt = dateOf(value['expiresAt'])
  return { status, tokenName: textIn(value, 'tokenName', sanitize), expiresAt, daysLeft: daysOf(value) }
}

/** @returns what of the expiry needs care in any case; of an ambiguous or an unknown one that is for the report to say */
function stateOfExpiry({ status }: WatchedToken['expiry']): WatchedToken['expiryState'] {
  return status === 'expiring' || status === 'expired' ? status : null
}

function daysOf({ daysLeft }: JsonObject): number | null {
  const isDays = typeof daysLeft === 'number' && Number.isSafeInteger(daysLeft) && Math.abs(daysLeft) < 9e15 / DAY_MS
  return isDays ? daysLeft : null
}

function parseGates(value: unknown): WatchedToken['gates'] {
  return (listOf(value) ?? []).flatMap((item) => {
    const gate = isObject(item) ? oneOf(item['gate'], GATES) : undefined
    if (!isObject(item) || gate === undefined) return []
    const { holds } = item
    return [{ gate, holds: typeof holds === 'boolean' ? holds : null }]
  })
}
