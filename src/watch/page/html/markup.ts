/** A piece of HTML. Only {@link html} and {@link trusted} make one, so that any other text in a page is text. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Value = string | number | Markup | readonly Markup[]

/** HTML as a template: what is put into it is text there, in an attribute's quotation marks too, unless it is HTML itself. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(strings.map((string, index) => string + textOf(values[index] ?? '')).join(''))
}

/** A constant of ours that is HTML, style or script as it stands; never anything that came from outside. */
export function trusted(text: string): Markup {
  return new Markup(text)
}

export const NOTHING = trusted('')

/** Text of the list or of a server: whichever way it is written, it does not turn around what stands beside it. */
export function text(plain: string): Markup {
  return plain === '' ? NOTHING : html`<bdi>${plain}</bdi>`
}

/** The same of a name or an address, which may be broken where its parts end. */
export function name(plain: string): Markup {
  const parts = plain.split(/(?<=[_./-])(?=[\p{L}\p{N}])/u)
  const broken = parts.slice(1).reduce((before, part) => html`${before}<wbr>${part}`, html`${parts[0] ?? ''}`)
  return plain === '' ? NOTHING : html`<bdi>${broken}</bdi>`
}

function textOf(value: Value): string {
  if (value instanceof Markup) return value.text
  if (typeof value === 'string' || typeof value === 'number') return escapeText(String(value))
  return value.map(({ text: piece }) => piece).join('\n')
}

/** @param text plain and without control characters */
function escapeText(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => `&#${sign.codePointAt(0)};`)
}
