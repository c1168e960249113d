import { expect, it } from 'vitest'
import { authorityOf, withoutBrackets } from '../../src/base/authority.ts'
import { encodeBasicCredentials } from '../../src/base/basic-credentials.ts'
import { readVariable } from '../../src/base/environment.ts'
import { escapePattern } from '../../src/base/pattern.ts'
import { decodePercent } from '../../src/base/percent.ts'
import { wellFormed } from '../../src/base/well-formed.ts'

it.each([
  ['jira.example.com', 443, 'jira.example.com:443'],
  ['192.0.2.1', '8080', '192.0.2.1:8080'],
  ['2001:db8::1', 443, '[2001:db8::1]:443'],
])('host and port, as a CONNECT has them: %s and %s', (host, port, authority) => {
  expect(authorityOf(host, port)).toBe(authority)
})

it.each([
  ['[2001:db8::1]', '2001:db8::1'],
  ['jira.example.com', 'jira.example.com'],
  ['x[y]', 'x[y]'],
  ['[y]x', '[y]x'],
])('a literal of IPv6 loses its brackets: %s', (hostname, host) => {
  expect(withoutBrackets(hostname)).toBe(host)
})

it('user name and password, as Basic authentication sends them', () => {
  expect(encodeBasicCredentials('svc', 'pä:ss')).toBe(Buffer.from('svc:pä:ss', 'utf8').toString('base64'))
})

it.each([
  ['TOKEN', 'x'],
  ['BLANK', ''],
  ['NONE', ''],
  ['ABSENT', ''],
  ['constructor', ''],
])('the variable %s is read as %j', (name, value) => {
  expect(readVariable({ TOKEN: ' x\n', BLANK: '  ', NONE: undefined }, name)).toBe(value)
})

it('a pattern finds a text as it stands, whatever its signs mean', () => {
  const text = '\\^$.*+?()[]{}|/a'
  expect(new RegExp(`^${escapePattern(text)}$`, 'u').test(text)).toBe(true)
  expect(new RegExp(escapePattern('a.c'), 'u').test('abc')).toBe(false)
})

it.each([
  ['a%20b%C3%A9', 'a bé'],
  ['a+b', 'a+b'],
  ['100%', undefined],
  ['%E9', undefined],
])('%j is percent-encoded as %j', (text, decoded) => {
  expect(decodePercent(text)).toBe(decoded)
})

it('half a character becomes a sign for it', () => {
  expect(wellFormed('a\uD83Db🚀\uDE80')).toBe('a\uFFFDb🚀\uFFFD')
})
