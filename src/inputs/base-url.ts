import { CONTROL_CHARACTER, lazyPattern } from '../base/unicode.ts'
import type { Finding } from '../catalogue/finding.ts'
import { finding } from '../catalogue/finding.ts'
import { mayBeHost } from './host-name.ts'
import { isLoopback } from './loopback.ts'
import { findPlaceholder } from './placeholder.ts'
import type { ProductInputs } from './product-inputs.ts'
import { loginOf, readUrlParts } from './url-login.ts'

type FindPage = ProductInputs['findPage']

/**
 * Reads the base URL of a server.
 * @param findPage finds a page of the product in a URL
 * @returns the URL, of which {@link baseUrlOf} makes the base URL, or a finding `url-missing` or `url-invalid`; the
 *   latter names the URL that was probably meant, and never a login
 */
export function parseBaseUrl(text: string, findPage: FindPage): URL | Finding {
  if (text === '') return finding('url-missing', {})
  const problem = problemOf(text, findPage)
  if (problem === undefined) return new URL(withoutTrailingSlashes(text))
  return finding('url-invalid', { problem, correction: correctionOf(text, findPage) })
}

function problemOf(text: string, findPage: FindPage): string | undefined {
  // A host alone, as in most base URLs: none of what follows can be wrong with it.
  if (/^https?:\/\/[\w.-]+(?::\d+)?$/.test(text) && URL.canParse(text)) return undefined
  const placeholder = findPlaceholder(text)
  if (placeholder !== undefined) return placeholder.problem
  const login = loginOf(text)
  if (login !== undefined) {
    return /^[^:]*$/.test(login) && /[/\\]/.test(login)
      ? 'has an “@” in it, which belongs to a login or a page, and neither belongs there'
      : 'holds a login (what stands before the “@”), which does not belong there'
  }
  if (/^["'`<]|["'`>]$/.test(text)) return 'is wrapped in quotation marks or brackets'
  // The URL parser would silently drop tabs and line breaks and turn backslashes around.
  if (/[\s\\]/.test(text) || CONTROL_CHARACTER.test(text))
    return 'holds white space, a control character or a backslash'
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined) return 'has no scheme (https://)'
  if (scheme !== 'https' && scheme !== 'http') return 'has a scheme other than https or http'
  if (/^https?:\/+https?:\/\//i.test(text)) return 'has a scheme twice'
  if (/^[^/]+\/\/(?:[/?#]|$)/.test(text)) return 'names no host'
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined) return 'cannot be read as a URL'
  if (!mayBeHost(url)) return 'has a sign in its host that no host name has'
  if (text.includes('?')) return 'has a query (from the question mark on)'
  if (text.includes('#')) return 'has a fragment (from the # on)'
  if (findPage(url) !== undefined) return 'is that of a page or a REST resource'
  return undefined
}

/** A host begins with a letter or digit of any script, or is an IPv6 address. */
const BEGINNING_WITH_HOST = lazyPattern(String.raw`^https://[\p{L}\p{N}[]`, 'u')

/** The base URL that was probably meant, which would be taken; undefined where that cannot be told. */
function correctionOf(text: string, findPage: FindPage): string | undefined {
  if (findPlaceholder(text) !== undefined && !/^<https?:/i.test(text)) return undefined
  const { rest } = readUrlParts(text)
  if (/^["'`<\s]*file:/i.test(text) || rest === undefined) return undefined
  const bare = `https://${rest.replaceAll('\\', '/')}`
  if (!BEGINNING_WITH_HOST().test(bare) || !URL.canParse(bare)) return undefined
  const url = new URL(bare)
  const scheme = /^["'`<\s]*http:/i.test(text) || isLoopback(url) ? 'http' : 'https'
  const contextPath = url.pathname.slice(0, findPage(url, /[?#]/.test(rest)))
  const correction = `${scheme}://${url.host}${withoutTrailingSlashes(contextPath)}`
  return problemOf(correction, findPage) === undefined ? correction : undefined
}

/** The base URL as text, without trailing slashes. */
export function baseUrlOf(url: URL): string {
  return withoutTrailingSlashes(url.href)
}

function withoutTrailingSlashes(text: string): string {
  return text.replace(/\/+$/, '')
}
