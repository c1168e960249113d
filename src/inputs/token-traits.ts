import { isObject, parseJson } from '../base/json.ts'
import { dayOf } from '../base/utc.ts'

/** What a token shows of itself by its form. It hints at a cause, and never decides. */
export interface TokenTraits {
  /** Whether it is a JSON Web Token, as OAuth 2.0 access tokens often are. */
  readonly isJwt: boolean
  /** The day (`2026-11-01`) on which that token says it has expired; undefined where it does not. */
  readonly jwtExpiredOn: string | undefined
  /** How an API token of Atlassian Cloud begins; undefined where this is none. */
  readonly cloudToken: string | undefined
}

/**
 * Reads the form of a token; nothing in it is verified.
 * Source: https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4
 */
export function readTokenTraits(token: string, nowMs: number): TokenTraits {
  const claims = readClaims(token)
  const expiresMs = claims === undefined ? undefined : expiryOf(claims)
  return {
    isJwt: claims !== undefined,
    jwtExpiredOn: expiresMs !== undefined && expiresMs <= nowMs ? dayOf(expiresMs) : undefined,
    cloudToken: /^ATATT/.test(token) ? 'ATATT…' : undefined,
  }
}

function readClaims(token: string): object | undefined {
  const parts = token.includes('.') ? (/^([\w-]+)\.([\w-]+)\.[\w-]*$/.exec(token)?.slice(1) ?? []) : []
  const [head, claims] = parts.map((part) => parseJson(Buffer.from(part, 'base64url').toString()))
  return isObject(head) && 'alg' in head && isObject(claims) ? claims : undefined
}

function expiryOf(claims: object): number | undefined {
  const exp = 'exp' in claims ? claims.exp : undefined
  const ms = typeof exp === 'number' ? exp * 1000 : Number.NaN
  // The largest time that a Date can hold.
  return Math.abs(ms) <= 8.64e15 ? ms : undefined
}
