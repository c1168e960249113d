import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../src/report/redact.ts'
import { plainText } from '../../src/report/sanitize.ts'
import { someToken } from '../inputs/source.ts'

const token = someToken
const joinedBy = (separator: string): string => Array.from(token).join(separator)
const backwards = (text: string): string => Array.from(text).reverse().join('')
const hex = Buffer.from(token).toString('hex')

const { redact, isSecret } = createRedactor([token, 'hunter2!'])

describe('a secret of which nobody can tell where it begins takes the whole text with it', () => {
  const spelled = [
    ['split by dashes', joinedBy('-')],
    ['split by dots and blanks', joinedBy('. ')],
    ['split by letters of other scripts', joinedBy('é')],
    ['split by HTML tags', joinedBy('<b>')],
    ['split by HTML tags with something in them', joinedBy('<i class="a b">')],
    ['split by HTML comments', joinedBy('<!-- a > b -->')],
    ['split by HTML tags as HTML entities', joinedBy('&lt;b&gt;')],
    ['backwards', backwards(token)],
    ['backwards, in base64', backwards(Buffer.from(`u:${token}`).toString('base64'))],
    ['backwards, percent-encoded', backwards(token.replace(/./g, (sign) => `%${sign.charCodeAt(0).toString(16)}`))],
    ['backwards, in hexadecimal', backwards(hex)],
    ['in hexadecimal with colons', hex.replace(/..(?=.)/g, '$&:')],
    ['in hexadecimal as in C', hex.replace(/../g, '0x$&, ')],
    ['in hexadecimal, quoted-printable', hex.toUpperCase().replace(/../g, '=$&')],
    ['a long part of it, split', Array.from(token.slice(5, 25)).join('-')],
  ] as const

  it.each(spelled)('%s', (_, text) => {
    expect(redact(`before ${text} after`)).toBe('***')
  })

  it.each(spelled.slice(0, -1))('and is no name: %s', (_, text) => {
    expect(isSecret(text)).toBe(true)
    expect(isSecret(`I am ${text}`)).toBe(true)
  })

  it('is hidden alone where it can be', () => {
    expect(redact(`before ${hex.toUpperCase()} after`)).toBe('before *** after')
    expect(redact(`before ${joinedBy('\u200B')} after`)).toBe('before *** after')
    expect(redact(`before ${token.replace(/./g, (sign) => `%u00${sign.charCodeAt(0).toString(16)}`)} after`)).toBe(
      'before *** after',
    )
  })

  it('but not a short part of it, or of a short one, which would be chance', () => {
    for (const text of [
      ...[Array.from(token.slice(5, 15)).join('-'), 'h-u-n-t-e-r-2', 'a-b-c', backwards(token.slice(0, 12))],
      ...['<b>', '0x10', 'reversed: nekot', 'https://jira.example.com:8443/jira'],
    ]) {
      expect(redact(text)).toBe(text)
      expect(isSecret(text)).toBe(false)
    }
  })
})

describe('a secret that is too short for that, or has too few letters, is looked for all the same', () => {
  const twice = (text: string): string => Array.from(text, (sign) => `&#38;#${sign.codePointAt(0)};`).join('')

  it.each(['hunter2', '>>>???>>>'])('at either end of a text, and in a spelling within a spelling: %s', (secret) => {
    const { redact: redactIt, isSecret: isIt } = createRedactor([secret])
    expect(redactIt(`${secret} x`)).toBe('*** x')
    expect(redactIt(`x ${secret}`)).toBe('x ***')
    expect(redactIt(`x ${twice(secret)} x`)).toBe('***')
    expect(redactIt(`x ${secret} x ${twice(secret)} x`)).toBe('***')
    expect(isIt(secret)).toBe(true)
    expect(isIt(`I am ${twice(secret)}`)).toBe(secret.length > 8)
  })

  it('within a word where it has four characters', () => {
    expect(createRedactor(['pass']).redact('passport, bypass')).toBe('***port, by***')
    expect(createRedactor(['pas']).redact('passport, bypass, pas')).toBe('passport, bypass, ***')
  })

  it('and eight letters, each for itself, are no name, where they would be chance', () => {
    expect(createRedactor(['hunter22']).isSecret('h-u-n-t-e-r-2-2')).toBe(false)
    expect(createRedactor(['hunter22']).redact('h-u-n-t-e-r-2-2')).toBe('***')
    expect(createRedactor(['hunter222']).isSecret('h-u-n-t-e-r-2-2-2')).toBe(true)
  })
})

describe('a text is too short for a secret only where it is shorter than all that is looked for', () => {
  it('not where it is as long', () => {
    const { redact, isSecret } = createRedactor(['hunter22'])
    expect(redact('HUNTER22')).toBe('***')
    expect(isSecret('HUNTER22')).toBe(true)
    expect([redact('HUNTER2'), isSecret('HUNTER2')]).toEqual(['HUNTER2', false])
  })

  it('not where a sign of it says several', () => {
    expect('e\uFB03cient').toHaveLength(7)
    const { redact, isSecret } = createRedactor(['efficient'])
    expect(redact('e\uFB03cient')).toBe('***')
    expect(isSecret('e\uFB03cient')).toBe(true)
  })

  it('not where it is the letters of one that has signs between them', () => {
    const { redact, isSecret } = createRedactor(['a.b.c.d.e.f.g.h.i'])
    expect(redact('abcdefghi')).toBe('***')
    expect(isSecret('abcdefghi')).toBe(true)
  })
})

describe('a secret of up to three characters', () => {
  it.each([
    ['s', 'https://jira.example.com says: s, S', 'https://jira.example.com says: ***, ***'],
    ['1', 'HTTP 401, attempt 1 of 3', 'HTTP 401, attempt *** of 3'],
    ['pw', 'pw: pwd, “pw”', '***: pwd, “***”'],
    ['a.b', 'a.b axb a.bc', '*** axb a.bc'],
    ['é', 'é été', '*** été'],
    ['$', 'a $ b', 'a *** b'],
    [' ', 'a b - -', 'a b - -'],
    ['\u200B', 'a\u200Bb -\u200B-', 'a\u200Bb -\u200B-'],
  ])('%j is hidden where it is a word of its own: %j', (secret, text, shown) => {
    expect(createRedactor([secret]).redact(text)).toBe(shown)
  })

  it('is none in an address, in words of ours and in what a program reads', () => {
    const { redactLong } = createRedactor(['s', 'hunter2'])
    expect(redactLong('s: hunter2 says s')).toBe('s: *** says s')
  })

  it('may be longer where it is common', () => {
    const common = createRedactor(['hunter2'], ['prod', ''])
    expect(common.redact('prod: hunter2, production')).toBe('***: ***, production')
    expect(common.redactLong('prod: hunter2, production')).toBe('prod: ***, production')
    expect(common.isSecret('prod')).toBe(false)
  })

  it('is hidden beside a longer one', () => {
    expect(createRedactor(['ci', 'hunter2']).redact('ci, hunter2, circus')).toBe('***, ***, circus')
  })

  it('is a name as a whole', () => {
    const short = createRedactor(['s'])
    expect([short.isSecret('s'), short.isSecret('svc-ci')]).toEqual([true, false])
  })
})

describe('the beginning of a secret, at the end of a text that is cut', () => {
  it.each([4, 8, 12, 15])('is hidden where %d characters are left of it', (length) => {
    const text = `before ${token.slice(0, length)}`
    expect(redact(text, true)).toBe('before ***')
    expect(redact(text, false)).toBe(text)
    expect(redact(text)).toBe(text)
  })

  it('is hidden in other spellings', () => {
    const percent = token.slice(0, 8).replace(/./g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
    expect(redact(`before ${percent}`, true)).toBe('before ***')
    expect(redact(`before ${token.slice(0, 4)}\u200B${token.slice(4, 8)}`, true)).toBe('before ***')
    expect(redact('before hunter', true)).toBe('before ***')
  })

  it('takes the whole text with it in a spelling within a spelling, which a text that is not cut may end with', () => {
    const text = `before ${Array.from(token.slice(0, 8), (sign) => `&#38;#${sign.charCodeAt(0)};`).join('')}`
    expect(redact(text, true)).toBe('***')
    expect(redact(text, false)).toBe(text)
  })

  it('is not looked for elsewhere, or where it is chance', () => {
    for (const text of [`${token.slice(0, 12)} after`, `before ${token.slice(0, 3)}`, 'hunt hun', 'x', ''])
      expect(redact(text, true)).toBe(text)
  })

  it.each([1960, 1980, 1990, 1995])('is hidden wherever a server’s text is cut: after %d signs', (count) => {
    const shown = plainText(`${'\u200B'.repeat(count)}${token} and so on`, redact)
    expect(shown).not.toContain(token.slice(0, 4))
    expect(shown).toMatch(/^\*\*\*/)
  })

  it('is told apart by whoever cuts', () => {
    const seen: unknown[] = []
    const note = (line: string, isCut: boolean): string => {
      seen.push(isCut)
      return line
    }
    plainText('x', note)
    plainText('x'.repeat(2001), note)
    expect(seen).toEqual([false, true])
  })
})
