import { parseSchemes } from '../base/schemes.ts'
import type { Answer } from '../wire/answer.ts'

/** The schemes of HTTP authentication that gateways ask for, and what each wants: https://www.iana.org/assignments/http-authschemes */
const LOGINS: readonly (readonly [RegExp, string])[] = [
  [/^negotiate|^kerberos/i, 'a Kerberos login (Negotiate)'],
  [/^ntlm/i, 'a Windows login (NTLM)'],
  [/^digest/i, 'a user name and a password of its own (Digest)'],
  [/^basic/i, 'a user name and a password of its own (Basic)'],
  [/^bearer|^dpop/i, 'a token of its own (Bearer)'],
  [/^(?:api-?)?key/i, 'a key of its own (Key)'],
]

/** Sentences of gateways that took our token for one of theirs: Envoy, Kong, Spring, oauth2-proxy, Google's IAP. */
const OWN_JWT =
  /\bJwt (?:is|header|issuer|verification)\b|\bJWKS?\b|invalid[_ ]token|token is malformed|No mandatory 'exp'|Invalid IAP credentials/i

/**
 * Which login something in front of the server wants, by `WWW-Authenticate`, else by its words.
 * @returns words that follow “It wants”, or undefined
 */
export function describeChallenge({ headers, body }: Answer): string | undefined {
  const challenge = headers.get('www-authenticate') ?? ''
  const realm = /\brealm\s*=\s*"([^"]{1,80})"/i.exec(challenge)?.[1]
  const schemes = parseSchemes(challenge)
  const logins = LOGINS.flatMap(([pattern, words]) => (schemes.some((scheme) => pattern.test(scheme)) ? [words] : []))
  if (logins.length > 0) return `${logins.join(', or ')}${realm === undefined ? '' : `, for “${realm}”`}`
  if (OWN_JWT.test(body.slice(0, 2_000))) return 'a token of its own (a JWT)'
  // Seen with 7.15, to whoever accepts JSON: a browser gets its page with 403, or a redirect.
  return body.trim() === '{}' ? 'a single sign-on (“{}” alone is what oauth2-proxy says)' : undefined
}
