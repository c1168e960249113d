import type { Environment } from '../base/environment.ts'
import { type Finding, finding, isFinding } from '../catalogue/finding.ts'
import { mayBeHost } from '../inputs/host-name.ts'
import { isLoopback } from '../inputs/loopback.ts'
import { type ForwardProxy, readProxy } from '../inputs/proxy.ts'

const VARIABLE = 'GITHUB_API_URL'

/** Where GitHub's REST API is, and through which proxy it is reached. */
export interface ApiRoute {
  /** Without trailing slashes. */
  readonly baseUrl: string
  readonly proxy: ForwardProxy | undefined
}

/**
 * Reads where GitHub's REST API is: `GITHUB_API_URL`, which the runner sets, else that of github.com. The token goes
 * there, so it has to be https, or this machine itself. The proxy is that of the proxy variables for this address.
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables
 * @returns the way, or a finding `input-invalid` that names the variable and does not quote its value
 */
export function readApiRoute(environment: Environment): ApiRoute | Finding {
  const url = URL.parse(environment[VARIABLE]?.trim() || 'https://api.github.com')
  const problem = problemOf(url)
  if (url === null || problem !== undefined) {
    return finding('input-invalid', {
      input: VARIABLE,
      problem: problem ?? 'cannot be read as a URL',
      accepts: 'https://api.github.com, or https://HOST/api/v3 of a GitHub Enterprise Server',
    })
  }
  const proxy = readProxy(url, environment)
  return isFinding(proxy) ? proxy : { baseUrl: url.href.replace(/\/+$/, ''), proxy }
}

function problemOf(url: URL | null): string | undefined {
  if (url === null || !mayBeHost(url)) return 'cannot be read as a URL'
  const { protocol, username, password, search, hash } = url
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(url))) {
    return 'is no https URL, and a token has to go there'
  }
  if (username !== '' || password !== '') return 'holds a login, which does not belong there'
  return search === '' && hash === '' ? undefined : 'has a query or a fragment'
}
