import { finding, isFinding } from '../catalogue/finding.ts'
import { readCertificates, type TlsMaterial } from './certificates.ts'
import { readFailOn } from './fail-on.ts'
import { createFieldReader, type FieldReader, invalidInput } from './fields.ts'
import type { Credentials, InputSource, ReadInputs } from './inputs.ts'
import { baseUrlOf, isLoopback, parseJiraUrl } from './jira-url.ts'
import { type ForwardProxy, readProxy } from './proxy.ts'
import { judgeToken } from './token.ts'
import { describeWithheldSecrets } from './withheld-secrets.ts'

/**
 * Reads and judges all inputs, before a byte is sent.
 * The order is part of the contract: URL, token, other inputs, certificates, environment; the first finding counts.
 * @returns the inputs or the first finding; the settings in either case, with the defaults for those that cannot be read
 */
export function readInputs(source: InputSource): ReadInputs {
  const fields = createFieldReader('check', source)
  const url = readJiraUrl(fields)
  const token = readToken(source, fields)
  const failOn = readFailOn(fields)
  const jobSummary = fields.boolean('job-summary')
  const username = readUsername(fields)
  const expectedUsers = fields.list('expected-user')
  const projects = fields.list('projects')
  const permissions = fields.list('permissions')
  const checkExpiry = fields.boolean('check-expiry')
  const tokenName = fields.text('token-name')
  const expiryWarnDays = fields.wholeNumber('expiry-warn-days')
  const expiryFailDays = fields.wholeNumber('expiry-fail-days')
  const timeoutSeconds = fields.wholeNumber('timeout-seconds')
  const retries = fields.wholeNumber('retries')
  // Judged with an http:// URL already; here only whether it can be read at all.
  fields.boolean('allow-http')
  const tls = readTls(source, fields)
  const proxy = readEnvironment(source, fields, url)

  const settings = { failOn, jobSummary }
  const baseUrl = url === undefined ? null : baseUrlOf(url)
  if (fields.firstFinding !== undefined || baseUrl === null) {
    return { inputs: fields.firstFinding ?? finding('url-missing', {}), settings, baseUrl }
  }
  const credentials: Credentials = username === '' ? { scheme: 'Bearer', token } : { scheme: 'Basic', username, token }
  return {
    settings,
    baseUrl,
    inputs: {
      baseUrl,
      credentials,
      expectedUsers,
      projects,
      permissions: permissions.length === 0 && projects.length > 0 ? ['BROWSE_PROJECTS'] : permissions,
      checkExpiry: checkExpiry && credentials.scheme === 'Bearer',
      tokenName,
      expiryWarnDays,
      expiryFailDays,
      timeoutMs: timeoutSeconds * 1000,
      retries,
      tls,
      proxy,
    },
  }
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

function readToken(source: InputSource, fields: FieldReader): string {
  const token = fields.text('token')
  if (token === '') fields.reject(finding('token-missing', { withheld: describeWithheldSecrets(source.readEvent()) }))
  const malformed = judgeToken(token)
  if (malformed !== undefined) fields.reject(malformed)
  return token
}

function readUsername(fields: FieldReader): string {
  const username = fields.text('username')
  // A colon ends the user name in Basic authentication: https://www.rfc-editor.org/rfc/rfc7617#section-2
  if (/[:\p{Cc}]/u.test(username)) {
    fields.reject(
      invalidInput(
        'username',
        'has a colon or a control character',
        'the user name alone; the password goes into token',
      ),
    )
  }
  return username
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
