import { withoutBrackets } from '../base/authority.ts'
import type { Environment } from '../base/environment.ts'
import { decodePercent } from '../base/percent.ts'
import { type Finding, finding } from '../catalogue/finding.ts'
import { mayBeHost } from './host-name.ts'
import { isLoopback } from './loopback.ts'

/** The forward proxy through which Jira is asked. */
export interface ForwardProxy {
  /** The environment variable that names it, as it is spelled there. */
  readonly variable: string
  readonly protocol: 'http:' | 'https:'
  /** Without the brackets of an IPv6 literal. */
  readonly hostname: string
  readonly port: number
  /** Decoded; undefined where the proxy wants no login. */
  readonly credentials?: { readonly username: string; readonly password: string }
}

/**
 * Reads the proxy for a URL as GitHub's toolkit does: `https_proxy` or `http_proxy` by the URL's scheme, `no_proxy`,
 * lower case before upper case, loopback never. Unlike the toolkit it takes `host:port` for `http://host:port`, and
 * never goes past a proxy in silence.
 * Source: https://github.com/actions/toolkit/blob/main/packages/http-client/src/proxy.ts
 * @returns the proxy, undefined where there is none for this URL, or a finding `input-invalid` that names the
 *   variable and does not quote its value, which may hold a password
 */
export function readProxy(baseUrl: URL, environment: Environment): ForwardProxy | Finding | undefined {
  if (isLoopback(baseUrl) || isBypassed(baseUrl, environment)) return undefined
  const lower = baseUrl.protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  const variable = [lower, lower.toUpperCase()].find((name) => environment[name])
  if (variable === undefined) return undefined
  const value = environment[variable]?.trim() ?? ''
  return (
    parseProxy(variable, value) ??
    finding('input-invalid', {
      input: variable,
      problem: describeProblem(value),
      accepts: 'http://HOST:PORT or https://HOST:PORT',
      sparedHost: baseUrl.hostname,
    })
  )
}

function describeProblem(value: string): string {
  // The toolkit takes it for an address, too, and throws.
  if (value === '') return 'holds nothing but white space'
  if (/^socks/i.test(value)) return 'names a SOCKS proxy, and only HTTP proxies (with CONNECT) can be used'
  return value.includes('@')
    ? 'cannot be read as the address of an HTTP proxy: special characters of its user name and password have to be percent-encoded (%40 for “@”, %2F for “/”, %25 for “%”)'
    : 'cannot be read as the address of an HTTP proxy'
}

function parseProxy(variable: string, value: string): ForwardProxy | undefined {
  const isBare = /^(?:[^/]*@)?(?:\[[\da-f:.]+\]|[^/:@]+)(?::\d+)?\/?$/i.test(value)
  const url = isBare || value.includes('://') ? URL.parse(isBare ? `http://${value}` : value) : null
  if (url === null || /\s/.test(value)) return undefined
  const { protocol } = url
  if (protocol !== 'http:' && protocol !== 'https:') return undefined
  // A login with a slash in it, also that of `DOMAIN\user`, the beginning of which would pass for host and port.
  if (/\/\/[^/?#\\]*[/?#\\].*@/.test(value) || !mayBeHost(url)) return undefined
  const username = decodePercent(url.username)
  const password = decodePercent(url.password)
  if (username === undefined || password === undefined) return undefined
  const proxy = {
    variable,
    protocol,
    hostname: withoutBrackets(url.hostname),
    port: Number(url.port || (protocol === 'https:' ? 443 : 80)),
  } as const
  return username === '' && password === '' ? proxy : { ...proxy, credentials: { username, password } }
}

function isBypassed(url: URL, environment: Environment): boolean {
  const list = environment['no_proxy'] || environment['NO_PROXY'] || ''
  const host = url.hostname.toLowerCase()
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => {
      const suffix = entry.startsWith('.') ? entry : `.${entry}`
      return entry === '*' || [host, `${host}:${port}`].some((name) => name === entry || name.endsWith(suffix))
    })
}
