import { describe, expect, it } from 'vitest'
import { createFieldReader } from '../../src/inputs/fields.ts'
import { readHeaders, secretsInHeaders } from '../../src/inputs/headers.ts'
import { sourceOf } from './source.ts'

function read(text: string) {
  const fields = createFieldReader('check', sourceOf({ inputs: { headers: text } }))
  return { headers: readHeaders(fields, 'Jira'), found: fields.firstFinding }
}

const secret = 'd9f3a1-hunter2'

describe('lines of headers', () => {
  it.each<[text: string, headers: Record<string, string>]>([
    ['', {}],
    [' \n ', {}],
    ['CF-Access-Client-Id: abc.access', { 'cf-access-client-id': 'abc.access' }],
    [
      `CF-Access-Client-Id: abc.access\nCF-Access-Client-Secret: ${secret}\n`,
      { 'cf-access-client-id': 'abc.access', 'cf-access-client-secret': secret },
    ],
    ['X-A: 1\r\n\r\nX-B: 2', { 'x-a': '1', 'x-b': '2' }],
    ['X-A: 1\n \t\nX-B: 2', { 'x-a': '1', 'x-b': '2' }],
    [`X-A: ${'x'.repeat(5995)}`, { 'x-a': 'x'.repeat(5995) }],
    ['X-A:1', { 'x-a': '1' }],
    ['X-A: \t a b \t', { 'x-a': 'a b' }],
    ['X-A: https://example.com:8443/?a=b', { 'x-a': 'https://example.com:8443/?a=b' }],
    ['Proxy-Authorization: Bearer abc', { 'proxy-authorization': 'Bearer abc' }],
    ['Accept: application/json', { accept: 'application/json' }],
    ["a!#$%&'*+.^_`|~-9: x", { "a!#$%&'*+.^_`|~-9": 'x' }],
    ['Authorization-Extra: x', { 'authorization-extra': 'x' }],
    ['X-Content-Type: x', { 'x-content-type': 'x' }],
  ])('%j', (text, headers) => {
    const result = read(text)
    expect(result.found).toBeUndefined()
    expect([...result.headers]).toEqual(Object.entries(headers))
  })
})

describe('lines that no header may be', () => {
  const line = (number: number, flaw: string): string => `has a line (number ${number}) that ${flaw}`
  const forbidden = [
    ...['Host', 'Content-Length', 'Content-Type', 'content-x', 'Connection', 'Keep-Alive', 'Transfer-Encoding', 'TE'],
    ...['Trailer', 'Upgrade', 'Expect', 'Accept-Encoding', 'Cache-Control', 'User-Agent', 'Cookie', 'cOOKIE'],
  ]

  it.each<[text: string, problem: string]>([
    ...forbidden.map((name): [string, string] => [
      `X-A: 1\n${name}: ${secret}`,
      line(2, `sets ${name.toLowerCase()}, which no line may set`),
    ]),
    [`Authorization: Bearer ${secret}`, line(1, 'sets authorization, in which the token of Jira goes')],
    [secret, line(1, 'has no colon')],
    [`X-A: 1\n${secret}`, line(2, 'has no colon')],
    [`: ${secret}`, line(1, 'has no name of a header before its colon')],
    [`X A: ${secret}`, line(1, 'has no name of a header before its colon')],
    [`X-A : ${secret}`, line(1, 'has no name of a header before its colon')],
    [`Ä: ${secret}`, line(1, 'has no name of a header before its colon')],
    [`X-A: 1\n ${secret}`, line(2, 'begins with a blank, and no header may go on in a second line')],
    [`X-A: 1\n\tX-B: ${secret}`, line(2, 'begins with a blank, and no header may go on in a second line')],
    ['X-A: 1\nX-B:', line(2, 'has no value: the secret that it should have may be empty')],
    ['X-A: ${{ secrets.A }}', line(1, 'has a value that is a GitHub expression that was not evaluated (${{ … }})')],
    ['X-A: $SECRET', line(1, 'has a value that is the name of a variable that was not replaced by its value')],
    [`X-A: ${secret}\u0007`, line(1, 'has a value with a control character or one that is not ASCII')],
    [`X-A: ${secret}é`, line(1, 'has a value with a control character or one that is not ASCII')],
    [`X-A: 1\nX-B: 2\nx-a: ${secret}`, line(3, 'names a header for the second time')],
    [`X-A: \u0007${secret}`, line(1, 'has a value with a control character or one that is not ASCII')],
    [`${secret}\nX-A`, line(1, 'has no colon')],
    [`X-A: ${'x'.repeat(6000)}`, 'is longer than 6000 characters'],
  ])('%j', (text, problem) => {
    const { found, headers } = read(text)
    expect(found).toMatchObject({ reason: 'input-invalid', facts: { input: '<headers>', problem } })
    expect(found?.facts).toHaveProperty('accepts', expect.stringMatching(/^lines “Name: value”/))
    expect(JSON.stringify(found)).not.toContain(secret)
    expect(headers.size).toBe(0)
  })
})

describe('the secrets in them', () => {
  const base64 = (text: string): string => Buffer.from(text).toString('base64')

  it.each<[text: string, secrets: string[]]>([
    ['', []],
    [`X-A: ${secret}\nX-B: b`, [secret, 'b']],
    ['X-A: 1 Bearer abc', ['1 Bearer abc']],
    ['X-A: Bearer abc def', ['Bearer abc def']],
    [
      `X-A: Basic ${base64('\u0001svc:hunter2')}`,
      [`Basic ${base64('\u0001svc:hunter2')}`, base64('\u0001svc:hunter2')],
    ],
    [
      `X-A: Basic ${base64('svc:hunter2\u0001')}`,
      [`Basic ${base64('svc:hunter2\u0001')}`, base64('svc:hunter2\u0001')],
    ],
    [`Proxy-Authorization: Bearer ${secret}`, [`Bearer ${secret}`, secret]],
    [`Proxy-Authorization: Bearer  ${secret}`, [`Bearer  ${secret}`, secret]],
    [
      `Proxy-Authorization: Basic ${base64('svc-ci:hunter2')}`,
      [`Basic ${base64('svc-ci:hunter2')}`, base64('svc-ci:hunter2'), 'hunter2'],
    ],
    // Sound or not.
    [secret, [secret]],
    [`Authorization: ${secret}`, [secret]],
    [`X-A: 1\n ${secret}`, ['1', secret]],
  ])('%j', (text, secrets) => {
    expect(secretsInHeaders(text)).toEqual(secrets)
  })
})
