/** Longest text of a server that is worth showing. */
const MAX_LENGTH = 300

const CUT_MARK = '…'

/** Formatting characters that hide or turn text around: bidirectional controls, zero-width spaces, tags, soft hyphen. */
const DECEPTIVE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

/** Control characters and everything that anybody takes for the end of a line. */
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu

/**
 * Makes a server's text harmless as plain text: one line, nothing that hides, no secret, nothing that the runner
 * takes for a workflow command (`::` at the start of a line, `##[` anywhere; `##vso[` on Azure), cut to a sane length.
 * Names in any script stay readable; twice is the same as once.
 * @param redact takes the secrets out
 */
export function plainText(text: string, redact: (text: string) => string, maxLength: number = MAX_LENGTH): string {
  const line = text.toWellFormed().replace(DECEPTIVE, '').replace(CONTROL, ' ').replace(/\s+/gu, ' ').trim()
  return cut(withoutCommands(redact(line)), maxLength).trim()
}

function withoutCommands(text: string): string {
  return text.replace(/:(?=:)/g, ': ').replace(/#(?=#)/g, '# ')
}

function cut(text: string, maxLength: number): string {
  const characters = Array.from(text)
  return characters.length <= maxLength
    ? text
    : `${characters.slice(0, maxLength - CUT_MARK.length).join('')}${CUT_MARK}`
}

/** What means something to Markdown, HTML, math or emoji; a full stop only where it is not the end of a sentence. */
const MARKDOWN_SIGN = /[!#$&()*+\-/:<=>@[\\\]^_`{|}~]|(?<![a-z])\.|\.(?=\S)/gi

/**
 * Makes plain text inert in Markdown and HTML: every sign that could mean something goes in as an entity. An at sign
 * or number sign is followed by a zero-width space, or GitHub would make a mention or a reference of it after decoding.
 * @param text has been through {@link plainText}
 */
export function markdownText(text: string): string {
  return text.replace(MARKDOWN_SIGN, (sign) => {
    const entity = `&#${sign.codePointAt(0)};`
    return sign === '@' || sign === '#' ? `${entity}&#8203;` : entity
  })
}

/**
 * Makes plain text inert as a name in a Mermaid diagram: letters, digits, spaces and a few signs that mean nothing
 * there stay, anything else becomes a space.
 */
export function mermaidText(text: string): string {
  const name = text
    .replace(/[^\p{L}\p{M}\p{N} ._()-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return name === '' ? 'unnamed' : name
}
