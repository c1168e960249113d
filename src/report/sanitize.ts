import { stripVTControlCharacters } from 'node:util'
import { isPrintableAscii, lazyPattern } from '../base/unicode.ts'
import { wellFormed } from '../base/well-formed.ts'

/** Longest text of a server that is worth showing. */
const MAX_LENGTH = 300

/** So much of a text is looked at: more takes time, and nothing after it would be shown. */
const MAX_READ_LENGTH = 2_000

const CUT_MARK = '…'

/**
 * Characters that hide, or turn text around: bidirectional controls, zero-width spaces, tags, fillers; and those that
 * XML forbids. What joins letters and makes emoji stays.
 */
const DECEPTIVE = lazyPattern(
  String.raw`(?!\u200C|\u200D|\uFE0F)[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\uFFFE\uFFFF]`,
  'gu',
)

/** Control characters and everything that anybody takes for the end of a line. */
const CONTROL = /[^ -~\u00A0-\u2027\u202A-\uFFFF]+/g

/**
 * Sanitizes a server's text to plain text: one line, nothing that hides, no secret, nothing that a CI system
 * takes for a command (`::` at the start of a line, `##[` anywhere; `##vso[` on Azure), cut to a sane length with a
 * mark. Names in any script stay readable; twice is the same as once.
 * @param redact takes the secrets out, and a part of one at the end of what is cut
 */
export function plainText(
  text: string,
  redact: (text: string, isCut: boolean) => string,
  maxLength: number = MAX_LENGTH,
): string {
  const head = text.slice(0, MAX_READ_LENGTH)
  const seen = isPrintableAscii(head) ? head : withoutUnseen(head)
  const line = seen.replace(/\s+/g, ' ').trim()
  return cut(withoutCommands(redact(line, head !== text)), maxLength, head !== text).trim()
}

function withoutUnseen(text: string): string {
  return stripVTControlCharacters(wellFormed(text)).replace(DECEPTIVE(), '').replace(CONTROL, ' ')
}

function withoutCommands(text: string): string {
  return text.replace(/:(?=:)/g, ': ').replace(/#(?=#)/g, '# ')
}

function cut(text: string, maxLength: number, isCut: boolean): string {
  const characters = Array.from(isCut ? `${text}${CUT_MARK}` : text)
  return characters.length <= maxLength
    ? characters.join('')
    : `${characters.slice(0, maxLength - CUT_MARK.length).join('')}${CUT_MARK}`
}

/** What means something to Markdown, HTML, math or emoji; a full stop only where it is not the end of a sentence. */
const MARKDOWN_SIGN = /[!#$&()*+\-/:<=>@[\\\]^_`{|}~]|(?<![A-Za-z])\.|\.(?=\S)|(?<=[Ww]{3})\./g

/**
 * Makes plain text inert in Markdown and HTML: every sign that could mean something goes in as an entity. An at sign
 * or number sign is followed by a zero-width space, or GitHub would make a mention or a reference of it after decoding.
 * @param text has been through {@link plainText}
 */
export function markdownText(text: string): string {
  // GitHub draws `:name:` as a picture, also after decoding.
  return text.replace(/:(?=[\w+-]+:)/g, ':\u200B').replace(MARKDOWN_SIGN, (sign) => {
    const entity = `&#${sign.codePointAt(0)};`
    return sign === '@' || sign === '#' ? `${entity}&#8203;` : entity
  })
}

/** What no name in a Mermaid diagram may hold, in any script. */
const NO_NAME = lazyPattern(String.raw`[^\p{L}\p{M}\p{N} ._()-]+`, 'gu')

/**
 * Makes plain text inert as a name in a Mermaid diagram: letters, digits, spaces and a few signs that mean nothing
 * there stay, anything else becomes a space.
 */
export function mermaidText(text: string): string {
  const other = isPrintableAscii(text) ? /[^\w .()-]+/g : NO_NAME()
  const name = text.replace(other, ' ').replace(/\s+/g, ' ').trim()
  return name === '' ? 'unnamed' : name
}
