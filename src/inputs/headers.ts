import type { FieldReader } from './fields.ts'
import { invalidInput } from './invalid.ts'
import { findPlaceholder } from './placeholder.ts'

/** Names that say what is sent or how the connection is kept, and those that this program sets itself; Accept may be given in place of its own. */
const FORBIDDEN =
  /^(?:authorization|host|content-.*|connection|keep-alive|transfer-encoding|te|trailer|upgrade|expect|accept-encoding|cache-control|user-agent|cookie)$/

/** Signs of a name: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const NAME = /^[!#$%&'*+.^_`|~\w-]+$/

/** What servers take of all headers together, and room for our own. */
const MAX_LENGTH = 6000

const ACCEPTS =
  'lines “Name: value”, one for each header, but none that the check sets itself or that is about the connection, such as Authorization, Host or Content-Length'

/**
 * Reads the headers that go with every request, for an access proxy in front of the server.
 * @param product whose token is sent, in words
 * @returns values by their names in small letters, in the order of the lines; none where they cannot be read
 */
export function readHeaders(fields: FieldReader, product: string): ReadonlyMap<string, string> {
  const text = fields.text('headers')
  const headers = new Map<string, string>()
  let problem = text.length > MAX_LENGTH ? `is longer than ${MAX_LENGTH} characters` : undefined
  for (const [index, line] of linesOf(text).entries()) {
    if (problem !== undefined) break
    if (line.trim() === '') continue
    const [, name = '', value = ''] = /^([^:]*):(.*)$/s.exec(line) ?? []
    const key = name.toLowerCase()
    const flaw =
      flawOf(line, key, value.trim(), product) ?? (headers.has(key) ? 'names a header for the second time' : undefined)
    // Of a line that cannot be right nothing is quoted: it may be a secret alone.
    if (flaw !== undefined) problem = `has a line (number ${index + 1}) that ${flaw}`
    headers.set(key, value.trim())
  }
  if (problem === undefined) return headers
  fields.reject(invalidInput('headers', problem, ACCEPTS))
  return new Map()
}

/** @returns every value of the headers, sound or not, with what stands behind a scheme (`Bearer …`) in it */
export function secretsInHeaders(text: string): readonly string[] {
  const values = linesOf(text).map((line) => line.replace(/^[^:]*:/, '').trim())
  const behindScheme = values.map((value) => /^[a-z]+\s+(\S+)$/i.exec(value)?.[1] ?? '')
  return [...values, ...behindScheme, ...behindScheme.map(passwordOf)].filter(Boolean)
}

/** @returns what follows the user name in the credentials of Basic authentication; empty where that is none */
function passwordOf(credentials: string): string {
  return /^[\x20-\x7e]*?:([\x20-\x7e]+)$/.exec(Buffer.from(credentials, 'base64').toString('latin1'))?.[1] ?? ''
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/\r\n|[\r\n]/)
}

function flawOf(line: string, key: string, value: string, product: string): string | undefined {
  // Folded lines are of old: https://www.rfc-editor.org/rfc/rfc9112#section-5.2
  if (/^\s/.test(line)) return 'begins with a blank, and no header may go on in a second line'
  if (!line.includes(':')) return 'has no colon'
  if (!NAME.test(key)) return 'has no name of a header before its colon'
  if (key === 'authorization') return `sets authorization, in which the token of ${product} goes`
  if (FORBIDDEN.test(key)) return `sets ${key}, which no line may set`
  if (value === '') return 'has no value: the secret that it should have may be empty'
  if (!/^[\t\x20-\x7e]+$/.test(value)) return 'has a value with a control character or one that is not ASCII'
  const placeholder = findPlaceholder(value)
  return placeholder && `has a value that ${placeholder.problem}`
}
