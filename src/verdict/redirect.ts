import { carriesOn, comesBack, isLoginUrl } from './login.ts'
import type { ProductTraits } from './product-traits.ts'

/** Where a redirect leads, and what that means. */
export type Redirect =
  | { readonly kind: 'login' }
  /** To the very address that was asked. */
  | { readonly kind: 'loop' }
  /** To the page by which a web filter blocks. */
  | { readonly kind: 'block-page' }
  /** To Atlassian's Cloud. */
  | { readonly kind: 'cloud'; readonly baseUrl: string }
  /** To where the base URL could be this. */
  | { readonly kind: 'moved'; readonly baseUrl: string }
  | { readonly kind: 'elsewhere' }

const BLOCK_PAGE =
  /(?:^|[./?&_-])(?:block(?:ed|page|ing)?(?:[_-]?page)?|webblock|urlblock|url-?filter(?:ing)?|web-?filter|access-?denied|denied)(?:[./?&=_-]|$)/i

const BLOCK_HOST =
  /(?:^|\.)(?:zscaler(?:one|two|three|beta|gov)?|zscloud|opendns|netskope|iboss|forcepoint)\.(?:net|com)$/i

/** One part of a path that a server could live below: no file, no page of a site. */
const CONTEXT_PATH =
  /^(?:\/(?!(?:index|home|error|errors|maintenance|sorry|outpost[^/]*|rest|status|www|en|de|fr)(?:\/|$))[A-Za-z][A-Za-z0-9_-]{0,30}){0,2}$/

/**
 * Judges where a redirect leads.
 * @param target absolute
 * @param asked the address that was asked
 * @param baseUrl of which `asked` is a resource
 * @param product whose resource it is
 */
export function judgeRedirect(
  target: URL,
  asked: URL,
  baseUrl: string,
  product: Pick<ProductTraits, 'cloud' | 'pages' | 'others'>,
): Redirect {
  if (comesBack(target, asked)) return { kind: 'login' }
  if (target.origin === asked.origin && target.pathname === asked.pathname) return { kind: 'loop' }
  const resource = `${asked.pathname.slice(new URL(baseUrl).pathname.replace(/\/$/, '').length)}`
  const asksForIt = target.pathname.endsWith(resource)
  if (!asksForIt && isBlockPage(target)) return { kind: 'block-page' }
  if (product.cloud?.host.test(target.hostname))
    return { kind: 'cloud', baseUrl: `${target.origin}${product.cloud.path}` }
  if (carriesOn(target, asked) || (!asksForIt && isLoginUrl(target))) return { kind: 'login' }
  // Advice to go from https to http would be advice to send the token in the clear.
  const isDowngrade = asked.protocol === 'https:' && target.protocol === 'http:'
  if (isDowngrade || !isSameSite(target.hostname, asked.hostname)) return { kind: 'elsewhere' }
  const path = asksForIt
    ? target.pathname.slice(0, -resource.length)
    : contextPathOf(target, asked, baseUrl, product.pages)
  const isOfOther = product.others.some(({ contextPaths }) => path !== undefined && contextPaths.includes(path))
  const moved = path === undefined || isOfOther ? undefined : `${target.origin}${path}`
  return moved === undefined || moved === baseUrl ? { kind: 'elsewhere' } : { kind: 'moved', baseUrl: moved }
}

function isBlockPage({ hostname, pathname }: URL): boolean {
  return BLOCK_HOST.test(hostname) || BLOCK_PAGE.test(hostname) || BLOCK_PAGE.test(pathname)
}

/**
 * The context path that a redirect to a front page shows: that of a page of the product, of what could be one itself,
 * or, from http to the root of https, the one that was asked with.
 */
function contextPathOf(target: URL, asked: URL, baseUrl: string, pages: RegExp): string | undefined {
  const path = target.pathname.replace(/\/+$/, '')
  if (path === '') {
    const isToHttps = asked.protocol === 'http:' && target.protocol === 'https:'
    return isToHttps ? new URL(baseUrl).pathname.replace(/\/$/, '') : ''
  }
  const context = path.replace(pages, '')
  return CONTEXT_PATH.test(context) ? context : undefined
}

/** Second-level domains below which names are registered, as far as people run servers there. */
const SECOND_LEVEL = /^(?:com?|ac|gov|gob|org|net|edu|or|ne|go)$/

/** Whether two host names belong to one owner, as far as their names tell. */
function isSameSite(a: string, b: string): boolean {
  return a === b || (siteOf(a) !== undefined && siteOf(a) === siteOf(b))
}

/** `example.com` of `jira.example.com`, and of the same name with a dot behind it; no part of an address. */
function siteOf(hostname: string): string | undefined {
  if (/^[\d.]+$/.test(hostname)) return undefined
  const labels = hostname.replace(/\.$/, '').split('.')
  const size = SECOND_LEVEL.test(labels.at(-2) ?? '') && labels.at(-1)?.length === 2 ? 3 : 2
  return labels.slice(-size).join('.')
}
