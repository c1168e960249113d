import type { Finding } from '../catalogue/finding.ts'
import { finding } from '../catalogue/finding.ts'
import { describePlaceholder } from './placeholder.ts'

/** Where a page or a REST path begins in a URL that was copied from a browser or a script. */
const PASTED_PATH = /\/(?:rest|browse|secure)(?:\/.*)?$|\/login\.jsp.*$/i

/** Whether a URL's host is this machine itself: loopback traffic leaves no machine, so it needs no TLS. */
export function isLoopback(url: URL): boolean {
  const host = url.hostname.toLowerCase().replace(/\.$/, '')
  return host === 'localhost' || host.endsWith('.localhost') || /^127\.\d+\.\d+\.\d+$/.test(host) || host === '[::1]'
}

/**
 * Reads the base URL of Jira.
 * @returns the URL, of which {@link baseUrlOf} makes the base URL, or a finding `jira-url-missing` or `jira-url-invalid`; the latter names
 *   the URL that was probably meant, and never the credentials
 */
export function parseJiraUrl(text: string): URL | Finding {
  if (text === '') return finding('url-missing', {})
  const problem = problemOf(text)
  if (problem === undefined) return new URL(withoutTrailingSlashes(text))
  return finding('url-invalid', { problem, correction: correctionOf(text) })
}

function problemOf(text: string): string | undefined {
  const placeholder = describePlaceholder(text)
  if (placeholder !== undefined) return placeholder
  if (/^["'`<]|["'`>]$/.test(text)) return 'is wrapped in quotation marks or brackets'
  // The URL parser would silently drop tabs and line breaks and turn backslashes around.
  if (/[\s\p{Cc}\\]/u.test(text)) return 'holds white space, a control character or a backslash'
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined) return 'has no scheme (https://)'
  if (scheme !== 'https' && scheme !== 'http') return 'has a scheme other than https or http'
  if (/^[^/]+\/\/(?:[/?#]|$)/.test(text)) return 'names no host'
  if (!URL.canParse(text)) return 'cannot be read as a URL'
  // The second form is a password with a slash in it: digits before that slash look like a port.
  if (/^[^/]+\/\/(?:[^/?#]*|[^/?#]*:\d*\/[^?#]*)@/.test(text)) return 'holds credentials, which do not belong there'
  if (text.includes('?')) return 'has a query (from the question mark on)'
  if (text.includes('#')) return 'has a fragment (from the # on)'
  if (PASTED_PATH.test(new URL(text).pathname)) return 'is that of a page or a REST resource'
  return undefined
}

/** The base URL that was probably meant, which would be taken; undefined where that cannot be told. */
function correctionOf(text: string): string | undefined {
  if (describePlaceholder(text) !== undefined && !/^<https?:/i.test(text)) return undefined
  const bare = text
    .replace(/[\s\p{Cc}]+/gu, '')
    .replace(/^["'`<]+|["'`>]+$/g, '')
    .replaceAll('\\', '/')
  // A password may hold the signs that end a host, and what precedes them would look like host and port, or like a path.
  if (/^file:/i.test(bare) || /:.*[/?#].*@/.test(bare.replace(/^https?:\/*/i, ''))) return undefined
  const rest = bare
    // A scheme in any state of decay: `https:/`, `htps://`, `https//`, `//`.
    .replace(/^(?:[a-z][a-z0-9+.-]*:\/+|https?[:/]+|\/+)/i, '')
    .replace(/^[^/?#]*@/, '')
  if (!/^[\p{L}\p{N}[]/u.test(rest) || !URL.canParse(`https://${rest}`)) return undefined
  const url = new URL(`https://${rest}`)
  const scheme = /^http:/i.test(bare) || isLoopback(url) ? 'http' : 'https'
  const correction = `${scheme}://${url.host}${withoutTrailingSlashes(url.pathname.replace(PASTED_PATH, ''))}`
  return problemOf(correction) === undefined ? correction : undefined
}

/** The base URL as text, without trailing slashes. */
export function baseUrlOf(url: URL): string {
  return withoutTrailingSlashes(url.href)
}

function withoutTrailingSlashes(text: string): string {
  return text.replace(/\/+$/, '')
}
