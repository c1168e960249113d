import { encodeBasicCredentials } from '../base/basic-credentials.ts'
import type { Environment } from '../base/environment.ts'
import { decodePercent } from '../base/percent.ts'
import { wellFormed } from '../base/well-formed.ts'
import { secretsInHeaders } from './headers.ts'
import { passwordsIn } from './url-login.ts'

/** What must never be shown. */
export interface Secrets {
  /** As they are, for taking them out of text. */
  readonly values: readonly string[]
  /** The same, but so short that they may be common words: values of headers. */
  readonly commonValues: readonly string[]
  /** The token, and what is sent of it: a server that sends one of these back as a name only echoes the request. */
  readonly tokens: readonly string[]
  /** Every spelling in which one of them is sent, for the runner to mask. */
  readonly spellings: readonly string[]
}

/** Where secrets are given. A text that is not given is empty. */
export interface SecretSource {
  /** Trimmed. */
  readonly token: string
  /** Of Basic authentication. */
  readonly username: string
  /** The lines of the input. */
  readonly headers: string
  /** The URLs of servers, which should hold no password. */
  readonly urls: readonly string[]
  readonly environment: Environment
}

/** The runner puts a mask wherever a secret stands: one that is shorter than this would blot out the log. */
const MIN_MASK_LENGTH = 4

/** The same for the value of a header, which may be as common as `true` or `gzip`. */
const MIN_HEADER_LENGTH = 8

/** Reads every secret that the run can come across, sound or not: the token, and what stands in headers and logins. */
export function readSecrets({ token, username, headers, urls, environment }: SecretSource): Secrets {
  // A pasted scheme is refused later, but the token behind it is one.
  const bare = token.replace(/^(?:Bearer|Basic)\s+/i, '')
  const tokens = [token, bare].filter(Boolean)
  const basic = username === '' ? [] : tokens.map((value) => encodeBasicCredentials(username, value))
  const proxies = ['https_proxy', 'http_proxy']
    .flatMap((name) => [name, name.toUpperCase()])
    .flatMap((name) => proxySecrets(environment[name]?.trim() ?? ''))
  const ofHeaders = secretsInHeaders(headers)
  const longOfHeaders = ofHeaders.filter(({ length }) => length >= MIN_HEADER_LENGTH)
  const values = [...new Set([...tokens, ...basic, ...proxies, ...urls.flatMap(passwordsIn), ...longOfHeaders])]
  return {
    values,
    commonValues: [...new Set(ofHeaders.filter((value) => !values.includes(value)))],
    // A password that is the user's name would make a secret of the name.
    tokens: [...new Set([...tokens.filter((value) => value !== username), ...basic])],
    spellings: [...new Set(values.filter(({ length }) => length >= MIN_MASK_LENGTH).flatMap(spellingsOf))],
  }
}

function spellingsOf(secret: string): readonly string[] {
  return [secret, encodeURIComponent(wellFormed(secret))]
}

/**
 * Password of a proxy in every spelling, and what is sent of it. The password may hold what should be encoded: it ends
 * at the last at sign.
 */
function proxySecrets(value: string): readonly string[] {
  if (!value.includes('@')) return []
  const [, login] = /^(?:(?:[a-z][a-z0-9+.-]*:)?\/\/)?(.*)@/is.exec(value) ?? []
  const [, username = '', password = ''] = /^([^:]*):(.+)$/s.exec(login ?? '') ?? []
  if (password === '' || /^\/\//.test(password)) return []
  const decoded = decodePercent(password) ?? password
  const names = [username, decodePercent(username) ?? username]
  return [
    ...new Set([
      ...[password, decoded, decodePercent(decoded) ?? decoded, encodeURIComponent(wellFormed(decoded))],
      ...names.flatMap((name) => [password, decoded].map((word) => encodeBasicCredentials(name, word))),
    ]),
  ]
}
