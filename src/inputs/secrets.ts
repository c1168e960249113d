import { encodeBasicCredentials } from '../base/basic-credentials.ts'
import type { Environment } from '../base/environment.ts'
import { decodePercent } from './proxy.ts'

/** What must never be shown. */
export interface Secrets {
  /** As they are, for taking them out of text. */
  readonly values: readonly string[]
  /** The token, and what is sent of it: a server that sends one of these back as a name only echoes the request. */
  readonly tokens: readonly string[]
  /** Every spelling in which one of them is sent, for the runner to mask. */
  readonly spellings: readonly string[]
}

/**
 * Reads every secret that the run can come across, sound or not: the token, and the credentials of the proxies.
 * @param token trimmed; empty where it is not given
 * @param username of Basic authentication; empty where it is not given
 */
export function readSecrets(token: string, username: string, environment: Environment): Secrets {
  // A pasted scheme is refused later, but the token behind it is one.
  const bare = token.replace(/^(?:Bearer|Basic)\s+/i, '')
  const tokens = [token, bare].filter(Boolean)
  const basic = username === '' ? [] : tokens.map((value) => encodeBasicCredentials(username, value))
  const proxies = ['https_proxy', 'http_proxy']
    .flatMap((name) => [name, name.toUpperCase()])
    .flatMap((name) => proxySecrets(environment[name]))
  const values = [...tokens, ...basic, ...proxies]
  return {
    values,
    // A password that is the user's name would make a secret of the name.
    tokens: [...tokens.filter((value) => value !== username), ...basic],
    spellings: [...new Set(values.flatMap((value) => [value, encodeURIComponent(value.toWellFormed())]))],
  }
}

/** User name and password of a proxy; a scheme that is refused later, or none, hides no password. */
const PROXY_CREDENTIALS = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^:@/]*):(?!\/\/)(.+)@[^@]*$/i

function proxySecrets(value: string | undefined): readonly string[] {
  const [, username = '', password = ''] = PROXY_CREDENTIALS.exec(value?.trim() ?? '') ?? []
  if (password === '') return []
  const decoded = decodePercent(password) ?? password
  return [password, decoded, encodeBasicCredentials(decodePercent(username) ?? username, decoded)]
}
