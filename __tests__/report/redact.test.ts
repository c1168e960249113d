import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../src/report/redact.ts'
import { someToken } from '../inputs/source.ts'

const token = someToken
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const percent = (text: string): string => text.replace(/./g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
const entities = (text: string): string => text.replace(/./g, (sign) => `&#${sign.charCodeAt(0)};`)
const hex = (sign: string): string => sign.charCodeAt(0).toString(16)
const escapes = (text: string): string => text.replace(/./g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)

const { redact, isSecret } = createRedactor([token, base64(`svc-ci:${token}`)])

it('a text without a secret stays as it is', () => {
  const text = 'Jira answered HTTP 401: “nothing” to see here — 100 % sure; &lt;b&gt; %20 \\u0041 \u001B[31m'
  expect(redact(text)).toBe(text)
  expect(redact('')).toBe('')
})

it('no secret hides nothing', () => {
  const redactor = createRedactor([])
  expect(redactor.redact('anything')).toBe('anything')
  expect(redactor.isSecret('anything')).toBe(false)
  expect(createRedactor(['']).redact('anything')).toBe('anything')
  expect(createRedactor(['']).isSecret('')).toBe(false)
})

describe('a secret is hidden', () => {
  // The last sign of base64 may stay: it depends on what follows, and tells four bits at most.
  it.each([
    ['as it is', token],
    ['in small letters', token.toLowerCase()],
    ['in capital letters', token.toUpperCase()],
    ['percent-encoded, as a URL has it', encodeURIComponent(`${token}`)],
    ['percent-encoded throughout', percent(token)],
    ['percent-encoded throughout, in capital letters', percent(token).toUpperCase()],
    ['percent-encoded twice', percent(token).replaceAll('%', '%25')],
    ['as HTML entities', entities(token)],
    ['as HTML entities in hexadecimal', token.replace(/./g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`)],
    ['as HTML entities with zeros and no end', token.replace(/./g, (sign) => `&#00${sign.charCodeAt(0)} `)],
    ['as HTML entities in hexadecimal with no end', token.replace(/./g, (sign) => `&#X${hex(sign)} `)],
    ['as escapes of JSON', escapes(token)],
    ['as escapes of JavaScript', token.replace(/./g, (sign) => `\\x${hex(sign)}`)],
    ['as escapes of code points', token.replace(/./g, (sign) => `\\u{${hex(sign)}}`)],
    ['as escapes of code points with zeros', token.replace(/./g, (sign) => `\\u{0000${hex(sign)}}`)],
    ['as escapes of JSON within JSON', escapes(token).replaceAll('\\', '\\\\')],
    ['in base64', base64(token)],
    ['in base64 without its padding', base64(token).replaceAll('=', '')],
    ['in base64 for URLs', Buffer.from(token).toString('base64url')],
    ['in hexadecimal', Buffer.from(token).toString('hex')],
    ['with white space in it', token.replace(/.{5}/g, '$& ')],
    ['with encoded white space in it', token.replace(/.{5}/g, '$&%20%0A')],
    ['with control characters in it', token.replace(/.{5}/g, '$&\u0007')],
    ['with encoded control characters in it', token.replace(/.{5}/g, '$&%7F')],
    ['with colours in it', token.replace(/.{5}/g, '$&\u001B[31;1m\u001B[m')],
    ['with combining marks in it', token.replace(/.{5}/g, '$&\u0336')],
    ['with zero-width spaces in it', token.replace(/.{5}/g, '$&\u200B')],
    ['in full-width letters', token.replace(/[a-z]/gi, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))],
    ['partly encoded', `${percent(token.slice(0, 10))}${entities(token.slice(10, 20))}${token.slice(20)}`],
    ['its first half', token.slice(0, token.length / 2)],
    ['its second half', token.slice(token.length / 2)],
  ])('%s', (_, spelling) => {
    expect(redact(`before ${spelling} after`)).toMatch(/^before \*\*\*\w?=* +after$/)
  })

  it.each(['', 'a', 'ab', 'abc', 'svc-ci:', 'somebody@example.com:'])('in base64 after %j', (before) => {
    for (const behind of ['', 'z', 'zz', ':more']) {
      const shown = redact(`<${base64(`${before}${token}${behind}`)}>`)
      expect(shown).toContain('***')
      expect(shown.replace(/[^A-Za-z0-9+/]/g, '').length).toBeLessThan(40)
    }
  })

  it('as often as it stands there', () => {
    expect(redact(`${token} and ${token}`)).toBe('*** and ***')
    expect(redact(`${token}${token}`)).toBe('***')
  })

  it('and so is every other one', () => {
    const redactor = createRedactor(['first-secret', 'second-secret'])
    expect(redactor.redact('first-secret, second-secret')).toBe('***, ***')
  })

  it('together with a longer one that holds it', () => {
    expect(createRedactor(['secret', 'secret-and-more']).redact('a secret-and-more b')).toBe('a *** b')
  })
})

describe('a secret of Jira with every sign of base64', () => {
  const signs = 'MjcxODI4/TgyODQ1+mEgc3RhbmQ/aW4gPj4+Pz8/Pj4='
  const { redact: redactSigns } = createRedactor([signs])

  it.each([
    ['as JSON of PHP has it', signs.replaceAll('/', '\\/')],
    ['the same within JSON', signs.replaceAll('/', '\\\\\\/')],
    [
      'as HTML entities by their names',
      signs.replaceAll('/', '&sol;').replaceAll('+', '&plus;').replaceAll('=', '&equals;'),
    ],
    ['as HTML in HTML', signs.replaceAll('/', '&amp;sol;').replaceAll('+', '&amp;amp;plus;')],
    ['in the other alphabet', signs.replaceAll('/', '_').replaceAll('+', '-')],
    ['as a URL has it', encodeURIComponent(signs)],
  ])('is hidden %s', (_, spelling) => {
    expect(redactSigns(`before ${spelling} after`)).toBe('before *** after')
  })

  it.each([
    ["it's:so", 'it&apos;s&colon;so'],
    ['a<b>"c"', 'a&lt;b&gt;&quot;c&quot;'],
  ])('%s is hidden as %s too', (secret, spelling) => {
    expect(createRedactor([secret]).redact(`before ${spelling} after`)).toBe('before *** after')
  })
})

describe('a short secret', () => {
  it.each(['', 'a', 'ab', 'abc'])('is hidden in base64 after %j', (before) => {
    const { redact: redactShort } = createRedactor(['hunter2!'])
    expect(redactShort(base64(`${before}hunter2!z`))).toContain('***')
    expect(redactShort(Buffer.from(`${before}>>>???>>>`).toString('base64url'))).not.toContain('***')
  })

  it('is hidden in both alphabets of base64', () => {
    const { redact: redactShort } = createRedactor(['>>>???>>>'])
    expect(redactShort(Buffer.from('>>>???>>>').toString('base64url'))).toBe('***')
    expect(redactShort(base64('>>>???>>>'))).toBe('***')
  })

  const short = createRedactor(['ci'])

  it('is hidden as a whole', () => {
    expect(short.redact('svc-ci, CI')).toBe('svc-***, ***')
  })

  it('is not looked for in base64, where it would be chance', () => {
    const { redact: redactShort } = createRedactor(['abcd'])
    expect(redactShort(base64('abcd'))).toBe(base64('abcd'))
    expect(createRedactor(['abcde']).redact(base64('abcde'))).toContain('***')
  })
})

describe('signs that mean something elsewhere', () => {
  const secret = `p&<>"'/\\+=:$^.*[x](y){z}|?`

  it.each([
    ['as it is', secret],
    [
      'in HTML',
      secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    ],
    ['in HTML, with the apostrophe', secret.replaceAll('&', '&amp;').replaceAll("'", '&#39;')],
    ['in JSON', JSON.stringify(secret).slice(1, -1)],
    ['in JSON of PHP', JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/')],
    ['in a URL', encodeURIComponent(secret)],
  ])('%s', (_, spelling) => {
    expect(createRedactor([secret]).redact(`before ${spelling} after`)).toBe('before *** after')
  })

  it.each(['pässwörd-日本', '🚀rocket🚀'])('are no other than those of other scripts: %s', (word) => {
    const redactor = createRedactor([word])
    expect(redactor.redact(`a ${word} b`)).toBe('a *** b')
    expect(redactor.redact(`a ${encodeURIComponent(word)} b`)).toBe('a *** b')
    const codes = Array.from(word, (character) => character.codePointAt(0) ?? 0)
    expect(redactor.redact(`a ${codes.map((code) => `&#${code};`).join('')} b`)).toBe('a *** b')
    expect(redactor.redact(`a ${codes.map((code) => `&#x${code.toString(16)};`).join('')} b`)).toBe('a *** b')
  })
})

describe('a name that is a secret', () => {
  it.each([token, token.toUpperCase(), `the ${token}`, base64(token), percent(token), base64(`svc-ci:${token}`)])(
    '%s is one',
    (name) => {
      expect(isSecret(name)).toBe(true)
    },
  )

  it.each(['svc-ci', '', 'CI Service', token.slice(0, 12)])('%j is none', (name) => {
    expect(isSecret(name)).toBe(false)
  })

  it.each([
    ['once', (text: string) => Array.from(text, (sign) => `&#${sign.codePointAt(0)};`).join('')],
    ['twice', (text: string) => Array.from(text, (sign) => `&#38;#${sign.codePointAt(0)};`).join('')],
    ['thrice', (text: string) => Array.from(text, (sign) => `%26#38;#${sign.codePointAt(0)};`).join('')],
  ])('a name that says it when it is decoded %s is one', (_, spell) => {
    expect(isSecret(spell(token))).toBe(true)
    expect(redact(`a ${spell(token)} b`)).toContain('***')
    expect(redact(spell('an innocent name'))).toBe(spell('an innocent name'))
  })

  it('a text that says it in two ways says it no longer in either', () => {
    const nested = Array.from(token, (sign) => `&#38;#${sign.codePointAt(0)};`).join('')
    expect(redact(`${token} & ${nested}`)).toBe('***')
  })

  it('a name that is absurdly long is looked at to its ten thousandth character', () => {
    expect(isSecret(`${'x'.repeat(10_000 - token.length)}${token}`)).toBe(true)
    expect(isSecret(`${'x'.repeat(10_000)}${token}`)).toBe(false)
  })

  it('white space is no secret of which a name could hold any', () => {
    expect(createRedactor([' '.repeat(10)]).isSecret('CI Service')).toBe(false)
  })

  it('a short one is one, but not in a longer name, where it would be chance', () => {
    const short = createRedactor(['hunter2'])
    expect(short.isSecret('hunter2')).toBe(true)
    expect(short.isSecret('hunter2-ci')).toBe(false)
    expect(createRedactor(['hunter22']).isSecret('my-hunter22-ci')).toBe(true)
  })
})
