import type { ProxyAnswer } from '../wire/answer.ts'

/** What Squid means: https://wiki.squid-cache.org/SquidFaq/SquidErrorPages */
const SQUID_ERRORS: Readonly<Record<string, string>> = {
  ERR_ACCESS_DENIED: 'its rules forbid it',
  ERR_CANNOT_FORWARD: 'it knows no way there',
  ERR_CONNECT_FAIL: 'it cannot connect to that host',
  ERR_DNS_FAIL: 'it cannot resolve the name of that host',
  ERR_SECURE_CONNECT_FAIL: 'it opens TLS itself, and its own handshake with that host fails',
}

/** @returns what a proxy says besides its status; undefined where it says nothing */
export function describeProxyAnswer({ reasonPhrase, squidError }: ProxyAnswer): string | undefined {
  // A number of the operating system follows.
  const [code = ''] = squidError.split(' ')
  const words = Object.hasOwn(SQUID_ERRORS, code) ? `${code}: ${SQUID_ERRORS[code]}` : code
  return [reasonPhrase, words].filter(Boolean).join(', ') || undefined
}

/** @returns the logins that a proxy takes, where none of them is one with user name and password, as they are sent here */
export function describeLogins({ loginSchemes }: ProxyAnswer): string | undefined {
  if (loginSchemes.some((scheme) => scheme.toLowerCase() === 'basic')) return undefined
  return loginSchemes.join(' and ') || undefined
}
