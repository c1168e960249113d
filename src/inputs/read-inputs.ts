import { CONTROL_CHARACTER } from '../base/unicode.ts'
import { finding, isFinding } from '../catalogue/finding.ts'
import { baseUrlOf, parseBaseUrl } from './base-url.ts'
import { readCertificates, type TlsMaterial } from './certificates.ts'
import { createFieldReader, type FieldReader } from './fields.ts'
import { readHeaders } from './headers.ts'
import type { Credentials, InputSource, Inputs, ReadInputs } from './inputs.ts'
import { invalidInput } from './invalid.ts'
import { findUnknownVariable } from './known-variables.ts'
import { isLoopback } from './loopback.ts'
import { missingToken } from './missing-token.ts'
import { readPlaces } from './places.ts'
import type { ProductInputs } from './product-inputs.ts'
import { type ForwardProxy, readProxy } from './proxy.ts'
import { readSettings } from './read-settings.ts'
import { table } from './table.ts'
import { judgeToken } from './token.ts'

/**
 * Reads and judges all inputs, before a byte is sent.
 * The order is part of the contract: URL, token, other inputs, certificates, environment; the first finding counts.
 * @param product the one that the source names, see `asked` of its fields
 * @returns the inputs or the first finding; the settings in either case, with the defaults for those that cannot be read
 */
export function readInputs(source: InputSource, product: ProductInputs): ReadInputs {
  const fields = createFieldReader('check', source)
  const url = readUrl(fields, product)
  const username = fields.text('username')
  const token = readToken(source, fields, username, product)
  const settings = readSettings(fields)
  const others = readOthers(source, fields, username, product)
  const tls = readTls(source, fields)
  const proxy = readEnvironment(source, fields, url)

  const baseUrl = url === undefined ? null : baseUrlOf(url)
  if (fields.firstFinding !== undefined || baseUrl === null) {
    return { inputs: fields.firstFinding ?? finding('url-missing', {}), settings, baseUrl }
  }
  const credentials: Credentials = username === '' ? { scheme: 'Bearer', token } : { scheme: 'Basic', username, token }
  const sources = { url: fields.sourceOf(fields.asked.input), token: fields.sourceOf('token') }
  return { settings, baseUrl, inputs: { baseUrl, credentials, sources, ...others, tls, proxy } }
}

function readUrl(fields: FieldReader, { findPage }: ProductInputs): URL | undefined {
  const { input, rival } = fields.asked
  if (rival !== undefined) {
    const problem = `is given beside <${input}>, and a check asks one server`
    fields.reject(invalidInput(rival, problem, 'an address only where no other one is given: leave one of them out'))
  }
  const url = parseBaseUrl(fields.text(input), findPage)
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

function readToken(source: InputSource, fields: FieldReader, username: string, product: ProductInputs): string {
  const token = fields.text('token')
  const found = token === '' ? missingToken(source, product.words) : judgeToken(token, username, product)
  if (found !== undefined) fields.reject(found)
  return token
}

function readOthers(
  { readEvent, environment }: InputSource,
  fields: FieldReader,
  username: string,
  product: ProductInputs,
): Omit<Inputs, 'baseUrl' | 'credentials' | 'sources' | 'tls' | 'proxy'> {
  // A colon ends the user name in Basic authentication: https://www.rfc-editor.org/rfc/rfc7617#section-2
  if (username.includes(':') || CONTROL_CHARACTER.test(username)) {
    const accepts = 'the user name alone; the password goes into <token>'
    fields.reject(invalidInput('username', 'has a colon or a control character', accepts))
  }
  const headers = readHeaders(fields, product.words.product)
  const expectedUsers = fields.list('expected-user')
  const places = readPlaces(fields, product)
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
    ...places,
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
