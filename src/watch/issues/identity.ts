import { createHash } from 'node:crypto'

/** What the issue of the list itself is known by. */
export const LIST_IDENTITY = 'list'

/** What the issue of a token is known by, within its list. */
export function identityOfToken(secret: string): string {
  return `secret:${secret}`
}

/**
 * What the issue of a server is known by, within its list: scheme and host in lower case, the port unless it is the
 * default one, the context path without a slash at its end.
 * @returns undefined where it is no URL
 */
export function identityOfServer(baseUrl: string): string | undefined {
  const url = URL.parse(baseUrl)
  return url === null || url.host === '' ? undefined : `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`
}

/**
 * What stands in a marker for a list or for an identity: never words, since a name with `-->` in it would end the
 * comment that the marker is.
 * @returns the first 16 hexadecimal digits of SHA-256
 */
export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16)
}
