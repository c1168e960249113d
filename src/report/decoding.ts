import { isPrintableAscii, lazyPattern } from '../base/unicode.ts'

/** So many spellings inside one another are looked through. */
const MAX_DEPTH = 4

/** Characters that cannot be seen between two others. */
const UNSEEN = lazyPattern(String.raw`[\s\p{Cc}\p{M}\p{Default_Ignorable_Code_Point}]`, 'u')

/**
 * A character of several bytes or a byte, percent-encoded; a character, as an HTML entity or escaped as in JSON; any of
 * it in itself; a backslash that only escapes, a colour; what is not seen, and what is not ASCII.
 */
const ENCODED =
  /(?<utf8>%(?:25)*[c-fC-F][\da-fA-F](?:%(?:25)*[89abAB][\da-fA-F]){1,3})|%(?:25)*(?<percent>[\da-fA-F]{2})|&(?:amp;)*(?:#0*(?<decimal>\d{1,7});?|#[xX]0*(?<hex>[\da-fA-F]{1,6});?|(?<entity>[a-z]{2,6});)|\\+(?:u\{0*|x)(?<short>[\da-fA-F]{2})\}?|(?:\\+|%(?:25)*)u(?<long>[\da-fA-F]{4})|(?<nothing>\\+(?=["'/\\])|[^ -~\u{A0}-\u{10FFFF}]\[[\d;]*[a-zA-Z])|[^!-~]/gu

const UNIT = lazyPattern(`${ENCODED.source}|.`, 'gsu')

const ENTITIES = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", plus: '+', sol: '/', equals: '=', colon: ':' }),
)

/**
 * Whether a text is ASCII in which nothing can be encoded, as nearly every text is: to know that is much quicker than to
 * look for what may be encoded. It says no more characters than it has.
 */
export function isPlain(text: string): boolean {
  return /^[ -$'-[\]-~]*$/.test(text)
}

/**
 * What a text says, however it is spelled: percent-encoded, in HTML entities, in escapes, with what is not seen in it.
 * @returns its UTF-8, one byte a character; upper case like lower case, and the two alphabets of base64 as one
 */
export function decode(text: string): string {
  if (isPlain(text)) return fold(text.replaceAll(' ', ''))
  return fold(text.replace(ENCODED, (unit: string, ...rest) => decodeUnit(unit, rest.at(-1))))
}

/** What a text says; and then what that says in its turn, where one spelling stands inside another. */
export function readings(text: string): readonly [string, ...string[]] {
  let bytes = decode(text)
  const all: [string, ...string[]] = [bytes]
  while (all.length <= MAX_DEPTH && /[%&\\]/.test(bytes)) {
    const again = decode(Buffer.from(bytes, 'latin1').toString())
    if (again === bytes) break
    bytes = again
    all.push(bytes)
  }
  return all
}

/** The units of a text (a character, or what stands for one), each with what it says. */
export function unitsOf(text: string): readonly { readonly unit: string; readonly bytes: string }[] {
  return Array.from(text.matchAll(UNIT()), ({ 0: unit, groups }) => ({ unit, bytes: fold(decodeUnit(unit, groups)) }))
}

/** The same of a text that is meant as it stands, whatever it looks like. */
export function decodePlain(text: string): string {
  return fold(utf8(text))
}

type Groups = Readonly<Record<string, string | undefined>>

function decodeUnit(unit: string, groups: Groups = {}): string {
  const { utf8: bytes, percent, decimal, hex, entity, short, long, nothing } = groups
  if (nothing !== undefined) return ''
  if (bytes !== undefined) return asSeen(Buffer.from(bytes.replace(/%(?:25)*/g, ''), 'hex').toString())
  const code = decimal === undefined ? Number.parseInt(percent ?? hex ?? short ?? long ?? '', 16) : Number(decimal)
  // One byte of a longer UTF-8 sequence.
  if (percent !== undefined && code > 0x7f) return String.fromCharCode(code)
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : (ENTITIES.get(entity ?? '') ?? unit)
  return asSeen(character)
}

function asSeen(character: string): string {
  return UNSEEN().test(character) ? '' : utf8(character)
}

/** Compatible characters (full-width letters) alike. */
function utf8(text: string): string {
  return isPrintableAscii(text) ? text : Buffer.from(text.normalize('NFKC')).toString('latin1')
}

function fold(bytes: string): string {
  // Of another byte than one of ASCII, `toLowerCase` would make another.
  const small = isPrintableAscii(bytes)
    ? bytes.toLowerCase()
    : bytes.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  return small.replaceAll('-', '+').replaceAll('_', '/')
}
