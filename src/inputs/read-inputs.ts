import { finding, isFinding } from '../catalogue/finding.ts'
import { readCertificates, type TlsMaterial } from './certificates.ts'
import { createFieldReader, type FieldReader } from './fields.ts'
import { readHeaders } from './headers.ts'
import type { Credentials, InputSource, Inputs, ReadInputs } from './inputs.ts'
import { invalidInput } from './invalid.ts'
import { baseUrlOf, parseJiraUrl } from './jira-url.ts'
import { findUnknownVariable } from './known-variables.ts'
import { isLoopback } from './loopback.ts'
import { missingToken } from './missing-token.ts'
import { type ForwardProxy, readProxy } from './proxy.ts'
import { readSettings } from './read-settings.ts'
import { table } from './table.ts'
import { judgeToken } from './token.ts'

/**
 * Reads and judges all inputs, before a byte is sent.
 * The order is part of the contract: URL, token, other inputs, certificates, environment; the first finding counts.
 * @returns the inputs or the first finding; the settings in either case, with the defaults for those that cannot be read
 */
export function readInputs(source: InputSource): ReadInputs {
  const fields = createFieldReader('check', source)
  const url = readJiraUrl(fields)
  const username = fields.text('username')
  const token = readToken(source, fields, username)
  const settings = readSettings(fields)
  const others = readOthers(source, fields, username)
  const tls = readTls(source, fields)
  const proxy = readEnvironment(source, fields, url)

  const baseUrl = url === undefined ? null : baseUrlOf(url)
  if (fields.firstFinding !== undefined || baseUrl === null) {
    return { inputs: fields.firstFinding ?? finding('url-missing', {}), settings, baseUrl }
  }
  const credentials: Credentials = username === '' ? { scheme: 'Bearer', token } : { scheme: 'Basic', username, token }
  const places = { url: fields.placeOf('jira-url'), token: fields.placeOf('token') }
  return { settings, baseUrl, inputs: { baseUrl, credentials, places, ...others, tls, proxy } }
}

function readJiraUrl(fields: FieldReader): URL | undefined {
  const url = parseJiraUrl(fields.text('jira-url'))
  if (!(url instanceof URL)) {
    fields.reject(url)
    return undefined
  }
  // An unreadable allow-http is told first: whoever set it wanted to allow.
  if (url.protocol === 'http:' && !isLoopback(url) && !fields.boolean('allow-http')) {
    // With a port the right one for https is anybody's guess.
    const correction = url.port === '' ? baseUrlOf(url).replace(/^http:/, 'https:') : undefined
    fields.reject(finding('url-insecure', { correction }))
  }
  return url
}

function readToken(source: InputSource, fields: FieldReader, username: string): string {
  const token = fields.text('token')
  const found = token === '' ? missingToken(source) : judgeToken(token, username)
  if (found !== undefined) fields.reject(found)
  return token
}

function readOthers(
  { readEvent, environment }: InputSource,
  fields: FieldReader,
  username: string,
): Omit<Inputs, 'baseUrl' | 'credentials' | 'places' | 'tls' | 'proxy'> {
  // A colon ends the user name in Basic authentication: https://www.rfc-editor.org/rfc/rfc7617#section-2
  if (/[:\p{Cc}]/u.test(username)) {
    const accepts = 'the user name alone; the password goes into <token>'
    fields.reject(invalidInput('username', 'has a colon or a control character', accepts))
  }
  const headers = readHeaders(fields)
  const expectedUsers = fields.list('expected-user')
  const projects = fields.list('projects')
  const permissions = fields.list('permissions')
  const checkExpiry = fields.boolean('check-expiry') && username === ''
  const tokenName = fields.text('token-name')
  const expiryWarnDays = fields.wholeNumber('expiry-warn-days')
  const expiryFailDays = readExpiryFailDays(fields, checkExpiry, username)
  const timeoutMs = fields.wholeNumber('timeout-seconds') * 1000
  const retries = fields.wholeNumber('retries')
  // Judged with an http:// URL already; here only whether it can be read at all.
  fields.boolean('allow-http')
  const unknown = readEvent() === undefined ? findUnknownVariable(environment) : undefined
  if (unknown !== undefined) fields.reject(unknown)
  return {
    headers,
    expectedUsers,
    projects,
    permissions: permissions.length === 0 && projects.length > 0 ? ['BROWSE_PROJECTS'] : permissions,
    checkExpiry,
    tokenName,
    expiryWarnDays,
    expiryFailDays,
    timeoutMs,
    retries,
  }
}

/** A gate that nobody can pass, since the expiry is not read, would always be red, or never. */
function readExpiryFailDays(fields: FieldReader, checkExpiry: boolean, username: string): number | undefined {
  const days = fields.wholeNumber('expiry-fail-days')
  if (days === undefined || checkExpiry) return days
  const { min, max } = table['expiry-fail-days']
  const [problem, accepts] =
    username === ''
      ? ['can never hold while <check-expiry> is false', 'only with <check-expiry> true']
      : ['can never hold with <username>, with which no expiry is read', 'only without <username>']
  fields.reject(
    invalidInput('expiry-fail-days', problem, `a whole number of days from ${min} to ${max}, and ${accepts}`),
  )
  return days
}

function readTls(source: InputSource, fields: FieldReader): TlsMaterial {
  const tls = readCertificates(
    {
      caCertificate: fields.text('ca-certificate'),
      clientCertificate: fields.text('client-certificate'),
      clientKey: fields.text('client-key'),
    },
    source.readFile,
    source.nowMs,
  )
  if (!isFinding(tls)) return tls
  fields.reject(tls)
  return { extraCa: [] }
}

function readEnvironment(source: InputSource, fields: FieldReader, baseUrl: URL | undefined): ForwardProxy | undefined {
  if (source.environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') fields.reject(finding('tls-verification-off', {}))
  const proxy = baseUrl === undefined ? undefined : readProxy(baseUrl, source.environment)
  if (!isFinding(proxy)) return proxy
  fields.reject(proxy)
  return undefined
}
