/** What begins like HTML: repetition is bounded, since the page may be hostile. */
const HTML_START =
  /^\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script|form|div|h1|p|center)\b/i

/** Whether a body is a web page: by its beginning, else by what its server calls it. */
export function isHtml(body: string, contentType: string): boolean {
  return HTML_START.test(body) || (/\bx?html\b/i.test(contentType) && !/^\s*[{["]/.test(body))
}

/** @returns the title of a web page as text, its entities decoded; undefined where it has none */
export function titleOf(body: string): string | undefined {
  // Whole: where it is cut, a secret in it has to be taken out first.
  const title = /<title\b[^>]{0,100}>([^<]+)/i.exec(body)?.[1]
  return title === undefined ? undefined : decodeEntities(title).trim() || undefined
}

const ENTITIES = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ndash: '–',
    mdash: '—',
    middot: '·',
    raquo: '»',
    laquo: '«',
    hellip: '…',
    bull: '•',
    copy: '©',
    reg: '®',
    trade: '™',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    szlig: 'ß',
    ...lettersWith({
      acute: '\u0301',
      grave: '\u0300',
      circ: '\u0302',
      uml: '\u0308',
      tilde: '\u0303',
      cedil: '\u0327',
    }),
  }),
)

/** Every letter that can have a mark, in both cases: `eacute` is é. */
function lettersWith(marks: Readonly<Record<string, string>>): Record<string, string> {
  const letters = Object.entries(marks).flatMap(([name, mark]) =>
    Array.from('aceinouyACEINOUY', (letter) => [`${letter}${name}`, `${letter}${mark}`.normalize('NFC')] as const),
  )
  return Object.fromEntries(letters)
}

/** The numbered entities, and the named ones that titles have. Once: what is escaped twice was meant to be seen so. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (entity, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase()) ?? entity
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity
  })
}
