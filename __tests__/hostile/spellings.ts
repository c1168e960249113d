/** A way in which a server can say a secret that it has heard. */
export interface Spelling {
  name: string
  spell: (secret: string) => string
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** Spells every character by its code. */
const each =
  (spellCode: (code: number, character: string, index: number) => string) =>
  (secret: string): string =>
    Array.from(secret, (character, index) => spellCode(character.codePointAt(0) ?? 0, character, index)).join('')

const hex = (code: number): string => code.toString(16).padStart(2, '0')
const percent = (code: number): string => `%${hex(code)}`
const backwards = (text: string): string => Array.from(text).reverse().join('')
const hexJoinedBy = (secret: string, separator: string): string => Array.from(Buffer.from(secret), hex).join(separator)
const joinedBy = (separator: string) => (secret: string) => Array.from(secret).join(separator)

/** The secret whole, in any spelling that a program or a person would undo. */
export const spellings: Spelling[] = [
  { name: 'as it is', spell: (secret) => secret },
  { name: 'in upper case', spell: (secret) => secret.toUpperCase() },
  { name: 'in lower case', spell: (secret) => secret.toLowerCase() },
  { name: 'in full-width letters', spell: each((code) => String.fromCodePoint(code + 0xfee0)) },

  { name: 'in base64', spell: base64 },
  { name: 'in base64 after one character', spell: (secret) => base64(`:${secret}`) },
  { name: 'in base64 after two characters', spell: (secret) => base64(`u:${secret}`) },
  { name: 'in base64 after a user name', spell: (secret) => base64(`svc-ci:${secret}`) },
  { name: 'in the other alphabet of base64', spell: (secret) => secret.replaceAll('+', '-').replaceAll('/', '_') },
  { name: 'in base64url', spell: (secret) => Buffer.from(`:${secret}`).toString('base64url') },
  { name: 'in base64, in lines', spell: (secret) => base64(`u:${secret}`).replace(/.{19}/g, '$&\r\n') },
  { name: 'in base64, percent-encoded', spell: (secret) => each(percent)(base64(`u:${secret}`)) },
  { name: 'in hexadecimal', spell: each(hex) },

  { name: 'percent-encoded where needed', spell: encodeURIComponent },
  { name: 'percent-encoded throughout', spell: each((code) => percent(code).toUpperCase()) },
  { name: 'percent-encoded in part', spell: each((code, character, at) => (at % 3 ? character : percent(code))) },
  { name: 'percent-encoded twice', spell: (secret) => encodeURIComponent(each(percent)(secret)) },

  {
    name: 'percent-encoded, split by percent-encoded zero-width spaces',
    spell: (secret) => Array.from(each(percent)(secret).match(/%../g) ?? []).join('%E2%80%8B'),
  },
  {
    name: 'in full-width letters, percent-encoded',
    spell: each((code) => encodeURIComponent(String.fromCodePoint(code + 0xfee0))),
  },
  { name: 'split by percent-encoded soft hyphens', spell: (secret) => joinedBy('%C2%AD')(encodeURIComponent(secret)) },

  {
    name: 'as HTML entities, percent-encoded',
    spell: (secret) => encodeURIComponent(each((code) => `&#${code};`)(secret)),
  },
  { name: 'percent-encoded, as HTML entities', spell: each((code) => `&#37;${hex(code)}`) },
  { name: 'as HTML entities without their signs', spell: each((code) => `&#38;#${code};`) },
  { name: 'percent-encoded, in JSON escapes', spell: each((code) => `\\u0025${hex(code)}`) },

  { name: 'as decimal HTML entities', spell: each((code) => `&#${code};`) },
  { name: 'as hexadecimal HTML entities', spell: each((code) => `&#X00${hex(code).toUpperCase()};`) },
  { name: 'as HTML entities of HTML entities', spell: each((code) => `&amp;#${code};`) },
  {
    name: 'with named HTML entities',
    spell: (secret) => secret.replaceAll('+', '&plus;').replaceAll('/', '&sol;').replaceAll('=', '&equals;'),
  },

  { name: 'in JSON escapes', spell: each((code) => `\\u00${hex(code)}`) },
  { name: 'in JSON escapes, inside JSON', spell: each((code) => `\\\\u00${hex(code)}`) },
  { name: 'in JSON escapes in part', spell: each((code, character, at) => (at % 2 ? character : `\\u00${hex(code)}`)) },
  { name: 'in the escapes of a string literal', spell: each((code) => `\\x${hex(code)}`) },

  { name: 'split by zero-width spaces', spell: joinedBy('\u200b') },
  { name: 'split by zero-width joiners', spell: joinedBy('\u200d') },
  { name: 'split by zero-width non-joiners', spell: joinedBy('\u200c') },
  { name: 'split by soft hyphens', spell: joinedBy('\u00ad') },
  { name: 'split by variation selectors', spell: joinedBy('\ufe0f') },
  { name: 'split by zero-width spaces as HTML entities', spell: joinedBy('&#8203;') },
  { name: 'split by blanks', spell: joinedBy(' ') },
  { name: 'split by line breaks', spell: joinedBy('\r\n') },
  { name: 'split by colours', spell: joinedBy('\u001b[1m') },

  { name: 'backwards', spell: (secret) => backwards(secret) },
  { name: 'backwards, in base64', spell: (secret) => backwards(base64(`u:${secret}`)) },
  { name: 'backwards, percent-encoded', spell: (secret) => backwards(each(percent)(secret)) },
  { name: 'in upper-case hexadecimal', spell: (secret) => each(hex)(secret).toUpperCase() },
  { name: 'in hexadecimal with colons', spell: (secret) => hexJoinedBy(secret, ':').toUpperCase() },
  { name: 'in hexadecimal with dashes', spell: (secret) => hexJoinedBy(secret, '-') },
  { name: 'in hexadecimal with blanks', spell: (secret) => hexJoinedBy(secret, ' ') },
  { name: 'in hexadecimal as in C', spell: (secret) => `0x${hexJoinedBy(secret, ', 0x')}` },
  { name: 'in hexadecimal, quoted-printable', spell: each((code) => `=${hex(code).toUpperCase()}`) },
  { name: 'in the escapes of old JavaScript', spell: each((code) => `%u00${hex(code)}`) },
  { name: 'split by dashes', spell: joinedBy('-') },
  { name: 'split by dots', spell: joinedBy('.') },
  { name: 'split by bars and blanks', spell: joinedBy(' | ') },
  { name: 'split by dashes, in base64', spell: (secret) => joinedBy('-')(base64(`u:${secret}`)) },
  { name: 'split by HTML tags', spell: joinedBy('<b class="x1"></b>') },
  { name: 'split by HTML comments', spell: joinedBy('<!-- x1 > -->') },
  { name: 'split by HTML tags as HTML entities', spell: joinedBy('&lt;i&gt;') },
]
