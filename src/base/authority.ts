/**
 * Host and port as a CONNECT and people write them: an IPv6 literal in brackets.
 * Source: https://www.rfc-editor.org/rfc/rfc3986#section-3.2
 * @param hostname without brackets
 */
export function authorityOf(hostname: string, port: number | string): string {
  return `${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`
}

/** @returns the host without the brackets in which a URL has an IPv6 literal, and with which it would be looked up as a name */
export function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}
